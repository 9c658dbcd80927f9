"""Places and counts stay right, whoever posts at the same moment."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, connections

from discussions.models import Post, Topic
from tests import factories


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("how_many", [64])
def test_many_who_post_at_once_each_get_a_place(how_many):
    topic = factories.topic()
    authors = [factories.member() for _ in range(8)]

    def say(number):
        try:
            topic.reply(author=authors[number % 8], body=f"Tegelijk {number}.")
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8 if connection.vendor == "postgresql" else 4) as pool:
        list(pool.map(say, range(how_many)))
    topic = Topic.objects.get(pk=topic.pk)
    places = list(topic.posts.order_by("position").values_list("position", flat=True))
    assert places == list(range(1, how_many + 2))
    assert topic.post_count == topic.last_position == how_many + 1


@pytest.mark.django_db
def test_counts_skip_what_is_not_on_the_site():
    topic = factories.topic()
    gone = factories.post(topic)
    factories.held_post(topic)
    factories.post(topic)
    topic.refresh_from_db()
    assert topic.post_count == 3
    Post.objects.select_related("topic").get(pk=gone.pk).withdraw()
    topic.refresh_from_db()
    assert topic.post_count == topic.posts.filter(state="published").count() == 2
    assert topic.last_position == 3
