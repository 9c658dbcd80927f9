"""What of the days can be found: what everyone may read on their pages, never more."""

from collections.abc import Iterator

from actiondays.models import ActionDay
from movement import search
from movement.models import SearchEntry

KIND = SearchEntry.Kind.DAY


def rebuild() -> int:
    """Write all entries anew. Returns how many there are."""
    days = ActionDay.objects.visible_to(None).prefetch_related("what_ifs", "tables__results")
    return search.refill(KIND, entries(days.order_by("pk").iterator(chunk_size=500)))


def entries(days: Iterator[ActionDay]) -> Iterator[search.Entry]:
    """Give the entry of each day."""
    for day in days:
        yield search.Entry(
            target_id=day.pk,
            audience=SearchEntry.Audience.PUBLIC,
            title=day.title,
            text=text_of(day),
            path=day.get_absolute_url(),
            visible_from=day.created_at,
        )


def refresh(day: ActionDay) -> None:
    """Bring what can be found of this day up to date, in the caller's transaction."""
    if day.state == ActionDay.State.CONCEPT:
        search.forget(KIND, day.pk)
        return
    search.index(
        KIND,
        day.pk,
        audience=SearchEntry.Audience.PUBLIC,
        title=day.title,
        text=text_of(day),
        path=day.get_absolute_url(),
        visible_from=day.created_at,
    )


def text_of(day: ActionDay) -> str:
    """Return the text of a day's page: what was asked, said and brought."""
    parts = [day.summary, day.when, day.where, day.brought]
    parts += [question.question for question in day.what_ifs.all()]
    for table in day.tables.all():
        parts += [table.title, table.opening]
        if day.has_started:
            parts += [result.text for result in table.results.all()]
    rich = [search.plain_text(text) for text in (day.introduction, day.programme, day.shown_report)]
    return " ".join(filter(None, [*parts, *rich]))
