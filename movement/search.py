"""Search over everything: written by the verbs in their transaction, asked with `find`.

The stems of title and text stand in `SearchEntry`. PostgreSQL keeps a column with their index
(made by a migration); SQLite has a table beside it, which is written here and nowhere else.
"""

import html
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

import nh3
from django.db import connections, router, transaction
from django.db.models import BooleanField, Case, Expression, QuerySet, When
from django.utils import timezone

from movement.models import SearchEntry
from movement.stems import stems, terms

LONGEST_QUERY = 200
MOST_TERMS = 8
# A shorter stem is looked for as a whole word; a longer one as the beginning of one too,
# because Dutch writes words together: jeugd finds jeugdzorg.
SHORTEST_BEGINNING = 4
LONGEST_TEXT = 100_000
LONGEST_EXCERPT = 5_000
BATCH = 500


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """What may be found of one thing, for `refill`. `text` is plain text or an editor's HTML."""

    target_id: int
    audience: str
    title: str
    text: str
    path: str
    visible_from: datetime | None = None


def index(
    kind: str,
    target_id: int,
    *,
    audience: str,
    title: str,
    text: str,
    path: str,
    visible_from: datetime | None = None,
) -> None:
    """Make one thing findable, or bring what can be found of it up to date.

    `text` is plain text or an editor's HTML. Without `visible_from`: from now on, and a thing
    that could be found already keeps its moment. Call it inside the transaction of the verb.
    """
    given = Entry(
        target_id=target_id,
        audience=audience,
        title=title,
        text=text,
        path=path,
        visible_from=visible_from,
    )
    values = columns(given)
    if visible_from is None:
        values.pop("visible_from")
    entry = SearchEntry(kind=kind, target_id=target_id, **values)
    # One statement, also when two do it at once; it stands in the path of placing a post.
    with transaction.atomic(using=router.db_for_write(SearchEntry), savepoint=False):
        SearchEntry.objects.bulk_create(
            [entry],
            update_conflicts=True,
            unique_fields=["kind", "target_id"],
            update_fields=list(values),
        )
        write_beside([entry])


def forget(kind: str, target_id: int) -> None:
    """Let one thing be found no more. Nothing happens when it could not be found."""
    with transaction.atomic(using=router.db_for_write(SearchEntry)):
        entries = SearchEntry.objects.filter(kind=kind, target_id=target_id)
        remove_beside(entries)
        entries.delete()


def refill(kind: str, entries: Iterable[Entry]) -> int:
    """Replace everything that can be found of one kind. Returns how many there are now."""
    count = 0
    with transaction.atomic(using=router.db_for_write(SearchEntry)):
        old = SearchEntry.objects.filter(kind=kind)
        remove_beside(old)
        old.delete()
        for batch in batches(entries):
            rows = [SearchEntry(kind=kind, target_id=e.target_id, **columns(e)) for e in batch]
            write_beside(SearchEntry.objects.bulk_create(rows))
            count += len(rows)
    return count


def find(query: str, viewer: Any) -> QuerySet[SearchEntry]:
    """Return what this viewer may find of these words, hits in a title first, then the latest.

    Every word has to be there. A query without words finds nothing.
    """
    wanted = terms(shortened(query), most=MOST_TERMS)
    if not wanted:
        return SearchEntry.objects.none()
    forum = (SearchEntry.Kind.TOPIC, SearchEntry.Kind.POST)
    return (
        SearchEntry.objects.visible_to(viewer)
        .filter(Matches(wanted))
        .defer("stems", "title_stems")
        .order_by(
            Case(When(Matches(wanted, in_title=True), then=0), default=1),
            Case(When(kind__in=forum, then=1), default=0),
            "-visible_from",
            "-pk",
        )
    )


def latest(query: str, viewer: Any, *, kind: str, most: int) -> list[int]:
    """Return the numbers of the latest things of one kind, with all these words, for this viewer.

    For a list with an order of its own: a word that is in nearly everything is not ranked first,
    which would read everything.
    """
    wanted = terms(shortened(query), most=MOST_TERMS)
    if not wanted:
        return []
    entries = SearchEntry.objects.visible_to(viewer).filter(Matches(wanted), kind=kind)
    return list(entries.order_by("-target_id").values_list("target_id", flat=True)[:most])


def shortened(query: str) -> str:
    """The whole words of a query that are read."""
    if len(query) <= LONGEST_QUERY:
        return query
    return query[:LONGEST_QUERY].rpartition(" ")[0] or query[:LONGEST_QUERY]


class Matches(Expression):
    """Whether an entry has all these stems. Only letters and digits ever reach the database."""

    output_field = BooleanField()
    conditional = True

    def __init__(self, wanted: list[str], *, in_title: bool = False) -> None:
        super().__init__()
        self.wanted = tuple(wanted)
        self.in_title = in_title

    def as_postgresql(self, compiler: Any, connection: Any) -> tuple[str, list[str]]:
        mark = "A" if self.in_title else ""
        parts = (f"'{t}':{'*' if is_beginning(t) else ''}{mark}".rstrip(":") for t in self.wanted)
        sql = "movement_searchentry.stems_index @@ to_tsquery('simple', %s)"
        return sql, [" & ".join(parts)]

    def as_sqlite(self, compiler: Any, connection: Any) -> tuple[str, list[str]]:
        parts = (f'"{t}"{"*" if is_beginning(t) else ""}' for t in self.wanted)
        asked = " AND ".join(parts)
        sql = (
            "movement_searchentry.id IN (SELECT rowid FROM movement_searchtext"
            " WHERE movement_searchtext MATCH %s)"
        )
        return sql, [f"{{title_stems}} : ({asked})" if self.in_title else asked]

    def as_sql(self, compiler: Any, connection: Any, **more: Any) -> Any:
        raise NotImplementedError(f"search does not know {connection.vendor}")


def is_beginning(term: str) -> bool:
    """Whether words that begin like this are meant too."""
    return len(term) >= SHORTEST_BEGINNING


def columns(entry: Entry) -> dict[str, Any]:
    """Return the columns of a row that hold this entry."""
    text = plain_text(entry.text)
    return {
        "audience": entry.audience,
        "title": entry.title[:200],
        "excerpt": text[:LONGEST_EXCERPT],
        "title_stems": " ".join(stems(entry.title)),
        "stems": " ".join(stems(text)),
        "path": entry.path,
        "visible_from": entry.visible_from or timezone.now(),
    }


def plain_text(text: str) -> str:
    """Return an editor's HTML as one line of text; plain text keeps its words."""
    text = text[:LONGEST_TEXT]
    if "</" in text or "<br" in text:
        text = html.unescape(nh3.clean(text.replace("<", " <"), tags=set()))
    return " ".join(text.split())


def batches(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """Cut a stream of entries into lists that are written at once."""
    stream = iter(entries)
    while batch := list(islice(stream, BATCH)):
        yield batch


# The table beside it, on SQLite only --------------------------------------------------------


def beside(alias: str) -> Any:
    """A cursor on the table beside the entries, or None where the database needs none."""
    connection = connections[alias]
    return connection.cursor() if connection.vendor == "sqlite" else None


def write_beside(entries: list[SearchEntry]) -> None:
    """Write the stems of these entries where SQLite looks for them."""
    if cursor := beside(router.db_for_write(SearchEntry)):
        cursor.executemany(
            "DELETE FROM movement_searchtext WHERE rowid = %s", [[e.pk] for e in entries]
        )
        cursor.executemany(
            "INSERT INTO movement_searchtext (rowid, title_stems, stems) VALUES (%s, %s, %s)",
            [[e.pk, e.title_stems, e.stems] for e in entries],
        )


def remove_beside(entries: QuerySet[SearchEntry]) -> None:
    """Remove the stems of these entries where SQLite looks for them."""
    if cursor := beside(router.db_for_write(SearchEntry)):
        keys = [[key] for key in entries.values_list("pk", flat=True)]
        cursor.executemany("DELETE FROM movement_searchtext WHERE rowid = %s", keys)
