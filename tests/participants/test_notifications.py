"""Notifications: a kind and an address, never text; at most one mail in a quarter of an hour."""

from datetime import datetime, timedelta

import pytest
from django.core import mail as sent
from django.core.management import call_command
from django.utils import timezone

from movement.limits import RATES
from movement.models import OutboxMessage
from participants.mail_rhythm import morning
from participants.models import Notification
from participants.notifications import forget, notify
from tests import factories

pytestmark = pytest.mark.django_db


class Target:
    def __init__(self, path):
        self.path = path

    def get_absolute_url(self):
        return self.path


CONVERSATION = Target("/nieuws/")
OTHER = Target("/deelnemers/")


def tick(minutes=0):
    call_command("tick", now=(timezone.now() + timedelta(minutes=minutes)).isoformat())


def tell(person, target=CONVERSATION, **more):
    return notify([person], kind=Notification.Kind.REPLY, target=target, **more)


def test_somebody_is_told_and_led_on(member):
    tell(member.person)
    page = member.get("/meldingen/")
    notification = Notification.objects.get()
    assert f'href="/meldingen/{notification.pk}/"' in page.content.decode()
    assert member.get(f"/meldingen/{notification.pk}/").headers["Location"] == "/nieuws/"
    notification.refresh_from_db()
    assert notification.read_at is not None


def test_only_the_one_it_is_for_is_led_on(member, new_member, visitor):
    tell(member.person)
    path = f"/meldingen/{Notification.objects.get().pk}/"
    assert new_member.get(path).status_code == 404
    assert visitor.get(path).headers["Location"].startswith("/account/login/?next=")
    assert member.get(path).status_code == 302


def test_a_number_beyond_all_numbers_is_not_found(member):
    assert member.get(f"/meldingen/{2**70}/").status_code == 404
    assert member.get("/meldingen/?page=-3").status_code == 200


def test_not_the_actor_and_not_twice_the_same(member):
    assert tell(member.person, actor=member.person) == 0
    assert tell(member.person) == 1
    assert tell(member.person) == 0
    assert Notification.objects.count() == 1


def test_the_mail_says_only_that_there_is_something(member):
    tell(member.person)
    tick()
    letter = sent.outbox[0]
    assert letter.subject == "Nieuw bericht"
    for word in ("/nieuws/", member.person.pseudonym, "reactie", "gesprek", "jeugdzorg"):
        assert word not in letter.body
    assert "/meldingen/" in letter.body
    assert letter.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_at_most_one_mail_in_a_quarter_of_an_hour(member):
    tell(member.person)
    tick()
    tell(member.person, OTHER)
    tell(member.person, Target("/actiedagen/"))
    tick(minutes=10)
    assert len(sent.outbox) == 1
    tick(minutes=16)
    tick(minutes=16)
    assert len(sent.outbox) == 2


def test_mail_stops_in_one_click_without_signing_in(member, client):
    tell(member.person)
    tick()
    address = sent.outbox[0].extra_headers["List-Unsubscribe"].strip("<>")
    client.post(address.removeprefix("http://localhost"), {"List-Unsubscribe": "One-Click"})
    tell(member.person, OTHER)
    tick(minutes=20)
    assert len(sent.outbox) == 1
    assert Notification.objects.count() == 2


def choose(client, rhythm):
    return client.post("/meldingen/mail/", {"rhythm": rhythm})


def test_the_member_can_have_mail_again(member):
    choose(member, "never")
    tell(member.person)
    choose(member, "soon")
    tell(member.person, OTHER)
    tick()
    assert len(sent.outbox) == 1
    assert Notification.objects.count() == 2


def test_a_choice_that_is_none_is_refused_and_the_one_made_is_shown(member):
    choose(member, "daily")
    page = member.get("/meldingen/")
    assert page.context["form"].initial["rhythm"] == "daily"
    assert choose(member, "elk uur").status_code == 422
    assert member.get("/meldingen/").context["form"].initial["rhythm"] == "daily"


def test_who_chooses_too_often_gets_a_clear_answer(member):
    for _time in range(RATES["reaction"].times):
        assert choose(member, "daily").status_code == 302
    assert choose(member, "daily").status_code == 429


def test_once_a_day_everything_comes_in_one_mail_in_the_morning(member):
    choose(member, "daily")
    evening = timezone.make_aware(datetime(2026, 3, 4, 20, 15))
    for target in (CONVERSATION, OTHER):
        tell(member.person, target, not_before=evening)
    call_command("tick", now="2026-03-05T07:59+01:00")
    assert sent.outbox == []
    call_command("tick", now="2026-03-05T08:00+01:00")
    call_command("tick", now="2026-03-05T08:01+01:00")
    assert len(sent.outbox) == 1
    assert sent.outbox[0].subject == "Nieuw bericht"


def test_the_morning_is_the_one_of_the_clock_also_when_it_changes():
    before = timezone.make_aware(datetime(2026, 3, 28, 20, 0))
    assert timezone.localtime(morning(before)).isoformat() == "2026-03-29T08:00:00+02:00"
    at_eight = timezone.make_aware(datetime(2026, 3, 4, 8, 0))
    assert morning(at_eight) == at_eight


def test_a_mail_that_waits_goes_along_with_another_choice(member):
    later = timezone.now() + timedelta(minutes=10)
    tell(member.person, not_before=later)
    letter = OutboxMessage.objects.get(recipient=member.person.email)
    choose(member, "daily")
    letter.refresh_from_db()
    assert letter.not_before == morning(later)
    choose(member, "soon")
    letter.refresh_from_db()
    assert later < letter.not_before <= timezone.now() + timedelta(minutes=15)
    choose(member, "never")
    tick(minutes=60 * 24)
    assert sent.outbox == []


def test_what_was_read_is_not_mailed(member):
    later = timezone.now() + timedelta(minutes=10)
    tell(member.person, not_before=later)
    tell(member.person, OTHER, not_before=later)
    for notification in Notification.objects.all():
        member.get(f"/meldingen/{notification.pk}/")
    tick(minutes=20)
    assert sent.outbox == []
    tell(member.person, not_before=later)
    tell(member.person, OTHER, not_before=later)
    member.get(f"/meldingen/{Notification.objects.filter(read_at=None).first().pk}/")
    tick(minutes=20)
    assert len(sent.outbox) == 1


def test_what_disappears_takes_its_notification_and_its_mail_along(member):
    tell(member.person, not_before=timezone.now() + timedelta(minutes=10))
    forget(CONVERSATION)
    tick(minutes=20)
    assert sent.outbox == []
    assert not Notification.objects.exists()
    tell(member.person, OTHER)
    tick(minutes=20)
    assert len(sent.outbox) == 1


def test_a_mail_with_another_reason_still_leaves(member):
    tell(member.person, not_before=timezone.now() + timedelta(minutes=5))
    tell(member.person, OTHER)
    forget(CONVERSATION)
    tick(minutes=6)
    assert len(sent.outbox) == 1


def test_telling_ninety_people_costs_as_much_as_telling_ten(django_assert_num_queries):
    few = [factories.member() for _person in range(10)]
    many = [factories.member() for _person in range(90)]
    with django_assert_num_queries(8):
        notify(few, kind="reply", target=CONVERSATION)
    with django_assert_num_queries(8):
        notify(many, kind="reply", target=CONVERSATION)
    assert OutboxMessage.objects.count() == 100


@pytest.mark.parametrize("rows", [10, 100])
def test_the_list_asks_the_database_the_same_for_many(member, rows, django_assert_max_num_queries):
    for number in range(rows):
        tell(member.person, Target(f"/nieuws/{number}/"))
    with django_assert_max_num_queries(12) as queries:
        member.get("/meldingen/")
    assert len(queries) == 8


def test_all_can_be_marked_as_seen(member):
    tell(member.person)
    assert member.get("/meldingen/gelezen/").status_code == 302
    assert Notification.objects.filter(read_at__isnull=True).exists()
    member.post("/meldingen/gelezen/")
    assert not Notification.objects.filter(read_at__isnull=True).exists()
