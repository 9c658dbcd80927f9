"""Reports by anyone, objections by authors, and the opening of an anonymous name."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from discussions import publication, refusals
from movement import mail, personal_links
from participants import notifications
from participants.models import Notification

from .acts import lock_post
from .decisions import Decision
from .posts import Post

REPORT_LINK_DAYS = 365


class Report(models.Model):
    """Somebody, with or without an account, asks moderators to look at a post (S10)."""

    class Kind(models.TextChoices):
        ABOUT_ME = "about-me", _("It is about me or my child, and we can be recognised")
        NAMES = "names", _("Someone can be recognised")
        UNSAFE = "unsafe", _("Someone is threatened or in danger")
        HURTFUL = "hurtful", _("It is hurtful or discriminates")
        OTHER = "other", _("Something else")

    post = models.ForeignKey(Post, models.CASCADE, related_name="reports", verbose_name=_("post"))
    kind = models.CharField(_("what is the matter"), max_length=8, choices=Kind)
    explanation = models.TextField(_("explanation"), blank=True, max_length=2000)
    reporter = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+",
        verbose_name=_("member"),
    )  # fmt: skip
    email = models.EmailField(_("e-mail address"), blank=True)
    wants_removal = models.BooleanField(_("asks for removal"), default=False)
    reported_at = models.DateTimeField(_("reported at"), default=timezone.now)
    decision = models.ForeignKey(
        Decision, models.SET_NULL, null=True, blank=True, related_name="reports",
        verbose_name=_("decision"),
    )  # fmt: skip

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"

    @classmethod
    def make(
        cls, post: Post, *, kind: str, explanation: str = "", reporter: Any = None, email: str = ""
    ) -> tuple["Report", str]:
        """Report a post; returns the report and the address of its personal page."""
        with transaction.atomic():
            report = cls.objects.create(
                post=post,
                kind=kind,
                explanation=explanation,
                reporter=reporter,
                email=email,
                wants_removal=kind == cls.Kind.ABOUT_ME,
            )
            urgent = kind in {cls.Kind.ABOUT_ME, cls.Kind.UNSAFE}
            publication.queue("report", post=post, is_urgent=urgent)
            link = personal_links.issue("report", report.pk, days=REPORT_LINK_DAYS)
            if email:
                mail.post("report", to=email, cause=f"report:{report.pk}", context={"link": link})
        return report, link

    @classmethod
    def answer(cls, post: Post, decision: Decision) -> None:
        """Give all open reports of a post this decision, and mail who left an address."""
        later = decision.decided_at + publication.UNDO_TIME
        for report in cls.objects.filter(post=post, decision__isnull=True):
            report.decision = decision
            report.save(update_fields=["decision"])
            if report.email:
                link = personal_links.issue("report", report.pk, days=REPORT_LINK_DAYS)
                mail.post(
                    "report-decided",
                    to=report.email,
                    cause=f"report-decided:{decision.pk}:{report.pk}",
                    context={"link": link},
                    not_before=later,
                )


class Appeal(models.Model):
    """An author objects to a decision; another moderator looks again (S12)."""

    class Outcome(models.TextChoices):
        GRANTED = "granted", _("you were right")
        REFUSED = "refused", _("the decision stays")

    decision = models.OneToOneField(
        Decision, models.CASCADE, related_name="appeal", verbose_name=_("decision")
    )
    text = models.TextField(_("what you object to"), max_length=4000)
    made_at = models.DateTimeField(_("made at"), default=timezone.now)
    outcome = models.CharField(_("outcome"), max_length=7, choices=Outcome, blank=True)
    answer = models.TextField(_("answer"), blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+",
        verbose_name=_("decided by"),
    )  # fmt: skip
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)

    class Meta:
        verbose_name = _("objection")
        verbose_name_plural = _("objections")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome="") | ~Q(answer=""),
                name="appeal_decided_has_answer",
                violation_error_message=_("Answer in writing."),
            )
        ]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"

    @classmethod
    def make(cls, decision: Decision, *, text: str) -> "Appeal":
        """Object to a decision. Raises AlreadyAppealed the second time."""
        with transaction.atomic():
            # The topic first, as every verb of a post does: nobody waits for each other.
            lock_post(decision.post_id)
            Decision.objects.select_for_update(of=("self",)).get(pk=decision.pk)
            if cls.objects.filter(decision=decision).exists():
                raise refusals.AlreadyAppealed
            appeal = cls.objects.create(decision=decision, text=text)
            publication.queue("appeal", appeal=appeal, post=decision.post, topic=decision.topic)
        return appeal

    @transaction.atomic
    def decide(
        self, *, by: Any, is_granted: bool, answer: str, now: datetime | None = None
    ) -> None:
        """Answer the objection; when granted, put right what was decided.

        Raises PermissionDenied for the moderator who decided first, or whose words it is about,
        AlreadyDecided twice.
        """
        now = now or timezone.now()
        locked = type(self).objects.select_for_update(of=("self",)).get(pk=self.pk)
        first = locked.decision
        if by.pk in {first.decided_by_id, first.person_id}:
            raise PermissionDenied
        if locked.outcome:
            raise refusals.AlreadyDecided
        self.outcome = self.Outcome.GRANTED if is_granted else self.Outcome.REFUSED
        self.answer, self.decided_by, self.decided_at = answer, by, now
        self.save()
        self.queue_items.waiting().close()  # type: ignore[attr-defined]
        if is_granted:
            put_right(first, by=by, now=now)
        if first.person is not None:
            kind = Notification.Kind.POST_REJECTED
            notifications.notify([first.person], kind=kind, actor=by, target=first)


def put_right(first: Decision, *, by: Any, now: datetime) -> None:
    """Take back what a decision took away, as a decision of its own."""
    acts = Decision.Act
    if first.post is not None and first.act in {acts.HIDE, acts.REJECT}:
        if first.post.state == Post.State.HIDDEN:
            Decision.take(acts.RESTORE, by=by, post=first.post, now=now)
    elif first.post is not None and first.act in {acts.HOLD, acts.CORRECT}:
        if first.post.state == Post.State.HELD:
            Decision.take(acts.RESTORE, by=by, post=first.post, now=now)
    elif first.act in {acts.EDIT, acts.FOLD}:
        post = lock_post(first.post_id)
        # Somebody may have blanked what it keeps, or withdrawn the post, until the lock.
        first.refresh_from_db(fields=["before"])
        if post is not None and post.state == Post.State.PUBLISHED and first.before.get("body"):
            post.replace_text(first.before["body"], first.before["content_note"], now)
    elif first.act == acts.CLOSE and first.topic is not None:
        first.topic.state = first.topic.State.OPEN
        first.topic.save(update_fields=["state", "updated_at"])
    elif first.act == acts.SUSPEND and first.person is not None:
        first.person.suspended_until = None
        first.person.save(update_fields=["suspended_until"])


class AnonymityOpening(models.Model):
    """A moderator looked who wrote an anonymous post, with a reason; a second one sees it."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="openings", verbose_name=_("post"))
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+",
        verbose_name=_("opened by"),
    )  # fmt: skip
    reason = models.TextField(_("reason"))
    opened_at = models.DateTimeField(_("opened at"), default=timezone.now)
    seen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+",
        verbose_name=_("seen by"),
    )  # fmt: skip
    seen_at = models.DateTimeField(_("seen at"), null=True, blank=True)

    class Meta:
        verbose_name = _("opening of a name")
        verbose_name_plural = _("openings of names")
        ordering = ["-pk"]
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="opening_has_reason")]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"

    @classmethod
    def open(cls, post: Post, *, by: Any, reason: str) -> "AnonymityOpening":
        """Log the reason; the caller may show the name after that."""
        with transaction.atomic():
            opening = cls.objects.create(post=post, opened_by=by, reason=reason)
            publication.queue("opening", post=post)
        return opening

    @transaction.atomic
    def see(self, by: Any) -> None:
        """A second moderator read the reason. Raises SameModerator for the first."""
        if self.opened_by_id == by.pk:
            raise refusals.SameModerator
        self.seen_by, self.seen_at = by, timezone.now()
        self.save(update_fields=["seen_by", "seen_at"])
        publication.close_queue(self.post, "opening")
