"""What happens to days and registrations at a time. Safe to repeat, safe twice at once."""

from datetime import datetime, timedelta

from django.db import transaction

from actiondays import forgetting, letters
from actiondays.models import ActionDay, Registration
from movement.models import OutboxMessage

HOLD_REMINDER = timedelta(hours=24)


def tick(now: datetime) -> dict[str, int]:
    """Do what is due. Returns how many of each."""
    return {
        "registrations lapsed": Registration.objects.lapse(now),
        "reminders to confirm": remind_to_confirm(now),
        "reminders of a day": remind_of_days(now),
        "access needs forgotten": forgetting.forget_needs(now),
        "registrations forgotten": forgetting.forget_contact(now),
        "requests for a lab forgotten": forgetting.forget_lab_requests(now),
    }


def remind_to_confirm(now: datetime) -> int:
    """Remind once, a day before an unconfirmed address lapses."""
    late = Registration.objects.standing().filter(
        confirmed_at__isnull=True, held_until__gt=now, held_until__lte=now + HOLD_REMINDER
    )
    return remind(list(late.select_related("day")), letters.hold_ends, "hold")


def remind_of_days(now: datetime) -> int:
    """Remind everyone with a place, so many days before as the organiser wants."""
    count = 0
    days = ActionDay.objects.upcoming(now).filter(
        reminder_days__isnull=False, starts_at__gt=now, state__in=["open", "closed", "moved"]
    )
    for day in days.exclude(precision="month"):
        if day.starts_at - now > timedelta(days=day.reminder_days or 0):
            continue
        coming = day.registrations.filter(state="confirmed").exclude(mode="report")
        count += remind(list(coming), letters.day_near, f"near-{day.starts_at:%Y%m%d%H%M}")
    return count


def remind(registrations: list[Registration], letter: object, reason: str) -> int:
    """Send this letter to those who did not have it; returns how many that were."""
    causes = {f"registration-{found.pk}-{reason}": found for found in registrations if found.email}
    sent = OutboxMessage.objects.filter(cause__in=causes).values_list("cause", flat=True)
    with transaction.atomic():
        return sum(letter(causes[cause]) for cause in causes.keys() - set(sent))  # type: ignore[operator]
