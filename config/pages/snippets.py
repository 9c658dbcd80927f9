"""The part of a text that shows why it was found, with the words that were meant marked."""

import re
from collections.abc import Sequence

from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from movement.folding import fold
from movement.search import is_beginning
from movement.stems import stem

LENGTH = 220
PIECES = re.compile(r"([^\W_]+)")


def around(text: str, stems: Sequence[str]) -> SafeString:
    """Return some 220 signs of the text around the first hit, each hit in a `mark`."""
    pieces = PIECES.split(text)
    hits = {number for number in range(1, len(pieces), 2) if is_hit(pieces[number], stems)}
    start = begin(pieces, min(hits, default=0))
    end, length = start, 0
    while end < len(pieces) and length < LENGTH:
        length += len(pieces[end])
        end += 1
    shown = format_html_join(
        "",
        "{}",
        ((format_html_join("", "<mark>{}</mark>", [(pieces[n],)]) if n in hits else pieces[n],)
         for n in range(start, end)),
    )  # fmt: skip
    return format_html_join(
        "", "{}", [("… " if start else "",), (shown,), (" …" if end < len(pieces) else "",)]
    )


def begin(pieces: Sequence[str], hit: int) -> int:
    """The piece to begin with: some words before the hit, or the first when that is near."""
    start, length = hit, 0
    while start > 0 and length < LENGTH // 3:
        start -= 1
        length += len(pieces[start])
    return 0 if length < LENGTH // 3 else start + 1


def is_hit(word: str, stems: Sequence[str]) -> bool:
    """Whether this word is one of those that were asked for."""
    found = stem(fold(word))
    return any(found == one or (is_beginning(one) and found.startswith(one)) for one in stems)
