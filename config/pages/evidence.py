"""What a cause, direction or action stands on: results of tables, articles, posts."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet, TextField, Value
from django.db.models.functions import Cast
from django.urls import reverse

from actiondays.models import ActionDay, ResultLink
from articles.models import Article, ArticleLink
from discussions.models import Post, PostLink
from movement.models import Action, Cause, Direction

COLUMNS = ("kind", "text", "title", "place", "note", "withdrawn_at", "reason", "linked_at")


@dataclass(frozen=True, slots=True)
class Evidence:
    """One link. A post shows no words: its author did not give them for this page."""

    kind: str
    text: str
    title: str
    place: str
    note: str
    withdrawn_at: datetime | None
    reason: str
    linked_at: datetime

    @property
    def path(self) -> str:
        """Where it can be read by those who may."""
        names = {
            "result": "actiondays:detail",
            "article": "articles:detail",
            "post": "discussions:post",
        }
        return reverse(names[self.kind], args=[self.place])


def of(target: Cause | Direction | Action, viewer: Any) -> list[Evidence]:
    """Everything that this viewer may see of what was linked to the target, in one query."""
    name = str(target._meta.model_name)
    branches = [branch.filter(**{name: target}) for branch in sources(viewer)]
    rows = [rows_of(branch) for branch in branches]
    return [Evidence(*row) for row in rows[0].union(*rows[1:], all=True).order_by("linked_at")]


def sources(viewer: Any) -> list[QuerySet[Any]]:
    """The links of each kind, with their columns under one name."""
    results = ResultLink.objects.filter(
        result__table__day__in=ActionDay.objects.visible_to(viewer)
    ).annotate(
        kind=Value("result", TextField()),
        text=Cast("result__text", TextField()),
        title=Cast("result__table__day__title", TextField()),
        place=Cast("result__table__day__slug", TextField()),
    )
    articles = ArticleLink.objects.filter(article__in=Article.objects.visible_to(viewer)).annotate(
        kind=Value("article", TextField()),
        text=Cast("article__lead", TextField()),
        title=Cast("article__title", TextField()),
        place=Cast("article__slug", TextField()),
    )
    posts = PostLink.objects.filter(post__in=Post.objects.visible_to(viewer)).annotate(
        kind=Value("post", TextField()),
        text=Value("", TextField()),
        title=Value("", TextField()),
        place=Cast("post_id", TextField()),
    )
    return [results, articles, posts]


def rows_of(branch: QuerySet[Any]) -> QuerySet[Any]:
    """The columns in their order, ready to be joined with the other kinds."""
    return branch.order_by().values_list(*COLUMNS)
