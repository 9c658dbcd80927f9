"""What a decision does to a post, and how that is taken back."""

from datetime import datetime, timedelta
from typing import Any

from discussions import publication, quoting, refusals

from .posts import PendingEdit, Post, PostRevision
from .topics import Topic

KEPT_OF_POST = (
    "state", "position", "held_because", "body", "content_note", "version", "edited_by_staff",
)  # fmt: skip


def lock_post(number: int | None) -> Post | None:
    """This post, read after its topic was locked."""
    post = Post.objects.select_related("topic").filter(pk=number).first()
    if post is not None:
        post.topic = post.topic.lock()
        post.refresh_from_db()
    return post


def snapshot(post: Post) -> dict[str, Any]:
    """How a post is before a decision, enough to restore it."""
    kept: dict[str, Any] = {name: getattr(post, name) for name in KEPT_OF_POST}
    for name in ("published_at", "edited_at"):
        at = getattr(post, name)
        kept[name] = at.isoformat() if at else None
    kept["waiting"] = list(
        post.queue_items.waiting().values_list("kind", "is_urgent")  # type: ignore[attr-defined]
    )
    kept["quotes"] = quoting.ranges(post)
    if post.is_first:
        kept["title"] = post.topic.title
    pending = PendingEdit.objects.filter(post=post).first()
    if pending is not None:
        kept["pending"] = [pending.body, pending.content_note, pending.held_because]
    return kept


def change_post(post: Post, act: str, body: str, content_note: str, now: datetime) -> None:
    """Carry out a decision on a post whose topic is locked.

    Raises AlreadyDecided or HeadsTheConversation.
    """
    pending = PendingEdit.objects.filter(post=post).first()
    if pending is not None and post.state == Post.State.PUBLISHED and act in {"approve", "reject"}:
        pending.delete()
        if act == "approve":
            post.replace_text(pending.body, pending.content_note, now)
        return
    if act not in POSSIBLE:
        return
    if post.state not in POSSIBLE[act]:
        raise refusals.AlreadyDecided
    if act in {"reject", "hide"}:
        post.leave(Post.State.HIDDEN)
    elif act in {"hold", "correct"}:
        if post.position == 1:
            raise refusals.HeadsTheConversation
        because = Post.HeldBecause
        post.held_because = because.LOOK_AGAIN if act == "hold" else because.CORRECT
        post.leave(Post.State.HELD)
    elif act in {"edit", "fold"}:
        post.edited_by_staff = True
        post.replace_text(body or post.body, content_note or post.content_note, now)
    else:
        show(post, now)


# From which states each act on a post is possible; the other acts leave the post as it is.
POSSIBLE = {
    "approve": {Post.State.HELD},
    "restore": {Post.State.HELD, Post.State.HIDDEN},
    "reject": {Post.State.HELD},
    "hide": {Post.State.PUBLISHED},
    "edit": {Post.State.PUBLISHED},
    "hold": {Post.State.PUBLISHED},
    "fold": {Post.State.PUBLISHED},
    "correct": {Post.State.HELD, Post.State.PUBLISHED},
}


def show(post: Post, now: datetime) -> None:
    """Put a post on the site, at the place it had, or at the end."""
    post.position = post.position or place_before(post)
    had_place = post.position is not None
    give_title_back(post)
    post.held_because = ""
    post.version += 1
    post.publish(now)
    if had_place:
        post.topic.recount()


def place_before(post: Post) -> int | None:
    """The place that a post had before it was taken back to wait, if nothing moved since."""
    taken = post.decisions.filter(  # type: ignore[attr-defined]
        act__in=["hold", "correct"], topic=post.topic_id, undone_at=None
    ).first()
    place = taken.before.get("position") if taken else None
    if not place or place > post.topic.last_position:
        return None
    return None if post.topic.posts.filter(position=place).exists() else place


def give_title_back(post: Post) -> None:
    """With its first post, a topic gets back the title that a decision took away."""
    taken = post.decisions.filter(  # type: ignore[attr-defined]
        act__in=["hide", "reject"], undone_at=None
    ).first()
    if taken is not None and post.is_first:
        restore_title(post.topic, taken.before, taken.after)


def restore_title(topic: Topic, before: dict[str, Any], after: dict[str, Any]) -> None:
    """Give a topic the title of before, unless it got another one since."""
    title = before.get("title")
    if title and title != after.get("title") == topic.title:
        topic.retitle(title)


def restore(post: Post, before: dict[str, Any], after: dict[str, Any], now: datetime) -> None:
    """Put a post, whose topic is locked, back as it was before a decision."""
    place = before["position"] and (
        post.position or place_before(post) or post.topic.give_position(now)
    )
    was = post.body
    for name in KEPT_OF_POST:
        setattr(post, name, before[name])
    post.position = place
    post.version += 2
    for name in ("published_at", "edited_at"):
        at = before[name]
        setattr(post, name, datetime.fromisoformat(at) if at else None)
    if post.body == before["body"]:
        PostRevision.objects.filter(post=post, replaced_at__gte=now - timedelta(minutes=11)).filter(
            body=post.body
        ).delete()
    post.save()
    if post.body != was:
        quoting.follow(post, was)
        quoting.bring_back(post, before.get("quotes", []))
    restore_title(post.topic, before, after)
    if post.state == Post.State.PUBLISHED:
        publication.make_findable(post)
        publication.close_queue(post, "held")
    else:
        publication.make_unfindable(post)
    if "pending" in before:
        body, note, why = before["pending"]
        PendingEdit.objects.get_or_create(
            post=post, defaults={"body": body, "content_note": note, "held_because": why}
        )
    post.topic.recount()
    if not post.topic.posts.filter(position__isnull=False).exists():
        Topic.objects.filter(pk=post.topic_id).update(
            opened_at=None, last_post_at=None, last_position=0
        )
        publication.forget_topic(post.topic)
    wait_again(post, before)


def wait_again(post: Post, before: dict[str, Any]) -> None:
    """Put in the queue again what waited about a post before a decision."""
    for kind, is_urgent in before.get("waiting", []):
        publication.queue(kind, post=post, is_urgent=is_urgent)
