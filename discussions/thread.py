"""A page of a conversation as HTML: what is the same for everyone comes from the cache.

Each post is remembered by all that its look depends on, and a whole page by its posts. What
differs per viewer (an own post, a reaction given) stands in the remembered HTML as a mark
between NUL signs, which no text can hold, and is filled in for each request.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import blake2b
from typing import Any, NamedTuple

from django.core.cache import caches
from django.db.models import BooleanField, Exists, OuterRef, Q, Value
from django.template.loader import get_template
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from discussions.models import Block, HiddenPost, Post, PostLink, Reaction, Topic
from discussions.models.topics import PAGE_SIZE
from movement import markdown
from movement.context import site_settings

MARK = re.compile("\0([^\0]+)\0")
QUOTE_LENGTH = 200
FORMAT = 3


class Row(NamedTuple):
    """What the look of a post depends on, apart from its text."""

    pk: int
    position: int | None
    state: str
    version: int
    is_anonymous: bool
    anonymous_number: int | None
    author_id: int | None
    pseudonym: str | None
    role_mark: str | None
    is_staff: bool | None
    published_at: datetime | None
    edited_at: datetime | None
    edited_by_staff: bool
    content_note: str
    round: int
    reaction_counts: dict[str, int]
    quoted_id: int | None
    quoted_state: str | None
    quoted_version: int | None
    quoted_start: int | None
    quoted_end: int | None
    quoted_note: str | None
    quoted_anonymous: bool | None
    quoted_name: str | None
    quoted_topic: int | None
    is_hidden: bool
    is_quote_blocked: bool

    @property
    def name(self) -> str:
        """Who is seen to speak."""
        if self.is_anonymous:
            number = self.anonymous_number
            return f"{_('Anonymous')} {number}" if number else _("Anonymous")
        return self.pseudonym or _("Former member")


COLUMNS = (
    "pk", "position", "state", "version", "is_anonymous", "anonymous_number", "author_id",
    "author__pseudonym", "author__role_mark", "author__is_staff", "published_at", "edited_at",
    "edited_by_staff", "content_note", "round", "reaction_counts", "quoted_id", "quoted__state",
    "quoted__version", "quoted_start", "quoted_end", "quoted__content_note",
    "quoted__is_anonymous", "quoted__author__pseudonym", "quoted__topic_id", "is_hidden",
    "is_quote_blocked",
)  # fmt: skip


@dataclass
class Thread:
    """One page of a topic, ready to show."""

    html: SafeString
    last_position: int = 0
    evidence: list[dict[str, Any]] = field(default_factory=list)


def page_of(topic: Topic, number: int, viewer: Any) -> Thread:
    """Read and draw page `number` of a topic that this viewer may see.

    A page is a range of places, so the last one costs as much as the first.
    """
    first = (number - 1) * PAGE_SIZE + 1
    places = Q(topic=topic.pk, position__range=(first, first + PAGE_SIZE - 1))
    rows = rows_for(viewer, Post.objects.filter(places).order_by("position"))
    evidence = evidence_of(topic)
    html = drawn(topic, rows, evidence, is_member=viewer.is_authenticated)
    if viewer.is_authenticated:
        if number >= topic.last_page:
            waiting = Post.objects.filter(topic=topic.pk, author=viewer, state="held")
            held = rows_for(viewer, waiting.order_by("pk"))
            html += drawn(topic, held, [], is_member=True, is_waiting=True) if held else ""
        html = filled_in(html, rows, topic, viewer)
    last = rows[-1].position if rows else 0
    return Thread(html=mark_safe(html), last_position=last or 0, evidence=evidence)


def rows_for(viewer: Any, posts: Any) -> list[Row]:
    """The posts as rows, without those of people whom this viewer blocked or was blocked by."""
    if not viewer.is_authenticated:
        no = Value(False, output_field=BooleanField())
        posts = posts.annotate(is_hidden=no, is_quote_blocked=no)
    else:
        blocks = Block.objects.filter(
            Q(blocker=viewer, blocked=OuterRef("quoted__author"))
            | Q(blocked=viewer, blocker=OuterRef("quoted__author"))
        )
        hidden = HiddenPost.objects.filter(person=viewer, post=OuterRef("pk"))
        posts = posts.not_blocked_for(viewer).annotate(
            is_hidden=Exists(hidden), is_quote_blocked=Exists(blocks)
        )
    return [Row(*row) for row in posts.values_list(*COLUMNS)]


def evidence_of(topic: Topic) -> list[dict[str, Any]]:
    """What posts of this topic were linked to, and the page of each, in order of linking."""
    links = PostLink.objects.filter(post__topic=topic.pk, post__state="published")
    links = links.order_by("pk").values(
        "post_id", "withdrawn_at", "reason", "cause__title", "cause__slug", "direction__title",
        "direction__slug", "action__title", "action__slug",
    )[:40]  # fmt: skip
    return [shown_link(link) for link in links]


def shown_link(link: dict[str, Any]) -> dict[str, Any]:
    """The kind, title and address of what a post was linked to."""
    kind = next(name for name in ("cause", "direction", "action") if link[f"{name}__slug"])
    words = {
        "cause": _("Fits a cause"),
        "direction": _("Fits a direction for a solution"),
        "action": _("Fits an action"),
    }
    return {
        "post_id": link["post_id"],
        "word": words[kind],
        "title": link[f"{kind}__title"],
        "path": reverse(kind, args=[link[f"{kind}__slug"]]),
        "reason": link["reason"] if link["withdrawn_at"] else "",
        "is_withdrawn": link["withdrawn_at"] is not None,
    }


def digest(value: object) -> str:
    return blake2b(repr(value).encode("utf-8", "replace"), digest_size=16).hexdigest()


def drawn(
    topic: Topic,
    rows: list[Row],
    evidence: list[dict[str, Any]],
    *,
    is_member: bool,
    is_waiting: bool = False,
) -> str:
    """The posts as HTML with marks for what differs per viewer; remembered as a whole."""
    # The starter counts only where it is shown: a name may never be tied to an anonymous post.
    starter = None if topic.is_anonymous else topic.author_id
    look = (FORMAT, topic.pk, topic.mode, starter, is_member, is_waiting, timezone.localdate().year)
    key = "page:" + digest((look, rows, evidence))
    kept = caches["fragments"].get(key)
    if kept is None:
        kept = "".join(drawn_posts(topic, rows, evidence, look))
        caches["fragments"].set(key, kept)
    return kept


def drawn_posts(
    topic: Topic, rows: list[Row], evidence: list[dict[str, Any]], look: tuple[Any, ...]
) -> Iterable[str]:
    """The HTML of each post, from the cache or rendered anew."""
    links: dict[int, list[dict[str, Any]]] = {}
    for link in evidence:
        links.setdefault(link["post_id"], []).append(link)
    keys = {row.pk: "post:" + digest((look, row, links.get(row.pk))) for row in rows}
    kept = caches["fragments"].get_many(keys.values())
    missing = [row for row in rows if keys[row.pk] not in kept]
    if missing:
        wanted = {row.pk for row in missing} | {row.quoted_id for row in missing if row.quoted_id}
        bodies = dict(Post.objects.filter(pk__in=wanted).values_list("pk", "body"))
        template = get_template("discussions/_post.html")
        fresh = {
            keys[row.pk]: template.render(
                context_of(topic, row, links.get(row.pk, []), bodies, look)
            )
            for row in missing
        }
        caches["fragments"].set_many(fresh)
        kept |= fresh
    return [kept[keys[row.pk]] for row in rows]


def context_of(
    topic: Topic,
    row: Row,
    links: list[dict[str, Any]],
    bodies: dict[int, str],
    look: tuple[Any, ...],
) -> dict[str, Any]:
    """What the template of a post shows."""
    starter, is_member, is_waiting = look[3], look[4], look[5]
    has_text = row.state in {Post.State.PUBLISHED, Post.State.HELD}
    is_named_starter = not row.is_anonymous and row.author_id == starter and starter is not None
    return {
        "row": row,
        "body": markdown.render(bodies.get(row.pk, "")) if has_text else "",
        "quote": quote_of(topic, row, bodies),
        "links": links,
        "is_starter": is_named_starter or (topic.is_anonymous and row.position == 1),
        "is_staff": bool(row.is_staff and not row.is_anonymous),
        "is_member": is_member,
        "is_waiting": is_waiting,
        "reactions": reactions_of(topic, row),
        "report_path": reverse("discussions:report", args=[row.pk]),
        "edit_path": reverse("discussions:edit", args=[row.pk]),
        "withdraw_path": reverse("discussions:withdraw", args=[row.pk]),
        "usual_wait": site_settings().usual_wait if is_waiting else "",
        "reply_path": f"{reverse('discussions:reply', args=[topic.pk])}?op={row.pk}",
        "acts_mark": mark_safe(f"\0acts:{row.pk}\0"),
    }


def reactions_of(topic: Topic, row: Row) -> list[dict[str, Any]]:
    """The three kinds in their fixed order; none at the campfire."""
    if topic.mode == Topic.Mode.CAMPFIRE:
        return []
    return [
        {
            "kind": kind,
            "label": label,
            "count": row.reaction_counts.get(kind, 0),
            "mark": mark_safe(f"\0on:{row.pk}:{kind}\0"),
        }
        for kind, label in Reaction.Kind.choices
    ]


def quote_of(topic: Topic, row: Row, bodies: dict[int, str]) -> dict[str, Any] | None:
    """The passage that a post answers, as far as it still stands."""
    if row.quoted_id is None:
        return None
    is_gone = row.quoted_state != "published" or row.is_quote_blocked
    name = _("Anonymous") if row.quoted_anonymous else (row.quoted_name or _("Former member"))
    text = ""
    if not is_gone and not row.quoted_note and row.quoted_end:
        text = markdown.plain(bodies.get(row.quoted_id, ""))[row.quoted_start or 0 : row.quoted_end]
    return {
        "is_gone": is_gone,
        "name": name,
        "text": text,
        "path": reverse("discussions:post", args=[row.quoted_id]),
    }


def filled_in(html: str, rows: list[Row], topic: Topic, viewer: Any) -> str:
    """The HTML with the marks replaced by what holds for this member."""
    shown = [row.pk for row in rows if row.state == "published"]
    given = set()
    if topic.mode != Topic.Mode.CAMPFIRE:
        own = Reaction.objects.filter(person=viewer, post__in=shown)
        given = {f"on:{pk}:{kind}" for pk, kind in own.values_list("post_id", "kind")}
    own_posts = {row.pk for row in rows if row.author_id == viewer.pk}
    acts = {f"acts:{pk}": own_acts(pk) for pk in own_posts}

    def value(match: re.Match[str]) -> str:
        mark = match.group(1)
        if mark.startswith("on:"):
            return "true" if mark in given else "false"
        return acts.get(mark, "")

    return MARK.sub(value, html)


def own_acts(pk: int) -> str:
    """What an author can do with an own post that is on the site."""
    return (
        f'<a class="post__act" href="{reverse("discussions:edit", args=[pk])}">{_("Change")}</a>'
        f'<a class="post__act" href="{reverse("discussions:withdraw", args=[pk])}">'
        f"{_('Take it away')}</a>"
    )


class Page(NamedTuple):
    """Which page of how many, as the pagination asks it."""

    number: int
    num_pages: int

    @property
    def first(self) -> int:
        """The place of the first post on this page."""
        return (self.number - 1) * PAGE_SIZE + 1
