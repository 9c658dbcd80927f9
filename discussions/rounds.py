"""Whose turn it is, where not everyone speaks at any time: at the campfire, in listening mode.

The round of a campfire says who spoke in it, and who spoke before and not yet now. It is worked
out from what stands on the page with a name: who spoke without one is only counted, and nothing
here tells whether a name and “Anonymous” are one person.
"""

from typing import Any, NamedTuple

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from discussions import thread
from discussions.leading import may_lead
from discussions.models import Post, Topic, is_moderator
from discussions.refusals import NotInvited, NotYourTurn

MOST = 500


class Round(NamedTuple):
    """What the page shows of the round, and whether this viewer may still speak in it."""

    html: SafeString = mark_safe("")
    is_turn: bool = True


def round_of(topic: Topic, viewer: Any) -> Round:
    """The round of a campfire that burns, or that one listens now; nothing for a free talk."""
    if topic.mode == Topic.Mode.LISTEN and is_listener(topic, viewer):
        return Round(render_to_string("discussions/_listener.html"), is_turn=False)
    if topic.mode != Topic.Mode.CAMPFIRE or not topic.is_open or topic.is_waiting:
        return Round()
    is_turn = viewer.is_authenticated and may_speak(topic, viewer)
    context = {
        **speakers(topic, viewer),
        "topic": topic,
        "is_member": viewer.is_authenticated,
        "is_turn": is_turn,
        "may_lead": may_lead(topic, viewer),
    }
    return Round(render_to_string("discussions/_round.html", context), is_turn)


def is_listener(topic: Topic, viewer: Any) -> bool:
    """Whether this member speaks as a professional and was not invited in listening mode."""
    if not topic.is_open or not viewer.is_authenticated or is_moderator(viewer):
        return False
    try:
        topic.check_invited(viewer)
    except NotInvited:
        return True
    return False


def may_speak(topic: Topic, viewer: Any) -> bool:
    """Whether this member did not speak in the round yet, with a name or without one."""
    try:
        topic.check_turn(viewer)
    except NotYourTurn:
        return False
    return True


def speakers(topic: Topic, viewer: Any) -> dict[str, Any]:
    """Names of who spoke in this round and who still can, and how many spoke without a name."""
    posts = Post.objects.filter(topic=topic.pk, state=Post.State.PUBLISHED).order_by("position")
    unseen = thread.view_of(topic, viewer).unseen if viewer.is_authenticated else frozenset()
    spoke: dict[str, None] = {}
    earlier: dict[str, None] = {}
    nameless = 0
    rows = posts.values_list(
        "round", "is_anonymous", "author_id", "author__pseudonym", "paper__name_shown"
    )
    for number, is_anonymous, author, pseudonym, on_paper in rows[:MOST]:
        if is_anonymous:
            nameless += number == topic.round
        elif author not in unseen and (on_paper or pseudonym):
            (spoke if number == topic.round else earlier)[on_paper or pseudonym] = None
    to_come = [name for name in earlier if name not in spoke]
    return {"spoke": list(spoke), "nameless": nameless, "to_come": to_come}
