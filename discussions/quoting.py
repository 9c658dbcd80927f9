"""Which words of a post are quoted: a range of its plain text, read where it stands.

A quote is never a copy. It ends with its source, and follows its passage when the source is
changed; when the passage is gone, only whom it answers remains.
"""

import re
from collections import defaultdict
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from django.utils.text import Truncator

from movement import markdown

if TYPE_CHECKING:
    from discussions.models import Post

# What is quoted when nobody chose, in whole sentences; and the most that can be.
USUAL, MOST = 200, 600
SENTENCE = re.compile(r"\S.*?(?:[.!?…]+[”’\")\]]*(?=\s)|$)")
Range = tuple[int, int]


def text_of(quoted: "Post | None") -> str:
    """The words that can be quoted; none of a post that is folded or gone."""
    if quoted is None or quoted.content_note or quoted.state != quoted.State.PUBLISHED:
        return ""
    return markdown.plain(quoted.body)


def sentences(text: str) -> list[Range]:
    """Where each sentence begins and ends."""
    return [match.span() for match in SENTENCE.finditer(text)]


def choices(text: str) -> list[tuple[int, str]]:
    """The sentences to choose from, each with its first words."""
    found = enumerate(sentences(text))
    return [(number, Truncator(text[start:end]).chars(60)) for number, (start, end) in found]


def shortened(text: str, start: int, end: int, most: int = MOST) -> Range | None:
    """The range without more than may be quoted, cut between words; None when nothing is left."""
    if not start < end <= len(text):
        return None
    if end - start > most:
        space = text.rfind(" ", start + 1, start + most + 1)
        end = space if space > start else start + most
    return start, end


def usual(text: str) -> Range | None:
    """The first sentences, as many as fit; of a long one the first words."""
    ends = [end for _start, end in sentences(text) if end <= USUAL]
    return shortened(text, 0, max(ends, default=len(text)), USUAL)


def number(asked: Any) -> int | None:
    """What was typed or sent as a number; None when it is none."""
    text = str(asked or "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 7 else None


def selected(text: str, first: Any, last: Any) -> Range | None:
    """The range of these signs, counted without spaces, as a page counts what is selected."""
    low, high = number(first), number(last)
    if low is None or high is None:
        return None
    counted = list(accumulate(not sign.isspace() for sign in text))
    inside = [place for place, count in enumerate(counted) if low < count <= high]
    return shortened(text, inside[0], inside[-1] + 1) if inside else None


def chosen(text: str, first: Any, last: Any) -> Range | None:
    """The range from one sentence to another; the order does not matter."""
    found = sentences(text)
    numbers = [one for one in (number(first), number(last)) if one is not None]
    if not numbers or max(numbers) >= len(found):
        return None
    return shortened(text, found[min(numbers)][0], found[max(numbers)][1])


def asked(text: str, data: Any) -> Range | None:
    """What somebody asks to quote: sentences, a range that was shown, a selection, or nothing."""
    if not text or data.get("citaat_van") == "niets":
        return None
    if data.get("citaat_van") or data.get("citaat_tot"):
        sentence = chosen(text, data.get("citaat_van"), data.get("citaat_tot"))
        if sentence:
            return sentence
    if "citaat" in data:
        start, _dash, end = str(data["citaat"]).partition("-")
        low, high = number(start), number(end)
        return shortened(text, low, high) if low is not None and high is not None else None
    return selected(text, data.get("van"), data.get("tot")) or usual(text)


def shown(text: str, part: Range | None) -> str:
    """The quoted words, with dots where more stands around them."""
    if part is None:
        return ""
    start, end = part
    before, after = "… " if start else "", " …" if end < len(text) else ""
    return f"{before}{text[start:end].strip()}{after}"


def ranges(post: "Post") -> list[tuple[int, int, int]]:
    """Which posts quote this one, and from where to where."""
    quotes = type(post).objects.filter(quoted=post.pk, quoted_end__isnull=False).order_by("pk")
    rows = quotes.values_list("pk", "quoted_start", "quoted_end")
    return [(pk, int(start or 0), int(end or 0)) for pk, start, end in rows]


def bring_back(post: "Post", kept: list[Any]) -> None:
    """Let these posts quote what they quoted when `ranges` gave this, of the same text."""
    for pk, start, end in kept:
        quotes = type(post).objects.filter(pk=pk, quoted=post.pk)
        quotes.update(quoted_start=start, quoted_end=end)


def follow(post: "Post", was: str) -> None:
    """Let quotes of this post move along with their passage, after its text changed.

    `was` is its Markdown before. What can no longer be found is quoted no more.
    """
    posts, found = type(post).objects, ranges(post)
    if not found:
        return
    old, new = markdown.plain(was), markdown.plain(post.body)
    moved: dict[Range | None, list[int]] = defaultdict(list)
    for pk, low, high in found:
        place = new.find(old[low:high])
        moved[(place, place + high - low) if place >= 0 else None].append(pk)
    for part, numbers in moved.items():
        first, last = part or (None, None)
        posts.filter(pk__in=numbers).update(quoted_start=first, quoted_end=last)
