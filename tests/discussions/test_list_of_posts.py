"""The list of posts in the admin: the latest first, found by number or by its conversation."""

import pytest

from tests import factories

pytestmark = pytest.mark.django_db

LIST = "/beheer/discussions/post/"


@pytest.fixture
def posts():
    topic = factories.topic(title="Hulp aan de keukentafel")
    other = factories.topic(title="Over school")
    return [factories.post(topic), factories.post(topic), factories.post(other)]


def found(moderator, **query):
    response = moderator.get(LIST, query)
    assert response.status_code == 200
    return [post.pk for post in response.context["cl"].result_list]


def test_the_latest_stand_first_in_whatever_order_is_asked(moderator, posts):
    shown = found(moderator)
    assert shown == sorted(shown, reverse=True)
    for column in range(-5, 6):
        assert found(moderator, o=column) == shown


def test_a_post_is_found_by_its_number_or_by_words_of_its_conversation(moderator, posts):
    first, second, third = (post.pk for post in posts)
    assert found(moderator, q=str(second)) == [second]
    assert {first, second} <= set(found(moderator, q="keukentafel hulp"))
    assert third not in found(moderator, q="keukentafel hulp")
    assert found(moderator, q="keukentafel school") == []
    assert found(moderator, q="9" * 40) == []
