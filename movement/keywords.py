"""Keywords that mean the same become one."""

from collections.abc import Iterator

from django.apps import apps
from django.db import transaction

from movement import redirects
from movement.models import Keyword, KeywordItem


class CannotMerge(Exception):
    """A keyword goes into another one that stands by itself."""


def merge(keyword: Keyword, *, into: Keyword) -> int:
    """Let a keyword go on in another. Returns how many things got the other one instead.

    The old address leads to the new one, and the old name stays as a synonym: whoever types or
    follows it comes out at the keyword that stands. Raises CannotMerge for a keyword that was
    merged itself, or is the same.
    """
    with transaction.atomic():
        rows = Keyword.objects.select_for_update().filter(pk__in=[keyword.pk, into.pk])
        found = {row.pk: row for row in rows}
        if len(found) < 2 or found[into.pk].merged_into_id is not None:
            raise CannotMerge
        moved = sum(move(items, keyword, into) for items in kinds_of_items())
        Keyword.objects.filter(merged_into=keyword).update(merged_into=into)
        Keyword.objects.filter(pk=keyword.pk).update(merged_into=into)
        redirects.lead(keyword.get_absolute_url(), into.get_absolute_url())
    keyword.refresh_from_db()
    return moved


def kinds_of_items() -> Iterator[type[KeywordItem]]:
    """The models in which things are given keywords, of whichever app."""
    return (model for model in apps.get_models() if issubclass(model, KeywordItem))


def move(items: type[KeywordItem], keyword: Keyword, into: Keyword) -> int:
    """Give the other keyword to everything that has this one; nothing gets it twice."""
    rows = items._default_manager.filter(tag=keyword)
    with_other = items._default_manager.filter(tag=into).values_list("content_object_id", flat=True)
    rows.filter(content_object_id__in=list(with_other)).delete()
    return rows.update(tag=into)
