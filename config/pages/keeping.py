"""What may be a few seconds old: computed once, kept by each process."""

from collections.abc import Callable
from typing import TypeVar

from django.core.cache import caches

from movement.context import KEEP_SECONDS

Kept = TypeVar("Kept")


def kept(name: str, build: Callable[[], Kept]) -> Kept:
    """Return what `build` made, at most some seconds ago. Only for what staff wrote or counted."""
    key = f"kept:{name}"
    if (found := caches["fragments"].get(key)) is None:
        found = build()
        caches["fragments"].set(key, found, KEEP_SECONDS)
    return found
