"""What of the organisations can be found: what everyone may read on their pages, never more."""

from collections.abc import Iterable, Iterator

from movement import search
from movement.models import SearchEntry
from participants.models import Organisation

KIND = SearchEntry.Kind.ORGANISATION


def rebuild() -> int:
    """Write all entries anew. Returns how many there are."""
    rows = Organisation.objects.visible_to(None).real().prefetch_related("other_names")
    return search.refill(KIND, entries(rows.order_by("pk").iterator(chunk_size=500)))


def entries(rows: Iterable[Organisation]) -> Iterator[search.Entry]:
    """Give the entry of each organisation."""
    for row in rows:
        yield search.Entry(
            target_id=row.pk,
            audience=SearchEntry.Audience.PUBLIC,
            title=row.name,
            text=text_of(row),
            path=row.get_absolute_url(),
            visible_from=row.created_at,
        )


def refresh(row: Organisation) -> None:
    """Bring what can be found of it up to date, in the caller's transaction."""
    if row.is_public and not row.is_example:
        search.index(
            KIND,
            row.pk,
            audience=SearchEntry.Audience.PUBLIC,
            title=row.name,
            text=text_of(row),
            path=row.get_absolute_url(),
            visible_from=row.created_at,
        )
    else:
        search.forget(KIND, row.pk)


def text_of(row: Organisation) -> str:
    """Return what its page says about it."""
    names = [other.name for other in row.other_names.all()]
    kind = str(row.get_kind_display())
    return " ".join(filter(None, [*names, kind, row.town, row.province, row.region, row.own_words]))


def forget(row: Organisation) -> None:
    """Let it be found no more, in the transaction that deletes it."""
    search.forget(KIND, row.pk)
