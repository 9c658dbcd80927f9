"""What came of it in a year: actions, commitments, lessons and reports, by their days."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import CharField, F, QuerySet, TextField, Value
from django.db.models.functions import Cast, TruncDate
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from actiondays.models import ActionDay
from movement.models import Action, Lesson
from participants.models import Commitment, CommitmentUpdate

MOST = 100
COLUMNS = ("kind", "on", "what", "words", "who", "slug", "number")
WORDS = {
    "started": _("Started"),
    Action.State.DONE: _("Done"),
    Action.State.STOPPED: _("Stopped"),
    "promised": _("Promised"),
    "update": _("How it stands"),
    "lesson": _("Learnt"),
    "report": _("Results published"),
}
SIGNS = {Action.State.DONE: "done", Action.State.STOPPED: "ended", "report": "done"}


@dataclass(frozen=True)
class Event:
    """Something that came of what people said, on its day."""

    kind: str
    on: date
    what: str
    words: str
    who: str
    slug: str
    number: int

    @property
    def word(self) -> Any:
        """What happened, in a word or two."""
        return WORDS[self.kind]

    @property
    def sign(self) -> str:
        """Its sign on a line: done, open, or ended with a reason."""
        return SIGNS.get(self.kind, "open")

    @cached_property
    def address(self) -> str:
        """Where it can be read."""
        if self.kind == "report":
            return reverse("actiondays:detail", args=[self.slug])
        if self.kind in {"promised", "update"}:
            return f"{reverse('organisation', args=[self.slug])}#toezegging-{self.number}"
        return reverse("action", args=[self.slug])


def events_between(first: date, last: date, viewer: Any) -> list[Event]:
    """Every outcome of these days that this viewer may see, examples left out, in one query."""
    days = (first, last)
    actions = Action.objects.visible_to(viewer)
    ended = {"ended_on__range": days, "state__in": [Action.State.DONE, Action.State.STOPPED]}
    promises = Commitment.objects.visible_to(viewer).filter(organisation__is_example=False)
    reports = ActionDay.objects.visible_to(viewer).filter(is_example=False)
    told = reports.annotate(told_on=TruncDate("report_published_at"))
    maker = {"who": "commitment__organisation__name", "slug": "commitment__organisation__slug"}
    found = rows(actions.filter(started_on__range=days), Value("started"), "started_on").union(
        rows(actions.filter(**ended), F("state"), "ended_on", words="stopped_because"),
        rows(
            promises.filter(promised_on__range=days), Value("promised"), "promised_on",
            who="organisation__name", slug="organisation__slug",
        ),
        rows(
            CommitmentUpdate.objects.filter(commitment__in=promises, reported_on__range=days),
            Value("update"), "reported_on",
            what="commitment__title", words="text", number="commitment_id", **maker,
        ),
        rows(
            Lesson.objects.filter(action__in=actions, learnt_on__range=days),
            Value("lesson"), "learnt_on",
            what="action__title", words="text", slug="action__slug",
        ),
        rows(told.filter(told_on__range=days), Value("report"), "told_on", words="brought"),
        all=True,
    )  # fmt: skip
    return [Event(*row) for row in found.order_by("event_on", "event_kind", "event_number")[:MOST]]


def rows(
    things: QuerySet[Any],
    kind: Any,
    on: str,
    *,
    what: str = "title",
    words: str = "",
    who: str = "",
    slug: str = "slug",
    number: str = "pk",
) -> QuerySet[Any]:
    """Things of one kind, in the columns that all kinds share."""

    def text(name: str) -> Any:
        return Cast(name, TextField()) if name else Value("", TextField())

    return (
        things.order_by()
        .annotate(
            event_kind=Cast(kind, CharField(max_length=10)),
            event_on=F(on),
            event_what=text(what),
            event_words=text(words),
            event_who=text(who),
            event_slug=text(slug),
            event_number=F(number),
        )
        .values_list(*(f"event_{column}" for column in COLUMNS))
    )
