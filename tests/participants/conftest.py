"""What tests of accounts share: mails that leave, and a form that a person took time for."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone


@pytest.fixture
def letters(db):
    """Return a function that lets waiting mail leave and gives all letters so far."""
    from django.core import mail as sent

    from movement import mail

    def leave():
        mail.send_waiting(timezone.now())
        return sent.outbox

    return leave


@pytest.fixture
def link_in():
    """Return a function that finds the path of the first link in a letter."""
    return lambda letter: re.search(r"http://localhost(/\S+)", letter.body)[1]


@pytest.fixture
def signing_up():
    """Return a function that gives a well filled sign-up form."""
    from movement import once, robots

    def filled(**more):
        return {
            "email": "iemand@example.net",
            "password1": "een-lange-zin-van-mij",
            "pseudonym": "Zilvermeeuw",
            "is_old_enough": "on",
            "once": once.fresh_key(),
            "shown_at": robots.stamp(timezone.now() - timedelta(minutes=1)),
            "website": "",
            **more,
        }

    return filled
