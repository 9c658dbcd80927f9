"""What moderators did, under which rule and why; and how it is undone or objected to."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from discussions import publication, refusals
from movement import mail
from movement.models import HouseRule, OutboxMessage
from participants import notifications
from participants.models import Notification, Person

from .acts import KEPT_OF_POST, POSSIBLE, change_post, lock_post, restore, snapshot, wait_again
from .posts import Post
from .topics import Topic

# What takes words or rights away: these name a rule and a reason.
AGAINST = ["reject", "hide", "edit", "hold", "fold", "correct", "close", "warn", "suspend"]


class Decision(models.Model):
    class Act(models.TextChoices):
        APPROVE = "approve", _("placed")
        REJECT = "reject", _("not placed")
        HIDE = "hide", _("hidden")
        RESTORE = "restore", _("shown again")
        EDIT = "edit", _("changed, with a mark")
        HOLD = "hold", _("off the site until a moderator looked again")
        FOLD = "fold", _("folded behind a note")
        CORRECT = "correct", _("the author is asked to change it")
        KEEP = "keep", _("left as it is")
        CLOSE = "close", _("conversation closed")
        WARN = "warn", _("warning")
        SUSPEND = "suspend", _("may not write for a while")
        ARRANGE = "arrange", _("conversation arranged")
        CONCLUDE = "conclude", _("conversation closed with a summary")
        REOPEN = "reopen", _("conversation opened again")
        MERGE = "merge", _("conversations merged")
        SPLIT = "split", _("conversation split")

    AGAINST = AGAINST
    # These leave what was reported still to be decided.
    OPEN_ENDED = ("warn", "suspend", "hold")
    # These keep a conversation in order; they are done the other way instead of undone.
    ORDERLY = ("arrange", "conclude", "reopen", "merge", "split")

    post = models.ForeignKey(
        Post, models.CASCADE, null=True, blank=True, related_name="decisions",
        verbose_name=_("post"),
    )  # fmt: skip
    topic = models.ForeignKey(
        Topic, models.CASCADE, null=True, blank=True, related_name="decisions",
        verbose_name=_("conversation"),
    )  # fmt: skip
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+",
        verbose_name=_("whom it concerns"),
    )  # fmt: skip
    act = models.CharField(_("decision"), max_length=8, choices=Act)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+",
        verbose_name=_("decided by"),
    )  # fmt: skip
    decided_at = models.DateTimeField(_("decided at"), default=timezone.now)
    rule = models.ForeignKey(
        HouseRule, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("rule")
    )
    reason = models.TextField(_("reason"), blank=True)
    until = models.DateTimeField(_("until"), null=True, blank=True)
    before = models.JSONField(_("before"), default=dict, blank=True, editable=False)
    after = models.JSONField(_("after"), default=dict, blank=True, editable=False)
    undone_at = models.DateTimeField(_("undone at"), null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+",
        verbose_name=_("undone by"),
    )  # fmt: skip

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["person", "-id"], name="decision_of_person")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(
                    act__in=[
                        "reject",
                        "hide",
                        "edit",
                        "hold",
                        "fold",
                        "correct",
                        "close",
                        "warn",
                        "suspend",
                    ]
                )
                | (Q(rule__isnull=False) & ~Q(reason="")),
                name="decision_against_has_rule_and_reason",
                violation_error_message=_("Name a house rule and say why, in one sentence."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_act_display()} {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("discussions:decision", args=[self.pk])

    @property
    def is_against(self) -> bool:
        """Whether somebody's words or rights were taken away by it."""
        return self.act in self.AGAINST

    def can_be_undone(self, now: datetime | None = None) -> bool:
        """Whether the ten minutes in which it can be taken back still run."""
        passed = (now or timezone.now()) - self.decided_at
        is_orderly = self.act in self.ORDERLY
        return self.undone_at is None and not is_orderly and passed < publication.UNDO_TIME

    # Verbs

    @classmethod
    def take(
        cls,
        act: str,
        *,
        by: Any,
        post: Post | None = None,
        topic: Topic | None = None,
        person: Person | None = None,
        rule: HouseRule | None = None,
        reason: str = "",
        until: datetime | None = None,
        body: str = "",
        content_note: str = "",
        now: datetime | None = None,
    ) -> "Decision":
        """Decide, carry it out at once, and tell who it concerns after ten minutes.

        Raises AlreadyDecided when somebody else was first, OwnWords for who wrote the post, and
        HeadsTheConversation for what cannot be done to a first post.
        """
        now = now or timezone.now()
        with transaction.atomic():
            made = cls(
                act=act, post=post, topic=topic or (post.topic if post else None), person=person,
                decided_by=by, decided_at=now, rule=rule, reason=reason, until=until,
            )  # fmt: skip
            if post is not None:
                made.decide_about_post(body, content_note, now)
            if act == cls.Act.CLOSE and made.topic is not None:
                made.close_topic(made.topic)
            if act == cls.Act.SUSPEND and made.person is not None:
                made.suspend()
            made.save(force_insert=True)
            made.answer_reports()
            made.tell(now)
        return made

    def decide_about_post(self, body: str, content_note: str, now: datetime) -> None:
        """Change the post, with its topic locked, and remember how it was."""
        post = self.post
        assert post is not None
        post.topic = post.topic.lock()
        post.refresh_from_db(fields=[*KEPT_OF_POST, "edited_at"])
        self.topic, self.person = post.topic, post.author
        if self.person is not None and self.person == self.decided_by:
            raise refusals.OwnWords
        self.before = snapshot(post)
        change_post(post, self.act, body, content_note, now)
        if self.act == self.Act.HOLD:
            publication.queue("held", post=post)
        else:
            kinds = ("report", "distress") if self.act == self.Act.WARN else ()
            publication.close_queue(post, *kinds)
        self.after = {"state": post.state, "position": post.position, "version": post.version}
        if "title" in self.before:
            self.after["title"] = post.topic.title

    def answer_reports(self) -> None:
        """Who reported this post reads the decision on the page of the report."""
        from .reports import Report

        if self.post is not None and self.act not in self.OPEN_ENDED:
            Report.answer(self.post, self)

    def close_topic(self, topic: Topic) -> None:
        """Nobody replies in this topic any more."""
        self.person = topic.author
        self.before["topic_state"] = topic.state
        Topic.objects.filter(pk=topic.pk).update(state=Topic.State.CLOSED)
        topic.state = Topic.State.CLOSED
        self.after["topic_state"] = topic.state

    def suspend(self) -> None:
        """This member reads, and does not write, until then."""
        if self.person is None:
            return
        earlier = self.person.suspended_until
        self.before["suspended_until"] = earlier.isoformat() if earlier else None
        Person.objects.filter(pk=self.person.pk).update(suspended_until=self.until)

    def tell(self, now: datetime) -> None:
        """Tell the author; the mail waits until it cannot be undone any more."""
        later = now + publication.UNDO_TIME
        if self.person is None:
            return
        target: Any
        if self.act == self.Act.APPROVE:
            kind, target = Notification.Kind.POST_APPROVED, self.post
        elif self.is_against:
            kind, target = Notification.Kind.POST_REJECTED, self
        else:
            return
        notifications.notify(
            [self.person], kind=kind, actor=self.decided_by, target=target, not_before=later
        )

    @transaction.atomic
    def undo(self, by: Any, now: datetime | None = None) -> None:
        """Restore everything as it was.

        Raises TooLate after ten minutes, OwnWords for whom it concerns, AlreadyDecided when the
        post changed since.
        """
        now = now or timezone.now()
        # The topic first, as every verb of a post does: nobody waits for each other.
        post = lock_post(self.post_id)
        locked = type(self).objects.select_for_update(of=("self",)).get(pk=self.pk)
        if not locked.can_be_undone(now):
            raise refusals.TooLate
        if locked.person is not None and locked.person == by:
            raise refusals.OwnWords
        if post is not None:
            locked.undo_to_post(post, now)
        if "topic_state" in locked.before:
            Topic.objects.filter(pk=locked.topic_id).update(state=locked.before["topic_state"])
        if locked.act == self.Act.SUSPEND and locked.person is not None:
            earlier = locked.before.get("suspended_until")
            Person.objects.filter(pk=locked.person.pk).update(
                suspended_until=datetime.fromisoformat(earlier) if earlier else None
            )
        notifications.forget(locked)
        self.reports.update(decision=None)  # type: ignore[attr-defined]
        mail.drop(OutboxMessage.objects.filter(cause__startswith=f"report-decided:{self.pk}:"))
        self.undone_at, self.undone_by = now, by
        self.save(update_fields=["undone_at", "undone_by"])

    def undo_to_post(self, post: Post, now: datetime) -> None:
        """Restore the post, unless it changed since: then only what waits about it waits again."""
        if (post.state, post.version) == (self.after.get("state"), self.after.get("version")):
            restore(post, self.before, self.after, now)
        elif self.act in POSSIBLE:
            raise refusals.AlreadyDecided
        elif not post.is_stub:
            wait_again(post, self.before)
        notifications.forget(post)
