"""Posts that wait stand last in their conversation: for who wrote them, and for moderators."""

from typing import Any

from django.template.loader import get_template
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from discussions import thread
from discussions.desk import Desk
from discussions.models import Decision, Post, Topic
from movement import hours
from movement.context import site_settings

CORRECT = Post.HeldBecause.CORRECT
# Why a post waits, as its author reads it: true and kind, and no guide for who wants to get past.
KINDLY = {
    Post.HeldBecause.NEW_MEMBER: _("Of every new member a moderator reads the first posts first."),
    Post.HeldBecause.PUBLIC_BOARD: _(
        "Everyone may read on this board. That is why a moderator reads every post first."
    ),
    Post.HeldBecause.LINK: _("A moderator reads posts like this one first."),
    Post.HeldBecause.RECOGNISABLE: _(
        "Somebody may be recognisable in it. A moderator looks with you."
    ),
    Post.HeldBecause.DISTRESS: _("A moderator reads your words before all others."),
    Post.HeldBecause.LOOK_AGAIN: _("A moderator looks at it again."),
}


def drawn(topic: Topic, viewer: Any, desk: Desk | None) -> SafeString:
    """The posts of this topic that wait, as far as this member may see them."""
    if desk is None and not getattr(topic, "has_held", True):
        return mark_safe("")
    posts = Post.objects.filter(topic=topic.pk, state=Post.State.HELD).order_by("pk")
    posts = posts if desk else posts.filter(author=viewer)
    found = list(posts.values_list(*thread.COLUMNS, "body", "held_because")[:50])
    rows = [thread.Row(*row[:-2]) for row in found]
    texts = {row[0]: (row[-2], row[-1]) for row in found}
    if not rows:
        return mark_safe("")
    at_desk = desk(rows) if desk else {}
    template = get_template("discussions/_waiting.html")
    return mark_safe(
        "".join(
            template.render({**context, "desk": mark_safe(at_desk.get(f"desk:{pk}", ""))})
            for pk, context in contexts(topic, viewer, rows, texts)
        )
    )


def contexts(
    topic: Topic, viewer: Any, rows: list[thread.Row], texts: dict[int, tuple[str, str]]
) -> list[tuple[int, dict[str, Any]]]:
    """What the template of each waiting post shows; `texts` are body and why it waits."""
    look = thread.look_of(topic, is_member=True, has_desk=False)
    view, speakers = thread.view_of(topic, viewer), thread.speakers_of(rows)
    bodies = {pk: body for pk, (body, _because) in texts.items()}
    why = {pk: because for pk, (_body, because) in texts.items()}
    quoted = {row.quoted_id for row in rows if row.quoted_id}
    if quoted:
        bodies |= dict(Post.objects.filter(pk__in=quoted).values_list("pk", "body"))
    asked = reasons([row.pk for row in rows if why.get(row.pk) == CORRECT])
    names = dict(Post.HeldBecause.choices)
    shown, back = [], hours.said(timezone.now())
    for row in rows:
        facts = thread.facts_of(row, [], look, speakers, view)
        extra = {
            "is_own": row.author_id == viewer.pk,
            "asks": why.get(row.pk) == CORRECT,
            "asked": asked.get(row.pk, ""),
            "kindly": KINDLY.get(Post.HeldBecause(why[row.pk])) if why.get(row.pk) else "",
            "because": names.get(why.get(row.pk, ""), ""),
            "usual_wait": site_settings().usual_wait,
            "back": back,
            "edit_path": reverse("discussions:edit", args=[row.pk]),
            "withdraw_path": reverse("discussions:withdraw", args=[row.pk]),
        }
        shown.append((row.pk, {**thread.context_of(facts, bodies, look), **extra}))
    return shown


def reasons(numbers: list[int]) -> dict[int, str]:
    """Why the authors of these posts were asked to change them."""
    if not numbers:
        return {}
    acts = Decision.objects.filter(post__in=numbers, act=Decision.Act.CORRECT, undone_at=None)
    return dict(acts.order_by("pk").values_list("post_id", "reason"))
