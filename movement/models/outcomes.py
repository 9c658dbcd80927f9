"""The line from a question to change: what-if, cause, direction, action on a front."""

import textwrap
from contextlib import suppress
from datetime import date
from typing import Any, Self

from django.db import IntegrityError, models, transaction
from django.db.models import Max
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from movement.rich_text import RichTextField

from .bases import TimeStamped

PROPOSE_TRIES = 10


class OutcomeQuerySet(models.QuerySet[Any]):
    def visible_to(self, viewer: Any) -> Self:
        """What was made public; the rest is seen in the admin only."""
        return self.filter(is_public=True)

    def propose(self, title: str, **more: Any) -> Any:
        """Make one that only staff see until an editor makes it public; returns it.

        It takes the next number. Two who propose at once get one each: whose number is taken
        tries the next. Raises IntegrityError when that goes wrong time after time.
        """
        title = " ".join(title.split())[:160]
        short = textwrap.shorten(title, 48, placeholder="…").strip("…") or title[:48]
        facts = {"title": title, "short_title": short, "is_public": False, **more}
        for _try in range(PROPOSE_TRIES):
            with suppress(IntegrityError), transaction.atomic():
                return self._create_next(facts)
        return self._create_next(facts)

    def _create_next(self, facts: dict[str, Any]) -> Any:
        number = (self.model.objects.aggregate(Max("number"))["number__max"] or 0) + 1
        return self.create(number=number, slug=self.free_slug(facts["title"], number), **facts)

    def free_slug(self, title: str, number: int) -> str:
        """Return an address made from a title, that no other has."""
        stem = slugify(title)[:70].strip("-") or str(self.model._meta.verbose_name)
        return f"{stem}-{number}" if self.model.objects.filter(slug=stem).exists() else stem


class Outcome(TimeStamped):
    """What the steps of the line share: a number, a title, an explanation."""

    number = models.PositiveSmallIntegerField(_("number"), unique=True)
    title = models.CharField(_("title"), max_length=160)
    short_title = models.CharField(
        _("short title"), max_length=48, help_text=_("A few words, for the drawing of all lines.")
    )
    slug = models.SlugField(_("address"), max_length=80, unique=True)
    explanation = RichTextField(_("explanation"), blank=True)
    is_public = models.BooleanField(_("public"), default=True)

    objects = OutcomeQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["number"]

    def __str__(self) -> str:
        return self.title


class WhatIf(TimeStamped):
    """A question that opens the thinking: “What if parents can simply ask for help?”"""

    question = models.CharField(_("question"), max_length=160, unique=True)
    slug = models.SlugField(_("address"), max_length=80, unique=True)
    introduction = models.TextField(_("introduction"), blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("what-if question")
        verbose_name_plural = _("what-if questions")
        ordering = ["position", "question"]

    def __str__(self) -> str:
        return self.question


class Cause(Outcome):
    what_ifs = models.ManyToManyField(
        WhatIf, blank=True, related_name="causes", verbose_name=_("what-if questions")
    )

    class Meta(Outcome.Meta):
        verbose_name = _("cause")
        verbose_name_plural = _("causes")

    def get_absolute_url(self) -> str:
        return reverse("cause", args=[self.slug])


class Direction(Outcome):
    causes = models.ManyToManyField(
        Cause,
        blank=True,
        related_name="directions",
        verbose_name=_("causes"),
        help_text=_("The causes that this direction answers."),
    )

    class Meta(Outcome.Meta):
        verbose_name = _("direction")
        verbose_name_plural = _("directions")

    def get_absolute_url(self) -> str:
        return reverse("direction", args=[self.slug])


class Front(models.TextChoices):
    """The three ways in which an action changes things."""

    START = "start", _("start and learn")
    STOP = "stop", _("stop and unlearn")
    TURN_BACK = "turn-back", _("turn back and put right")


class Action(Outcome):
    class State(models.TextChoices):
        PROPOSED = "proposed", _("proposal")
        RUNNING = "running", _("running")
        DONE = "done", _("done")
        STOPPED = "stopped", _("stopped")

    front = models.CharField(_("front"), max_length=10, choices=Front)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.RUNNING)
    stopped_because = models.TextField(
        _("stopped because"),
        blank=True,
        help_text=_("“Not adopted, because…” is an answer too. Readers see it."),
    )
    started_on = models.DateField(
        _("started on"), null=True, blank=True, help_text=_("Empty: not recorded.")
    )
    ended_on = models.DateField(
        _("done or stopped on"), null=True, blank=True, help_text=_("Empty: not recorded.")
    )
    obstacles = models.TextField(_("what stands in the way"), blank=True)
    directions = models.ManyToManyField(
        Direction,
        blank=True,
        related_name="actions",
        verbose_name=_("directions"),
        help_text=_("The directions that this action carries out."),
    )

    class Meta(Outcome.Meta):
        verbose_name = _("action")
        verbose_name_plural = _("actions")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state="stopped") | ~models.Q(stopped_because=""),
                name="action_stopped_has_reason",
                violation_error_message=_("Say why this action stopped."),
            )
        ]

    def get_absolute_url(self) -> str:
        return reverse("action", args=[self.slug])

    def note_day(self, on: date | None = None) -> None:
        """Remember the day on which it began or ended, unless that is known.

        Call it when the state changed, before saving.
        """
        on = on or timezone.localdate()
        if self.state in {self.State.DONE, self.State.STOPPED}:
            self.ended_on = self.ended_on or on
            return
        self.ended_on = None
        if self.state == self.State.RUNNING:
            self.started_on = self.started_on or on


class Lesson(TimeStamped):
    """What was learnt from an action and carried back to where it is needed."""

    action = models.ForeignKey(
        Action, models.CASCADE, related_name="lessons", verbose_name=_("action")
    )
    text = models.TextField(_("lesson"))
    carried_back_to = models.CharField(_("carried back to"), max_length=160, blank=True)
    learnt_on = models.DateField(_("learnt on"), null=True, blank=True)

    class Meta:
        verbose_name = _("lesson")
        verbose_name_plural = _("lessons")
        ordering = ["-learnt_on", "-pk"]

    def __str__(self) -> str:
        return self.text[:80]
