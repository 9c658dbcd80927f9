"""A topic that is asked for with SQL made before is the one that the queryset gives."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from discussions.models import Topic
from discussions.views.reading import ask_for_topic, readable
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("audience", ["public", "members"])
def test_a_topic_asked_so_is_the_topic_that_its_viewer_may_read(member, audience):
    topic, person = factories.topic(on=factories.board(audience=audience)), member.person
    topic.mark_read(person, 1)
    for viewer in (person, topic.author, factories.moderator()):
        [found], [expected] = ask_for_topic(viewer, topic.pk), list(readable(viewer, topic.pk))
        kept = {name: value for name, value in vars(found).items() if name != "_state"}
        assert kept == {name: value for name, value in vars(expected).items() if name != "_state"}
        assert found.board.title == topic.board.title
        assert found.author.pseudonym == topic.author.pseudonym
    [found] = ask_for_topic(person, topic.pk)
    assert (found.read_position, found.is_followed) == (1, False)
    nobody = AnonymousUser()
    assert len(ask_for_topic(nobody, topic.pk)) == (audience == "public")
    Topic.objects.filter(pk=topic.pk).update(hidden_at=timezone.now())
    assert ask_for_topic(person, topic.pk) == ask_for_topic(nobody, topic.pk) == []
