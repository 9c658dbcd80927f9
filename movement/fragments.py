"""What each process keeps for itself, so that the same is not read or rendered twice.

A rendered piece is named after the words that it shows: no change can leave an old one behind.
"""

from collections.abc import Callable
from hashlib import blake2b
from typing import TypeVar

from django.core.cache import caches
from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.utils.safestring import SafeString, mark_safe

Kept = TypeVar("Kept")


def remember(key: str, build: Callable[[], Kept], *, seconds: int | None = None) -> Kept:
    """What `build` made under this name, made now when this process does not have it.

    `seconds` is how old it may be; without it, it stands as long as what the name is made of.
    """
    store = caches["fragments"]
    found: Kept | None = store.get(key)
    if found is None:
        found = build()
        store.set(key, found, seconds or DEFAULT_TIMEOUT)
    return found


def fingerprint(*shown: object) -> str:
    """A short name for these values, the same in every process."""
    return blake2b(repr(shown).encode("utf-8", "replace"), digest_size=16).hexdigest()


def fragment(
    name: str, shown: tuple[object, ...], make: Callable[[], str], *, seconds: int | None = None
) -> SafeString:
    """The piece that shows this; `make` renders it when this process did not yet.

    `seconds` is how old it may be, where something in it is not in `shown`.
    """
    key = f"{name}:{fingerprint(*shown)}"
    return mark_safe(remember(key, lambda: str(make()), seconds=seconds))
