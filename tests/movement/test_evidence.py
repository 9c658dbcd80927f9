"""What something is evidence of is named only once everyone may see it, wherever it stands."""

import pytest

from actiondays.models import ResultLink
from articles.models import ArticleLink
from discussions.models import PostLink
from movement.models import Cause
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("is_public", [True, False])
def test_a_cause_is_named_only_when_everyone_may_see_it(member, is_public):
    cause = Cause.objects.create(
        number=91, title="Vlinderstruik", short_title="x", slug="vlinderstruik", is_public=is_public
    )
    article, day, post = factories.article(), factories.past_day(), factories.topic().posts.get()
    result = factories.table_result(factories.dialogue_table(day))
    ArticleLink.objects.create(article=article, cause=cause)
    ResultLink.objects.create(result=result, cause=cause)
    PostLink.objects.create(post=post, cause=cause)
    for path in (
        article.get_absolute_url(),
        day.get_absolute_url(),
        post.topic.get_absolute_url(),
    ):
        page = member.get(path)
        assert page.status_code == 200
        assert ("Vlinderstruik" in page.content.decode()) is is_public, path
