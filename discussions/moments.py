"""What happens on praat-mee at a time. Safe to repeat, safe twice at once."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from discussions.models import Board, QueueItem, Report, Topic
from movement import hours, mail
from participants.models import Person

REPORTS_KEPT = timedelta(days=365)
# After this much office time something that waits is overdue, or after one office day when that
# is shorter. What is urgent waits on the clock, nights too: the mail leaves when they are back.
OVERDUE = timedelta(hours=8)
URGENT_OVERDUE = timedelta(hours=1)


def tick(now: datetime) -> dict[str, int]:
    """Do what is due. Returns how many of each."""
    return {
        "topics past their term": queue_unanswered(now),
        "moderators reminded": remind_moderators(now),
        "old reports forgotten": forget_reports(now),
    }


def queue_unanswered(now: datetime) -> int:
    """Put topics without an answer within the term of their board in the queue."""
    waiting = QueueItem.objects.filter(kind="unanswered", topic=OuterRef("pk"))
    count = 0
    for board in Board.objects.filter(answer_days__isnull=False).exclude(state=Board.State.CLOSED):
        term = now - timedelta(days=board.answer_days or 0)
        late = Topic.objects.opened().filter(
            board=board, answered_at=None, opened_at__lte=term, is_by_staff=False
        )
        for topic in late.filter(~Exists(waiting))[:200]:
            QueueItem.objects.create(kind="unanswered", topic=topic, opened_at=now)
            count += 1
    return count


def remind_moderators(now: datetime) -> int:
    """Mail moderators, once per half day, when something waits too long. It says no more."""
    shift = hours.shift(now)
    if not shift:
        return 0
    since = hours.before(now, min(OVERDUE, hours.office().length))
    overdue = QueueItem.objects.waiting().filter(
        Q(opened_at__lte=since) | Q(is_urgent=True, opened_at__lte=now - URGENT_OVERDUE)
    )
    if not overdue.exists():
        return 0
    moderators = Person.objects.active().filter(groups__name="moderator")
    sent = [
        mail.post("overdue", to=person.email, cause=f"overdue:{shift}:{person.pk}")
        for person in moderators
    ]
    return sum(message is not None for message in sent)


def forget_reports(now: datetime) -> int:
    """Delete reports a year after they were decided (S21)."""
    old = Report.objects.filter(decision__decided_at__lt=now - REPORTS_KEPT)
    return old.delete()[0]


def late_answers(year: int) -> tuple[int, int]:
    """Of the topics opened in a year on boards with a term: answered in time, and too late."""
    promised = Topic.objects.opened().filter(
        board__answer_days__isnull=False, opened_at__year=year, is_by_staff=False
    )
    now = timezone.now()
    in_time = late = 0
    rows: Any = promised.values_list("opened_at", "answered_at", "board__answer_days")
    for opened_at, answered_at, days in rows.order_by(F("pk")).iterator():
        if (answered_at or now) - opened_at > timedelta(days=days):
            late += 1
        elif answered_at is not None:
            in_time += 1
    return in_time, late
