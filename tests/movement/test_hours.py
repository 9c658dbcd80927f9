"""Office hours: when moderators are there, and when they are back."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.core.cache import caches
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from movement import hours
from movement.models import Closure, SiteSettings
from movement.robots import stamp
from tests import factories

HOME = ZoneInfo("Europe/Amsterdam")
OFFICE = hours.Office.of(SiteSettings())


def at(*moment):
    return datetime(*moment, tzinfo=HOME)


@pytest.mark.parametrize(
    ("now", "back"),
    [
        (at(2026, 11, 27, 17), at(2026, 11, 30, 9)),  # Friday, the minute that they leave
        (at(2026, 11, 27, 22, 30), at(2026, 11, 30, 9)),  # Friday evening
        (at(2026, 11, 29, 12), at(2026, 11, 30, 9)),  # Sunday
        (at(2026, 11, 24, 3), at(2026, 11, 24, 9)),  # the night before an office day
        (at(2026, 11, 24, 8, 59), at(2026, 11, 24, 9)),
        (at(2026, 11, 24, 20), at(2026, 11, 25, 9)),
        (at(2026, 12, 31, 18), at(2027, 1, 4, 9)),  # a new year on a Friday
        (at(2026, 12, 24, 18), at(2026, 12, 28, 9)),  # Christmas on Friday and Saturday
        (at(2027, 3, 26, 18), at(2027, 3, 30, 9)),  # Easter
        (at(2027, 4, 26, 18), at(2027, 4, 28, 9)),  # the King's day
        (at(2027, 5, 6, 10), at(2027, 5, 7, 9)),  # Ascension
        (at(2026, 3, 27, 18), at(2026, 3, 30, 9)),  # the clock goes forward that Sunday
        (at(2026, 10, 23, 18), at(2026, 10, 26, 9)),  # and back
    ],
)
def test_moderators_are_back_at_the_next_opening(now, back):
    assert not hours.are_here(now, OFFICE)
    assert hours.back_at(now, OFFICE) == back
    # The same moment, told on another clock.
    assert hours.back_at(now.astimezone(UTC), OFFICE) == back


@pytest.mark.parametrize(
    "now", [at(2026, 11, 24, 9), at(2026, 11, 24, 12), at(2026, 11, 27, 16, 59, 59)]
)
def test_during_hours_nobody_has_to_come_back(now):
    assert hours.are_here(now, OFFICE)
    assert hours.back_at(now, OFFICE) is None


def test_nine_is_nine_on_the_clock_on_both_sides_of_a_change():
    spring = hours.back_at(at(2026, 3, 28, 12), OFFICE)
    autumn = hours.back_at(at(2026, 10, 24, 12), OFFICE)
    assert spring.astimezone(UTC).hour == 7
    assert autumn.astimezone(UTC).hour == 8


def test_an_opening_that_the_clock_skips_comes_an_hour_later():
    sundays = {"moderator_days": [7], "moderators_until": time(8)}
    nights = hours.Office.of(SiteSettings(moderators_from=time(2, 30), **sundays))
    back = hours.back_at(at(2026, 3, 29, 1), nights)
    assert back.astimezone(UTC) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert back.time() == time(3, 30)


def test_with_one_day_a_week_they_are_back_a_week_later():
    tuesdays, never = (hours.Office.of(SiteSettings(moderator_days=days)) for days in ([2], []))
    assert hours.back_at(at(2026, 11, 24, 18), tuesdays) == at(2026, 12, 1, 9)
    assert hours.back_at(at(2026, 11, 24, 18), never) is None


def set_hours(**values):
    SiteSettings.objects.update_or_create(pk=1, defaults=values)
    caches["fragments"].clear()


@pytest.mark.django_db
def test_the_sentence_names_the_day_and_the_time():
    set_hours(moderators_from=time(9), moderators_until=time(17))
    assert hours.said(at(2026, 11, 27, 22)) == "Moderatoren zijn er weer maandag om 9.00 uur."
    assert hours.said(at(2026, 11, 24, 6)) == "Moderatoren zijn er weer vandaag om 9.00 uur."
    assert hours.said(at(2026, 11, 24, 10)) == "Moderatoren zijn er nu."
    # Over Easter the day is named; further than a week away with its date.
    assert hours.said(at(2027, 3, 26, 22)) == "Moderatoren zijn er weer dinsdag om 9.00 uur."
    Closure.objects.create(first_on=date(2026, 12, 21), last_on=date(2027, 1, 1))
    caches["fragments"].clear()
    weeks = "Moderatoren zijn er weer maandag 4 januari om 9.00 uur."
    assert hours.said(at(2026, 12, 18, 22)) == weeks
    assert hours.said(at(2026, 12, 23, 10)) == weeks


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ([1, 2, 3, 4, 5], "maandag tot en met vrijdag, 9.00 tot 17.00 uur"),
        ([1, 3, 5], "maandag, woensdag en vrijdag, 9.00 tot 17.00 uur"),
        ([2, 3], "dinsdag en woensdag, 9.00 tot 17.00 uur"),
        ([6], "zaterdag, 9.00 tot 17.00 uur"),
    ],
)
def test_the_hours_are_one_sentence_made_of_days_and_times(days, words):
    assert SiteSettings(moderator_days=days).moderator_hours == words


@pytest.mark.django_db
def test_a_day_has_two_shifts_of_equal_length():
    set_hours(moderators_from=time(10), moderators_until=time(14))
    assert hours.shift(at(2026, 11, 24, 9, 59)) == ""
    assert hours.shift(at(2026, 11, 24, 11, 59)) == "2026-11-24-early"
    assert hours.shift(at(2026, 11, 24, 12)) == "2026-11-24-late"
    assert hours.shift(at(2026, 11, 24, 14)) == ""


@pytest.mark.parametrize(
    ("work", "now", "since"),
    [
        (8, at(2026, 11, 30, 16, 59), at(2026, 11, 27, 16, 59)),
        (8, at(2026, 11, 30, 17), at(2026, 11, 30, 9)),
        (8, at(2026, 11, 30, 12), at(2026, 11, 27, 12)),  # Monday at noon: since Friday at noon
        (8, at(2026, 11, 28, 12), at(2026, 11, 27, 9)),  # Saturday: all of Friday
        (8, at(2026, 12, 28, 12), at(2026, 12, 24, 12)),  # over Christmas
        (1, at(2026, 11, 24, 20), at(2026, 11, 24, 16)),
        (20, at(2026, 11, 26, 17), at(2026, 11, 24, 13)),
    ],
)
def test_only_office_time_counts_as_waiting(work, now, since):
    assert hours.before(now, timedelta(hours=work), OFFICE) == since


def test_the_change_of_the_clock_makes_a_night_shorter_not_the_wait():
    nights = {"moderator_days": [7], "moderators_from": time(0), "moderators_until": time(8)}
    office = hours.Office.of(SiteSettings(**nights))
    # Seven hours lie between midnight and eight o'clock that night.
    since = hours.before(at(2026, 3, 29, 8), timedelta(hours=7), office)
    assert since == at(2026, 3, 29, 0)


@pytest.mark.django_db
def test_a_moderator_says_when_nobody_is_there(sign_in):
    moderator = sign_in(factories.moderator())
    path = reverse("admin:movement_closure_add")
    typed = {"first_on": "24-12-2026", "last_on": "23-12-2026", "note": "Kerst"}
    refused = moderator.post(path, typed)
    assert refused.context["adminform"].form.errors
    assert moderator.post(path, typed | {"last_on": "24-12-2026"}).status_code == 302
    caches["fragments"].clear()
    assert hours.back_at(at(2026, 12, 24, 10)) == at(2026, 12, 28, 9)
    assert hours.shift(at(2026, 12, 24, 10)) == ""
    assert sign_in(factories.editor()).get(path).status_code == 403


@pytest.mark.parametrize("days", [[], [0], [8], ["1"], "12345", None])
def test_days_are_days_of_the_week(days):
    with pytest.raises(ValidationError):
        SiteSettings(moderator_days=days).clean_fields()


@pytest.mark.django_db
def test_hours_that_end_before_they_begin_are_refused():
    with pytest.raises(IntegrityError), transaction.atomic():
        SiteSettings.objects.create(moderators_from=time(17), moderators_until=time(9))


@pytest.mark.django_db
def test_an_editor_ticks_the_days(client):
    client.force_login(factories.beheerder())
    row = SiteSettings.objects.get_or_create(pk=1)[0]
    path = reverse("admin:movement_sitesettings_change", args=[row.pk])
    form = client.get(path).context["adminform"].form
    assert form["moderator_days"].value() == [1, 2, 3, 4, 5]
    typed = {name: form[name].value() or "" for name in form.fields}
    typed |= {"moderator_days": ["1", "4"], "moderators_from": "10:00", "moderators_until": "9:00"}
    refused = client.post(path, typed)
    assert refused.status_code == 200
    assert refused.context["adminform"].form.errors
    assert client.post(path, typed | {"moderators_until": "15:30"}).status_code == 302
    row.refresh_from_db()
    assert (row.moderator_days, row.moderators_from) == ([1, 4], time(10))
    assert client.post(path, typed | {"moderator_days": []}).status_code == 200
    row.refresh_from_db()
    assert row.moderator_days == [1, 4]


@pytest.mark.django_db
def test_who_waits_or_reports_reads_when_a_moderator_is_back(visitor, new_member):
    """With one day a week, two days from now: the sentence is the same all day."""
    later = timezone.localtime() + timedelta(days=2)
    set_hours(moderator_days=[later.isoweekday()])
    said = hours.said(timezone.now())
    post = factories.post(factories.topic(on=factories.board(public=True)))
    sent = {"kind": "names", "once": uuid4().hex}
    sent["shown_at"] = stamp(timezone.now() - timedelta(minutes=1))
    reported = visitor.post(reverse("discussions:report", args=[post.pk]), sent)
    assert said in reported.content.decode()
    assert said in visitor.get(reported.context["link"], follow=True).content.decode()
    path = reverse("discussions:reply", args=[post.topic.pk])
    placed = new_member.post(path, {"body": "Mijn eerste keer.", "once": uuid4().hex}, follow=True)
    # Once in the message, once below the post.
    assert placed.content.decode().count(said) == 2
