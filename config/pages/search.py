"""`/zoeken/`: one question over everything that this reader may see. The question is not kept."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from config.pages.snippets import around
from discussions.listing import seen_by
from movement import search as index
from movement.limits import TooMany, client_key, hit
from movement.models import SearchEntry
from movement.stems import terms

PER_PAGE = 20
# Each kind in the order in which it is offered: the word in the address, the words on the page.
KINDS = {
    SearchEntry.Kind.ARTICLE: ("artikelen", _("Articles")),
    SearchEntry.Kind.ORGANISATION: ("deelnemers", _("Participants")),
    SearchEntry.Kind.DAY: ("actiedagen", _("Action days")),
    SearchEntry.Kind.CAUSE: ("oorzaken", _("Causes")),
    SearchEntry.Kind.DIRECTION: ("richtingen", _("Directions")),
    SearchEntry.Kind.ACTION: ("acties", _("Actions")),
    SearchEntry.Kind.STATEMENT: ("uitspraken", _("Statements")),
    SearchEntry.Kind.PAGE: ("pagina", _("Other pages")),
    SearchEntry.Kind.TOPIC: ("gesprekken", _("Conversations")),
    SearchEntry.Kind.POST: ("bijdragen", _("Contributions")),
}
BY_WORD = {word: kind for kind, (word, _label) in KINDS.items()}


class Results(Paginator):
    """Pages of results whose number is known already."""

    def __init__(self, found: Any, *, total: int) -> None:
        super().__init__(found, PER_PAGE)
        self.count = total


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """What was found of a question, of all kinds or of one; without a question only the form."""
    query = request.GET.get("q", "").strip()
    context: dict[str, object] = {"query": query, "section": "search"}
    if not query:
        return render(request, "search/page.html", context)
    try:
        hit("search", client_key(request))
    except TooMany as too_many:
        context["too_many"] = True
        response = render(request, "search/page.html", context, status=429)
        response.headers["Retry-After"] = str(too_many.retry_after)
        return response
    return render(request, "search/page.html", {**context, **answer(request, query)})


def answer(request: HttpRequest, query: str) -> dict[str, object]:
    """Counts of each kind, and one page of results of the kind that was chosen."""
    found = seen_by(request.user, index.find(query, request.user))
    counts = dict(found.order_by().values_list("kind").annotate(number=Count("pk")))
    chosen = BY_WORD.get(request.GET.get("soort", ""))
    total = sum(counts.values())
    results = Results(
        found.filter(kind=chosen) if chosen else found,
        total=counts.get(chosen, 0) if chosen else total,
    )
    page = results.get_page(request.GET.get("page"))
    stems = terms(query[: index.LONGEST_QUERY], most=index.MOST_TERMS)
    return {
        "kinds": offered(query, counts, chosen),
        "chosen": chosen,
        "total": total,
        "page": page,
        "results": [(entry, around(entry.excerpt, stems)) for entry in page],
    }


def offered(query: str, counts: dict[str, int], chosen: str | None) -> list[dict[str, object]]:
    """The kinds of which something was found, each with its number and its address."""
    return [
        {
            "label": label,
            "number": counts[kind],
            "href": f"?{urlencode({'q': query, 'soort': word})}",
            "is_chosen": kind == chosen,
        }
        for kind, (word, label) in KINDS.items()
        if kind in counts or kind == chosen and counts.setdefault(kind, 0) == 0
    ]
