"""Pages of a long list, counted and leafed through no further than somebody will."""

from typing import Any

from django.core.cache import caches
from django.core.paginator import Paginator
from django.utils.functional import cached_property

from movement.fragments import fingerprint

KEEP_SECONDS = 10
FEW = 200
# What is older is found by its year, theme or words; so no page is far from the start of an index.
MOST_PAGES = 100


class CountedPages(Paginator):
    """Counts a hundred pages at most, a long list once in ten seconds, a short one each time.

    The rows themselves are never remembered: what is on a page is always what may be seen now.
    """

    def __init__(self, rows: Any, per_page: int, *, key: str) -> None:
        super().__init__(rows, per_page)
        self.key = f"count:{fingerprint(key)}"

    @property
    def most(self) -> int:
        """How many rows the pages hold at most."""
        return int(self.per_page) * MOST_PAGES

    @cached_property
    def found(self) -> int:
        """How many rows there are, or one more than the pages hold."""
        kept = caches["fragments"].get(self.key)
        if kept is None:
            rows: Any = self.object_list
            kept = rows.order_by().values("pk")[: self.most + 1].count()
            if kept > FEW:
                caches["fragments"].set(self.key, kept, KEEP_SECONDS)
        return kept

    @cached_property
    def count(self) -> int:
        return min(self.found, self.most)

    @property
    def has_older(self) -> bool:
        """Whether there are more rows than the pages hold."""
        return self.found > self.most
