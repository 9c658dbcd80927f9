"""Rows that the site's mechanisms keep: mail, search, links in mails, counts, pictures."""

from datetime import datetime
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .bases import TimeStamped


class OutboxMessage(models.Model):
    """A mail that was promised in a transaction and is sent after it, once."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        SENDING = "sending", _("being handed over")
        SENT = "sent", _("sent")
        FAILED = "failed", _("failed")
        UNKNOWN = "unknown", _("unknown")
        DROPPED = "dropped", _("dropped")

    kind = models.CharField(_("kind"), max_length=40)
    recipient = models.CharField(_("recipient"), max_length=254)
    context = models.JSONField(_("context"), default=dict, blank=True)
    cause = models.CharField(
        _("cause"), max_length=120, unique=True, help_text=_("Never two mails from one cause.")
    )
    message_id = models.CharField(_("message id"), max_length=120, unique=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    not_before = models.DateTimeField(_("not before"), default=timezone.now)
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)
    handed_over_at = models.DateTimeField(_("handed over at"), null=True, blank=True)

    class Meta:
        verbose_name = _("mail")
        verbose_name_plural = _("outbox")
        ordering = ["-pk"]
        indexes = [
            models.Index(
                fields=["not_before"],
                condition=models.Q(state="waiting"),
                name="outbox_waiting",
            ),
            models.Index(fields=["recipient", "kind"], name="outbox_recipient"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class OnceKey(models.Model):
    """The key of a form that was handled, with the page that its handling led to."""

    key = models.CharField(max_length=64, primary_key=True)
    result_path = models.CharField(max_length=300, blank=True)
    used_at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        verbose_name = _("handled form")
        verbose_name_plural = _("handled forms")

    def __str__(self) -> str:
        return self.key


class LimitWindow(models.Model):
    """How often something was done within a stretch of time, by a key that names nobody."""

    key = models.CharField(max_length=120, primary_key=True)
    count = models.PositiveIntegerField(default=0)
    ends_at = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name = _("limit")
        verbose_name_plural = _("limits")

    def __str__(self) -> str:
        return self.key


class PersonalLink(models.Model):
    """A secret address in a mail. Only its digest is kept; it ends, and can be revoked."""

    purpose = models.CharField(_("purpose"), max_length=40)
    target_id = models.BigIntegerField(_("target"))
    digest = models.CharField(_("digest"), max_length=64, unique=True)
    expires_at = models.DateTimeField(_("expires at"))
    revoked_at = models.DateTimeField(_("revoked at"), null=True, blank=True)
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)

    class Meta:
        verbose_name = _("personal link")
        verbose_name_plural = _("personal links")
        indexes = [models.Index(fields=["purpose", "target_id"], name="personal_link_target")]

    def __str__(self) -> str:
        return f"{self.purpose} {self.target_id}"


class SearchEntryQuerySet(models.QuerySet[Any]):
    def visible_to(self, viewer: Any, at: datetime | None = None) -> Self:
        """What this viewer may find: an entry never knows more than its page shows."""
        audiences = [SearchEntry.Audience.PUBLIC]
        if getattr(viewer, "is_authenticated", False):
            audiences.append(SearchEntry.Audience.MEMBERS)
        return self.filter(audience__in=audiences, visible_from__lte=at or timezone.now())


class SearchEntry(models.Model):
    """One findable thing, in folded and stemmed Dutch, with who may find it from when."""

    class Audience(models.TextChoices):
        PUBLIC = "public", _("everyone")
        MEMBERS = "members", _("members")

    class Kind(models.TextChoices):
        ARTICLE = "article", _("article")
        ORGANISATION = "organisation", _("organisation")
        DAY = "day", _("action day")
        TOPIC = "topic", _("conversation")
        POST = "post", _("contribution")
        CAUSE = "cause", _("cause")
        DIRECTION = "direction", _("direction")
        ACTION = "action", _("action")
        STATEMENT = "statement", _("statement")
        PAGE = "page", _("page")

    kind = models.CharField(max_length=12, choices=Kind)
    target_id = models.BigIntegerField()
    audience = models.CharField(max_length=8, choices=Audience)
    title = models.CharField(max_length=200)
    excerpt = models.TextField(blank=True)
    title_stems = models.TextField(blank=True)
    stems = models.TextField(blank=True)
    path = models.CharField(max_length=300)
    visible_from = models.DateTimeField(default=timezone.now)

    objects = SearchEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("search entry")
        verbose_name_plural = _("search entries")
        constraints = [
            models.UniqueConstraint(fields=["kind", "target_id"], name="search_entry_target_unique")
        ]

    def __str__(self) -> str:
        return self.title


class Picture(TimeStamped):
    """A picture that was taken in safely: decoded, made anew, without metadata."""

    file = models.ImageField(
        _("picture"), upload_to="beelden/", width_field="width", height_field="height"
    )
    width = models.PositiveIntegerField(editable=False, default=0)
    height = models.PositiveIntegerField(editable=False, default=0)
    title = models.CharField(
        _("name"), max_length=120, help_text=_("To find it back; readers do not see it.")
    )
    alternative = models.CharField(
        _("alternative text"),
        max_length=250,
        blank=True,
        help_text=_("What somebody who cannot see the picture should know."),
    )
    is_decorative = models.BooleanField(
        _("decorative"), default=False, help_text=_("The picture tells nothing by itself.")
    )
    caption = models.CharField(_("caption"), max_length=250, blank=True)
    credit = models.CharField(_("credit"), max_length=120, blank=True)
    people_agreed = models.BooleanField(
        _("the people in the picture agreed"),
        default=False,
        help_text=_("Or there is nobody in it who can be recognised."),
    )
    taken_in_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        editable=False,
        verbose_name=_("uploaded by"),
        related_name="+",
    )

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(is_decorative=True) | ~models.Q(alternative=""),
                name="picture_described_or_decorative",
                violation_error_message=_("Describe the picture, or tick that it is decorative."),
            )
        ]

    def __str__(self) -> str:
        return self.title
