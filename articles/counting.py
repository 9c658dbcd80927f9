"""Pages of a long list whose number is counted now and then, not for every reader."""

from typing import Any

from django.core.cache import caches
from django.core.paginator import Paginator
from django.utils.functional import cached_property

from movement.fragments import fingerprint

KEEP_SECONDS = 10
FEW = 200


class CountedPages(Paginator):
    """Counts a long list once in ten seconds; a short one is counted each time.

    The rows themselves are never remembered: what is on a page is always what may be seen now.
    """

    def __init__(self, rows: Any, per_page: int, *, key: str) -> None:
        super().__init__(rows, per_page)
        self.key = f"count:{fingerprint(key)}"

    @cached_property
    def count(self) -> int:
        kept = caches["fragments"].get(self.key)
        if kept is None:
            rows: Any = self.object_list
            kept = rows.order_by().values("pk").count()
            if kept > FEW:
                caches["fragments"].set(self.key, kept, KEEP_SECONDS)
        return kept
