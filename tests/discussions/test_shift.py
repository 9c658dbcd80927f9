"""Moderators are mailed about what waits too long, counted in the hours that they are there."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.cache import caches

from discussions import moments
from discussions.models import QueueItem
from movement.models import Closure, OutboxMessage, SiteSettings
from tests import factories

pytestmark = pytest.mark.django_db


def at(*moment):
    return datetime(*moment, tzinfo=ZoneInfo("Europe/Amsterdam"))


def waits_since(moment, **more):
    factories.held_post()
    QueueItem.objects.update(opened_at=moment, **more)


def mailed(*moments_of_tick):
    """At which of these moments moderators were mailed."""
    return [now for now in moments_of_tick if moments.remind_moderators(now)]


FRIDAY = at(2026, 11, 27, 16, 30)
SATURDAY = at(2026, 11, 28, 10)
MONDAY, MONDAY_END = at(2026, 11, 30, 9), at(2026, 11, 30, 16, 30)


def test_a_weekend_is_no_waiting():
    factories.moderator()
    waits_since(FRIDAY)
    minute = timedelta(minutes=1)
    assert mailed(SATURDAY, MONDAY, MONDAY_END - minute, MONDAY_END) == [MONDAY_END]


def test_a_holiday_is_no_waiting_either():
    factories.moderator()
    Closure.objects.create(first_on=date(2026, 11, 30), last_on=date(2026, 11, 30))
    caches["fragments"].clear()
    waits_since(FRIDAY)
    day = timedelta(days=1)
    assert mailed(MONDAY_END, MONDAY_END + day) == [MONDAY_END + day]


def test_what_is_urgent_is_mailed_as_soon_as_moderators_are_back():
    factories.moderator()
    waits_since(FRIDAY + timedelta(hours=4), is_urgent=True)
    assert mailed(SATURDAY, MONDAY) == [MONDAY]


def test_a_short_office_day_is_long_enough():
    factories.moderator()
    SiteSettings.objects.update_or_create(
        pk=1, defaults={"moderator_days": [1], "moderators_until": "11:00"}
    )
    caches["fragments"].clear()
    waits_since(at(2026, 11, 25, 12))
    week = timedelta(days=7)
    assert mailed(MONDAY, MONDAY + timedelta(minutes=119), MONDAY + week) == [MONDAY + week]


def test_moderators_get_one_mail_in_each_half_of_the_day():
    moderator = factories.moderator()
    waits_since(FRIDAY - timedelta(days=2))
    hour = timedelta(hours=1)
    assert mailed(MONDAY, MONDAY + hour, MONDAY + 4 * hour, MONDAY + 5 * hour, SATURDAY) == [
        MONDAY,
        MONDAY + 4 * hour,
    ]
    mails = OutboxMessage.objects.filter(recipient=moderator.email, kind="overdue")
    assert mails.count() == 2


def test_nothing_is_mailed_when_nothing_waits():
    factories.moderator()
    waits_since(FRIDAY)
    QueueItem.objects.waiting().close()
    assert mailed(MONDAY, MONDAY_END) == []
