"""Writing on praat-mee. No text is lost: each way out gives it back (S8)."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from discussions import drafts, listing, quoting
from discussions.forms import BLANK, PREVIEW, SAVE, EditForm, GuardedForm, ReplyForm, TopicForm
from discussions.models import Board, Post, Topic
from discussions.refusals import Refused, why_not
from discussions.views.reading import topic_for, unlisted
from movement import hours, markdown, once
from movement.context import help_lines, site_settings
from movement.distress import has_words_of_distress
from movement.kept import keeps_text
from movement.limits import client_key, hit
from participants.signed_in import member_of


def shown(
    request: HttpRequest, template: str, form: GuardedForm, status: int = 200, **context: Any
) -> HttpResponse:
    """A writing page with its form, what was found in the text, and a preview if asked."""
    preview = ""
    if form.is_bound and request.POST.get("act") == PREVIEW:
        preview = markdown.render(form.data.get("body", ""))
    # No more than can be placed: reading on would keep others waiting.
    typed = [form.data.get(name, "")[: markdown.MAX_LENGTH] for name in form.guarded]
    words = " ".join(typed) if form.is_bound else ""
    context |= {
        "section": "discussions",
        "form": form,
        "preview": preview,
        "is_distressed": has_words_of_distress(words),
    }
    return render(request, template, context, status=status)


def answer_of(request: HttpRequest, form: GuardedForm) -> str:
    """What to do with a sent form: "place", or show it again as "again", "saved", "preview"."""
    act = request.POST.get("act", "")
    if act in {SAVE, PREVIEW}:
        return act
    is_ready = form.is_ready()
    if act == BLANK:
        data = request.POST.copy()
        data.update({})
        for name, text in form.blanked().items():
            data[name] = text
        form.data = data
        form._errors = None  # type: ignore[attr-defined]
        form.findings = []
        form.full_clean()
        return "preview"
    return "place" if is_ready else "again"


def thank(request: HttpRequest, post: Post) -> None:
    """Say what happened with a post just placed, and who listens when it sounded heavy (S7)."""
    if post.state == Post.State.HELD:
        arrived = _(
            "Your post has arrived. A moderator reads it first, usually %(wait)s. "
            "Until then only you see it."
        ) % {"wait": site_settings().usual_wait}
        messages.success(request, f"{arrived} {hours.said(timezone.now())}".strip())
    else:
        messages.success(request, _("Your post is placed. Thank you for telling."))
    if post.sounds_heavy:
        lines = [line for line in help_lines() if line.for_distress]
        called = ", ".join(f"{line.name} ({line.number})" for line in lines) or "113, 112"
        messages.warning(
            request,
            _("It sounds as if it is very heavy now. You can talk with somebody right away: %s.")
            % called,
        )


@unlisted
@keeps_text
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Start a conversation."""
    initial = {"board": request.GET.get("bord", ""), **drafts.draft_of(request.user)}
    form = TopicForm(request.POST or None, initial=initial, person=request.user)
    template = "discussions/start.html"
    if request.method != "POST":
        return shown(request, template, form)
    hit("post", client_key(request))
    answer = answer_of(request, form)
    if answer != "place":
        board = form.cleaned_data.get("board") if form.is_valid() else None
        keep_typed(request, form, board=board)
        if answer == SAVE:
            messages.success(request, _("Your text is kept. Only you see it."))
            return redirect("discussions:start")
        return shown(request, template, form, status=422 if answer == "again" else 200)
    hit("topic", client_key(request))
    try:
        post = place_topic(request.user, form.cleaned_data)
    except once.AlreadyDone as done:
        return redirect(done.path or "discussions:boards")
    except Refused as refusal:
        form.add_error(None, str(refusal.why))
        return shown(request, template, form, status=422)
    thank(request, post)
    return redirect(post.topic)


@transaction.atomic
def place_topic(person: Any, values: dict[str, Any]) -> Post:
    """Start the conversation, once, and forget the draft."""
    once.claim(values["once"])
    post = Topic.start(
        values["board"],
        author=person,
        title=values["title"],
        body=values["body"],
        content_note=values["content_note"],
        is_anonymous=values["is_anonymous"],
        mode=values["mode"] or Topic.Mode.TALK,
    )
    drafts.forget(person)
    once.remember(values["once"], post.topic.get_absolute_url())
    return post


def keep_typed(
    request: HttpRequest,
    form: GuardedForm,
    *,
    topic: Topic | None = None,
    board: Board | None = None,
) -> None:
    """Keep what was typed as a draft, unless it holds signs that no text has."""
    typed = {name: form.data.get(name, "").replace("\0", "") for name in form.guarded}
    drafts.keep(request.user, topic=topic, board=board, **typed)


@unlisted
@keeps_text
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def reply(request: HttpRequest, pk: int) -> HttpResponse:
    """Reply in a conversation; `?op=` names the post that is answered."""
    topic = topic_for(request.user, pk)
    quoted = quoted_post(request, topic)
    initial = {**drafts.draft_of(request.user, topic=topic), "op": quoted.pk if quoted else None}
    names = listing.names_in(topic) if "@" in request.POST.get("body", "") else set()
    form = ReplyForm(request.POST or None, initial=initial, known_names=names)
    words = quoting.text_of(quoted)
    part = quoting.asked(words, request.POST or request.GET)
    context: dict[str, Any] = {
        "topic": topic,
        "quoted": quoted,
        "quote": quoting.shown(words, part),
        "part": "-".join(map(str, part)) if part else "",
        "sentences": quoting.choices(words),
    }
    template = "discussions/reply.html"
    if request.method != "POST":
        context["refused"] = why_not(topic, request.user)
        return shown(request, template, form, **context)
    hit("post", client_key(request))
    answer = answer_of(request, form)
    if answer != "place":
        keep_typed(request, form, topic=topic)
        if answer == SAVE:
            messages.success(request, _("Your text is kept. Only you see it."))
            return redirect(f"{topic.get_absolute_url()}?page={topic.last_page}#reageer")
        return shown(request, template, form, status=422 if answer == "again" else 200, **context)
    try:
        post = place_reply(topic, request.user, form.cleaned_data, quoted, part)
    except once.AlreadyDone:
        return redirect(where_said(topic, request.user))
    except Refused as refusal:
        form.add_error(None, str(refusal.why))
        return shown(request, template, form, status=422, **context)
    thank(request, post)
    return redirect(post.place_in_topic)


def quoted_post(request: HttpRequest, topic: Topic) -> Post | None:
    """The post that is answered, if this viewer may read it in this topic."""
    asked = request.POST.get("op") or request.GET.get("op") or ""
    if not (asked.isascii() and asked.isdecimal() and len(asked) < 19):
        return None
    posts = Post.objects.filter(topic=topic).select_related("author")
    posts = posts.not_blocked_for(request.user)
    if request.method != "POST":
        posts = posts.visible_to(request.user).filter(state=Post.State.PUBLISHED)
    return posts.filter(pk=int(asked)).first()


@transaction.atomic
def place_reply(
    topic: Topic,
    person: Any,
    values: dict[str, Any],
    quoted: Post | None,
    part: quoting.Range | None,
) -> Post:
    """Place the reply, once, and forget the draft."""
    once.claim(values["once"], path=topic.get_absolute_url())
    post = topic.lock().say(
        author=person,
        body=values["body"],
        content_note=values["content_note"],
        is_anonymous=values["is_anonymous"],
        is_numbered=values["is_numbered"],
        quoted=quoted,
        quoted_range=part,
    )
    drafts.forget(person, topic=topic)
    return post


def where_said(topic: Topic, person: Any) -> str:
    """The place of what this member said last here, for a form that was sent twice."""
    said = Post.objects.filter(topic=topic.pk, author=person).select_related("topic")
    last = said.order_by("-pk").first()
    return last.place_in_topic if last else topic.get_absolute_url()


def own_post(request: HttpRequest, pk: int) -> Post:
    """A post of this member that still stands or waits."""
    posts = Post.objects.visible_to(request.user).select_related("topic__board", "author")
    states = [Post.State.PUBLISHED, Post.State.HELD]
    return get_object_or_404(posts.filter(author=request.user, state__in=states), pk=pk)


@unlisted
@keeps_text
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change an own post, at any time, without giving a reason (S9)."""
    post = own_post(request, pk)
    initial = {"body": post.body, "content_note": post.content_note}
    names = listing.names_in(post.topic) if "@" in request.POST.get("body", "") else set()
    form = EditForm(request.POST or None, initial=initial, known_names=names)
    if request.method != "POST":
        return shown(request, "discussions/edit.html", form, post=post)
    if member_of(request).is_suspended:
        raise PermissionDenied
    hit("post", client_key(request))
    answer = answer_of(request, form)
    if answer != "place":
        status = 422 if answer == "again" else 200
        return shown(request, "discussions/edit.html", form, status=status, post=post)
    values = form.cleaned_data
    if post.edit(body=values["body"], content_note=values["content_note"]):
        messages.success(request, _("Your post is changed."))
    elif post.state == Post.State.HELD:
        messages.success(request, _("Your post is changed. A moderator reads it first."))
    else:
        messages.success(
            request, _("Your change waits for a moderator. Until then the old text stays.")
        )
    return redirect(post.place_in_topic)


@unlisted
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an own post away; asks first, because the text is gone then."""
    post = own_post(request, pk)
    if request.method != "POST":
        return render(
            request, "discussions/withdraw.html", {"section": "discussions", "post": post}
        )
    place = post.place_in_topic if post.position else post.topic.board.get_absolute_url()
    if post.position is None and not post.topic.is_waiting:
        place = post.topic.get_absolute_url()
    post.withdraw()
    messages.success(request, _("Your post is taken away."))
    return redirect(place)


@keeps_text
@login_required
def keep_draft(request: HttpRequest, pk: int) -> HttpResponse:
    """What the page sends while somebody types. A GET leads to the conversation."""
    topic = topic_for(request.user, pk)
    if request.method != "POST":
        return redirect(topic)
    hit("draft", client_key(request))
    keep_typed(request, ReplyForm(request.POST), topic=topic)
    return HttpResponse(status=204)
