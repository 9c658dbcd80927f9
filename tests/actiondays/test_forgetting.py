"""What is kept of those who registered, and until when: figures stay, people do not."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from actiondays import forgetting, moments, organising
from actiondays.models import Agreement, LabRequest, Registration
from actiondays.own_data import registration_of
from movement.models import OutboxMessage
from tests import factories

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def held(days_ago, **facts):
    """A day that ended so many days ago."""
    ends_at = timezone.now() - days_ago * DAY
    return factories.past_day(starts_at=ends_at - timedelta(hours=2), ends_at=ends_at, **facts)


def is_kept(row):
    moments.tick(timezone.now())
    row.refresh_from_db()
    return bool(row.name or row.email or row.phone)


@pytest.mark.parametrize(
    ("days_ago", "facts", "kept"),
    [
        (364, {}, True),
        (366, {}, False),
        (366, {"email": "", "phone": "+31612345678"}, False),
        (29, {"state": "cancelled"}, True),
        (31, {"state": "cancelled"}, False),
        (31, {"state": "lapsed"}, False),
        (366, {"mode": "report"}, True),
        (731, {"mode": "report"}, False),
    ],
)
def test_name_and_address_have_a_term(days_ago, facts, kept):
    row = factories.registration(held(days_ago), **facts)
    until = forgetting.contact_kept_until(row)
    assert (until > timezone.now()) is kept
    assert is_kept(row) is kept
    assert (row.forgotten_at is None) is kept


@pytest.mark.parametrize(("published", "kept"), [(89, True), (91, False)])
def test_who_asked_only_for_the_report_is_kept_for_that(published, kept):
    day = held(400, report="<p>Dit</p>", report_published_at=timezone.now() - published * DAY)
    assert is_kept(factories.registration(day, mode="report")) is kept


def test_a_report_before_the_day_is_over_takes_nobody_away():
    day = factories.day(report_published_at=timezone.now() - 200 * DAY)
    row = factories.registration(day, mode="report")
    assert is_kept(row)
    assert forgetting.contact_kept_until(row) > day.ends_at


def test_figures_stay_and_mails_go(organiser, member):
    day = held(360)
    rows = [
        factories.registration(day, party_size=2, checked_in_at=day.starts_at),
        factories.registration(day, email="", phone="+31612345678"),
        factories.registration(day, email="", phone="+31612345679", person=member.person),
    ]
    Agreement.objects.create(registration=rows[0], agrees=False, correction="Ik heet anders")
    Agreement.objects.create(registration=rows[1], agrees=True)
    organising.write_to_all(day, "Dank je", writer=organiser.person)
    other = factories.registration(factories.day(), email=rows[0].email)
    OutboxMessage.objects.create(
        kind="registration-first", cause=f"registration-{other.pk}-first",
        recipient=other.email, message_id="<x@x>",
    )  # fmt: skip
    OutboxMessage.objects.update(state="failed")
    call_command("tick", now=(timezone.now() + 6 * DAY).isoformat())
    kept = Registration.objects.filter(day=day)
    assert set(kept.values_list("name", "email", "phone", "access_needs")) == {("", "", "", "")}
    assert [row.party_size for row in kept.order_by("pk")] == [2, 1, 1]
    assert list(Agreement.objects.values_list("agrees", flat=True)) == [True]
    assert OutboxMessage.objects.get().cause == f"registration-{other.pk}-first"
    page = organiser.get(f"/beheer/actiondays/actionday/{day.pk}/deelnemers/").content.decode()
    assert "naam niet meer bewaard" in page
    assert member.get(f"/actiedagen/aanmelding/{rows[2].pk}/").status_code == 200


def test_forgetting_takes_few_queries_however_many(django_assert_num_queries):
    for _number in range(30):
        factories.registration(held(400))
    with django_assert_num_queries(6):
        assert forgetting.forget_contact(timezone.now()) == 30
    with django_assert_num_queries(3):
        assert forgetting.forget_contact(timezone.now()) == 0


def test_the_term_is_told_before_and_after(client, member):
    day = factories.day()
    form = client.get(f"{day.get_absolute_url()}aanmelden/").content.decode()
    assert "een jaar na de dag" in form.lower()
    row = factories.registration(day, person=member.person)
    until = timezone.localdate(day.ends_at + timedelta(days=365))
    page = member.get(f"/actiedagen/aanmelding/{row.pk}/").content.decode()
    assert f"{until.day} " in page
    assert str(until.year) in page
    assert registration_of(row)["kept_until"].startswith(str(until.year))


def test_publishing_again_after_the_outbox_forgot_tells_nobody_twice():
    day = held(10, report="<p>Dit</p>")
    factories.registration(day)
    assert organising.publish_report(day) == 1
    OutboxMessage.objects.all().delete()
    factories.registration(day)
    assert organising.publish_report(day) == 1
    assert OutboxMessage.objects.count() == 1


def test_a_request_for_a_lab_is_kept_a_year_after_the_last_contact():
    facts = {"organisation": "Gemeente", "town": "Ulft", "name": "Wilg", "email": "w@example.org"}
    quiet = LabRequest.objects.create(question="Wat als?", **facts)
    talking = LabRequest.objects.create(question="En nu?", state="talking", **facts)
    moments.tick(timezone.now() + 364 * DAY)
    assert LabRequest.objects.count() == 2
    moments.tick(timezone.now() + 366 * DAY)
    assert LabRequest.objects.get() == talking
    assert quiet.pk != talking.pk
