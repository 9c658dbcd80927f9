"""All lines from experience to commitment: what the drawing and the lists of `/opbrengst/` show."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import F, QuerySet, TextField, Value
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from actiondays.models import ActionDay, ResultLink, Table
from articles.models import Article, ArticleLink
from config.pages.diagram import SMALL, WIDE, Drawing, Edge, Node, draw, reach
from config.pages.line import Line, example_line
from discussions.models import Post, PostLink
from movement.models import Action, Cause, Direction, Front
from participants.models import Commitment

MOST_SOURCES = 9
LABEL = 26
SOURCES = {"day", "article", "post"}


@dataclass
class Lines:
    """Everything that was made public, with the links between them."""

    causes: list[Cause]
    directions: list[Direction]
    actions: list[Action]
    commitments: list[Commitment]
    links: list[tuple[str, int, int, str, str]]
    example: Line | None

    @cached_property
    def fronts(self) -> list[tuple[Front, list[Action]]]:
        """The three fronts, each with its actions."""
        return [
            (front, [action for action in self.actions if action.front == front]) for front in Front
        ]

    @cached_property
    def nodes(self) -> list[Node]:
        """Every stop of the drawing, column by column."""
        return [*self._sources(), *self._causes(), *self._directions(), *self._actions()] + [
            self._promise(action, promises) for action, promises in self._promised()
        ]

    @cached_property
    def edges(self) -> list[Edge]:
        """Every line between two stops."""
        causes = {row.pk: f"oorzaak-{row.slug}" for row in self.causes}
        directions = {row.pk: f"richting-{row.slug}" for row in self.directions}
        actions = {row.pk: f"actie-{row.slug}" for row in self.actions}
        found = []
        for kind, first, second, place, _moment in self.links:
            if kind == "answers":
                start, end = causes.get(second), directions.get(first)
            elif kind == "carries":
                start, end = directions.get(second), actions.get(first)
            else:
                start, end = f"ervaring-{place or kind}", causes.get(second)
            if start and end:
                found.append(Edge(start, end))
        promised = [
            Edge(f"actie-{action.slug}", f"toezegging-{action.slug}", not all_done(promises))
            for action, promises in self._promised()
        ]
        return list(dict.fromkeys(found)) + promised

    @property
    def titles(self) -> dict[str, str]:
        """What each thing in the drawing is called."""
        return {node.key: node.title or node.label for node in self.nodes}

    def chosen(self, key: str) -> dict[str, Any]:
        """The drawing with one thing's own line lit: the asked one, or the example."""
        by_key = {node.key: node for node in self.nodes}
        node = by_key.get(key)
        lit = reach(key, self.edges) if node else self._example_keys()
        return {
            "node": node,
            "wide": self._drawing(lit, wide=True),
            "small": self._drawing(lit, wide=False),
            "columns": [
                (head, [one for one in self.nodes if one.column == number and one.key in lit])
                for number, (head, _note, _x) in enumerate(self.heads)
            ],
        }

    @property
    def heads(self) -> list[tuple[str, str, int]]:
        """The columns of the drawing: their names, a few words, their left edges."""
        number = {"causes": len(self.causes), "directions": len(self.directions)}
        words = [
            (_("Experience"), _("what people told")),
            (_("Cause"), _("%(causes)d, where it comes from") % number),
            (_("Direction"), _("%(directions)d, where it can go") % number),
            (_("Action"), _("on three fronts")),
            (_("Commitment"), _("with a date")),
        ]
        return [(*pair, x) for pair, x in zip(words, WIDE.lefts, strict=True)]

    @property
    def small_heads(self) -> list[tuple[str, str, int]]:
        """The same for the small drawing."""
        return [
            (head, note, x) for (head, note, _x), x in zip(self.heads, SMALL.lefts, strict=True)
        ]

    @cached_property
    def answered(self) -> list[tuple[Cause, list[Direction]]]:
        """Each cause with the directions that answer it."""
        by_key = {row.pk: row for row in self.directions}
        of = defaultdict(list)
        for kind, direction, cause, _place, _moment in self.links:
            if kind == "answers" and direction in by_key:
                of[cause].append(by_key[direction])
        return [(cause, sorted(of[cause.pk], key=number_of)) for cause in self.causes]

    @cached_property
    def answering(self) -> list[tuple[Direction, list[Cause]]]:
        """Each direction with the causes that it answers."""
        of = defaultdict(list)
        for cause, directions in self.answered:
            for direction in directions:
                of[direction.pk].append(cause)
        return [(direction, of[direction.pk]) for direction in self.directions]

    def _drawing(self, lit: set[str], *, wide: bool) -> Drawing:
        return draw(self.nodes, self.edges, lit=lit, measures=WIDE if wide else SMALL)

    def _example_keys(self) -> set[str]:
        if self.example is None:
            return set()
        keys = self.example.keys
        cause = f"oorzaak-{self.example.cause_slug}"
        told = f"ervaring-{self.example.told_at_slug}"
        first = next((e.start for e in self.edges if e.end == cause and e.start == told), None)
        return keys | ({first} if first else set())

    def _sources(self) -> list[Node]:
        told = [link for link in self.links if link[0] in SOURCES]
        labels = {place or kind: label_of(kind, moment) for kind, _s, _e, place, moment in told}
        counted = Counter(place or kind for kind, _s, _e, place, _m in told)
        return [
            Node(f"ervaring-{key}", 0, labels[key], href=day_path(key))
            for key, _number in counted.most_common(MOST_SOURCES)
        ]

    def _causes(self) -> list[Node]:
        return [Node(f"oorzaak-{c.slug}", 1, c.short_title, c.title, c.get_absolute_url())
                for c in self.causes]  # fmt: skip

    def _directions(self) -> list[Node]:
        return [Node(f"richting-{d.slug}", 2, d.short_title, d.title, d.get_absolute_url())
                for d in self.directions]  # fmt: skip

    def _actions(self) -> list[Node]:
        return [
            Node(
                f"actie-{a.slug}",
                3,
                a.short_title,
                a.title,
                a.get_absolute_url(),
                a.state == Action.State.DONE,
                str(front.label).capitalize(),
            )
            for front, actions in self.fronts
            for a in actions
        ]

    def _promised(self) -> list[tuple[Action, list[Commitment]]]:
        of = defaultdict(list)
        for commitment in self.commitments:
            if commitment.state != Commitment.State.STOPPED:
                of[commitment.action_id].append(commitment)
        return [(action, of[action.pk]) for action in self.actions if of[action.pk]]

    def _promise(self, action: Action, promises: list[Commitment]) -> Node:
        number = len(promises)
        label = ngettext("%(number)d commitment", "%(number)d commitments", number)
        label = promises[0].title if number == 1 else label % {"number": number}
        path = f"{action.get_absolute_url()}#toezeggingen"
        key = f"toezegging-{action.slug}"
        return Node(key, 4, shortened(label, 40), label, path, all_done(promises))


def number_of(row: Cause | Direction) -> int:
    """By its number."""
    return row.number


def label_of(kind: str, moment: str) -> str:
    """What a source is called in the drawing: the month of a day, or where it was said."""
    if kind != "day":
        return _("On talk along") if kind == "post" else _("In an article")
    at = datetime.fromisoformat(moment[:19]).replace(tzinfo=UTC)
    return _("Action day, %(month)s") % {"month": date_format(localtime(at), "M Y").lower()}


def day_path(key: str) -> str:
    """Where a source can be read: the page of a day, else the lists of the site."""
    lists = {"post": "discussions:boards", "article": "articles:list"}
    return reverse(lists[key]) if key in lists else reverse("actiondays:detail", args=[key])


def all_done(promises: list[Commitment]) -> bool:
    """Whether every one of these commitments was carried out."""
    return all(promise.state == Commitment.State.DONE for promise in promises)


def shortened(text: str, length: int = LABEL) -> str:
    """A few words that fit on a rail."""
    return text if len(text) <= length else f"{text[: length - 1].rsplit(' ', 1)[0]}…"


def all_lines() -> Lines:
    """Read everything in six queries, as a visitor sees it."""
    viewer = AnonymousUser()
    commitments = Commitment.objects.visible_to(viewer).select_related("organisation")
    return Lines(
        causes=list(Cause.objects.visible_to(viewer).defer("explanation")),
        directions=list(Direction.objects.visible_to(viewer).defer("explanation")),
        actions=list(Action.objects.visible_to(viewer).defer("explanation")),
        commitments=list(commitments.order_by(F("due_on").asc(nulls_last=True), "pk")),
        links=links(viewer),
        example=example_line(),
    )


def links(viewer: Any) -> list[tuple[str, int, int, str, str]]:
    """Every link as (kind, first, second, place, moment), of all kinds in one query."""
    days = ActionDay.objects.visible_to(viewer)
    discussed = Table.causes.through.objects.filter(table__day__in=days.past())
    results = ResultLink.objects.standing().filter(result__table__day__in=days, cause__isnull=False)
    articles = ArticleLink.objects.standing().filter(
        article__in=Article.objects.visible_to(viewer), cause__isnull=False
    )
    posts = PostLink.objects.standing().filter(
        post__in=Post.objects.visible_to(viewer), cause__isnull=False
    )
    day, result_day = "table__day__", "result__table__day__"
    branches = [
        rows(discussed, "day", "table_id", "cause_id", f"{day}slug", f"{day}starts_at"),
        rows(results, "day", "pk", "cause_id", f"{result_day}slug", f"{result_day}starts_at"),
        rows(articles, "article", "article_id", "cause_id"),
        rows(posts, "post", "post_id", "cause_id"),
        rows(Direction.causes.through.objects.all(), "answers", "direction_id", "cause_id"),
        rows(Action.directions.through.objects.all(), "carries", "action_id", "direction_id"),
    ]
    return list(branches[0].union(*branches[1:], all=True))


def rows(
    links: QuerySet[Any], kind: str, first: str, second: str, place: str = "", moment: str = ""
) -> QuerySet[Any]:
    """Links of one kind, in the columns that all kinds share."""
    return (
        links.order_by()
        .annotate(
            link_kind=Value(kind, TextField()),
            link_first=F(first),
            link_second=F(second),
            link_place=Cast(place, TextField()) if place else Value("", TextField()),
            link_moment=Cast(moment, TextField()) if moment else Value("", TextField()),
        )
        .values_list("link_kind", "link_first", "link_second", "link_place", "link_moment")
    )
