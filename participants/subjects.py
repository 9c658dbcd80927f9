"""What something is about: its themes, and its keywords, of which some mean an organisation."""

from typing import Any, NamedTuple

from django.db.models import OuterRef, Subquery, Value
from django.db.models.functions import Coalesce
from django.urls import reverse

from participants.models import Organisation

ROUTES = ("theme", "keyword")


class Subject(NamedTuple):
    """A theme, a keyword or an organisation, as far as a page names it."""

    pk: int
    name: str
    path: str
    is_organisation: bool = False


class Subjects(NamedTuple):
    """The themes in their order and the keywords by name."""

    themes: tuple[Subject, ...]
    keywords: tuple[Subject, ...]

    @property
    def organisations(self) -> list[Subject]:
        """The keywords that lead to an organisation."""
        return [keyword for keyword in self.keywords if keyword.is_organisation]

    @property
    def others(self) -> list[Subject]:
        """The keywords that are a subject."""
        return [keyword for keyword in self.keywords if not keyword.is_organisation]


def subjects_of(themes: Any, keywords: Any) -> Subjects:
    """Read the themes in use and the standing keywords of these lightly, in one query."""
    own_page = Organisation.objects.visible_to(None).filter(keyword=OuterRef("pk")).values("slug")
    rows = (
        themes.visible_to(None)
        .order_by()
        .values_list(Value(0), "position", "pk", "name", "slug", Value(""))
    ).union(
        keywords.standing()
        .order_by()
        .values_list(
            Value(1), Value(0), "pk", "name", "slug", Coalesce(Subquery(own_page[:1]), Value(""))
        ),
        all=True,
    )
    found: tuple[list[Subject], list[Subject]] = [], []
    for kind, _position, pk, name, slug, page in sorted(rows, key=in_order):
        route, place = ("organisation", page) if page else (ROUTES[kind], slug)
        found[kind].append(Subject(pk, name, reverse(route, args=[place]), bool(page)))
    return Subjects(tuple(found[0]), tuple(found[1]))


def in_order(row: tuple[Any, ...]) -> tuple[int, str]:
    """Themes as their editor put them, keywords by name."""
    return row[1], row[3].casefold()
