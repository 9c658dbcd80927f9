"""Who takes part: list, map and exports, all with the same filters."""

import json
from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from movement.fragments import remember
from movement.limits import client_key, hit
from participants.exchange import csv_lines, geojson
from participants.filters import OrganisationFilter
from participants.growth import growth
from participants.listing import Listing
from participants.map import map_payload, town_payload
from participants.models import Organisation

REFUSED = 422


def found(request: HttpRequest) -> OrganisationFilter:
    """The filter of this address over what this viewer may see."""
    return OrganisationFilter(request.GET, queryset=Organisation.objects.visible_to(request.user))


@require_safe
def organisations(request: HttpRequest) -> HttpResponse:
    """The map and the list of who takes part."""
    return listed(request, found(request))


def listed(request: HttpRequest, chosen: OrganisationFilter) -> HttpResponse:
    """The page of the list; 422 when something in the address makes no sense."""
    context = {"listing": Listing(chosen, request.GET), "section": "participants"}
    status = 200 if chosen.form.is_valid() else REFUSED
    return render(request, "participants/list.html", context, status=status)


@require_safe
def map_data(request: HttpRequest) -> HttpResponse:
    """What the live map shows, for the same filters as the list.

    Of many organisations it asks the towns first (`vorm=plaatsen`), and then who is in one
    (`plaats=`).
    """
    chosen = found(request)
    if not chosen.form.is_valid():
        mistakes = json.dumps({"errors": chosen.form.errors})
        return HttpResponse(mistakes, "application/json", REFUSED)
    if town := request.GET.get("plaats"):
        return HttpResponse(as_json(map_payload(chosen.qs.filter(town=town))), "application/json")
    name, payload = "kaart", map_payload
    if request.GET.get("vorm") == "plaatsen":
        name, payload = "plaatsen", town_payload
    return unless_known(
        request, chosen, name, "application/json", lambda rows: as_json(payload(rows))
    )


def as_json(payload: dict[str, Any]) -> str:
    """Return it as small as it can be."""
    return json.dumps(payload, ensure_ascii=False, separators=(",", ":"))


def unless_known(
    request: HttpRequest,
    chosen: OrganisationFilter,
    name: str,
    content_type: str,
    write: Callable[[QuerySet[Any]], str],
) -> HttpResponse:
    """What `write` makes of the rows, once for each version; 304 when the browser has it."""
    etag = Listing(chosen, request.GET).etag
    if known := get_conditional_response(request, etag=etag):
        return known
    body = remember(f"{name}:{etag}", lambda: write(chosen.qs))
    return HttpResponse(body, content_type, headers={"ETag": etag})


@require_safe
def growth_page(request: HttpRequest) -> HttpResponse:
    """The start groups and the growth, as a drawing and as tables."""
    context = {"growth": growth(timezone.localdate()), "section": "participants"}
    return render(request, "participants/growth.html", context)


@require_safe
def as_csv(request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
    """What the list shows, for a spreadsheet."""
    chosen = found(request)
    if not chosen.form.is_valid():
        return listed(request, chosen)
    hit("list-export", client_key(request))
    lines = StreamingHttpResponse(csv_lines(chosen.qs), content_type="text/csv; charset=utf-8")
    lines.headers["Content-Disposition"] = 'attachment; filename="deelnemers.csv"'
    return lines


@require_safe
def as_geojson(request: HttpRequest) -> HttpResponse:
    """What the list shows, for another map."""
    chosen = found(request)
    if not chosen.form.is_valid():
        return listed(request, chosen)
    hit("list-export", client_key(request))
    places = unless_known(request, chosen, "geojson", "application/geo+json", geojson)
    places.headers["Content-Disposition"] = 'attachment; filename="deelnemers.geojson"'
    return places
