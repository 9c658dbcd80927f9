"""What is kept of those who registered, and until when (S21). Figures stay; people do not."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from actiondays.models import Agreement, LabRequest, Registration
from actiondays.models.registrations import GONE
from movement.models import OutboxMessage

# How long after the day. The same terms stand on the form, the personal page and the page on
# privacy.
NEEDS_KEPT = timedelta(days=30)
WHO_CANCELLED_KEPT = timedelta(days=30)
CONTACT_KEPT = timedelta(days=365)
# Who asked only for the report is kept for that: a while after it came, not without end.
AFTER_THE_REPORT = timedelta(days=90)
WAITING_FOR_REPORT = timedelta(days=730)
LAB_REQUEST_KEPT = timedelta(days=365)
AT_ONCE = 500


def forget_needs(now: datetime) -> int:
    """Empty what people said they need, 30 days after the day."""
    kept = Registration.objects.exclude(access_needs="")
    return kept.filter(day__ends_at__lte=now - NEEDS_KEPT).update(access_needs="")


def contact_kept_until(registration: Registration) -> datetime | None:
    """Return when name and address are emptied; None when they are already."""
    day, told_at = registration.day, registration.day.report_published_at
    if registration.forgotten_at:
        return None
    if registration.state in GONE:
        return day.ends_at + WHO_CANCELLED_KEPT
    if registration.mode != Registration.Mode.REPORT:
        return day.ends_at + CONTACT_KEPT
    at_most = day.ends_at + WAITING_FOR_REPORT
    return min(at_most, max(told_at, day.ends_at) + AFTER_THE_REPORT) if told_at else at_most


def past_term(now: datetime) -> QuerySet[Registration]:
    """Registrations of which name and address were kept long enough."""
    wants_report = Q(mode=Registration.Mode.REPORT)
    told = Q(
        day__report_published_at__lte=now - AFTER_THE_REPORT,
        day__ends_at__lte=now - AFTER_THE_REPORT,
    )
    return Registration.objects.filter(
        Q(state__in=GONE, day__ends_at__lte=now - WHO_CANCELLED_KEPT)
        | ~wants_report & Q(day__ends_at__lte=now - CONTACT_KEPT)
        | wants_report & (told | Q(day__ends_at__lte=now - WAITING_FOR_REPORT)),
        forgotten_at__isnull=True,
    )


@transaction.atomic
def forget_contact(now: datetime) -> int:
    """Empty name, address and telephone when their term is over, with the mails that carried
    them and what people wanted otherwise in a report. Returns how many."""
    due = dict(past_term(now).order_by("pk").values_list("pk", "email")[:AT_ONCE])
    if not due:
        return 0
    mails = OutboxMessage.objects.filter(
        kind__startswith="registration-", recipient__in=filter(None, due.values())
    )
    gone = [
        mail for mail, cause in mails.values_list("pk", "cause") if int(cause.split("-")[1]) in due
    ]
    OutboxMessage.objects.filter(pk__in=gone).delete()
    Agreement.objects.filter(registration__in=due, agrees=False).delete()
    return Registration.objects.filter(pk__in=due).update(
        name="", email="", phone="", access_needs="", forgotten_at=now, updated_at=timezone.now()
    )


def forget_lab_requests(now: datetime) -> int:
    """Delete requests for a lab that came to rest a year ago."""
    old = LabRequest.objects.filter(updated_at__lt=now - LAB_REQUEST_KEPT)
    return old.exclude(state=LabRequest.State.TALKING).delete()[0]
