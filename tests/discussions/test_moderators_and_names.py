"""What a moderator may not see by the way, and what merging may not tell."""

from datetime import timedelta

import pytest
from django.utils import timezone

from discussions import reshaping
from discussions.models import Post
from tests import factories

pytestmark = pytest.mark.django_db


def test_a_list_cannot_be_sifted_by_somebody(moderator):
    assert moderator.get("/beheer/discussions/post/?state__exact=held").status_code == 200
    for address in (
        "post/?author=1",
        "post/?author__id=1",
        "topic/?author=1",
        "decision/?person=1",
    ):
        answer = moderator.get(f"/beheer/discussions/{address}")
        assert answer.status_code in {302, 400}, address


def test_merged_numbers_stay_two_people():
    one, other = factories.topic(), factories.topic()
    mine = factories.post(one, is_anonymous=True)
    yours = factories.post(other, is_anonymous=True)
    Post.objects.filter(pk__in=[mine.pk, yours.pk]).update(anonymous_number=1)
    reshaping.merge(other, into=one)
    mine.refresh_from_db()
    yours.refresh_from_db()
    assert yours.topic_id == one.pk
    assert mine.anonymous_number != yours.anonymous_number


def test_a_personal_page_is_never_kept_for_others(visitor):
    from movement.personal_links import cookie_name

    assert visitor.get("/").headers["Cache-Control"].startswith("public")
    visitor.cookies[cookie_name()] = "x"
    assert visitor.get("/").headers["Cache-Control"] == "private, no-store"


def test_a_suspended_member_changes_nothing(sign_in):
    author = factories.member()
    post = factories.post(factories.topic(), author=author)
    client = sign_in(author)
    author.suspended_until = timezone.now() + timedelta(days=3)
    author.save()
    answer = client.post(f"/praat-mee/bijdrage/{post.pk}/veranderen/", {"body": "Iets anders"})
    assert answer.status_code == 403
    assert Post.objects.get(pk=post.pk).body == post.body
