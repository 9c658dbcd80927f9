"""What happens at the tables of a day, what came off them, and what was agreed to do next."""

from datetime import date
from typing import Any, Self

from django.db import models, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from movement.models import Action, Cause, Direction, Link, StatementPoint, TimeStamped
from participants.models import Organisation

from .days import ActionDay


class Table(TimeStamped):
    """A dialogue table: who hosts it, what is on it, what came off it."""

    # Known after `reading.tables_of()`.
    point_ways: list[Any]
    cause_ways: list[Any]
    lines: list[Any]

    day = models.ForeignKey(
        ActionDay, models.CASCADE, related_name="tables", verbose_name=_("action day")
    )
    position = models.PositiveSmallIntegerField(_("number"))
    title = models.CharField(_("title"), max_length=120)
    host = models.ForeignKey(
        Organisation,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="hosted_tables",
        verbose_name=_("host"),
    )
    chair = models.CharField(
        _("chair"), max_length=80, blank=True, help_text=_("A role or first name, with consent.")
    )
    opening = models.TextField(_("opening"), blank=True)
    questions = models.TextField(_("guiding questions"), blank=True)
    places = models.PositiveSmallIntegerField(_("places"), null=True, blank=True)
    points = models.ManyToManyField(
        StatementPoint, blank=True, related_name="tables", verbose_name=_("points discussed")
    )
    causes = models.ManyToManyField(
        Cause, blank=True, related_name="tables", verbose_name=_("causes discussed")
    )

    class Meta:
        verbose_name = _("table")
        verbose_name_plural = _("tables")
        ordering = ["day", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["day", "position"],
                name="table_number_unique",
                violation_error_message=_("Another table of this day has this number."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.position}. {self.title}"

    @property
    def question_lines(self) -> list[str]:
        """The guiding questions, one per line as the organiser typed them."""
        return [line.strip() for line in self.questions.splitlines() if line.strip()]


class TableResult(TimeStamped):
    """One line of what a table brought."""

    table = models.ForeignKey(
        Table, models.CASCADE, related_name="results", verbose_name=_("table")
    )
    position = models.PositiveSmallIntegerField(_("place"), default=0)
    text = models.TextField(_("result"), max_length=1000)

    class Meta:
        verbose_name = _("result")
        verbose_name_plural = _("results")
        ordering = ["table", "position", "pk"]

    def __str__(self) -> str:
        return self.text[:80]

    def lead_to(self, target: Cause | Direction | Action, *, by: Any) -> "ResultLink":
        """Tie this line to a cause, direction or action, once; returns the link.

        A link that was withdrawn, with its reason, stays beside the new one.
        """
        with transaction.atomic():
            TableResult.objects.select_for_update(no_key=True).get(pk=self.pk)
            name = str(target._meta.model_name)
            standing = self.links.standing().filter(**{name: target}).first()
            return standing or self.links.create(**{name: target}, linked_by=by)


class ResultLink(Link):
    """A line of a table's results that is evidence of a cause, direction or action."""

    result = models.ForeignKey(
        TableResult, models.CASCADE, related_name="links", verbose_name=_("result")
    )

    class Meta(Link.Meta):
        verbose_name = _("link of a result")
        verbose_name_plural = _("links of results")

    def __str__(self) -> str:
        return str(self.target)


class NextStepQuerySet(models.QuerySet[Any]):
    def overdue(self, on: date | None = None) -> Self:
        """Steps whose day has passed while nobody said they were done."""
        return self.filter(done_on__isnull=True, due_on__lt=on or timezone.localdate())


class NextStep(TimeStamped):
    """What was agreed to happen after a day: who does what, and when."""

    day = models.ForeignKey(
        ActionDay, models.CASCADE, related_name="next_steps", verbose_name=_("action day")
    )
    text = models.CharField(_("step"), max_length=200)
    owner = models.CharField(_("who"), max_length=120, help_text=_("A role or organisation."))
    due_on = models.DateField(_("when"), null=True, blank=True)
    done_on = models.DateField(_("done on"), null=True, blank=True)

    objects = NextStepQuerySet.as_manager()

    class Meta:
        verbose_name = _("next step")
        verbose_name_plural = _("next steps")
        ordering = [F("due_on").asc(nulls_last=True), "pk"]

    def __str__(self) -> str:
        return self.text

    @property
    def is_overdue(self) -> bool:
        """Whether its day has passed while nobody said it was done."""
        return (
            self.done_on is None and self.due_on is not None and self.due_on < timezone.localdate()
        )
