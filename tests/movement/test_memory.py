"""What a process keeps: bounded in bytes, safe from changes, gone when its time is over."""

from django.core.cache.backends.base import DEFAULT_TIMEOUT

from movement import memory
from movement.memory import Memory


def kept_in(name, **options):
    memory.SHELVES.pop(name, None)
    return Memory(name, {"OPTIONS": options})


def test_it_gives_back_what_was_kept_and_the_default_for_what_was_not():
    store = kept_in("plain")
    store.set("text", "wilg")
    store.set_many({"row": (1, "els"), "list": [1, 2]})
    assert store.get_many(["text", "row", "list", "none"]) == {
        "text": "wilg",
        "row": (1, "els"),
        "list": [1, 2],
    }
    assert store.get("none", "nothing") == "nothing"
    assert Memory("plain", {}).get("text") == "wilg"


def test_a_list_that_somebody_changes_stays_as_it_was_kept():
    store = kept_in("copies")
    store.set("list", given := [1])
    given.append(2)
    store.get("list").append(3)
    assert store.get("list") == [1]


def test_it_keeps_no_more_bytes_than_it_may_and_forgets_what_was_asked_longest_ago():
    store = kept_in("small", MAX_BYTES=20_000)
    for number in range(4):
        store.set(f"page {number}", str(number) * 4_000)
    assert store.get("page 0")
    store.set("page 4", "4" * 4_000)
    assert [store.get(f"page {number}") is not None for number in range(5)] == [
        True,
        False,
        True,
        True,
        True,
    ]
    for number in range(500):
        store.set(f"row {number}", (number,) * 20)
        store.set("page 4", "5" * 4_000)
    assert store.shelf.size <= 20_000
    assert store.shelf.size == sum(entry.size for entry in store.shelf.entries.values())
    store.set("whole", "w" * 30_000)
    assert (store.get("whole"), store.shelf.size) == (None, 0)


def test_what_is_over_is_gone(monkeypatch):
    store, now = kept_in("short"), [1000.0]
    monkeypatch.setattr(memory.time, "time", lambda: now[0])
    store.set("five", "words", 5)
    store.set("always", "words", None)
    store.set("ordinary", "words", DEFAULT_TIMEOUT)
    store.set("never", "words", 0)
    assert store.get("never") is None
    assert not store.add("five", "others", 5)
    now[0] += 5
    assert (store.get("five"), store.get("always")) == (None, "words")
    assert store.add("five", "others", 5)
    assert store.touch("five", 100)
    now[0] += 99
    assert store.get("five") == "others"
    now[0] += 300
    assert store.get("ordinary") is None
    assert not store.touch("ordinary")


def test_it_can_be_emptied():
    store = kept_in("emptied")
    store.set_many({"one": "1", "two": "2"})
    assert store.delete("one")
    assert not store.delete("one")
    store.clear()
    assert (store.get("two"), store.shelf.size) == (None, 0)
