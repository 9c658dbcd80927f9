"""What must happen at a time in the foundation: mail leaves, keys and links end."""

from datetime import datetime, timedelta

from django_tasks_db.models import DBTaskResult

from movement import limits, mail, once, personal_links

TASK_DAYS = 7


def tick(now: datetime) -> dict[str, int]:
    """Do what is due; safe to repeat and to run twice at once."""
    return {
        "mails_sent": mail.send_waiting(now),
        "mails_unknown": mail.mark_unknown(now),
        "mails_forgotten": mail.forget_old(now),
        "once_keys_forgotten": once.forget_old(now),
        "limits_forgotten": limits.forget_old(now),
        "links_forgotten": personal_links.forget_old(now),
        "tasks_forgotten": forget_tasks(now),
    }


def forget_tasks(now: datetime) -> int:
    """Delete the notes of tasks that were done; they hold numbers only."""
    before = now - timedelta(days=TASK_DAYS)
    return DBTaskResult.objects.finished().filter(finished_at__lt=before).delete()[0]
