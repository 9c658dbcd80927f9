"""Abstract bases of the whole domain: what has a time, what is published, what was agreed to."""

from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class TimeStamped(models.Model):
    """Knows when it was made and when it last changed."""

    created_at = models.DateTimeField(_("created at"), auto_now_add=True, editable=False)
    updated_at = models.DateTimeField(_("changed at"), auto_now=True, editable=False)

    class Meta:
        abstract = True


class PublishableQuerySet(models.QuerySet[Any]):
    def published(self, at: datetime | None = None) -> Self:
        """What everyone may see at that moment; a scheduled item appears without a job."""
        return self.filter(
            state=Publishable.State.PUBLISHED, published_at__lte=at or timezone.now()
        )

    def visible_to(self, viewer: Any, at: datetime | None = None) -> Self:
        """Which of these this viewer may see. Drafts are seen in the admin only."""
        return self.published(at)


class Publishable(TimeStamped):
    """A draft until it is published, from a moment on, and withdrawn when it must go."""

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        PUBLISHED = "published", _("published")
        WITHDRAWN = "withdrawn", _("withdrawn")

    state = models.CharField(_("state"), max_length=10, choices=State, default=State.DRAFT)
    published_at = models.DateTimeField(
        _("published at"),
        null=True,
        blank=True,
        help_text=_("From this moment on everyone can read it. Dutch time."),
    )

    objects = PublishableQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="published") | Q(published_at__isnull=False),
                name="%(app_label)s_%(class)s_published_has_moment",
                violation_error_message=_("Something that is published needs a moment."),
            )
        ]

    @property
    def is_public(self) -> bool:
        """Whether everyone may see it now."""
        return (
            self.state == self.State.PUBLISHED
            and self.published_at is not None
            and self.published_at <= timezone.now()
        )

    @property
    def is_scheduled(self) -> bool:
        """Whether it is published from a moment that is still to come."""
        return self.state == self.State.PUBLISHED and not self.is_public


class Consent(models.Model):
    """What somebody agreed to, in which words, and when. A row, never a tick in a profile."""

    subject = models.CharField(_("subject"), max_length=40)
    wording = models.TextField(_("the words that were agreed to"))
    given_at = models.DateTimeField(_("given at"), default=timezone.now)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)

    class Meta:
        abstract = True


class LinkQuerySet(models.QuerySet[Any]):
    def standing(self) -> Self:
        """Links that were not withdrawn."""
        return self.filter(withdrawn_at__isnull=True)

    def to_public(self) -> Self:
        """Links to what everyone may see; withdrawn ones too, for they say why."""
        public = (Q(**{f"{kind}__is_public": True}) for kind in ("cause", "direction", "action"))
        return self.filter(reduce(or_, public))


class Link(models.Model):
    """Evidence: ties a source to exactly one cause, direction or action."""

    cause = models.ForeignKey(
        "movement.Cause",
        models.CASCADE,
        null=True,
        blank=True,
        verbose_name=_("cause"),
        related_name="%(class)ss",
    )
    direction = models.ForeignKey(
        "movement.Direction",
        models.CASCADE,
        null=True,
        blank=True,
        verbose_name=_("direction"),
        related_name="%(class)ss",
    )
    action = models.ForeignKey(
        "movement.Action",
        models.CASCADE,
        null=True,
        blank=True,
        verbose_name=_("action"),
        related_name="%(class)ss",
    )
    linked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("linked by"),
        related_name="+",
    )
    linked_at = models.DateTimeField(_("linked at"), default=timezone.now, editable=False)
    note = models.CharField(_("note"), max_length=300, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)
    reason = models.CharField(
        _("reason"),
        max_length=300,
        blank=True,
        help_text=_("Why the link was withdrawn: “not adopted, because…”. Readers see it."),
    )

    objects = LinkQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=(
                    Q(cause__isnull=False, direction__isnull=True, action__isnull=True)
                    | Q(cause__isnull=True, direction__isnull=False, action__isnull=True)
                    | Q(cause__isnull=True, direction__isnull=True, action__isnull=False)
                ),
                name="%(app_label)s_%(class)s_one_target",
                violation_error_message=_("Choose exactly one: a cause, a direction or an action."),
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | ~Q(reason=""),
                name="%(app_label)s_%(class)s_withdrawn_has_reason",
                violation_error_message=_("Say why the link was withdrawn."),
            ),
        ]

    @property
    def target(self) -> Any:
        """The cause, direction or action that this is evidence of; a constraint says one is."""
        return self.cause or self.direction or self.action
