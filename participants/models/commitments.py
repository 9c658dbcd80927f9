"""What organisations promised, and what became of it. No scores, no ranking."""

from datetime import date, timedelta
from typing import Any, Self

from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from movement.models import Action, TimeStamped

from .organisations import Organisation

# After so many days without an update a running commitment is called silent.
SILENT_DAYS = 90


class CommitmentQuerySet(models.QuerySet[Any]):
    def visible_to(self, viewer: Any) -> Self:
        """Commitments of organisations that have a public page, to public actions."""
        return self.filter(organisation__is_public=True, action__is_public=True)

    def with_latest_update(self) -> Self:
        """Each with `latest_update_on`: the day of its last update, if any."""
        return self.annotate(latest_update_on=models.Max("updates__reported_on"))


class Commitment(TimeStamped):
    class State(models.TextChoices):
        PROMISED = "promised", _("promised")
        RUNNING = "running", _("running")
        DONE = "done", _("done")
        STOPPED = "stopped", _("stopped")

    organisation = models.ForeignKey(
        Organisation, models.CASCADE, related_name="commitments", verbose_name=_("organisation")
    )
    action = models.ForeignKey(
        Action, models.PROTECT, related_name="commitments", verbose_name=_("action")
    )
    title = models.CharField(_("commitment"), max_length=160)
    text = models.TextField(_("explanation"), blank=True)
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.PROMISED)
    promised_on = models.DateField(_("promised on"))
    due_on = models.DateField(_("next moment"), null=True, blank=True)
    stopped_because = models.TextField(_("stopped because"), blank=True)

    objects = CommitmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("commitment")
        verbose_name_plural = _("commitments")
        ordering = [Lower("organisation__name"), "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state="stopped") | ~models.Q(stopped_because=""),
                name="commitment_stopped_has_reason",
                violation_error_message=_("Say why this commitment stopped."),
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def silent_since(self) -> date | None:
        """The day of the last word about it, when that is long ago and it is still open."""
        if self.state in (self.State.DONE, self.State.STOPPED):
            return None
        heard = max([self.promised_on, *(update.reported_on for update in self.updates.all())])
        is_long = timezone.localdate() - heard > timedelta(days=SILENT_DAYS)
        return heard if is_long else None

    def get_absolute_url(self) -> str:
        return f"{self.organisation.get_absolute_url()}#toezegging-{self.pk}"


class CommitmentUpdate(TimeStamped):
    commitment = models.ForeignKey(
        Commitment, models.CASCADE, related_name="updates", verbose_name=_("commitment")
    )
    reported_on = models.DateField(_("date"))
    text = models.TextField(_("update"))

    class Meta:
        verbose_name = _("update")
        verbose_name_plural = _("updates")
        ordering = ["-reported_on", "-pk"]

    def __str__(self) -> str:
        return self.text[:80]
