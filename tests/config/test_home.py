"""Home: what this is, three doors, the latest of everything, and never a member's words."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from config.pages.home import boards
from discussions.models import Board, Topic
from participants.models import Commitment
from tests import factories

pytestmark = pytest.mark.django_db


def board(**values):
    number = Board.objects.count() + 1
    defaults = {"title": f"Plek {number}", "slug": f"plek-{number}", "audience": "public"}
    return Board.objects.create(**{**defaults, **values})


def topic(on, title, **values):
    now = timezone.now()
    defaults = {"opened_at": now, "last_post_at": now, "post_count": 3}
    return Topic.objects.create(board=on, title=title, **{**defaults, **values})


def test_an_empty_site_has_a_home_with_three_doors(visitor):
    content = visitor.get("/").content
    for door in (b'href="/nieuws/"', b'href="/deelnemers/"', b'href="/praat-mee/"'):
        assert door in content


def test_the_latest_articles_and_the_next_day_are_shown(visitor):
    for number in range(5):
        factories.article(
            title=f"Nieuws {number}", published_at=timezone.now() - timedelta(days=number + 1)
        )
    factories.article(title="Morgen pas", published_at=timezone.now() + timedelta(days=1))
    factories.past_day(title="Gisteren")
    factories.day(title="Over een week")
    content = visitor.get("/").content.decode()
    assert [f"Nieuws {n}" in content for n in range(5)] == [True, True, True, False, False]
    assert "Over een week" in content
    assert "Morgen pas" not in content
    assert "Gisteren" not in content


def test_only_conversations_that_staff_opened_are_named(visitor, member):
    place = board()
    topic(place, "Van LOC", is_by_staff=True)
    topic(place, "Mijn verhaal over thuis")
    topic(place, "Verborgen door moderator", is_by_staff=True, hidden_at=timezone.now())
    topic(place, "Nog niet geopend", is_by_staff=True, opened_at=None)
    topic(board(audience="members"), "Alleen voor leden", is_by_staff=True)
    for_visitor = visitor.get("/").content.decode()
    assert "Van LOC" in for_visitor
    assert "Alleen voor leden" not in for_visitor
    assert "Alleen voor leden" in member.get("/").content.decode()
    for reader in (visitor, member):
        content = reader.get("/").content.decode()
        for words in ("Mijn verhaal", "Verborgen door", "Nog niet geopend"):
            assert words not in content


def test_boards_are_counted_without_what_is_hidden_or_waits():
    place = board()
    topic(place, "Een")
    topic(place, "Twee", hidden_at=timezone.now())
    topic(place, "Drie", opened_at=None)
    board(audience="members")
    board(state="closed")
    counted = boards(AnonymousUser())
    assert [(b.title, b.topic_count, b.said) for b in counted] == [(place.title, 1, 3)]


def test_the_line_is_made_of_what_is_there(visitor):
    cause = factories.cause(title="Angst om te vragen")
    direction = factories.direction(title="Gewone plekken", causes=[cause])
    action = factories.action(title="Hulp dichtbij", directions=[direction])
    Commitment.objects.create(
        organisation=factories.organisation(name="Voorbeeld A", is_example=True),
        action=action,
        title="Een koffietafel",
        promised_on=timezone.localdate(),
    )
    content = visitor.get("/").content.decode()
    for words in ("Angst om te vragen", "Gewone plekken", "Hulp dichtbij", "Een koffietafel"):
        assert words in content
    assert 'class="badge">' in content.split("Een koffietafel")[1].split("</section>")[0]


def test_the_doors_count_the_real_participants_only(visitor):
    factories.organisation(name="Noord", town="Leeuwarden", latitude=53.2, longitude=5.8)
    factories.organisation(name="Zuid", town="Roermond", latitude=51.2, longitude=6.0)
    factories.organisation(name="Voorbeeld", is_example=True)
    page = visitor.get("/")
    content = page.content.decode()
    assert "Leeuwarden" in content
    assert "Roermond" in content
    assert page.context["participants"]["number"] == 2


def test_home_takes_as_many_queries_for_10_as_for_100(visitor, django_assert_num_queries):
    from django.core.cache import caches

    place = board()
    for rows in (10, 90):
        for number in range(rows):
            factories.article(themes=[factories.theme()])
            factories.organisation()
            topic(place, f"Gesprek {number}", is_by_staff=True)
            factories.day()
            cause = factories.cause()
            factories.action(directions=[factories.direction(causes=[cause])])
        caches["fragments"].clear()
        with django_assert_num_queries(8):
            response = visitor.get("/")
    assert response.headers["Cache-Control"].startswith("public")
    assert not response.cookies
