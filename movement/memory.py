"""What one process keeps in its memory, of no more than so many bytes together."""

import pickle
import sys
import time
from collections import OrderedDict
from threading import Lock
from typing import Any, NamedTuple

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache

# What lies in memory beside each thing that is kept: its name, its entry, its place.
BESIDE = 400


class Entry(NamedTuple):
    """Something that is kept, until a moment or without end."""

    value: Any
    is_pickled: bool
    size: int
    ends_at: float | None


class Shelf:
    """What the threads of a process keep under one name."""

    def __init__(self) -> None:
        self.entries: OrderedDict[str, Entry] = OrderedDict()
        self.size = 0
        self.lock = Lock()

    def put(self, key: str, entry: Entry, most: int) -> None:
        """Keep this; past so many bytes, forget what was asked for longest ago."""
        self.drop(key)
        self.entries[key] = entry
        self.size += entry.size
        while self.size > most:
            self.drop(next(iter(self.entries)))

    def get(self, key: str) -> Entry | None:
        """What is kept under this name and did not end."""
        entry = self.entries.get(key)
        if entry is None:
            return None
        if entry.ends_at is not None and entry.ends_at <= time.time():
            self.drop(key)
            return None
        self.entries.move_to_end(key)
        return entry

    def drop(self, key: str) -> bool:
        """Forget this; returns whether it was there."""
        entry = self.entries.pop(key, None)
        self.size -= entry.size if entry else 0
        return entry is not None


SHELVES: dict[str, Shelf] = {}


class Memory(BaseCache):
    """Gives texts and tuples back as they are, so nobody changes what is in such a tuple.

    Anything else is pickled, and comes back as a copy.
    """

    def __init__(self, name: str, params: dict[str, Any]) -> None:
        super().__init__(params)
        self.most = int(params.get("OPTIONS", {}).get("MAX_BYTES", 32 * 1024 * 1024))
        self.shelf = SHELVES.setdefault(name, Shelf())

    def entry(self, value: Any, timeout: Any) -> Entry:
        """This value, weighed and ready to be kept."""
        ends_at = self.get_backend_timeout(timeout)
        if isinstance(value, str):
            return Entry(value, False, sys.getsizeof(value) + BESIDE, ends_at)
        pickled = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
        if isinstance(value, tuple):
            # Objects take about three times what they are as octets.
            return Entry(value, False, 3 * len(pickled) + BESIDE, ends_at)
        return Entry(pickled, True, len(pickled) + BESIDE, ends_at)

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        with self.shelf.lock:
            entry = self.shelf.get(key)
        if entry is None:
            return default
        return pickle.loads(entry.value) if entry.is_pickled else entry.value

    def set(
        self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None
    ) -> None:
        entry = self.entry(value, timeout)
        with self.shelf.lock:
            self.shelf.put(key, entry, self.most)

    def add(
        self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None
    ) -> bool:
        entry = self.entry(value, timeout)
        with self.shelf.lock:
            is_new = self.shelf.get(key) is None
            if is_new:
                self.shelf.put(key, entry, self.most)
        return is_new

    def touch(self, key: str, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        with self.shelf.lock:
            entry = self.shelf.get(key)
            if entry:
                entry = entry._replace(ends_at=self.get_backend_timeout(timeout))
                self.shelf.put(key, entry, self.most)
        return entry is not None

    def delete(self, key: str, version: int | None = None) -> bool:
        with self.shelf.lock:
            return self.shelf.drop(key)

    def clear(self) -> None:
        with self.shelf.lock:
            self.shelf.entries.clear()
            self.shelf.size = 0
