"""What an editor typed and did not save yet, and who else is typing in the same article.

A draft never touches the article: the public page stays as it is until somebody saves.
"""

from datetime import datetime
from time import time
from typing import Any

from django.core.cache import cache
from django.http import QueryDict

from articles.models import Article, ArticleDraft

# Who did not give a sign of life for this long is no longer here.
PRESENT_SECONDS = 45
NOT_KEPT = {"csrfmiddlewaretoken", "based_on", "confirmed"}
LONGEST = 500_000
MOST_ROWS = 100


def keep(article: Article | None, *, editor: Any, typed: QueryDict) -> ArticleDraft:
    """Keep what was typed, over what this editor kept before. ValueError when it is too long."""
    values = {
        name: typed.getlist(name)
        for name in typed
        if name not in NOT_KEPT and not name.startswith("_")
    }
    if sum(len(text) for texts in values.values() for text in texts) > LONGEST:
        raise ValueError("longer than an article can be")
    draft, _made = ArticleDraft.objects.update_or_create(
        article=article,
        editor=editor,
        defaults={"values": values, "based_on": moment(typed.get("based_on", ""))},
    )
    return draft


def moment(text: str) -> datetime | None:
    """The moment that a form says it is based on; None for anything that is no moment."""
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def of(article: Article | None, *, editor: Any) -> ArticleDraft | None:
    """What this editor typed in this article, or in a new one, and did not save."""
    return ArticleDraft.objects.filter(article=article, editor=editor).first()


def drop(article: Article | None, *, editor: Any) -> None:
    """Forget what was typed, because it was saved or thrown away."""
    ArticleDraft.objects.filter(article=article, editor=editor).delete()


def typed_in(draft: ArticleDraft) -> QueryDict:
    """What was typed, as if it were sent once more."""
    typed = QueryDict(mutable=True)
    for name, texts in draft.values.items():
        typed.setlist(name, texts)
    return typed


def rows_in(typed: QueryDict, name: str, there: set[str]) -> tuple[dict[str, str], list[str]]:
    """The rows of a part of the form: those that are there, by number, and those that are new.

    Each is told by the start of the names of its fields, such as `links-2`. A row that somebody
    else took away meanwhile counts as new, so that nothing of a draft is lost.
    """
    total = typed.get(f"{name}-TOTAL_FORMS", "")
    count = min(int(total), MOST_ROWS) if total.isdecimal() and len(total) < 5 else 0
    starts = [f"{name}-{place}" for place in range(count)]
    numbers = {start: str(typed.get(f"{start}-id", "")) for start in starts}
    kept = {number: start for start, number in numbers.items() if number in there}
    new = [start for start in starts if start not in kept.values() and says_something(typed, start)]
    return kept, new


def says_something(typed: QueryDict, start: str) -> bool:
    """Whether anything was filled in in this row."""
    own = (key for key in typed if key.startswith(f"{start}-"))
    return any(typed[key] for key in own if not key.endswith(("-id", "-article")))


def be_present(article: Article | None, *, editor: Any) -> list[str]:
    """Say that this editor is here. Returns the names of who else is, since some seconds."""
    if article is None:
        return []
    now, key = time(), f"editing:{article.pk}"
    here = {
        number: seen
        for number, seen in (cache.get(key) or {}).items()
        if now - seen[0] < PRESENT_SECONDS
    }
    here[editor.pk] = (now, editor.pseudonym)
    cache.set(key, here, PRESENT_SECONDS * 2)
    return [name for number, (_seen, name) in here.items() if number != editor.pk]
