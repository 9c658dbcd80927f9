"""Which posts wait for a moderator before others see them (S6)."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from movement import guard
from movement.context import site_settings
from movement.distress import has_words_of_distress
from movement.markdown import has_link

if TYPE_CHECKING:
    from discussions.models import Board, Post


def why_held(author: Any, *, board: "Board", texts: Iterable[str]) -> str:
    """Why a new post of this author on this board waits; "" when it does not.

    Staff and members whom the moderators trust never wait. On a public board everyone else
    does; on a closed one the first posts of a member do, and links in them.
    """
    if author.is_staff or author.is_trusted:
        return ""
    if is_learning(author):
        return "link" if any(has_link(text) for text in texts) else "new-member"
    if board.is_public:
        return "public-board"
    if author.is_new and any(has_link(text) for text in texts):
        return "link"
    return ""


def is_learning(author: Any) -> bool:
    """Whether too few posts of this member were placed yet to place the next one at once."""
    from discussions.models import Post

    needed = site_settings().held_posts
    if not needed:
        return False
    placed = Post.objects.filter(author=author, state=Post.State.PUBLISHED).order_by()
    return placed.values("pk")[:needed].count() < needed


def why_edit_held(post: "Post", *, body: str, content_note: str) -> str:
    """Why a change of a published post waits; "" when it does not."""
    author = post.author
    if author is None:
        return "recognisable" if guard.inspect(f"{body}\n\n{content_note}") else ""
    if author.is_staff or author.is_trusted:
        return ""
    new = f"{body}\n\n{content_note}"
    old = f"{post.body}\n\n{post.content_note}"
    if has_link(new) and not has_link(old):
        return "link"
    known = {finding.passage for finding in guard.inspect(old)}
    if any(finding.passage not in known for finding in guard.inspect(new)):
        return "recognisable"
    if has_words_of_distress(new) and not has_words_of_distress(old):
        return "distress"
    return why_held(author, board=post.topic.board, texts=[new])
