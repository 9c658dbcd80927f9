"""Reporting a post, what became of it, and objecting to a decision (S10, S12)."""

from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from discussions.forms import AppealForm, ReportForm
from discussions.models import Appeal, Block, Decision, Post, ProfessionalRole, Report, Topic
from discussions.refusals import Refused
from discussions.views.reading import unlisted
from movement import hours, once, personal_links
from movement.kept import keeps_text
from movement.limits import client_key, hit
from participants import notifications
from participants.signed_in import member_of


@unlisted
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """Report a post, with or without an account; the answer has a personal page."""
    posts = Post.objects.visible_to(request.user).select_related("topic__board", "author")
    post = get_object_or_404(posts, pk=pk)
    form = ReportForm(request.POST or None)
    context = {"section": "discussions", "post": post, "form": form}
    context["is_own"] = request.user.is_authenticated and post.author_id == request.user.pk
    if request.method != "POST":
        return render(request, "discussions/report.html", context)
    hit("report", client_key(request))
    if not form.is_valid():
        return render(request, "discussions/report.html", context, status=422)
    thanks = {"section": "discussions", "back": hours.said(timezone.now())}
    if form.is_robot:
        return render(request, "discussions/reported.html", thanks)
    try:
        made, link = make_report(request, post, form)
    except once.AlreadyDone:
        return render(request, "discussions/reported.html", thanks)
    context |= thanks | {"report": made, "link": link}
    return render(request, "discussions/reported.html", context)


@transaction.atomic
def make_report(request: HttpRequest, post: Post, form: ReportForm) -> tuple[Report, str]:
    """Report once, whatever is clicked twice."""
    values = form.cleaned_data
    once.claim(values["once"])
    return Report.make(
        post,
        kind=values["kind"],
        explanation=values["explanation"],
        reporter=request.user if request.user.is_authenticated else None,
        email=values["email"],
    )


@unlisted
@require_safe
def report_status(request: HttpRequest) -> HttpResponse:
    """The personal page of a report: what was decided, and why."""
    number = personal_links.opened(request, "report")
    if number is None:
        raise Http404
    found = get_object_or_404(Report.objects.select_related("decision__rule"), pk=number)
    context = {
        "section": "discussions",
        "report": found,
        "back": hours.said(timezone.now()),
    }
    return render(request, "discussions/report_status.html", context)


@unlisted
@keeps_text
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def decision(request: HttpRequest, pk: int) -> HttpResponse:
    """What a moderator decided about an own post, why, and how to object."""
    decisions = Decision.objects.filter(person=request.user, undone_at__isnull=True)
    topics = Prefetch("topic", Topic.objects.as_seen_by(request.user))
    decisions = decisions.select_related("post__topic", "rule").prefetch_related(topics)
    found = get_object_or_404(decisions, pk=pk)
    if found.topic:
        found.topic.as_seen_by(request.user)
    appeal = Appeal.objects.filter(decision=found).first()
    form = AppealForm(request.POST or None)
    context = {"section": "discussions", "decision": found, "appeal": appeal, "form": form}
    if request.method != "POST":
        notifications.seen(member_of(request), found)
        return render(request, "discussions/decision.html", context)
    hit("report", client_key(request))
    if form.is_valid():
        try:
            Appeal.make(found, text=form.cleaned_data["text"])
            return redirect(found)
        except Refused as refusal:
            form.add_error(None, str(refusal.why))
            context["appeal"] = Appeal.objects.filter(decision=found).first()
    return render(request, "discussions/decision.html", context, status=422)


@unlisted
@login_required
@require_safe
def own(request: HttpRequest) -> HttpResponse:
    """What a member finds back: own posts, decisions about them, and blocks."""
    topics = Topic.objects.as_seen_by(request.user)
    posts = Post.objects.filter(author=request.user).prefetch_related(Prefetch("topic", topics))
    posts = posts.exclude(state=Post.State.ERASED).order_by("-pk")[:50]
    for post in posts:
        post.topic.as_seen_by(request.user)
    context = {
        "section": "account",
        "posts": posts,
        "decisions": Decision.objects.filter(person=request.user, undone_at__isnull=True)
        .select_related("rule", "post__topic")
        .order_by("-pk")[:50],
        "is_professional": ProfessionalRole.objects.filter(person=request.user).exists(),
        "blocks": Block.objects.filter(blocker=request.user).select_related("blocked"),
    }
    return render(request, "discussions/own.html", context)
