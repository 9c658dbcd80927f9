"""What an organisation proposes to change on its page, and what staff decided about it."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from movement.models import TimeStamped

from .organisations import Organisation, OtherName

# What an organisation may propose to change. Other names are one text, a name per line.
FIELDS = [
    "name",
    "other_names",
    "kind",
    "town",
    "region",
    "is_nationwide",
    "website",
    "contact_role",
    "own_words",
]


class ChangedMeanwhile(Exception):
    """The organisation is not any more what it was when this was proposed."""

    def __init__(self, fields: list[str]) -> None:
        super().__init__(", ".join(fields))
        self.fields = fields


class AlreadyDecided(Exception):
    """Somebody decided about this proposal before."""


@dataclass(frozen=True)
class Difference:
    """One field: as it was when proposed, as it is now, and as it would become."""

    field: str
    label: str
    before: str
    now: str
    proposed: str

    @property
    def is_outdated(self) -> bool:
        """Whether somebody changed this field since, to something else."""
        return self.now not in (self.before, self.proposed)


def current_values(organisation: Organisation) -> dict[str, Any]:
    """What the page says now of everything that can be proposed."""
    values: dict[str, Any] = {}
    for field in FIELDS:
        if field == "other_names":
            names = organisation.other_names.order_by("name").values_list("name", flat=True)
            values[field] = "\n".join(names)
        else:
            values[field] = getattr(organisation, field)
    return values


def label_of(field: str) -> str:
    """What a field is called."""
    if field == "other_names":
        return str(OtherName._meta.verbose_name_plural)
    found: Any = Organisation._meta.get_field(field)
    return str(found.verbose_name)


def in_words(field: str, value: Any) -> str:
    """A value as people read it."""
    if field == "is_nationwide":
        return str(_("yes") if value else _("no"))
    if field == "kind":
        return str(dict(Organisation.Kind.choices).get(value, value))
    return str(value)


class Proposal(TimeStamped):
    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        APPROVED = "approved", _("approved")
        AMENDED = "amended", _("approved in other words")
        REFUSED = "refused", _("refused")

    organisation = models.ForeignKey(
        Organisation, models.CASCADE, related_name="proposals", verbose_name=_("organisation")
    )
    before = models.JSONField(_("as it was"), default=dict, editable=False)
    proposed = models.JSONField(_("as it would become"), default=dict, editable=False)
    message = models.TextField(_("message"), blank=True, max_length=2000)
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.WAITING)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("decided by"),
    )
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("proposal")
        verbose_name_plural = _("proposals")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state__in=["amended", "refused"]) | ~models.Q(reason=""),
                name="proposal_decision_has_reason",
                violation_error_message=_("Say why."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation}"

    @property
    def is_waiting(self) -> bool:
        return self.state == self.State.WAITING

    @property
    def differences(self) -> list[Difference]:
        """Each field that was proposed, in the order of the form."""
        now = current_values(self.organisation)
        return [
            Difference(
                field,
                label_of(field),
                in_words(field, self.before.get(field, "")),
                in_words(field, now[field]),
                in_words(field, self.proposed[field]),
            )
            for field in FIELDS
            if field in self.proposed
        ]

    def approve(
        self, *, by: Any, instead: dict[str, Any] | None = None, reason: str = ""
    ) -> Organisation:
        """Bring the proposal onto the page, or `instead` what staff made of it, with a reason.

        Raises AlreadyDecided; ChangedMeanwhile when a field of it was changed since; and
        ValidationError when the organisation would not be right.
        """
        from participants import search_entries

        with transaction.atomic():
            self._lock()
            row = Organisation.objects.select_for_update().get(pk=self.organisation_id)
            now = current_values(row)
            outdated = [
                field
                for field, proposed in self.proposed.items()
                if now[field] not in (self.before.get(field), proposed)
            ]
            if outdated:
                raise ChangedMeanwhile(outdated)
            values = {**self.proposed, **(instead or {})}
            apply(row, values)
            is_amended = values != self.proposed
            self._decide(
                self.State.AMENDED if is_amended else self.State.APPROVED, by=by, reason=reason
            )
            search_entries.refresh(row)
        self.organisation = row
        return row

    def refuse(self, *, by: Any, reason: str) -> None:
        """Leave the page as it is, and say why. Raises AlreadyDecided."""
        with transaction.atomic():
            self._lock()
            self._decide(self.State.REFUSED, by=by, reason=reason)

    def _lock(self) -> None:
        row = Proposal.objects.select_for_update().get(pk=self.pk)
        if not row.is_waiting:
            raise AlreadyDecided

    def _decide(self, state: str, *, by: Any, reason: str) -> None:
        self.state, self.reason = state, reason
        self.decided_by, self.decided_at = by, timezone.now()
        self.save()


def apply(row: Organisation, values: dict[str, Any]) -> None:
    """Give an organisation these values, and note that it was checked today."""
    for field, value in values.items():
        if field != "other_names":
            setattr(row, field, value)
    row.checked_on = timezone.localdate()
    row.full_clean()
    row.save()
    if "other_names" in values:
        names = [name.strip() for name in values["other_names"].splitlines() if name.strip()]
        row.other_names.exclude(name__in=names).delete()
        for name in names:
            row.other_names.get_or_create(name=name)
