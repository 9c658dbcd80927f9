"""Every state in which a text on praat-mee can be, and the one rule of who may read it there."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.utils import timezone

from config.own_data import erase
from discussions import drafts, reshaping
from discussions.models import Board, Decision, Post, Topic
from discussions.search_entries import rebuild
from movement.models import SiteSettings
from tests import factories

from .roles import APART, EVERYONE, MEMBERS, MODERATORS, Cast

# Words that stand nowhere else. Every text holds QUESTION too, so that a search finds it
# without its own words in the question.
WORDS = {
    "title": "Waterjuffer",
    "body": "Zandloperkever",
    "note": "Schietmot",
    "earlier": "Oeverzwaluw",
    "pending": "Kokmeeuw",
    "draft": "Waterral",
}
QUESTION = "kanarie"
PUBLISHED, HELD, GONE = "published", "held", "gone"


@dataclass(frozen=True)
class State:
    """A text in a state. `words` are those that somebody could still come to."""

    name: str
    fate: str = PUBLISHED
    is_first: bool = False
    is_public: bool = False
    is_anonymous: bool = False
    is_board_closed: bool = False
    is_title_gone: bool = False
    was_held: bool = False
    own_board: bool = False
    has_note: bool = False
    was_public: bool = False
    is_topic_hidden: bool = False
    absent: frozenset = frozenset()
    change: Callable | None = None
    at_desk: frozenset = field(default=frozenset({"title", "body"}))

    def __str__(self):
        return self.name

    def readers(self, word):
        """Who may read this word on the pages of the site: the rule of S4, S6, S9 and S14.

        What is gone, nobody. What waits, its author and
        the moderators; a hidden conversation, the moderators. Else whoever may read
        the board, but of two members apart neither reads what the other wrote with a name.
        """
        if word in {"draft", "pending", "earlier"}:
            return frozenset()
        is_of_author = word != "title" or self.is_first
        if self.is_topic_hidden:
            return MODERATORS
        if self.is_board_closed or (word == "title" and self.is_title_gone):
            return frozenset()
        if is_of_author and self.fate == GONE:
            return frozenset()
        if is_of_author and self.fate == HELD:
            return MODERATORS | {"author"}
        readers = EVERYONE if self.is_public else MEMBERS
        is_named = is_of_author and not self.is_anonymous and not self.absent
        return readers - APART if is_named else readers

    def is_listed(self, word):
        """Whether lists, search and quotes know of it: never what waits."""
        is_of_author = word != "title" or self.is_first
        return not self.is_topic_hidden and (self.fate == PUBLISHED or not is_of_author)


class World:
    """Each state once, among the same people; two boards for what needs none of its own."""

    def __init__(self):
        SiteSettings.objects.update_or_create(pk=1, defaults={"held_posts": 1000})
        self.pages = {}
        self.cast = Cast(timezone.now())
        self.rule = factories.house_rule()
        self.boards = {True: factories.board(public=True), False: factories.board()}
        self.cases = [Case(self, state, place) for place, state in enumerate(STATES)]


class Case:
    """One text in one state, with words that only it has."""

    def __init__(self, world, state, place):
        self.state, self.world, self.cast = state, world, world.cast
        self.words = {name: f"{word}{place:02}" for name, word in WORDS.items()}
        self.pages, self.decision = {}, None
        is_public = state.is_public or state.was_public
        self.board = factories.board(public=is_public) if state.own_board else None
        self.board = self.board or world.boards[is_public]
        self.author = self.cast.another_author() if state.absent else self.cast["author"]
        self.topic, self.post = self.written()
        self.quoting = self.quote()
        if state.change:
            state.change(self)
        self.post = Post.objects.select_related("topic__board").get(pk=self.post.pk)
        self.topic = self.post.topic

    def trust(self, is_trusted):
        type(self.author).objects.filter(pk=self.author.pk).update(is_trusted=is_trusted)
        self.author.refresh_from_db()

    def written(self):
        """The topic and the post with the words, as the verbs of the site place them."""
        starter, title = self.cast["starter"], f"{self.words['title']} {QUESTION}"
        said = {
            "author": self.author,
            "body": f"{self.words['body']} {QUESTION}",
            "content_note": self.words["note"] if self.state.has_note else "",
            "is_anonymous": self.state.is_anonymous,
        }
        self.trust(not (self.state.fate == HELD or self.state.was_held))
        if self.state.is_first:
            first = Topic.start(self.board, title=title, **said)
            return first.topic, first
        first = Topic.start(self.board, author=starter, title=title, body=f"Eerst {QUESTION}")
        return first.topic, first.topic.reply(**said)

    def quote(self):
        """A post of somebody else that answers it; None when it cannot be answered."""
        if self.post.state != Post.State.PUBLISHED:
            return None
        return self.topic.reply(
            author=self.cast["starter"], body="Ik antwoord.", quoted=self.post,
            quoted_range=(0, len(self.post.body)),
        )  # fmt: skip

    def decide(self, act):
        moderator, rule = self.cast["moderator"], self.world.rule
        self.decision = Decision.take(act, by=moderator, post=self.post, rule=rule, reason="Omdat.")


def hide(case):
    case.decide("hide")


def reject(case):
    case.decide("reject")


def withdraw(case):
    case.post.withdraw()


def suspend(case):
    case.decide("suspend")


def erase_all(case):
    erase(case.author, keep_texts=False)


def erase_name(case):
    erase(case.author, keep_texts=True)


def board_is(**facts):
    def change(case):
        Board.objects.filter(pk=case.board.pk).update(**facts)
        rebuild()

    return change


def move_to_members(case):
    Topic.objects.filter(pk=case.topic.pk).update(board=factories.board())
    Topic.objects.select_related("board").get(pk=case.topic.pk).moved()


def hide_topic(case):
    Topic.objects.filter(pk=case.topic.pk).update(hidden_at=timezone.now())
    rebuild()


def close_topic(case):
    case.decide("close")


def merge_away(case):
    other = factories.topic(on=case.board, author=case.cast["starter"], title="Het andere")
    reshaping.merge(case.topic, into=other)


def edit_twice(case):
    """An earlier text, the text that stands, and a change that waits."""
    now = case.post.body
    Post.objects.filter(pk=case.post.pk).update(body=f"{case.words['earlier']} {QUESTION}")
    case.post.refresh_from_db()
    case.post.edit(body=now)
    # A quote ends with its passage; of the text that stands now, somebody quotes again.
    case.quoting = case.quote()
    case.trust(False)
    case.post = Post.objects.get(pk=case.post.pk)
    link = f"{case.words['pending']} {QUESTION} https://example.org/"
    assert not case.post.edit(body=link)


def blank(case):
    case.post.blank(case.words["body"], "[weg]")


def draft(case):
    drafts.keep(case.author, topic=case.topic, body=case.words["draft"])


BARE = frozenset({"title"})
STATES = [
    State("reply, members"),
    State("reply, public", is_public=True),
    State("first, members", is_first=True),
    State("first, public", is_first=True, is_public=True),
    State("reply, held", HELD),
    State("reply, held, public", HELD, is_public=True),
    State("first, held", HELD, is_first=True),
    State("first, held, public", HELD, is_first=True, is_public=True),
    State("reply, anonymous", is_public=True, is_anonymous=True),
    State("first, anonymous", is_first=True, is_anonymous=True),
    State("reply, hidden", GONE, is_public=True, change=hide),
    State("first, hidden", GONE, is_first=True, change=hide),
    State("first, held, rejected", GONE, is_first=True, was_held=True, change=reject),
    State("reply, withdrawn", GONE, is_public=True, change=withdraw, at_desk=BARE),
    State("first, withdrawn", GONE, is_first=True, change=withdraw, at_desk=frozenset()),
    State("reply, erased", GONE, is_public=True, change=erase_all, absent=frozenset({"author"}),
          at_desk=BARE),
    State("first, erased", GONE, is_first=True, change=erase_all, absent=frozenset({"author"}),
          at_desk=frozenset()),
    State("reply, name erased", is_public=True, change=erase_name, absent=frozenset({"author"})),
    State("reply, read-only board", own_board=True, change=board_is(state="read-only")),
    State("reply, closed board", is_public=True, is_board_closed=True, own_board=True,
          change=board_is(state="closed")),
    State("reply, board no longer public", was_public=True, own_board=True,
          change=board_is(audience="members")),
    State("reply, moved", was_public=True, own_board=True, change=move_to_members),
    State("reply, topic hidden", is_public=True, is_topic_hidden=True, change=hide_topic),
    State("reply, topic closed", is_public=True, change=close_topic),
    State("reply, merged away", is_public=True, is_title_gone=True, change=merge_away),
    State("reply, edited", is_public=True, change=edit_twice,
          at_desk=frozenset({"title", "body", "pending"})),
    State("reply, blanked", GONE, is_public=True, change=blank, at_desk=BARE),
    State("reply, with a note", is_public=True, has_note=True,
          at_desk=frozenset({"title", "body", "note"})),
    State("reply, drafting", is_public=True, change=draft),
    # Last: from now on the author of all others writes no more.
    State("reply, author suspended", is_public=True, change=suspend),
]  # fmt: skip
