"""What something is evidence of, as its own page shows it: read lightly, never more than is public.

Each link of an article, a post or a table's result points at one cause, direction or action.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from movement.models.bases import LinkQuerySet

KINDS = ("cause", "direction", "action")


class Evidence(NamedTuple):
    """Where something led: to a cause, a direction or an action, or why it did not."""

    kind: str
    title: str
    path: str
    is_withdrawn: bool
    reason: str
    note: str

    @property
    def word(self) -> str:
        """What it was, in one word."""
        return {"cause": _("Cause"), "direction": _("Direction"), "action": _("Action")}[self.kind]


def evidence_of(
    links: LinkQuerySet, source: str, *, most: int | None = None
) -> Iterator[tuple[Any, Evidence]]:
    """Give what each of these links is evidence of, with the value of its column `source`.

    What it points at is left out as long as that is not public; one query, of `most` rows.
    """
    targets = [f"{kind}__{name}" for kind in KINDS for name in ("title", "slug")]
    columns = (source, "withdrawn_at", "reason", "note", *targets)
    for value, withdrawn_at, reason, note, *named in links.to_public().values_list(*columns)[:most]:
        place = next(index for index in range(len(KINDS)) if named[2 * index + 1])
        kind = KINDS[place]
        title, slug = named[2 * place : 2 * place + 2]
        is_withdrawn = withdrawn_at is not None
        path = reverse(kind, args=[slug])
        yield value, Evidence(kind, title, path, is_withdrawn, reason if is_withdrawn else "", note)
