"""Rendered pieces of a page, kept by what they show: the same words are never rendered twice.

The key is made of the words themselves, so that no change can leave an old piece behind.
"""

from collections.abc import Callable
from hashlib import blake2b

from django.core.cache import caches
from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.utils.safestring import SafeString, mark_safe


def fingerprint(*shown: object) -> str:
    """A short name for these values, the same in every process."""
    return blake2b(repr(shown).encode(), digest_size=16).hexdigest()


def fragment(
    name: str, shown: tuple[object, ...], make: Callable[[], str], *, seconds: int | None = None
) -> SafeString:
    """The piece that shows this; `make` renders it when this process did not yet.

    `seconds` is how old it may be, where something in it is not in `shown`.
    """
    key = f"{name}:{fingerprint(*shown)}"
    kept = caches["fragments"].get(key)
    if kept is None:
        kept = str(make())
        caches["fragments"].set(key, kept, seconds or DEFAULT_TIMEOUT)
    return mark_safe(kept)
