"""Search finds what somebody may see, in the same way on both databases."""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone

from movement import search
from movement.models import SearchEntry
from movement.stems import stems, terms

pytestmark = pytest.mark.django_db
PUBLIC, MEMBERS = SearchEntry.Audience.PUBLIC, SearchEntry.Audience.MEMBERS


class Member:
    is_authenticated = True


def add(number, title, text="", *, kind="article", audience=PUBLIC, **more):
    search.index(
        kind, number, audience=audience, title=title, text=text, path=f"/x/{number}/", **more
    )


def found(query, viewer=None):
    return [entry.target_id for entry in search.find(query, viewer)]


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("gezin", "Gezinnen helpen"),
        ("gezinnen", "Een gezin"),
        ("kinderen", "Het kind eerst"),
        ("CREËREN", "Ruimte creeren"),
        ("jeugd", "Jeugdbescherming"),
        ("organisatie", "Organisaties doen mee"),
        ("2023", "Actiedag van 2023"),
        ("schröder", "Schroder"),
        ("Łódź", "Lodz"),
        ("Ωmega", "ωmega"),
    ],
)
def test_words_that_a_reader_takes_for_the_same_are_found(query, title):
    add(1, title)
    add(2, "Iets anders")
    assert found(query) == [1]


def test_every_word_has_to_be_there():
    add(1, "Ouders vragen om hulp")
    add(2, "Ouders schrijven")
    assert found("ouders hulp") == [1]
    assert found("hulp voor de ouders") == [1]


def test_text_is_searched_too_and_a_hit_in_the_title_comes_first():
    now = timezone.now()
    add(1, "Een dag", "<p>Over <strong>vertrouwen</strong></p>", visible_from=now)
    add(2, "Vertrouwen", visible_from=now - timedelta(days=30))
    assert found("vertrouwen") == [2, 1]
    assert SearchEntry.objects.get(target_id=1).excerpt == "Over vertrouwen"


@pytest.mark.parametrize(
    "query", ["", "   ", '"', "* AND OR", "'", "!!!", "\\", "-", "(", ":*", "& | !", "\u200d"]
)
def test_a_query_that_is_no_question_finds_nothing_or_takes_its_words_plainly(query):
    add(1, "Iets")
    assert found(query) == []


@pytest.mark.parametrize(
    "query",
    [
        "kind' | 'x",
        'kind" OR "x',
        "kind:*",
        "NEAR(kind)",
        "kind & !kind",
        "{title} : kind",
        "kind%",
    ],
)
def test_signs_of_the_database_are_only_signs(query):
    add(1, "Een kind")
    assert isinstance(found(query), list)
    assert found("near and or not") == []


def test_a_very_long_query_is_cut_and_many_words_are_bounded():
    add(1, "woord")
    assert found("woord " * 100_000) == [1]
    assert len(terms(" ".join(f"woord{n}" for n in range(100)), most=8)) == 8


def test_what_is_for_members_is_found_by_members_only():
    add(1, "Gesprek over school", audience=MEMBERS, kind="topic")
    assert found("school") == []
    assert found("school", Member()) == [1]


def test_what_is_not_there_yet_is_not_found():
    add(1, "Morgen", visible_from=timezone.now() + timedelta(days=1))
    assert found("morgen", Member()) == []


def test_indexing_again_replaces_and_keeps_the_moment():
    moment = timezone.now() - timedelta(days=9)
    add(1, "Oude titel", visible_from=moment)
    add(1, "Nieuwe titel")
    assert found("oude") == []
    assert found("nieuwe") == [1]
    assert SearchEntry.objects.get().visible_from == moment


def test_forgotten_is_gone_from_the_table_beside_it_too():
    add(1, "Geheim")
    search.forget("article", 1)
    search.forget("article", 1)
    assert found("geheim") == []
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM movement_searchtext")
            assert cursor.fetchone() == (0,)


def test_refill_replaces_one_kind_and_leaves_the_others():
    add(1, "Oud artikel")
    add(1, "Een pagina", kind="page")
    entries = (
        search.Entry(target_id=n, audience=PUBLIC, title=f"Artikel {n}", text="", path=f"/{n}/")
        for n in range(2, 1203)
    )
    assert search.refill("article", entries) == 1201
    assert found("oud") == []
    assert found("pagina") == [1]
    assert len(found("artikel")) == 1201
    assert found("artikel 1202") == [1202]


def test_a_transaction_that_fails_leaves_nothing_findable():
    with transaction.atomic():
        add(1, "Half werk")
        transaction.set_rollback(True)
    assert found("half") == []


def test_a_huge_text_is_taken_in():
    add(1, "Lang", "lang woord " * 200_000)
    assert found("lang") == [1]


def test_stems_are_letters_and_digits_only():
    assert stems("Eén, twee… 1e5! ΑΒΓ_straße") == ["een", "twee", "n1e5", "x3b1x3b2x3b3", "stras"]
