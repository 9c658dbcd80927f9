"""Versions of an article: kept at each save, compared word by word, put back whole."""

import re
from difflib import SequenceMatcher
from html import unescape
from typing import Any

from django.db import transaction
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from articles import search_entries
from articles.models import Article, ArticleVersion
from movement.models import Keyword, Picture, Theme
from movement.rich_text import TAG

TEXTS = ("title", "lead", "body", "easy_body", "sources", "byline", "canonical_url", "drawing")
COMPARED = ("title", "lead", "body", "easy_body", "sources")
BLOCK = re.compile(r"</(p|h2|h3|h4|li|blockquote|tr|figcaption)>|<br\s*/?>")
MOST_WORDS = 20_000


def snapshot(article: Article) -> dict[str, Any]:
    """Everything of an article that a reader sees, as plain values."""
    picture = article.picture
    return {
        **{name: getattr(article, name) for name in TEXTS},
        "series": article.series_id,
        "series_position": article.series_position,
        "picture": picture.pk if picture else None,
        "picture_alternative": picture.alternative if picture else "",
        "themes": sorted(article.themes.values_list("name", flat=True)),
        "keywords": sorted(article.keywords.values_list("name", flat=True)),
    }


def keep(article: Article, *, editor: Any) -> ArticleVersion | None:
    """Keep the article as it is now; None when nothing changed since the last version."""
    article.refresh_from_db()
    values = snapshot(article)
    last = article.versions.first()
    if last is not None and last.values == values:
        return None
    return ArticleVersion.objects.create(article=article, editor=editor, values=values)


def restore(version: ArticleVersion, *, editor: Any) -> Article:
    """Put the article back as it was in this version; what it is now stays a version too."""
    values = version.values
    with transaction.atomic():
        article = Article.objects.select_for_update().get(pk=version.article_id)
        keep(article, editor=editor)
        for name in TEXTS:
            setattr(article, name, values[name])
        article.series_id = values["series"]
        article.series_position = values["series_position"]
        article.picture = Picture.objects.filter(pk=values["picture"]).first()
        if article.picture and not article.picture.is_decorative:
            article.picture.alternative = values["picture_alternative"]
            article.picture.save(update_fields=["alternative", "updated_at"])
        article.save()
        article.themes.set(Theme.objects.filter(name__in=values["themes"]))
        article.keywords.set(Keyword.objects.filter(name__in=values["keywords"]))
        keep(article, editor=editor)
        search_entries.enter(article)
    return article


def differences(old: dict[str, Any], new: dict[str, Any]) -> list[tuple[str, SafeString]]:
    """The texts that differ, each with what went and what came marked word by word."""
    found = []
    for name in COMPARED:
        if old.get(name, "") != new.get(name, ""):
            found.append((name, word_difference(old.get(name, ""), new.get(name, ""))))
    for name in ("themes", "keywords"):
        if old.get(name, []) != new.get(name, []):
            found.append((name, word_difference(listed(old, name), listed(new, name))))
    return found


def listed(values: dict[str, Any], name: str) -> str:
    """A list of names as one line."""
    return ", ".join(values.get(name, []))


def words_of(html: str) -> list[str]:
    """The words of an editor's text; the end of a block is a word of its own."""
    plain = unescape(TAG.sub("", BLOCK.sub(" ¶ ", html)))
    return plain.split()[:MOST_WORDS]


def word_difference(old: str, new: str) -> SafeString:
    """Both texts in one: what went in `<del>`, what came in `<ins>`, the rest as it is."""
    before, after = words_of(old), words_of(new)
    pieces = []
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            pieces.append(spoken(before[a:b]))
            continue
        if b > a:
            pieces.append(format_html("<del>{}</del>", spoken(before[a:b])))
        if d > c:
            pieces.append(format_html("<ins>{}</ins>", spoken(after[c:d])))
    return format_html_join(" ", "{}", ((piece,) for piece in pieces))


def spoken(words: list[str]) -> SafeString:
    """Words as text, with a new line at the end of each block."""
    return format_html_join(
        " ", "{}", ((mark_safe("<br>") if word == "¶" else word,) for word in words)
    )
