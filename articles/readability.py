"""How easy a Dutch text reads: the formula of Flesch-Douma, and what makes it hard.

W.H. Douma, "De leesbaarheid van landbouwbladen" (Wageningen, 1960): the formula of Flesch for
Dutch, 206.835 minus 0.93 for each word of an average sentence and 77 for each syllable of an
average word. 80 and up reads very easily, 60 to 80 easily, below 45 with difficulty. It counts
length, not meaning: it helps to look again, and decides nothing.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from movement.rich_text import TAG

BLOCK_END = re.compile(r"</(?:p|h[2-4]|li|blockquote|td|th|figcaption)>|<br\s*/?>")
SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’)]*\s+|\n+")
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# Dutch vowels that sound as one; the longest first.
SOUND = re.compile(
    r"aai|eeu|ieu|ooi|oei|aa|au|ee|ei|eu|ie|ij|oe|oo|ou|ui|uu|[aeiouyàáâäèéêëìíîïòóôöùúûü]"
)
HARD_SYLLABLES = 5


@dataclass(frozen=True, slots=True)
class Readability:
    """The measure of a text, and the words in which it is told."""

    score: int
    sentences: int
    words: int
    long_sentences: tuple[str, ...]
    hard_words: tuple[str, ...]


def sentences_of(html: str) -> list[str]:
    """The sentences of an editor's text; a heading or an item of a list is one too."""
    plain = unescape(TAG.sub("", BLOCK_END.sub("\n", html)))
    return [s.strip() for s in SENTENCE_END.split(plain) if WORD.search(s)]


def words_of(sentence: str) -> list[str]:
    return WORD.findall(sentence)


@lru_cache(maxsize=20_000)
def syllables_of(word: str) -> int:
    """How many syllables a Dutch word has, counted by its vowels that sound as one."""
    return max(1, len(SOUND.findall(word.lower())))


def readability(html: str, *, long: int = 20) -> Readability | None:
    """Measure a text; None for a text without words."""
    sentences = sentences_of(html)
    words = [word for sentence in sentences for word in words_of(sentence)]
    if not words:
        return None
    syllables = sum(syllables_of(word) for word in words)
    score = 206.835 - 0.93 * len(words) / len(sentences) - 77 * syllables / len(words)
    hard = dict.fromkeys(word for word in words if syllables_of(word) >= HARD_SYLLABLES)
    return Readability(
        score=round(max(0.0, min(100.0, score))),
        sentences=len(sentences),
        words=len(words),
        long_sentences=tuple(s for s in sentences if len(words_of(s)) > long),
        hard_words=tuple(hard)[:20],
    )
