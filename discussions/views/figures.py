"""What moderators did in a year, in numbers that point at nobody (S13)."""

from typing import Any

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from discussions.models import Appeal, Decision, Post, Report
from discussions.moments import late_answers
from discussions.views.reading import unlisted

FEW = 5


def shown(number: int) -> str:
    """The number, or that there were few: below five somebody could be recognised."""
    if number == 0:
        return "0"
    return str(number) if number >= FEW else _("fewer than 5")


def figures_of(year: int) -> list[tuple[str, str]]:
    """Label and number of each kind of act in a year."""
    taken = Decision.objects.filter(decided_at__year=year, undone_at=None).order_by()
    acts = dict(taken.values_list("act").annotate(Count("pk")))
    appeals = Appeal.objects.filter(decided_at__year=year).order_by()
    outcomes = dict(appeals.values_list("outcome").annotate(Count("pk")))
    posts = Post.objects.filter(published_at__year=year, state=Post.State.PUBLISHED)
    reports = Report.objects.filter(reported_at__year=year)
    in_time, late = late_answers(year)
    rows: list[tuple[Any, int]] = [
        (_("Posts on the site"), posts.count()),
        (_("Reports"), reports.count()),
        (_("Posts placed after reading"), acts.get("approve", 0)),
        (_("Posts not placed"), acts.get("reject", 0)),
        (_("Posts hidden"), acts.get("hide", 0)),
        (_("Posts changed by a moderator"), acts.get("edit", 0)),
        (_("Posts folded behind a note"), acts.get("fold", 0)),
        (_("Posts taken back to look again"), acts.get("hold", 0)),
        (_("Authors asked to change a post"), acts.get("correct", 0)),
        (_("Reports after which the post stayed"), acts.get("keep", 0)),
        (_("Warnings"), acts.get("warn", 0)),
        (_("Members who could not write for a while"), acts.get("suspend", 0)),
        (_("Objections granted"), outcomes.get("granted", 0)),
        (_("Objections refused"), outcomes.get("refused", 0)),
        (_("Answers of LOC within the term"), in_time),
        (_("Answers of LOC too late, or still to come"), late),
    ]
    return [(str(label), shown(number)) for label, number in rows]


@unlisted
@require_safe
def figures(request: HttpRequest) -> HttpResponse:
    """Yearly counts, for everyone."""
    this_year = timezone.localdate().year
    years = [(year, figures_of(year)) for year in (this_year, this_year - 1)]
    context = {"section": "discussions", "years": years}
    return render(request, "discussions/figures.html", context)
