"""How often a member wants mail about what is new: soon and bundled, once a day, or never.

On the site everything stands at once, whatever was chosen.
"""

from datetime import datetime, timedelta

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from movement import mail
from movement.models import OutboxMessage
from participants.models import DailyMail, MailStop, Person

MAIL_KIND = "notice"
QUIET = timedelta(minutes=15)
MORNING = 8


class Rhythm(models.TextChoices):
    SOON = "soon", _("Soon. What happens within a quarter of an hour comes in one mail.")
    DAILY = "daily", _("Once a day, at eight in the morning, when there is something new.")
    NEVER = "never", _("No mail. I look on the site.")


def rhythm_of(person: Person) -> Rhythm:
    """What this member chose; soon, when nothing was chosen."""
    rows = Person.objects.filter(pk=person.pk).values_list("mail_stop__pk", "daily_mail__pk")
    for stop, daily in rows:
        if stop or daily:
            return Rhythm.NEVER if stop else Rhythm.DAILY
    return Rhythm.SOON


@transaction.atomic
def choose(person: Person, rhythm: str, now: datetime | None = None) -> None:
    """From now on so often; a mail that waits goes along with the choice."""
    now = now or timezone.now()
    waiting = OutboxMessage.objects.filter(
        kind=MAIL_KIND, recipient=person.email, state=OutboxMessage.State.WAITING
    )
    if rhythm == Rhythm.NEVER:
        DailyMail.objects.filter(person=person).delete()
        MailStop.objects.get_or_create(person=person)
        mail.drop(waiting)
        return
    MailStop.objects.filter(person=person).delete()
    if rhythm == Rhythm.DAILY:
        DailyMail.objects.get_or_create(person=person)
        for letter in waiting:
            waiting.filter(pk=letter.pk).update(not_before=morning(letter.not_before))
    else:
        DailyMail.objects.filter(person=person).delete()
        # Longer than anything waits that can still be undone.
        waiting.update(not_before=now + QUIET)


def morning(moment: datetime) -> datetime:
    """The first time at or after this moment that the mails of the day leave."""
    local = timezone.localtime(moment)
    first = local.replace(hour=MORNING, minute=0, second=0, microsecond=0)
    if first < local:
        first = timezone.make_aware(first.replace(tzinfo=None) + timedelta(days=1))
    return first
