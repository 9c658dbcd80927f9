"""Small acts of members: react, follow, not want to see. Each is a POST; a GET leads back."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from discussions import circle
from discussions.models import (
    Block,
    Board,
    Follow,
    HiddenPost,
    Post,
    ProfessionalRole,
    Reaction,
    Topic,
)
from discussions.views.reading import topic_for
from movement.kept import keeps_text
from movement.limits import client_key, hit


@keeps_text
@login_required
def react(request: HttpRequest, pk: int) -> HttpResponse:
    """Herkenbaar, sterkte or dank je; the same button takes it back."""
    topic = topic_for(request.user, pk)
    number, _colon, kind = request.POST.get("steun", "").partition(":")
    is_right = number.isascii() and number.isdecimal() and len(number) < 19
    if request.method != "POST" or not is_right or kind not in Reaction.Kind.values:
        return redirect(topic)
    posts = Post.objects.visible_to(request.user).filter(topic=topic, state=Post.State.PUBLISHED)
    post = get_object_or_404(posts.select_related("topic"), pk=int(number))
    if topic.mode != Topic.Mode.CAMPFIRE:
        hit("reaction", client_key(request))
        post.react(request.user, kind)
    return redirect(post.place_in_topic)


@keeps_text
@login_required
def follow_topic(request: HttpRequest, pk: int) -> HttpResponse:
    """Hear of new posts in a topic, or no more."""
    topic = topic_for(request.user, pk)
    if request.method == "POST":
        hit("reaction", client_key(request))
        turn_follow(request, topic=topic)
    return redirect(topic)


@keeps_text
@login_required
def follow_board(request: HttpRequest, slug: str) -> HttpResponse:
    """Hear of new posts on a whole board, or no more."""
    board = get_object_or_404(Board.objects.visible_to(request.user), slug=slug)
    if request.method == "POST":
        hit("reaction", client_key(request))
        turn_follow(request, board=board)
    return redirect(board)


def turn_follow(request: HttpRequest, **target: Any) -> None:
    """Follow when asked for, else stop; twice the same changes nothing."""
    if request.POST.get("volgen") == "1":
        row = Follow(person=request.user, **target)
        Follow.objects.bulk_create([row], ignore_conflicts=True)
        messages.success(request, _("You will hear of it when something new is written."))
    else:
        Follow.objects.filter(person=request.user, **target).delete()
        messages.success(request, _("You will hear of this no more."))


@keeps_text
@login_required
def hide(request: HttpRequest, pk: int) -> HttpResponse:
    """Fold a post away for this reader only, or show it again."""
    posts = Post.objects.visible_to(request.user).select_related("topic")
    post = get_object_or_404(posts, pk=pk)
    if request.method == "POST":
        hit("reaction", client_key(request))
        if request.POST.get("tonen"):
            HiddenPost.objects.filter(person=request.user, post=post).delete()
        else:
            row = HiddenPost(person=request.user, post=post)
            HiddenPost.objects.bulk_create([row], ignore_conflicts=True)
    return redirect(post.place_in_topic)


@keeps_text
@login_required
def block(request: HttpRequest, pk: int) -> HttpResponse:
    """Block the author of a named post; an anonymous one can only be hidden (S2, S14)."""
    posts = Post.objects.visible_to(request.user).filter(is_anonymous=False)
    posts = posts.exclude(author=None).exclude(author=request.user).select_related("topic")
    post = get_object_or_404(posts, pk=pk)
    if request.method == "POST":
        hit("reaction", client_key(request))
        circle.keep_apart(request.user, post.author)
        messages.success(
            request, _("You do not see each other's posts any more. Only you know this.")
        )
    return redirect(post.topic)


@keeps_text
@login_required
def unblock(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a block back, from the list in the account."""
    if request.method == "POST":
        Block.objects.filter(pk=pk, blocker=request.user).delete()
        messages.success(request, _("The block is taken back."))
    return redirect("discussions:own")


@keeps_text
@login_required
def invite(request: HttpRequest, pk: int) -> HttpResponse:
    """Who started a topic in listening mode asks somebody to speak. The answer tells nothing."""
    topic = topic_for(request.user, pk)
    if topic.author_id != request.user.pk or topic.mode != Topic.Mode.LISTEN:
        raise Http404
    if request.method == "POST":
        hit("reaction", client_key(request))
        circle.invite(topic, request.POST.get("naam", "").replace("\0", "")[:80])
        messages.success(
            request, _("If there is a member with that name, they may speak here now.")
        )
    return redirect(topic)


@keeps_text
@login_required
def declare(request: HttpRequest) -> HttpResponse:
    """Say that you speak as a professional, or no more."""
    if request.method == "POST":
        hit("reaction", client_key(request))
        if request.POST.get("beroep") == "1":
            ProfessionalRole.objects.get_or_create(person=request.user)
        else:
            ProfessionalRole.objects.filter(person=request.user).delete()
    return redirect("discussions:own")
