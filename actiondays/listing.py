"""The list of days: what is coming and what was, drawn again only when something in it changed."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from actiondays.filters import DayFilter
from actiondays.models import ActionDay, Series
from movement.fragments import fragment

PER_PAGE = 20
# More days ahead than this on one page is a plan, not a list.
AHEAD = 12
# What its key does not know, such as the title of a series, may be as old.
KEEP_SECONDS = 5


def listed(request: HttpRequest) -> dict[str, Any]:
    """Return the page of the list that was asked for: its number and its HTML without the frame."""
    days = ActionDay.objects.visible_to(request.user)
    chosen = DayFilter(request.GET or None, queryset=days, request=request)
    page: Any = Paginator(chosen.qs.past(), PER_PAGE).get_page(request.GET.get("page"))
    coming = chosen.qs.upcoming() if page.number == 1 else days.none()
    ahead = coming.with_seats()[: AHEAD + 1]
    stamps = (
        list(ahead.values_list("pk", "updated_at", "seats_taken", "online_taken")),
        list(page.object_list.values_list("pk", "updated_at")),
        (page.number, page.paginator.num_pages),
        sorted(request.GET.lists()),
    )
    main = fragment(
        "days", stamps, lambda: drawn(request, chosen, page, ahead), seconds=KEEP_SECONDS
    )
    return {"main": main, "page": page}


def drawn(request: HttpRequest, chosen: DayFilter, page: Any, ahead: Any) -> SafeString:
    """Render the filters, the days ahead and the days that were."""
    page.object_list = page.object_list.for_list()
    upcoming = list(ahead.for_list())
    context = {
        "filter": chosen,
        "upcoming": upcoming[:AHEAD],
        "has_more": len(upcoming) > AHEAD,
        "page": page,
        "all_series": Series.objects.visible_to(request.user).only("title", "slug"),
    }
    return render_to_string("actiondays/_list_main.html", context, request)
