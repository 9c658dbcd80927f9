"""The list of who takes part with its map: everything the page shows of one choice."""

from functools import cached_property
from hashlib import sha256
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, F, Max, QuerySet, Sum
from django.http import QueryDict
from django.urls import reverse

from participants.filters import OrganisationFilter
from participants.map import Drawing, draw

PER_PAGE = 100
# With their names these weigh about 8 kB; from here on the map asks for its towns first.
SENT_AT_ONCE = 300


class Counted(Paginator):
    """Pages of rows whose number is known already."""

    def __init__(self, rows: QuerySet[Any], *, total: int) -> None:
        super().__init__(rows, PER_PAGE)
        self.total = total

    @cached_property
    def count(self) -> int:
        return self.total


class Listing:
    """What one address shows. Its pieces are asked of the database when they are needed."""

    def __init__(self, chosen: OrganisationFilter, parameters: QueryDict) -> None:
        self.filter = chosen
        self.parameters = parameters

    @cached_property
    def facts(self) -> dict[str, Any]:
        return self.filter.qs.order_by().aggregate(
            total=Count("pk"),
            which=Sum("pk"),
            which_exactly=Sum(F("pk") * F("pk")),
            changed_at=Max("updated_at"),
        )

    @property
    def total(self) -> int:
        return int(self.facts["total"])

    @property
    def etag(self) -> str:
        """Differs as soon as the map or an export would be another."""
        seen = repr((sorted(self.filter.values.items()), *self.facts.values()))
        return f'"{sha256(seen.encode()).hexdigest()[:32]}"'

    @property
    def version(self) -> tuple[Any, ...]:
        """Differs as soon as anything differs that the page shows: the key of its fragment."""
        return self.asked, self.etag, self.filter.groups, self.filter.themes

    @cached_property
    def page(self) -> Page[Any]:
        rows = Counted(self.filter.qs, total=self.total)
        return rows.get_page(self.parameters.get("page"))

    @cached_property
    def drawing(self) -> Drawing:
        return draw(self.filter.qs, self.parameters)

    @property
    def asked(self) -> str:
        """The choices as they stand in the address, with their question mark."""
        asked = self.parameters.urlencode()
        return f"?{asked}" if asked else ""

    @property
    def source(self) -> str:
        """The address of what the live map shows; of many, the names come town by town."""
        asked = self.parameters.copy()
        if self.total > SENT_AT_ONCE:
            asked["vorm"] = "plaatsen"
        return reverse("participants:map_data") + (f"?{asked.urlencode()}" if asked else "")
