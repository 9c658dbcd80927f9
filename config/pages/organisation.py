"""An organisation's page: what it is, how it takes part, and all that belongs to it."""

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from actiondays.models import ActionDay
from articles.models import Article
from participants.models import Commitment, CommitmentUpdate, Organisation, Participation

SHOWN_AT_MOST = 20


@require_safe
def organisation(request: HttpRequest, slug: str) -> HttpResponse:
    """One organisation with its articles, days and commitments by front."""
    rows = Organisation.objects.visible_to(request.user).with_participations()
    found = get_object_or_404(
        rows.select_related("logo").prefetch_related("other_names"), slug=slug
    )
    updates = Prefetch("updates", CommitmentUpdate.objects.order_by("-reported_on", "-pk"))
    commitments = (
        Commitment.objects.visible_to(request.user)
        .filter(organisation=found)
        .select_related("action")
        .prefetch_related(updates)
        .order_by("action__front", "promised_on", "pk")
    )
    absorbed = Participation.objects.filter(merged_into=found).select_related("organisation")
    articles = Article.objects.visible_to(request.user).only("title", "slug", "lead", "state")
    days = ActionDay.objects.visible_to(request.user).for_list()
    context = {
        "organisation": found,
        "commitments": commitments,
        "absorbed": absorbed,
        "articles": articles.filter(keywords=found.keyword_id)[:SHOWN_AT_MOST]
        if found.keyword_id
        else [],
        "days": days.filter(tables__host=found).distinct()[:SHOWN_AT_MOST],
        "section": "participants",
    }
    return render(request, "participants/detail.html", context)
