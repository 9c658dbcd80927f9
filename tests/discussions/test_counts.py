"""Places and counts stay right, whoever posts at the same moment."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, connections

from discussions.models import Follow, Post, Topic
from discussions.tasks import tell
from participants.models import Notification
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


@pytest.mark.django_db
@pytest.mark.parametrize("followers", [1, 20])
def test_a_reply_asks_the_same_of_the_database_however_many_follow(
    member, settings, django_assert_num_queries, followers
):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    topic = factories.topic()
    for _ in range(followers):
        Follow.objects.create(person=factories.member(), topic=topic)
    path = f"/praat-mee/gesprek/{topic.pk}/reageer/"
    key = member.get(path).context["form"]["once"].value()
    with django_assert_num_queries(15, exact=False):
        answer = member.post(path, {"body": "Ik herken dit.", "once": key})
    assert answer.status_code == 302
    assert topic.posts.count() == 2
    again = member.post(path, {"body": "Ik herken dit.", "once": key})
    assert again["Location"] == answer["Location"]
    assert topic.posts.count() == 2


@pytest.mark.django_db
def test_who_follows_is_told_by_a_worker_unless_the_post_is_gone_by_then(settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    topic, follower = factories.topic(), factories.member()
    Follow.objects.create(person=follower, topic=topic)
    stays, goes = (topic.reply(author=factories.member(), body="Hallo.") for _ in range(2))
    goes.withdraw()
    assert not Notification.objects.filter(recipient=follower).exists()
    tell.func(goes.pk)
    assert not Notification.objects.filter(recipient=follower).exists()
    tell.func(stays.pk)
    assert Notification.objects.filter(recipient=follower).count() == 1
