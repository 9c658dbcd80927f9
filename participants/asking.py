"""Once a year (a site setting) every organisation that takes part is asked: is this still right?"""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from movement.context import site_settings
from participants.joining import send_link
from participants.models import Organisation

AT_ONCE = 50


def ask_yearly(now: datetime) -> int:
    """Mail those whose page nobody looked at for a term; returns how many. Safe twice at once.

    Whoever was asked is not asked again within the term, whether they answered or not.
    """
    today = timezone.localdate(now)
    term = timedelta(days=site_settings().check_days)
    before = today - term
    due = (
        Organisation.objects.real()
        .participating(on=today)
        .filter(is_public=True, created_at__lt=now - term)
        .filter(Q(checked_on__isnull=True) | Q(checked_on__lte=before))
        .filter(Q(asked_on__isnull=True) | Q(asked_on__lte=before))
        .exclude(contact_email="")
    )
    return sum(ask(row, today) for row in due.order_by("pk")[:AT_ONCE])


def ask(row: Organisation, today: object) -> bool:
    """Claim this organisation and promise it a mail, in one transaction."""
    with transaction.atomic():
        unclaimed = Organisation.objects.filter(pk=row.pk, asked_on=row.asked_on)
        if not unclaimed.update(asked_on=today):
            return False
        return send_link(row, "organisation-check", f"check-{row.pk}-{today}")
