"""Places and the waiting list are exact, whatever happens in between."""

import random
from datetime import timedelta

import pytest
from django.utils import timezone

from actiondays.models import NoRoom, Registration, RegistrationClosed, TableFull
from actiondays.models.registrations import refill
from movement.models import OutboxMessage
from movement.once import fresh_key
from tests import factories

pytestmark = pytest.mark.django_db


def sign_up(day, address, **answers):
    given = {
        "name": "Wilg",
        "email": f"{address}@example.org",
        "phone": "",
        "mode": "in-person",
        "party_size": 1,
        "preferred_table": None,
        "access_needs": "",
        **answers,
    }
    return Registration.objects.sign_up(day, key=fresh_key(), path="/", **given)


def states(day):
    return list(day.registrations.order_by("pk").values_list("state", flat=True))


def seated(day, mode="in-person"):
    rows = day.registrations.seated().filter(mode=mode)
    return sum(rows.values_list("party_size", flat=True))


def test_the_first_who_fits_moves_up_once():
    day = factories.day(places=3)
    first = sign_up(day, "een", party_size=2)
    sign_up(day, "twee", party_size=1)
    large = sign_up(day, "drie", party_size=3)
    small = sign_up(day, "vier", party_size=2)
    assert states(day) == ["unconfirmed", "unconfirmed", "waiting", "waiting"]
    small.confirm()
    first.cancel()
    assert states(day) == ["cancelled", "unconfirmed", "waiting", "confirmed"]
    assert OutboxMessage.objects.filter(kind="registration-moved-up").count() == 1
    large.refresh_from_db()
    assert (large.queue_number, seated(day)) == (1, 3)


def test_who_cancels_after_moving_up_does_not_come_back():
    day = factories.day(places=1)
    first, second, third = (sign_up(day, name) for name in ("een", "twee", "drie"))
    first.cancel()
    second.cancel()
    third.cancel()
    refill(day)
    assert states(day) == ["cancelled"] * 3
    assert OutboxMessage.objects.filter(kind="registration-moved-up").count() == 2
    again = sign_up(day, "twee")
    assert again.pk not in {first.pk, second.pk, third.pk}


def test_fewer_places_take_nobodys_place_and_more_let_people_move_up():
    day = factories.day(places=2)
    first, *_others = [sign_up(day, str(number)) for number in range(4)]
    day.places = 1
    day.save()
    assert refill(day) == 0
    first.cancel()
    assert states(day) == ["cancelled", "unconfirmed", "waiting", "waiting"]
    day.places = None
    day.save()
    assert refill(day) == 2


def test_growing_is_refused_when_there_is_no_room():
    day = factories.day(places=3)
    table = factories.dialogue_table(day, places=2)
    one, _two = sign_up(day, "een"), sign_up(day, "twee", party_size=2)
    with pytest.raises(NoRoom):
        one.change(mode="in-person", party_size=2, preferred_table=None)
    one.refresh_from_db()
    assert one.party_size == 1
    one.change(mode="in-person", party_size=1, preferred_table=table)
    with pytest.raises(TableFull):
        sign_up(day, "drie", party_size=2, preferred_table=table)


def test_shrinking_lets_the_next_move_up():
    day = factories.day(places=3, is_online=True)
    three = sign_up(day, "een", party_size=3)
    sign_up(day, "twee", party_size=2)
    three.change(mode="online", party_size=1, preferred_table=None)
    assert states(day) == ["unconfirmed", "unconfirmed"]
    assert (seated(day), seated(day, "online")) == (2, 1)


def test_the_report_has_no_limit():
    day = factories.day(places=0)
    assert sign_up(day, "een", mode="report").state == "unconfirmed"
    assert sign_up(day, "twee").state == "waiting"


def test_one_that_lapsed_takes_its_turn_again():
    day = factories.day(places=1)
    first, second = sign_up(day, "een"), sign_up(day, "twee")
    second.confirm()
    Registration.objects.lapse(timezone.now() + timedelta(days=3))
    first.refresh_from_db()
    first.confirm()
    assert states(day) == ["waiting", "confirmed"]
    day.state = "closed"
    day.save()
    Registration.objects.filter(pk=first.pk).update(state="lapsed", confirmed_at=None)
    with pytest.raises(RegistrationClosed):
        first.confirm()


@pytest.mark.parametrize("seed", range(5))
def test_a_day_of_chance_never_overfills_and_never_leaves_who_fits_waiting(seed):
    chance = random.Random(seed)
    day = factories.day(places=7)
    for step in range(60):
        standing = list(day.registrations.standing())
        act = chance.choice(["sign up", "sign up", "confirm", "cancel", "lapse", "places"])
        if act == "sign up":
            sign_up(day, f"m{step}", party_size=chance.randint(1, 3))
        elif act == "confirm" and standing:
            chance.choice(standing).confirm()
        elif act == "cancel" and standing:
            chance.choice(standing).cancel()
        elif act == "lapse" and chance.random() < 0.2:
            Registration.objects.lapse(timezone.now() + timedelta(days=3))
        elif act == "places":
            day.places = max(seated(day), chance.randint(4, 12))
            day.save()
            refill(day)
        left = day.places - seated(day)
        assert left >= 0
        assert not day.registrations.waiting().filter(party_size__lte=left).exists()
    ups = OutboxMessage.objects.filter(kind="registration-moved-up").count()
    assert ups == day.registrations.filter(promoted_at__isnull=False).count()
