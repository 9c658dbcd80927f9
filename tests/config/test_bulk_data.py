"""Bulk data: as many as asked, the same for the same seed, and never half a topic."""

from random import Random

import pytest
from django.core.management import CommandError, call_command
from django.db.models import Count, F, Max

from articles.models import Article
from config.population.forum import topic_sizes
from discussions.models import Board, Post, Topic
from participants.models import Organisation, Person

SIZES = {"topics": 12, "posts": 200, "articles": 5, "people": 4, "organisations": 6, "days": 3}


@pytest.fixture
def populate(db, capsys):
    def populated(**sizes):
        call_command("populate", **sizes)
        return capsys.readouterr().out

    return populated


def test_populate_adds_as_many_as_asked(populate):
    printed = populate(**SIZES)
    assert Topic.objects.count() == SIZES["topics"]
    assert Post.objects.count() == SIZES["posts"]
    assert Article.objects.published().count() == SIZES["articles"]
    assert Organisation.objects.participating().count() == SIZES["organisations"]
    assert "200 posts" in printed


def test_counts_of_topics_are_those_of_their_posts(populate):
    populate(**SIZES)
    counted = Topic.objects.annotate(posts_found=Count("posts"), last=Max("posts__position"))
    right = counted.filter(posts_found=F("post_count"), last=F("last_position"))
    assert right.count() == SIZES["topics"]


def test_a_tenth_of_all_posts_stands_in_one_topic_that_visitors_can_read(populate):
    populate(**SIZES)
    longest = Topic.objects.order_by("pk")[0]
    assert longest.post_count == SIZES["posts"] // 10
    assert longest.board.audience == Board.Audience.PUBLIC


def test_the_same_seed_gives_the_same_posts(populate):
    populate(**SIZES, seed=7)
    first = list(Post.objects.order_by("pk").values_list("body", "position"))
    populate(**SIZES, seed=7)
    assert list(Post.objects.order_by("pk").values_list("body", "position"))[len(first) :] == first


def test_populate_twice_adds_and_breaks_nothing(populate):
    populate(**SIZES)
    populate(**SIZES)
    assert Person.objects.filter(email__endswith="@bulk.example.org").count() == 2 * SIZES["people"]


def test_more_topics_than_posts_is_refused(populate):
    with pytest.raises(CommandError):
        populate(topics=5, posts=2)


@pytest.mark.parametrize(
    ("topics", "posts"), [(1, 1), (1, 50), (2, 20), (40, 400), (5000, 100_000)]
)
def test_sizes_of_topics_add_up_and_none_is_empty(topics, posts):
    sizes = topic_sizes(topics, posts, Random(1))
    assert len(sizes) == topics
    assert sum(sizes) == posts
    assert min(sizes) >= 1


def test_minted_sessions_sign_a_bulk_member_in(populate, settings, capsys, client):
    populate(people=2)
    settings.DEMO, settings.SITE_HOST = True, "127.0.0.1"
    call_command("mint_sessions", count=2)
    keys = capsys.readouterr().out.split()
    assert len(keys) == 2
    client.cookies[settings.SESSION_COOKIE_NAME] = keys[0]
    assert client.session["_auth_user_id"] == str(Person.objects.order_by("pk")[0].pk)


@pytest.mark.parametrize(
    ("demo", "host"), [(False, "127.0.0.1"), (True, "praat.example.org"), (True, "10.0.0.5")]
)
def test_sessions_are_not_minted_on_a_real_site(populate, settings, demo, host):
    populate(people=1)
    settings.DEMO, settings.SITE_HOST = demo, host
    with pytest.raises(CommandError):
        call_command("mint_sessions", count=1)
