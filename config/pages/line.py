"""One line from experience to change, made of what is really there: for the home page."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import Case, OuterRef, QuerySet, Subquery, When

from actiondays.models import ActionDay, ResultLink
from movement.models import Action, Front
from participants.models import Commitment

CAUSE, DIRECTION = "directions__causes", "directions"


@dataclass(frozen=True, slots=True)
class Line:
    """A cause, a direction and an action that belong together, with what came before and after."""

    cause: str
    cause_slug: str
    direction: str
    direction_slug: str
    action: str
    action_slug: str
    front: str
    commitment: str | None
    organisation: str | None
    is_example: bool | None
    state: str | None
    due_on: date | None
    told: str | None
    told_at: str | None
    told_at_slug: str | None
    told_note: str | None

    @property
    def front_label(self) -> str:
        """The front in words."""
        return str(Front(self.front).label)

    @property
    def is_done(self) -> bool:
        """Whether the commitment was carried out."""
        return self.state == Commitment.State.DONE

    @property
    def keys(self) -> set[str]:
        """Its things in the drawing of all lines."""
        keys = {
            f"oorzaak-{self.cause_slug}",
            f"richting-{self.direction_slug}",
            f"actie-{self.action_slug}",
        }
        return keys | ({f"toezegging-{self.action_slug}"} if self.commitment else set())


def example_line() -> Line | None:
    """The line with the most stops: one with a commitment first, and with words from a table."""
    viewer = AnonymousUser()
    told = newest_result(viewer)
    commitments = (
        Commitment.objects.visible_to(viewer)
        .filter(action=OuterRef("pk"))
        .exclude(state=Commitment.State.STOPPED)
        .order_by("-updated_at", "-pk")
    )
    row = (
        Action.objects.visible_to(viewer)
        .exclude(state=Action.State.STOPPED)
        .filter(directions__is_public=True, directions__causes__is_public=True)
        .annotate(
            promised=Subquery(commitments.values("title")[:1]),
            by=Subquery(commitments.values("organisation__name")[:1]),
            by_example=Subquery(commitments.values("organisation__is_example")[:1]),
            how=Subquery(commitments.values("state")[:1]),
            due=Subquery(commitments.values("due_on")[:1]),
            told=Subquery(told.values("result__text")[:1]),
            told_at=Subquery(told.values("result__table__day__title")[:1]),
            told_at_slug=Subquery(told.values("result__table__day__slug")[:1]),
            told_note=Subquery(told.values("note")[:1]),
        )
        .order_by(
            there("promised"), there("told"), "number", f"{CAUSE}__number", f"{DIRECTION}__number"
        )
        .values_list(
            f"{CAUSE}__title", f"{CAUSE}__slug", f"{DIRECTION}__title", f"{DIRECTION}__slug",
            "title", "slug", "front", "promised", "by", "by_example", "how", "due",
            "told", "told_at", "told_at_slug", "told_note",
        )
        .first()
    )  # fmt: skip
    return Line(*row) if row else None


def there(name: str) -> Case:
    """Sorts what is there before what is missing."""
    return Case(When(**{f"{name}__isnull": False}, then=0), default=1)


def newest_result(viewer: Any) -> QuerySet[ResultLink]:
    """The latest line of a table's results that stands under the cause of the outer query."""
    return (
        ResultLink.objects.standing()
        .filter(cause=OuterRef(CAUSE), result__table__day__in=ActionDay.objects.visible_to(viewer))
        .order_by("-linked_at", "-pk")
    )
