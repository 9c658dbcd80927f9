"""A page of a conversation as HTML: what is the same for everyone comes from the cache.

Each post is remembered by all that its look depends on, and a whole page by its posts. What
differs per viewer (an own post, a reaction given) stands in the remembered HTML as a mark
between NUL signs, which no text can hold, and is filled in for each request.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from django.core.cache import caches
from django.db.models import Q
from django.template.loader import get_template
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from discussions import quoting
from discussions.models import Block, HiddenPost, Post, PostLink, Reaction, Topic
from discussions.models.topics import PAGE_SIZE
from movement import markdown
from movement.evidence import evidence_of
from movement.fragments import fingerprint, remember
from movement.framing import filled, mark, pieces
from movement.questions import Question
from participants.models import Person

FORMAT = 8
# A title of a cause that an editor changes is seen within this time.
KEEP_SECONDS = 5
MOST_LINKS = 40
KINDS = Reaction.Kind.values


class Row(NamedTuple):
    """What the look of a post depends on, apart from its text."""

    pk: int
    position: int | None
    state: str
    version: int
    is_anonymous: bool
    anonymous_number: int | None
    author_id: int | None
    published_at: datetime | None
    edited_at: datetime | None
    edited_by_staff: bool
    content_note: str
    round: int
    reaction_counts: dict[str, int]
    quoted_id: int | None
    quoted_topic: int | None
    quoted_state: str | None
    quoted_version: int | None
    quoted_start: int | None
    quoted_end: int | None
    quoted_note: str | None
    quoted_anonymous: bool | None
    quoted_author: int | None
    paper_name: str | None
    quoted_paper_name: str | None


COLUMNS = (
    "pk", "position", "state", "version", "is_anonymous", "anonymous_number", "author_id",
    "published_at", "edited_at",
    "edited_by_staff", "content_note", "round", "reaction_counts", "quoted_id",
    "quoted__topic_id", "quoted__state", "quoted__version", "quoted_start", "quoted_end",
    "quoted__content_note", "quoted__is_anonymous", "quoted__author_id", "paper__name_shown",
    "quoted__paper__name_shown",
)  # fmt: skip


class Speaker(NamedTuple):
    """How somebody who speaks with a name is seen now."""

    pk: int
    pseudonym: str
    role_mark: str
    is_staff: bool


def speakers(*numbers: int) -> Any:
    """The people of these numbers as they are seen."""
    people = Person.objects.filter(pk__in=numbers).order_by("pk")
    return people.values_list(*Speaker._fields)


def on_page(topic: int, first: int, last: int) -> Any:
    """What stands at these places of a topic."""
    posts = Post.objects.filter(topic=topic, position__range=(first, last))
    return posts.order_by("position").values_list(*COLUMNS)


SPEAKERS, ON_PAGE = Question(speakers), Question(on_page)


class View(NamedTuple):
    """What a viewer does not want to see, or must not; nothing for a visitor."""

    hidden: frozenset[int] = frozenset()
    unseen: frozenset[int] = frozenset()


class Linked(NamedTuple):
    """What a post was linked to, where somebody reads it."""

    post_id: int
    word: str
    title: str
    path: str
    is_withdrawn: bool
    reason: str


@dataclass
class Thread:
    """One page of a topic, ready to show."""

    html: SafeString
    last_position: int = 0
    evidence: list[Linked] = field(default_factory=list)


def page_of(
    topic: Topic,
    number: int,
    viewer: Any,
    desk: Callable[[list[Row]], dict[str, str]] | None = None,
) -> Thread:
    """Draw page `number` of a topic that this viewer may see, as `topic_for` fetched it.

    A page is a range of places, so the last one costs as much as the first. `desk` gives what a
    moderator can do with each post.
    """
    rows, links = rows_on(topic, number), links_of(topic)
    view = View()
    if viewer.is_authenticated:
        view = view_of(topic, viewer)
        rows = [row for row in rows if row.is_anonymous or row.author_id not in view.unseen]
    kept = drawn(
        topic, rows, links, view=view, is_member=viewer.is_authenticated, has_desk=bool(desk)
    )
    own: dict[str, str] = {}
    if viewer.is_authenticated:
        own = own_marks(rows, topic, viewer, desk(rows) if desk else {})
    last = rows[-1].position if rows else 0
    return Thread(html=mark_safe(filled(kept, own)), last_position=last or 0, evidence=links)


def rows_on(topic: Topic, number: int) -> list[Row]:
    """The posts of a page, remembered until the topic changes."""
    first = (number - 1) * PAGE_SIZE + 1
    key = f"rows:{FORMAT}:{topic.pk}:{topic.revision}:{number}"
    return list(
        remember(key, lambda: rows_made(ON_PAGE.ask(topic.pk, first, first + PAGE_SIZE - 1)))
    )


def rows_made(found: list[Any]) -> tuple[Row, ...]:
    """These columns of posts as rows."""
    return tuple(Row(*row) for row in found)


def view_of(topic: Topic, viewer: Any) -> View:
    """Whom and what this member does not see; asked only when there is something."""
    hidden: Any = ()
    unseen: set[int] = set()
    if getattr(topic, "has_hidden", False):
        mine = HiddenPost.objects.filter(person=viewer, post__topic=topic.pk)
        hidden = mine.values_list("post_id", flat=True)
    if getattr(topic, "has_blocks", False):
        pairs = Block.objects.filter(Q(blocker=viewer) | Q(blocked=viewer))
        unseen = {pk for pair in pairs.values_list("blocker_id", "blocked_id") for pk in pair}
    return View(frozenset(hidden), frozenset(unseen - {viewer.pk}))


def speakers_of(rows: list[Row]) -> dict[int, Speaker]:
    """How those who speak here with a name are seen at this moment."""
    wanted = {row.author_id for row in rows if not row.is_anonymous}
    wanted |= {row.quoted_author for row in rows if row.quoted_anonymous is False}
    numbers: list[Any] = sorted(wanted - {None})  # type: ignore[type-var]
    return {row[0]: Speaker(*row) for row in SPEAKERS.ask(*numbers)} if numbers else {}


def links_of(topic: Topic) -> list[Linked]:
    """What posts of this topic were linked to, in order of linking; some seconds old at most."""
    key = f"links:{topic.pk}:{topic.revision}"
    return remember(key, lambda: read_links(topic), seconds=KEEP_SECONDS)


def read_links(topic: Topic) -> list[Linked]:
    links = PostLink.objects.filter(post__topic=topic.pk, post__state="published").order_by("pk")
    words = {
        "cause": _("Fits a cause"),
        "direction": _("Fits a direction for a solution"),
        "action": _("Fits an action"),
    }
    return [
        Linked(post, words[to.kind], to.title, to.path, to.is_withdrawn, to.reason)
        for post, to in evidence_of(links, "post_id", most=MOST_LINKS)
    ]


class Look(NamedTuple):
    """What the look of each post on a page depends on, beside the post itself."""

    format: int
    topic_id: int
    mode: str
    is_starter_anonymous: bool
    starter_id: int | None
    year: int
    is_member: bool
    has_desk: bool


def look_of(topic: Topic, *, is_member: bool, has_desk: bool) -> Look:
    """What all posts of this topic have in common, for this kind of viewer."""
    # The starter counts only where it is shown: a name may never be tied to an anonymous post.
    starter = None if topic.is_anonymous else topic.author_id
    year = timezone.localdate().year
    return Look(
        FORMAT, topic.pk, topic.mode, topic.is_anonymous, starter, year, is_member, has_desk
    )


def drawn(
    topic: Topic,
    rows: list[Row],
    links: list[Linked],
    *,
    view: View,
    is_member: bool,
    has_desk: bool = False,
) -> tuple[str, ...]:
    """The posts as HTML, cut at the marks of what differs per viewer; kept as a whole."""
    look = look_of(topic, is_member=is_member, has_desk=has_desk)
    speakers = speakers_of(rows)
    shown = view.hidden.intersection(row.pk for row in rows)
    key = "page:" + fingerprint(
        look, topic.revision, rows and (rows[0].pk, len(rows)), links, speakers, sorted(shown),
        sorted(view.unseen),
    )  # fmt: skip
    return remember(key, lambda: pieces("".join(drawn_posts(rows, links, look, speakers, view))))


def drawn_posts(
    rows: list[Row],
    links: list[Linked],
    look: Look,
    speakers: dict[int, Speaker],
    view: View,
) -> Iterable[str]:
    """The HTML of each post, from the cache or rendered anew."""
    facts = {row.pk: facts_of(row, links, look, speakers, view) for row in rows}
    keys = {pk: f"post:{fingerprint(look, fact)}" for pk, fact in facts.items()}
    kept = caches["fragments"].get_many(keys.values())
    missing = [row for row in rows if keys[row.pk] not in kept]
    if missing:
        wanted = {row.pk for row in missing} | {row.quoted_id for row in missing if row.quoted_id}
        bodies = dict(Post.objects.filter(pk__in=wanted).values_list("pk", "body"))
        template = get_template("discussions/_post.html")
        fresh = {}
        for row in missing:
            fresh[keys[row.pk]] = template.render(context_of(facts[row.pk], bodies, look))
        caches["fragments"].set_many(fresh)
        kept |= fresh
    return [kept[keys[row.pk]] for row in rows]


def facts_of(
    row: Row,
    links: list[Linked],
    look: Look,
    speakers: dict[int, Speaker],
    view: View,
) -> dict[str, Any]:
    """All that decides how a post looks, apart from the texts themselves."""
    speaker = None if row.is_anonymous else speakers.get(row.author_id or 0)
    quoted = None if row.quoted_anonymous else speakers.get(row.quoted_author or 0)
    is_named_starter = not row.is_anonymous and row.author_id == look.starter_id
    return {
        "row": row,
        "name": row.paper_name or name_of(row.is_anonymous, row.anonymous_number, speaker),
        "role_mark": speaker.role_mark if speaker else "",
        "is_staff": bool(speaker and speaker.is_staff),
        "is_starter": (is_named_starter and speaker is not None)
        or (look.is_starter_anonymous and row.position == 1),
        "links": [link for link in links if link.post_id == row.pk],
        "is_hidden": row.pk in view.hidden,
        "quoted_name": row.quoted_paper_name or name_of(bool(row.quoted_anonymous), None, quoted),
        "is_quote_gone": row.quoted_state != Post.State.PUBLISHED
        or (not row.quoted_anonymous and row.quoted_author in view.unseen),
    }


def name_of(is_anonymous: bool, number: int | None, speaker: Speaker | None) -> str:
    """Who is seen to speak."""
    if is_anonymous:
        return f"{_('Anonymous')} {number}" if number else _("Anonymous")
    return speaker.pseudonym if speaker else _("Former member")


def context_of(facts: dict[str, Any], bodies: dict[int, str], look: Look) -> dict[str, Any]:
    """What the template of a post shows."""
    row = facts["row"]
    has_text = row.state in {Post.State.PUBLISHED, Post.State.HELD}
    return {
        **facts,
        "body": markdown.render(bodies.get(row.pk, "")) if has_text else "",
        "quote": quote_of(facts, bodies, look),
        "is_member": look.is_member,
        "has_desk": look.has_desk,
        "reactions": reactions_of(row, look),
        "report_path": reverse("discussions:report", args=[row.pk]),
        "reply_path": f"{reverse('discussions:reply', args=[look.topic_id])}?op={row.pk}",
        "acts_mark": mark(f"acts:{row.pk}"),
        "desk_mark": mark(f"desk:{row.pk}") if look.has_desk else "",
    }


def reactions_of(row: Row, look: Look) -> list[dict[str, Any]]:
    """The three kinds in their fixed order; none at the campfire."""
    if look.mode == Topic.Mode.CAMPFIRE:
        return []
    return [
        {
            "kind": kind,
            "label": label,
            "count": row.reaction_counts.get(kind, 0),
            "mark": mark(f"on:{row.pk}:{kind}"),
        }
        for kind, label in Reaction.Kind.choices
    ]


def quote_of(facts: dict[str, Any], bodies: dict[int, str], look: Look) -> dict[str, Any] | None:
    """The passage that a post answers, as far as it still stands.

    None of another conversation: that may have other readers, and this page does not hear
    when something is taken away there.
    """
    row, is_gone = facts["row"], facts["is_quote_gone"]
    if row.quoted_id is None or row.quoted_topic != look.topic_id:
        return None
    text = ""
    if not is_gone and not row.quoted_note and row.quoted_end:
        words = markdown.plain(bodies.get(row.quoted_id, ""))
        text = quoting.shown(words, (row.quoted_start or 0, row.quoted_end))
    return {
        "is_gone": is_gone,
        "name": facts["quoted_name"],
        "text": text,
        "path": reverse("discussions:post", args=[row.quoted_id]),
    }


def own_marks(
    rows: list[Row], topic: Topic, viewer: Any, at_desk: dict[str, str]
) -> dict[str, str]:
    """What the marks in the posts stand for to this member."""
    shown = [row.pk for row in rows if row.state == "published"]
    own = {f"on:{pk}:{kind}": "false" for pk in shown for kind in KINDS}
    if topic.mode != Topic.Mode.CAMPFIRE and getattr(topic, "has_reacted", True):
        given = Reaction.objects.filter(person=viewer, post__in=shown)
        own |= {f"on:{pk}:{kind}": "true" for pk, kind in given.values_list("post_id", "kind")}
    own |= {f"acts:{row.pk}": own_acts(row.pk) for row in rows if row.author_id == viewer.pk}
    for place, html in at_desk.items():
        own[place] = own.get(place, "") + html
    return own


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
