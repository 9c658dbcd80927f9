"""The page of a year: put together from articles, days, who joined and all that came of it."""

from datetime import UTC, date, datetime

import pytest
from django.core.cache import caches

from movement.models import Action, Lesson
from participants.models import Commitment, CommitmentUpdate
from tests import factories

pytestmark = pytest.mark.django_db

YEAR = "/nieuws/jaar/2022/"


def promise(action, **facts):
    return Commitment.objects.create(
        **{"organisation": factories.organisation(), "action": action, "title": "Wij bellen eerst",
           "promised_on": date(2022, 5, 1)} | facts
    )  # fmt: skip


def fill_a_year():
    """One of everything that can come of it in 2022."""
    started = factories.action(title="Koffietafel", started_on=date(2022, 1, 1))
    factories.action(
        title="Proef",
        state="stopped",
        stopped_because="Het hielp niet.",
        ended_on=date(2022, 12, 31),
    )
    factories.action(title="Gids", state="done", ended_on=date(2022, 8, 1))
    made = promise(started)
    CommitmentUpdate.objects.create(commitment=made, reported_on=date(2022, 9, 1), text="Het loopt")
    Lesson.objects.create(action=started, text="Eerst luisteren", learnt_on=date(2022, 10, 1))
    factories.past_day(
        title="Wat als", starts_at=datetime(2021, 11, 1, tzinfo=UTC),
        ends_at=datetime(2021, 11, 2, tzinfo=UTC), report="<p>Verslag</p>",
        report_published_at=datetime(2022, 2, 1, tzinfo=UTC),
    )  # fmt: skip


def test_everything_that_came_of_it_stands_in_order(visitor):
    fill_a_year()
    found = [(e.kind, e.what) for e in visitor.get(YEAR).context["outcomes"]]
    assert found == [
        ("started", "Koffietafel"),
        ("report", "Wat als"),
        ("promised", "Wij bellen eerst"),
        ("done", "Gids"),
        ("update", "Wij bellen eerst"),
        ("lesson", "Koffietafel"),
        ("stopped", "Proef"),
    ]
    for event in visitor.get(YEAR).context["outcomes"]:
        assert visitor.get(event.address).status_code == 200, event


def test_what_is_not_public_or_invented_or_of_another_year_is_not_there(visitor):
    hidden = factories.action(title="Geheim", is_public=False, started_on=date(2022, 3, 1))
    Lesson.objects.create(action=hidden, text="Geheime les", learnt_on=date(2022, 3, 1))
    seen = factories.action(title="Ander jaar", started_on=date(2021, 12, 31))
    promise(hidden, title="Geheim beloofd")
    promise(seen, title="Voorbeeld", organisation=factories.organisation(is_example=True))
    promise(seen, title="Dicht", organisation=factories.organisation(is_public=False))
    promise(seen, title="Later", promised_on=date(2023, 1, 1))
    factories.article(published_at=datetime(2022, 5, 1, tzinfo=UTC))
    response = visitor.get(YEAR)
    assert response.context["outcomes"] == []
    for words in ("Geheim", "Voorbeeld", "Dicht", "Later", "Ander jaar"):
        assert words not in response.content.decode()


def test_a_year_of_outcomes_only_is_a_page_too(visitor):
    factories.action(started_on=date(2022, 3, 1))
    assert visitor.get(YEAR).status_code == 200
    assert visitor.get("/nieuws/jaar/2021/").status_code == 404


def test_a_year_asks_the_same_for_many_as_for_few(visitor, django_assert_num_queries):
    for rows in (10, 90):
        for _ in range(rows):
            made = factories.action(started_on=date(2022, 3, 1))
            promise(made)
            factories.article(
                published_at=datetime(2022, 5, 1, tzinfo=UTC), themes=[factories.theme()]
            )
            factories.day(
                starts_at=datetime(2022, 5, 1, tzinfo=UTC), ends_at=datetime(2022, 5, 2, tzinfo=UTC)
            )
        caches["fragments"].clear()
        with django_assert_num_queries(8):
            visitor.get(YEAR)


def test_an_action_remembers_when_its_state_changed(editor):
    action = factories.action(state="proposed")
    action.state = Action.State.RUNNING
    action.note_day(date(2022, 1, 1))
    action.state = Action.State.DONE
    action.note_day(date(2022, 2, 1))
    action.note_day(date(2022, 3, 1))
    assert (action.started_on, action.ended_on) == (date(2022, 1, 1), date(2022, 2, 1))
    action.state = Action.State.RUNNING
    action.note_day(date(2022, 4, 1))
    assert (action.started_on, action.ended_on) == (date(2022, 1, 1), None)
