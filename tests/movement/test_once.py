"""A form that is sent twice is handled once; robots are told apart from people."""

from datetime import timedelta

import pytest
from django.utils import timezone

from movement import once, robots
from movement.models import OnceKey

pytestmark = pytest.mark.django_db


class Form(robots.OpenForm):
    pass


def filled(**more):
    shown = robots.stamp(timezone.now() - timedelta(minutes=1))
    return Form({"once": once.fresh_key(), "shown_at": shown, "website": "", **more})


def test_the_second_time_leads_to_what_the_first_one_made():
    key = once.fresh_key()
    once.claim(key)
    once.remember(key, "/praat-mee/gesprek/1/")
    with pytest.raises(once.AlreadyDone) as done:
        once.claim(key)
    assert done.value.path == "/praat-mee/gesprek/1/"


def test_each_form_shows_a_key_of_its_own():
    assert Form()["once"].value() != Form()["once"].value()


@pytest.mark.parametrize("spoilt", ["", "kort", "A" * 32, "x" * 4000, "\x00"])
def test_a_spoilt_key_is_no_mistake_of_the_writer(spoilt):
    form = filled(once=spoilt)
    form.is_valid()
    assert once.KEY.fullmatch(form.fields["once"].clean(spoilt))


def test_old_keys_are_forgotten():
    once.claim(once.fresh_key())
    assert once.forget_old(timezone.now()) == 0
    assert once.forget_old(timezone.now() + timedelta(days=8)) == 1
    assert not OnceKey.objects.exists()


def test_a_person_is_no_robot():
    assert not filled().is_robot
    assert not Form().is_robot


@pytest.mark.parametrize(
    "signs",
    [
        {"website": "http://spam.example"},
        {"shown_at": ""},
        {"shown_at": "1700000000"},
        {"shown_at": robots.stamp(timezone.now() + timedelta(days=1))},
    ],
)
def test_a_robot_is_recognised(signs):
    assert filled(**signs).is_robot


def test_whoever_is_very_fast_is_asked_to_look_again_and_then_taken():
    shown = robots.stamp(timezone.now())
    form = filled(shown_at=shown)
    assert not form.is_robot
    assert not form.is_valid()
    assert set(form.errors) == {"__all__"}
    later = robots.stamp(timezone.now() - timedelta(seconds=robots.FASTEST_SECONDS))
    assert filled(shown_at=later).is_valid()
    assert not filled(shown_at=shown, website="http://spam.example").errors


def test_people_neither_see_nor_reach_the_trap():
    html = str(Form())
    assert 'tabindex="-1"' in html
    assert 'aria-hidden="true"' in html
    assert " style=" not in html
