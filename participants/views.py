"""Who takes part: list and map with the same filters, and the way to join."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from participants.filters import OrganisationFilter
from participants.map import draw, map_payload
from participants.models import Organisation

PER_PAGE = 100
DRAWN_AT_MOST = 400


def found(request: HttpRequest) -> OrganisationFilter:
    """The filter of this address over what this viewer may see, examples left out."""
    rows = Organisation.objects.visible_to(request.user).real()
    return OrganisationFilter(request.GET, queryset=rows)


def for_map(chosen: OrganisationFilter) -> QuerySet[Any]:
    """Only what a map shows of the organisations that were found."""
    return chosen.qs.only("name", "slug", "latitude", "longitude", "town", "kind", "is_nationwide")


@require_safe
def organisations(request: HttpRequest) -> HttpResponse:
    """The map and the list of who takes part."""
    chosen = found(request)
    page = Paginator(chosen.qs, PER_PAGE).get_page(request.GET.get("page"))
    is_whole = page.paginator.num_pages == 1
    context = {
        "filter": chosen,
        "page": page,
        "drawing": draw(page.object_list if is_whole else for_map(chosen)[:DRAWN_AT_MOST]),
        "source": f"{reverse('participants:map_data')}?{request.GET.urlencode()}".rstrip("?"),
        "section": "participants",
    }
    status = 200 if chosen.form.is_valid() else 422
    return render(request, "participants/list.html", context, status=status)


@require_safe
def map_data(request: HttpRequest) -> HttpResponse:
    """What the live map shows, for the same filters as the list."""
    chosen = found(request)
    payload = map_payload(for_map(chosen))
    return JsonResponse(payload, json_dumps_params={"separators": (",", ":")})
