"""Two at once: limits count, a form is handled once, a mail leaves once, proposals differ."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core import mail as sent
from django.db import connections, transaction
from django.utils import timezone

from movement import limits, mail, once
from movement.models import Cause, LimitWindow, OnceKey, OutboxMessage

pytestmark = pytest.mark.django_db(transaction=True)
WORKERS = 6


def together(act):
    """Let some threads do this at once, each with a connection of its own; what each got."""

    def closing(number):
        try:
            return act(number)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(WORKERS) as pool:
        return list(pool.map(closing, range(WORKERS)))


def test_a_limit_misses_nothing():
    ends_at = timezone.now()
    together(lambda number: [limits.counted("search:a:1", ends_at) for _time in range(5)])
    assert LimitWindow.objects.get().count == WORKERS * 5


def test_one_form_is_handled_once():
    key = once.fresh_key()

    def send(number):
        try:
            with transaction.atomic():
                once.claim(key)
                once.remember(key, f"/{number}/")
        except once.AlreadyDone as done:
            return done.path
        return ""

    paths = together(send)
    kept = OnceKey.objects.get().result_path
    assert sorted(set(paths)) == ["", kept]
    assert paths.count("") == 1


def test_one_cause_gives_one_mail_that_leaves_once():
    together(lambda number: mail.post("confirm-address", to="i@example.org", cause="one"))
    assert OutboxMessage.objects.count() == 1
    OutboxMessage.objects.update(state="waiting")
    sent.outbox.clear()
    left = together(lambda number: mail.send_waiting(timezone.now()))
    assert sum(left) == len(sent.outbox) == 1


def test_what_is_proposed_at_once_gets_a_number_and_an_address_each():
    made = together(lambda number: Cause.objects.propose("Ouders zijn bang om hulp te vragen"))
    assert sorted(cause.number for cause in made) == list(range(1, WORKERS + 1))
    assert len({cause.slug for cause in made}) == WORKERS
    assert Cause.objects.filter(is_public=False).count() == WORKERS
