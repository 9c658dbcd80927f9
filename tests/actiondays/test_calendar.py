"""Calendar files: right across clock changes, neutral where somebody may look along."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from tests import factories

pytestmark = pytest.mark.django_db
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def entries(response):
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    return Calendar.from_ical(response.content).walk("VEVENT")


@pytest.mark.parametrize(
    "start",
    [
        datetime(2027, 3, 28, 1, 30, tzinfo=AMSTERDAM),
        datetime(2027, 10, 31, 2, 30, tzinfo=AMSTERDAM),
        datetime(2027, 10, 31, 2, 30, fold=1, tzinfo=AMSTERDAM),
        datetime(2027, 7, 1, 10, 0, tzinfo=AMSTERDAM),
    ],
)
def test_a_moment_survives_the_change_of_the_clock(client, start):
    start = start.astimezone(UTC)
    day = factories.day(starts_at=start, ends_at=start + timedelta(hours=2))
    [entry] = entries(client.get(f"{day.get_absolute_url()}agenda.ics"))
    assert entry["dtstart"].dt.astimezone(UTC) == start
    assert entry["dtend"].dt.astimezone(UTC) == start + timedelta(hours=2)


def test_a_file_of_one_day_says_nothing_to_who_looks_along(client):
    day = factories.day(title="Jeugdzorg", slug="jeugdzorg", summary="Jeugdzorg", place="Jeugdhuis")
    path = f"{day.get_absolute_url()}agenda.ics"
    response = client.get(path)
    assert b"eugd" not in response.content
    assert "eugd" not in response["Content-Disposition"]
    assert b"SUMMARY:Jeugdzorg" in client.get(f"{path}?naam=voluit").content


def test_a_day_without_a_time_fills_the_day_and_a_month_stays_out(client):
    start = datetime.now(AMSTERDAM).replace(hour=0, minute=0, second=0, microsecond=0)
    day = factories.day(precision="day", starts_at=start, ends_at=start + timedelta(hours=23))
    month = factories.day(precision="month")
    [entry] = entries(client.get("/actiedagen/agenda.ics"))
    assert (entry["dtstart"].dt, entry["dtend"].dt) == (
        start.date(),
        start.date() + timedelta(days=1),
    )
    assert type(entry["dtstart"].dt) is date
    assert client.get(f"{day.get_absolute_url()}agenda.ics").status_code == 200
    assert client.get(f"{month.get_absolute_url()}agenda.ics").status_code == 404


def test_a_cancelled_day_is_cancelled_in_calendars_too(client):
    factories.day(state="cancelled")
    [entry] = entries(client.get("/actiedagen/agenda.ics"))
    assert entry["status"] == "CANCELLED"
