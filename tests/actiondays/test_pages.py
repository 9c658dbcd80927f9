"""What everyone can read of the action days."""

import json
import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from actiondays.models import ActionDay, NextStep, ResultLink
from movement.models import Cause, Statement, StatementPoint, Theme, WhatIf
from participants.models import Organisation
from tests import factories

pytestmark = pytest.mark.django_db


def cause(number, **facts):
    title = f"Oorzaak nummer {number}"
    return Cause.objects.create(
        number=number, title=title, short_title=title, slug=f"oorzaak-{number}", **facts
    )


def full_day(rows):
    """A day that was held, with so many tables, results, steps, questions and siblings."""
    row = factories.series()
    day = factories.past_day(series=row, series_position=1, turnout="veertig mensen")
    statement = Statement.objects.create(
        kind="manifesto", title="Manifest", slug=f"manifest-{day.pk}", owner="Iemand"
    )
    for number in range(rows):
        place = number + 1
        factories.past_day(series=row, series_position=place + 1)
        table = factories.dialogue_table(day)
        table.points.add(
            StatementPoint.objects.create(statement=statement, position=place, title=f"P{place}")
        )
        result = factories.table_result(table, text=f"Uitkomst {place}")
        found = cause(day.pk * 200 % 20_000 + number)
        table.causes.add(found)
        ResultLink.objects.create(result=result, cause=found)
        NextStep.objects.create(day=day, text=f"Stap {place}", owner="De beweging")
        day.what_ifs.add(
            WhatIf.objects.create(question=f"Wat als {day.pk} {place}?", slug=f"w{day.pk}-{place}")
        )
        day.themes.add(Theme.objects.create(name=f"T {day.pk} {place}", slug=f"t{day.pk}-{place}"))
    return day


def test_a_concept_does_not_exist_for_visitors_and_members(client, member):
    day = factories.day(state="concept", title="Nog geheim")
    for browser in (client, member):
        assert browser.get(day.get_absolute_url()).status_code == 404
        assert browser.get(f"{day.get_absolute_url()}agenda.ics").status_code == 404
        for path in ("/actiedagen/", "/actiedagen/feed/", "/actiedagen/agenda.ics"):
            assert "Nog geheim" not in browser.get(path).content.decode()
    day.state = "announced"
    day.save()
    for path in ("/actiedagen/", "/actiedagen/feed/", "/actiedagen/agenda.ics"):
        assert "Nog geheim" in client.get(path).content.decode()


def test_the_list_parts_what_is_coming_from_what_was(client):
    ahead, over = factories.day(title="Straks"), factories.past_day(title="Toen")
    page = client.get("/actiedagen/").content.decode()
    assert page.index("Straks") < page.index('id="geweest"') < page.index("Toen")
    assert ahead.get_absolute_url() in page
    assert over.get_absolute_url() in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("provincie=Zeeland", "zee"),
        ("wijze=online", "online"),
        ("soort=kampvuurgesprek", "kampvuur"),
        ("thema=rechten", "rechten"),
    ],
)
def test_a_filter_leaves_only_what_fits(client, query, found):
    factories.day(slug="zee", province="Zeeland")
    factories.day(slug="online", is_online=True, is_in_person=False)
    factories.day(slug="kampvuur", kind="campfire")
    theme = Theme.objects.create(name="Rechten", slug="rechten")
    factories.day(slug="rechten").themes.add(theme)
    page = client.get(f"/actiedagen/?{query}").content.decode()
    assert re.findall(r'card__link" href="/actiedagen/([\w-]+)/"', page) == [found]


@pytest.mark.parametrize("query", ["provincie=Mars", "soort=%F0", "page=-3", "page=9" * 40])
def test_a_filter_that_makes_no_sense_is_a_clear_page(client, query):
    factories.day(title="Straks")
    response = client.get(f"/actiedagen/?{query}")
    assert response.status_code in {200, 400}


def test_the_page_of_a_day_tells_what_came_off_the_tables_and_where_it_led(client):
    host = Organisation.objects.create(name="Gastvrij huis", slug="gastvrij", kind="other")
    day = factories.past_day()
    table = factories.dialogue_table(day, host=host)
    first = factories.table_result(table, text="Ouders zijn bang", position=1)
    second = factories.table_result(table, text="Een meldpunt", position=2)
    known, refused = cause(1), cause(2)
    ResultLink.objects.create(result=first, cause=known)
    ResultLink.objects.create(
        result=second, cause=refused, withdrawn_at=timezone.now(), reason="Er is er al een"
    )
    page = client.get(day.get_absolute_url()).content.decode()
    assert "Gastvrij huis" in page
    assert page.index("Ouders zijn bang") < page.index(known.get_absolute_url())
    assert refused.get_absolute_url() not in page
    assert "Er is er al een" in page


def test_results_stay_in_the_house_until_the_day_begins(client):
    day = factories.day()
    factories.table_result(factories.dialogue_table(day), text="Alvast opgeschreven")
    assert "Alvast opgeschreven" not in client.get(day.get_absolute_url()).content.decode()


def test_a_step_whose_day_passed_is_marked(client):
    day = factories.past_day()
    late = NextStep.objects.create(day=day, text="Een", owner="LOC", due_on=date(2020, 1, 1))
    NextStep.objects.create(
        day=day, text="Twee", owner="LOC", due_on=date(2020, 1, 1), done_on=date(2020, 2, 1)
    )
    assert list(NextStep.objects.overdue()) == [late]
    assert client.get(day.get_absolute_url()).content.decode().count("badge--care") == 1


def test_a_cancelled_day_says_why_and_takes_nobody(client):
    day = factories.day(state="cancelled", state_reason="De zaal is dicht")
    page = client.get(day.get_absolute_url()).content.decode()
    assert "De zaal is dicht" in page
    assert "/aanmelden/" not in page


def test_full_and_partly_full_follow_from_the_numbers(client):
    day = factories.day(places=3, is_online=True, online_places=2)
    factories.registration(day, party_size=3)
    factories.registration(day, mode="report", party_size=3)
    seen = ActionDay.objects.with_seats().get(pk=day.pk)
    assert (seen.room_left, seen.online_left, seen.is_full) == (0, 2, False)
    factories.registration(day, mode="online", party_size=2)
    factories.registration(day, mode="online", state="cancelled")
    assert ActionDay.objects.with_seats().get(pk=day.pk).is_full


def test_the_address_stays_away_until_somebody_has_a_place(client):
    day = factories.day(address="Geheimstraat 5", address_after_confirmation=True)
    for path in (day.get_absolute_url(), f"{day.get_absolute_url()}agenda.ics?naam=voluit"):
        assert "Geheimstraat" not in client.get(path).content.decode()


def test_a_series_is_one_line_in_its_stored_order(client):
    row = factories.series()
    factories.past_day(series=row, series_position=2, title="Daarna zorg")
    factories.past_day(series=row, series_position=1, title="Eerst bescherming")
    factories.day(series=row, series_position=3, state="concept", title="Nog niets")
    page = client.get(row.get_absolute_url()).content.decode()
    assert page.index("Eerst bescherming") < page.index("Daarna zorg")
    assert "Nog niets" not in page
    assert client.get(factories.series().get_absolute_url()).status_code == 404


def test_the_event_is_data_that_cannot_break_out(client):
    day = factories.day(title="</script><b>Wat als</b>", address="Straat 1")
    page = client.get(day.get_absolute_url()).content.decode()
    raw = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)[1]
    event = json.loads(raw)
    assert event["name"] == "</script><b>Wat als</b>"
    assert event["location"][0]["address"]["streetAddress"] == "Straat 1"
    assert (
        "ld+json"
        not in client.get(factories.past_day(precision="month").get_absolute_url()).content.decode()
    )


@pytest.mark.parametrize("rows", [10, 100])
def test_a_day_takes_eight_queries_however_much_it_brought(client, django_assert_num_queries, rows):
    path = full_day(rows).get_absolute_url()
    client.get(path)
    with django_assert_num_queries(8):
        assert client.get(path).status_code == 200


@pytest.mark.parametrize("rows", [10, 100])
def test_the_list_takes_the_same_queries_at_any_length(client, django_assert_num_queries, rows):
    for _number in range(rows):
        factories.registration(factories.day(series=None))
        factories.past_day(series=factories.series(), series_position=1)
    client.get("/zoeken/")  # what every page knows
    for queries in (7, 3):
        with django_assert_num_queries(queries):
            assert client.get("/actiedagen/").status_code == 200


def test_the_list_shows_at_once_what_changed(client):
    day = factories.day(title="Aan tafel", places=1)

    def listed():
        return client.get("/actiedagen/").content.decode()

    before = listed()
    factories.registration(day, state="confirmed")
    assert listed() != before
    day.title = "Rond het vuur"
    day.save()
    assert "Rond het vuur" in listed()
    day.state = "concept"
    day.save()
    assert "Rond het vuur" not in listed()


def test_a_page_of_a_day_may_be_kept_by_everybody(client):
    day = factories.day()
    for path in ("/actiedagen/", day.get_absolute_url(), "/actiedagen/agenda.ics"):
        response = client.get(path)
        assert response.headers["Cache-Control"].startswith("public")
        assert not response.cookies


def test_a_day_over_two_dates_and_a_clock_change_is_written_out():
    amsterdam = timezone.get_default_timezone()
    day = factories.day(
        starts_at=datetime(2027, 10, 30, 22, 0, tzinfo=amsterdam),
        ends_at=datetime(2027, 10, 31, 4, 0, tzinfo=amsterdam),
    )
    assert "22.00" in day.when
    assert "04.00" in day.when
    assert "klok" in day.when


def test_a_month_shows_its_days_and_no_concept(client, django_assert_num_queries):
    amsterdam = timezone.get_default_timezone()
    start = datetime(2031, 1, 31, 22, 0, tzinfo=amsterdam)
    factories.day(title="Nachtdag", starts_at=start, ends_at=datetime(2031, 2, 1, 1, tzinfo=UTC))
    factories.day(title="Nog geheim", starts_at=start, state="concept")
    factories.day(title="Ooit", starts_at=start, precision="month")
    client.get("/actiedagen/maand/2031/1/")
    with django_assert_num_queries(1):
        page = client.get("/actiedagen/maand/2031/1/").content.decode()
    assert "Nachtdag" in page
    assert page.index('id="ergens"') < page.index("Ooit")
    assert "Nog geheim" not in page
    assert "Nachtdag" in client.get("/actiedagen/maand/2031/2/").content.decode()
    assert "Nachtdag" not in client.get("/actiedagen/maand/2031/3/").content.decode()
    for wrong in ("2031/13", "2031/0", "1/1", "9999/12", "99999999999999999999/1"):
        assert client.get(f"/actiedagen/maand/{wrong}/").status_code == 404
    assert client.get("/actiedagen/maand/", follow=True).status_code == 200


def test_an_empty_month_leads_to_the_months_around_it_that_have_a_day(
    client, django_assert_num_queries
):
    amsterdam = timezone.get_default_timezone()
    for year, month in ((2031, 1), (2031, 2), (2031, 9), (2031, 10)):
        start = datetime(year, month, 1, tzinfo=amsterdam)
        factories.day(starts_at=start, ends_at=start + timedelta(hours=2))
    factories.day(starts_at=datetime(2031, 6, 5, tzinfo=UTC), state="concept")

    def ways(path):
        page = client.get(f"/actiedagen/maand/{path}/").content.decode()
        return re.findall(r'class="more" href="/actiedagen/maand/([\d/]+)/"', page)

    assert ways("2031/5") == ["2031/9", "2031/2"]
    assert ways("2032/1") == ["2031/10"]
    assert ways("2031/2") == []
    with django_assert_num_queries(3):
        client.get("/actiedagen/maand/2031/5/")


@pytest.mark.parametrize(("path", "missing"), [("2010/1", "prev"), ("2100/12", "next")])
def test_calendars_end_without_a_dead_link(client, path, missing):
    page = client.get(f"/actiedagen/maand/{path}/").content.decode()
    assert f'rel="{missing}"' not in page
    assert len(re.findall(r'rel="(?:prev|next)"', page)) == 1
