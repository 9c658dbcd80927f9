"""Reads a text as a person reads it: without invisible signs, accents and odd digits."""

import unicodedata


def with_places(text: str) -> tuple[str, list[int]]:
    """Return the text in plain signs, case kept, and for each sign its place in the original."""
    if text.isascii():
        return text, list(range(len(text) + 1))
    letters: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        if char.isascii():
            letters.append(char)
            places.append(place)
            continue
        if unicodedata.category(char) in {"Cf", "Mn", "Me"}:
            continue
        plain = {"’": "'", "‘": "'", "–": "-", "—": "-", "‑": "-", "\u00a0": " "}.get(char)
        for part in plain or unicodedata.normalize("NFKD", char):
            if not unicodedata.combining(part):
                letters.append(part)
                places.append(place)
    places.append(len(text))
    return "".join(letters), places


def readable(text: str) -> str:
    """Return the text in plain signs, case kept."""
    return text if text.isascii() else with_places(text)[0]
