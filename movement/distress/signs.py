"""What is noticed in a sentence: its words, what they mean, and which stand near one another.

A sign is a name, and each has a weight that was learned (weights.txt). Of a word these are the
word itself, its root, pieces of it (so that a typing error changes little) and its meanings
(meanings.txt); of two words, that they follow one another, or stand near with these meanings;
and what was said just before and after.
"""

from collections.abc import Iterator
from functools import lru_cache

from movement.distress.reading import KEPT, lines_of

# How many words further a meaning still belongs to another one, and a root to another.
NEAR, NEXT = 5, 3
PIECES = (3, 4, 5)
ENDINGS = ("tjes", "jes", "den", "ten", "tje", "je", "en", "de", "te", "t", "d", "e", "s", "n")
# “Not … any more”, whatever stands between.
DENIES, ANY_MORE, NO_MORE = {"not", "nothing"}, "more", "no_more"

Words = dict[str, list[str]]


def read_meanings() -> tuple[Words, Words, Words]:
    """Return which meanings a whole word has, a beginning, and an ending."""
    whole: Words = {}
    beginnings: Words = {}
    endings: Words = {}
    for line in lines_of("meanings.txt"):
        meaning, _, words = line.partition(":")
        for word in words.split():
            if word.startswith("*"):
                endings.setdefault(word[1:], []).append(meaning)
            elif word.endswith("*"):
                beginnings.setdefault(word[:-1], []).append(meaning)
            else:
                whole.setdefault(word, []).append(meaning)
    return whole, beginnings, endings


WHOLE, BEGINNINGS, ENDS = read_meanings()


@lru_cache(maxsize=KEPT)
def meanings_of(word: str) -> tuple[str, ...]:
    """Return what the word can mean, without doubles."""
    found = list(WHOLE.get(word, ()))
    for size in range(2, len(word) + 1):
        found += BEGINNINGS.get(word[:size], ())
        found += ENDS.get(word[-size:], ())
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=KEPT)
def root_of(word: str) -> str:
    """Return the word without its ending and doubled letters: rough, but quick."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word.removesuffix(ending)
            break
    letters = [char for place, char in enumerate(word) if word[place - 1 : place] != char]
    return "".join(letters).replace("v", "f").replace("z", "s")


def of_word(word: str) -> Iterator[str]:
    """Give the signs of one word."""
    yield f"w {word}"
    yield f"r {root_of(word)}"
    for meaning in meanings_of(word):
        yield f"m {meaning}"
    if len(word) > 3:
        shown = f"<{word}>"
        for size in PIECES:
            for place in range(len(shown) - size + 1):
                yield f"p {shown[place : place + size]}"


def of_words_together(words: list[str]) -> Iterator[str]:
    """Give the signs of words that stand near one another in one sentence."""
    meanings = [meanings_of(word) for word in words]
    denied_at = -NEAR - 1
    for place, found in enumerate(meanings):
        if not DENIES.isdisjoint(found):
            denied_at = place
        elif ANY_MORE in found and place - denied_at <= NEAR:
            meanings[place] = (*found, NO_MORE)
            yield f"m {NO_MORE}"
    roots = [root_of(word) for word in words]
    before = "^"
    for place, word in enumerate(words):
        yield f"b {before} {word}"
        before = word
        for other in roots[place + 1 : place + 1 + NEXT]:
            yield f"n {roots[place]} {other}"
        first = meanings[place]
        if first:
            for others in meanings[place + 1 : place + 1 + NEAR]:
                for second in others:
                    for one in first:
                        yield f"t {one} {second}"
    yield f"b {before} $"


def of_neighbour(word: str, side: str) -> Iterator[str]:
    """Give the signs that a word of the sentence before (“<”) or after (“>”) is for this one."""
    for meaning in meanings_of(word):
        yield f"{side} {meaning}"


def of_sentence(sentences: list[list[str]], place: int) -> list[str]:
    """Return all signs of the sentence in this place; one that is there twice counts twice."""
    words = sentences[place]
    found = [sign for word in words for sign in of_word(word)]
    found += of_words_together(words)
    for word in sentences[place - 1] if place else ():
        found += of_neighbour(word, "<")
    for word in sentences[place + 1] if place + 1 < len(sentences) else ():
        found += of_neighbour(word, ">")
    return found
