"""Which articles belong together, and why: the reason is shown, so it has to be a real one."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from django.urls import reverse
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.models import Article, ArticleKeyword
from movement.fragments import fingerprint, remember
from participants.subjects import Subject

SHOWN = 3
KEPT = 12
KEEP_SECONDS = 60
# No more rows than this are looked at for one article: the latest with a keyword or a theme.
LOOKED_AT = 300
NAMED = 2


@dataclass
class Shared:
    """What two articles share, by number."""

    keywords: list[int] = field(default_factory=list)
    themes: list[int] = field(default_factory=list)

    @property
    def weight(self) -> int:
        """A keyword is chosen for one text, a theme for many."""
        return 2 * len(self.keywords) + len(self.themes)


class Other(NamedTuple):
    """Another article, as far as a link to it shows; `reason` says why it belongs here."""

    pk: int
    title: str
    path: str
    updated_at: datetime
    reason: str = ""


def others(articles: Any) -> list[Other]:
    """These articles, read lightly."""
    rows = articles.values_list("pk", "title", "slug", "updated_at")
    return [
        Other(pk, title, reverse("articles:detail", args=[slug]), updated_at)
        for pk, title, slug, updated_at in rows
    ]


def related_to(
    article: Article, keywords: Sequence[Subject], themes: Sequence[Subject], *, viewer: Any
) -> list[Other]:
    """Up to three articles that this viewer may see, each with why it belongs here."""
    shared = kept_candidates(article, keywords, themes)
    visible = Article.objects.visible_to(viewer).filter(pk__in=list(shared))
    found = {other.pk: other for other in others(visible)}
    return [
        found[pk]._replace(reason=reason(what, keywords, themes))
        for pk, what in shared.items()
        if pk in found
    ][:SHOWN]


def kept_candidates(
    article: Article, keywords: Iterable[Subject], themes: Iterable[Subject]
) -> dict[int, Shared]:
    """The best candidates with what they share, kept for a minute; what may be seen is not."""
    own = [k.pk for k in keywords], [t.pk for t in themes]
    key = f"related:{article.pk}:{fingerprint(own)}"
    return remember(key, lambda: candidates(article.pk, *own), seconds=KEEP_SECONDS)


def candidates(pk: int, keywords: list[int], themes: list[int]) -> dict[int, Shared]:
    """Articles that share most, the latest first among equals."""
    found: defaultdict[int, Shared] = defaultdict(Shared)
    tagged = ArticleKeyword.objects.filter(tag__in=keywords).order_by("-content_object_id")
    for other, tag in tagged.values_list("content_object_id", "tag_id")[:LOOKED_AT]:
        found[other].keywords.append(tag)
    themed = Article.themes.through.objects.filter(theme__in=themes).order_by("-article_id")
    for other, theme in themed.values_list("article_id", "theme_id")[:LOOKED_AT]:
        found[other].themes.append(theme)
    found.pop(pk, None)
    best = sorted(found, key=lambda other: (-found[other].weight, -other))[:KEPT]
    return {other: found[other] for other in best}


def reason(what: Shared, keywords: Sequence[Subject], themes: Sequence[Subject]) -> str:
    """Say in one sentence what the two share: organisations first, then keywords, then themes."""
    shared = [k for k in keywords if k.pk in what.keywords]
    organisations = [k.name for k in shared if k.is_organisation]
    if organisations:
        return _("Because it is about %(names)s too") % {"names": listed(organisations)}
    if shared:
        names = [k.name for k in shared]
        return ngettext(
            "Because it has the same keyword: %(names)s",
            "Because it has the same keywords: %(names)s",
            len(names),
        ) % {"names": listed(names)}
    names = [t.name for t in themes if t.pk in what.themes]
    return _("Because it has the same theme: %(names)s") % {"names": listed(names)}


def listed(names: list[str]) -> str:
    """The first names, and how many more there are."""
    shown, rest = names[:NAMED], len(names) - NAMED
    if rest > 0:
        shown = [*shown, ngettext("%(count)s more", "%(count)s more", rest) % {"count": rest}]
    return get_text_list(shown, _("and"))
