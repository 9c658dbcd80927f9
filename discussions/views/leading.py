"""The page on which a conversation is led: by its host, and by moderators."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from discussions import leading
from discussions.judging import may_moderate
from discussions.leading_forms import ArrangeForm, MergeForm, SummaryForm
from discussions.models import Topic
from discussions.views.reading import topic_for, unlisted
from discussions.views.writing import answer_of
from movement.kept import keeps_text
from movement.limits import client_key, hit


@unlisted
@keeps_text
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def lead(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin a round, close with a summary, open again; for moderators also its place."""
    topic = topic_for(request.user, pk)
    if not leading.may_lead(topic, request.user):
        raise Http404
    if request.method != "POST":
        return lead_page(request, topic)
    hit("moderate", client_key(request))
    steps = {"round": begin_round, "conclude": conclude, "reopen": reopen}
    if may_moderate(request.user):
        steps |= {"arrange": arrange, "merge": merge}
    step = steps.get(request.POST.get("step", ""))
    answer = step(request, topic) if step else None
    return answer or redirect(topic)


def begin_round(request: HttpRequest, topic: Topic) -> None:
    """Begin the round after the one that the page showed."""
    if request.POST.get("ronde") == str(topic.round) and leading.next_round(
        topic, after=topic.round
    ):
        number = topic.round + 1
        messages.success(request, _("Round %(number)s begins.") % {"number": number})


def conclude(request: HttpRequest, topic: Topic) -> HttpResponse | None:
    """Close the conversation with a summary."""
    form = SummaryForm(request.POST, person=request.user, topic=topic)
    answer = answer_of(request, form)
    if answer != "place":
        status = 422 if answer == "again" else 200
        return lead_page(request, topic, form=form, status=status)
    leading.conclude(topic, by=request.user, summary=form.cleaned_data["summary"])
    messages.success(request, _("The conversation is closed. The summary stands on top."))
    return None


def reopen(request: HttpRequest, topic: Topic) -> None:
    """Let people reply again."""
    leading.reopen(topic, by=request.user)
    messages.success(request, _("Members can reply again."))


def arrange(request: HttpRequest, topic: Topic) -> HttpResponse | None:
    """Give the conversation its board, kind, host and place."""
    form = ArrangeForm(request.POST)
    if not form.is_valid():
        return lead_page(request, topic, arrange_form=form, status=422)
    leading.arrange(topic, by=request.user, **form.cleaned_data)
    messages.success(request, _("Kept."))
    return None


def merge(request: HttpRequest, topic: Topic) -> HttpResponse | None:
    """Put this conversation behind another one of the same board."""
    form = MergeForm(request.POST)
    if form.is_valid():
        same = Topic.objects.opened().filter(board=topic.board_id).exclude(pk=topic.pk)
        other = same.filter(pk=form.cleaned_data["number"]).first()
        if other is not None:
            leading.merge(topic, into=other, by=request.user)
            messages.success(request, _("They are one conversation now."))
            return redirect(other)
        form.add_error("number", _("There is no such conversation on this board."))
    return lead_page(request, topic, merge_form=form, status=422)


def lead_page(
    request: HttpRequest, topic: Topic, *, status: int = 200, **forms: Any
) -> HttpResponse:
    arranged = {name.removesuffix("_id"): getattr(topic, name) for name in leading.ARRANGED}
    context = {
        "section": "discussions",
        "topic": topic,
        "is_moderator": may_moderate(request.user),
        "form": SummaryForm(person=request.user, topic=topic, initial={"summary": topic.summary}),
        "arrange_form": ArrangeForm(initial=arranged),
        "merge_form": MergeForm(),
        **forms,
    }
    return render(request, "discussions/lead.html", context, status=status)
