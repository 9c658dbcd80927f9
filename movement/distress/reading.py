"""Reads a text as sentences of words, as somebody in a hurry types them."""

import re
from functools import lru_cache
from pathlib import Path

from movement.reading import readable

# A sentence without an end is cut, at a comma where there is one: long ones hide what matters.
LONGEST = 28
# So many words are remembered, with what was found of each: most texts say the same ones.
KEPT = 5_000
SENTENCE_END = re.compile(r"[.!?…]+(?=[\s\"')\]]|$)|\n+|[;:](?=\s)")
# A word, or a sign that says something about the words around it.
PIECE = re.compile(r"'?[a-z0-9@$*](?:[a-z0-9@$*'-]*[a-z0-9@$*])?|[,?\"“”]")
# Letters one by one, with dots or spaces between them, are a word that is hidden.
SPELLED_OUT = re.compile(r"\b(?:[a-z][.\-_* ]){3,}[a-z]\b")
DRAWN_OUT = re.compile(r"([a-z])\1{2,}")
LOOK_ALIKE = str.maketrans("013457@$", "oieastas")


def lines_of(name: str) -> list[str]:
    """Return the lines of a file beside this one, without its remarks."""
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


SPELLINGS = {
    typed.strip(): read.split()
    for typed, _, read in (line.partition(" = ") for line in lines_of("spellings.txt"))
}


def sentences(text: str) -> list[list[str]]:
    """Return the words of each sentence, in the spelling that most people use."""
    plain = SPELLED_OUT.sub(joined, readable(text).lower().replace("`", "'"))
    found: list[list[str]] = []
    for part in SENTENCE_END.split(plain.replace("?", " ? .")):
        words = [word for piece in PIECE.findall(part) for word in spelled(piece)]
        while len(words) > LONGEST:
            cut = next((at for at in range(LONGEST, 8, -1) if words[at] == ","), LONGEST)
            found.append(words[:cut])
            words = words[cut:]
        if any(word.isalnum() for word in words):
            found.append(words)
    return found


def joined(match: re.Match[str]) -> str:
    return re.sub(r"[^a-z]", "", match.group())


@lru_cache(maxsize=KEPT)
def spelled(piece: str) -> tuple[str, ...]:
    """Return what is read where this is typed: mostly one word."""
    if piece in SPELLINGS:
        return tuple(SPELLINGS[piece])
    word = piece
    if not word.isalpha() and any(char.isalpha() for char in word):
        word = word.translate(LOOK_ALIKE) if any(char in "013457@$" for char in word) else word
        word = word.strip("'")
    word = DRAWN_OUT.sub(lambda match: match.group(1) * (2 if match.group(1) in "aeo" else 1), word)
    return tuple(SPELLINGS.get(word, [word]))
