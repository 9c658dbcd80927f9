"""What waits for a moderator: one queue, most urgent and oldest first, claimed one by one."""

from datetime import datetime, timedelta
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from discussions import refusals

from .posts import Post
from .topics import Topic

CLAIM_MINUTES = 30
# Urgent first; then what we promised to answer and did not; then the oldest.
LATE_ANSWER_FIRST = models.Case(models.When(kind="unanswered", then=0), default=1)
IN_ORDER = ("-is_urgent", LATE_ANSWER_FIRST, "opened_at", "pk")


class QueueItemQuerySet(models.QuerySet[Any]):
    def waiting(self) -> Self:
        """What nobody decided about yet."""
        return self.filter(closed_at__isnull=True)

    def in_order(self) -> Self:
        """Urgent first, then late answers, then the oldest."""
        return self.order_by(*IN_ORDER)

    def close(self) -> int:
        """Nothing waits here any more."""
        return self.update(closed_at=timezone.now(), claimed_by=None, claimed_at=None)


class QueueItem(models.Model):
    class Kind(models.TextChoices):
        DISTRESS = "distress", _("words of distress: look now")
        REPORT = "report", _("reported")
        APPEAL = "appeal", _("objection")
        HELD = "held", _("waits to be placed")
        EDIT = "edit", _("change that waits")
        UNANSWERED = "unanswered", _("no answer within the term")
        OPENING = "opening", _("name of an anonymous author was opened")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    post = models.ForeignKey(
        Post, models.CASCADE, null=True, blank=True, related_name="queue_items",
        verbose_name=_("post"),
    )  # fmt: skip
    topic = models.ForeignKey(
        Topic, models.CASCADE, null=True, blank=True, related_name="queue_items",
        verbose_name=_("conversation"),
    )  # fmt: skip
    appeal = models.ForeignKey(
        "discussions.Appeal", models.CASCADE, null=True, blank=True, related_name="queue_items",
        verbose_name=_("objection"),
    )  # fmt: skip
    is_urgent = models.BooleanField(_("urgent"), default=False)
    opened_at = models.DateTimeField(_("waits since"), default=timezone.now)
    claimed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+",
        verbose_name=_("who has it"),
    )  # fmt: skip
    claimed_at = models.DateTimeField(_("taken at"), null=True, blank=True)
    closed_at = models.DateTimeField(_("done at"), null=True, blank=True)

    objects = QueueItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("waiting item")
        verbose_name_plural = _("queue")
        ordering = ["-is_urgent", "opened_at", "pk"]
        indexes = [
            models.Index(
                fields=["-is_urgent", "opened_at"],
                condition=Q(closed_at__isnull=True),
                name="queue_waiting",
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(post__isnull=False) | Q(topic__isnull=False) | Q(appeal__isnull=False),
                name="queue_item_about_something",
            ),
            models.UniqueConstraint(
                fields=["kind", "post"],
                condition=Q(closed_at__isnull=True, post__isnull=False, appeal__isnull=True),
                name="queue_item_waits_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.pk}"

    @property
    def about(self) -> Topic | None:
        """The conversation in which it waits; None for an objection to something else."""
        if self.post is not None:
            return self.post.topic
        return self.topic or (self.appeal.decision.topic if self.appeal else None)

    def holder(self, now: datetime | None = None) -> Any:
        """The moderator who has it; None when nobody has, or the half hour is over."""
        now = now or timezone.now()
        if self.claimed_at is None or now - self.claimed_at >= timedelta(minutes=CLAIM_MINUTES):
            return None
        return self.claimed_by

    def claim(self, moderator: Any, now: datetime | None = None) -> None:
        """Take it for half an hour. Raises ClaimedByOther or AlreadyDecided.

        One statement: of two who click at once, one has it.
        """
        now = now or timezone.now()
        free = (
            Q(claimed_at__isnull=True)
            | Q(claimed_at__lte=now - timedelta(minutes=CLAIM_MINUTES))
            | Q(claimed_by=moderator)
        )
        waiting = type(self).objects.waiting().filter(pk=self.pk)
        if waiting.filter(free).update(claimed_by=moderator, claimed_at=now):
            self.refresh_from_db()
            return
        self.refresh_from_db()
        raise refusals.AlreadyDecided if self.closed_at else refusals.ClaimedByOther

    def let_go(self, moderator: Any) -> None:
        """Give it back to the others."""
        type(self).objects.filter(pk=self.pk, claimed_by=moderator).update(
            claimed_by=None, claimed_at=None
        )
