"""Limits: counted exactly, by a key that names nobody, safe behind a proxy."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory

from movement import limits
from movement.models import LimitWindow

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 1, 12, 0, 30, tzinfo=UTC)


def visitor(**meta):
    request = RequestFactory().get("/", **meta)
    request.user = AnonymousUser()
    return request


def test_past_the_rate_it_says_how_long_to_wait():
    rate = limits.RATES["search"]
    for _time in range(rate.times):
        limits.hit("search", "a", now=NOON)
    with pytest.raises(limits.TooMany) as refused:
        limits.hit("search", "a", now=NOON)
    assert refused.value.retry_after == 30
    limits.hit("search", "b", now=NOON)
    limits.hit("search", "a", now=NOON + timedelta(minutes=1))


def test_an_unknown_action_is_a_mistake_of_ours():
    with pytest.raises(KeyError):
        limits.hit("nothing", "a")


def test_no_address_is_stored(member):
    limits.hit("search", limits.client_key(visitor(REMOTE_ADDR="203.0.113.77")))
    limits.hit("reset-address", limits.address_key("Iemand@example.org"))
    kept = str(list(LimitWindow.objects.values()))
    assert "203.0" not in kept
    assert "example.org" not in kept.lower()


def test_a_network_counts_as_one():
    one, other = visitor(REMOTE_ADDR="203.0.113.77"), visitor(REMOTE_ADDR="203.0.113.5")
    assert limits.client_key(one) == limits.client_key(other)
    assert limits.client_key(one) != limits.client_key(visitor(REMOTE_ADDR="203.0.114.77"))
    six = visitor(REMOTE_ADDR="2001:db8:1::5")
    assert limits.client_key(six) == limits.client_key(visitor(REMOTE_ADDR="2001:db8:1:9::1"))


def test_without_a_proxy_nobody_chooses_their_own_address():
    plain = visitor(REMOTE_ADDR="203.0.113.77")
    faked = visitor(REMOTE_ADDR="203.0.113.77", HTTP_X_FORWARDED_FOR="198.51.100.1")
    assert limits.client_key(plain) == limits.client_key(faked)


def test_behind_a_proxy_only_what_the_proxy_saw_counts(settings):
    settings.TRUSTED_PROXIES = 1
    first = visitor(REMOTE_ADDR="127.0.0.1", HTTP_X_FORWARDED_FOR="6.6.6.6, 203.0.113.77")
    again = visitor(REMOTE_ADDR="127.0.0.1", HTTP_X_FORWARDED_FOR="7.7.7.7, 203.0.113.77")
    other = visitor(REMOTE_ADDR="127.0.0.1", HTTP_X_FORWARDED_FOR="203.0.113.77, 198.51.100.1")
    assert limits.client_key(first) == limits.client_key(again)
    assert limits.client_key(first) != limits.client_key(other)


def test_a_member_is_counted_by_number(member):
    request = visitor()
    request.user = member.person
    assert limits.client_key(request) == f"member-{member.person.pk}"


def test_windows_that_ended_are_forgotten():
    limits.hit("search", "a", now=NOON)
    assert limits.forget_old(NOON) == 0
    assert limits.forget_old(NOON + timedelta(minutes=3)) == 1
