"""Deciding where a post stands. The verbs and the form are those of the admin's queue."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from discussions import heavy, leading, linking
from discussions.judging import DeskForm, may_moderate
from discussions.leading_forms import SplitForm
from discussions.models import Decision, Post
from discussions.refusals import Refused
from discussions.views.reading import unlisted
from movement.input import number_in
from movement.kept import keeps_text
from movement.limits import client_key, hit


def judged_post(request: HttpRequest, pk: int) -> Post:
    """A post that this moderator may judge. Http404 for everyone else."""
    if not may_moderate(request.user):
        raise Http404
    posts = Post.objects.visible_to(request.user)
    return get_object_or_404(posts.select_related("topic__board", "author"), pk=pk)


@unlisted
@keeps_text
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def moderate(request: HttpRequest, pk: int) -> HttpResponse:
    """Decide about a post, claim what waits about it, or undo the latest decision."""
    post = judged_post(request, pk)
    if request.method != "POST":
        return judge_page(request, post, DeskForm(post=post))
    hit("moderate", client_key(request))
    steps = {"decide": decide, "claim": claim, "undo": undo, "split": split}
    step = steps.get(request.POST.get("step", ""))
    try:
        answer = step(request, post) if step else None
    except Refused as refusal:
        form = DeskForm(request.POST, post=post)
        form.add_error(None, str(refusal.why))
        return judge_page(request, post, form, status=422)
    return answer or redirect(Post.objects.select_related("topic").get(pk=pk).place_in_topic)


def decide(request: HttpRequest, post: Post) -> HttpResponse | None:
    """Take the decision that was filled in, or show what is missing with the text kept."""
    form = DeskForm(request.POST, post=post)
    if not form.is_valid():
        return judge_page(request, post, form, status=422)
    form.decide(request.user)
    messages.success(request, _("Decided. You can undo it for ten minutes."))
    if heavy.needs_pause(request.user):
        messages.info(request, _("You read many heavy posts in a row. Time for a cup of tea?"))
    return None


def claim(request: HttpRequest, post: Post) -> None:
    """Take what waits about this post, so that others see that somebody is busy."""
    for item in post.queue_items.waiting():  # type: ignore[attr-defined]
        item.claim(request.user)


def undo(request: HttpRequest, post: Post) -> None:
    """Take back a decision of the last ten minutes."""
    number = number_in(request.POST.get("decision", ""))
    get_object_or_404(Decision, pk=number, post=post).undo(request.user)
    messages.success(request, _("Undone: everything is as it was."))


def split(request: HttpRequest, post: Post) -> HttpResponse | None:
    """Let this post begin a conversation of its own."""
    form = SplitForm(request.POST)
    if post.state != Post.State.PUBLISHED or (post.position or 0) < 2:
        return None
    if not form.is_valid():
        return judge_page(request, post, DeskForm(post=post), status=422, split_form=form)
    leading.split(post, title=form.cleaned_data["title"], by=request.user)
    messages.success(request, _("From this post on it is a conversation of its own."))
    return None


def judge_page(
    request: HttpRequest, post: Post, form: DeskForm, status: int = 200, **more: Any
) -> HttpResponse:
    items = list(post.queue_items.waiting().select_related("claimed_by"))  # type: ignore[attr-defined]
    name = _("Anonymous") if post.is_anonymous or post.author is None else post.author.pseudonym
    context = {
        "section": "discussions",
        "post": post,
        "form": form,
        "name": name,
        "heavy": heavy.note(post),
        "needs_pause": heavy.needs_pause(request.user),
        "holder": next((item.holder() for item in items if item.holder()), None),
        "split_form": SplitForm(),
        **more,
    }
    return render(request, "discussions/moderate.html", context, status=status)


@unlisted
@keeps_text
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def link(request: HttpRequest, pk: int) -> HttpResponse:
    """Tie a post to a cause, direction or action, where an editor or moderator reads it."""
    if not linking.may_link(request.user):
        raise Http404
    posts = Post.objects.visible_to(request.user).filter(state=Post.State.PUBLISHED)
    post = get_object_or_404(posts.select_related("topic__board", "author"), pk=pk)
    form = linking.LinkForm(request.POST or None)
    if request.method == "POST":
        hit("moderate", client_key(request))
        if form.is_valid():
            linking.link(post, by=request.user, target=form.cleaned_data["target"])
            messages.success(request, _("Linked. The post shows it, and its author hears of it."))
            return redirect(post.place_in_topic)
    links = post.links.select_related("cause", "direction", "action")  # type: ignore[attr-defined]
    context = {"section": "discussions", "post": post, "form": form, "links": links}
    status = 422 if form.errors else 200
    return render(request, "discussions/link.html", context, status=status)
