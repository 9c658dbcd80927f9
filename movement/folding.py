"""Folding of names: what looks alike to a reader is alike to the database."""

import unicodedata


def fold(text: str) -> str:
    """Return the text without case, accents and doubled spaces."""
    decomposed = unicodedata.normalize("NFKD", text.strip())
    letters = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(letters.casefold().split())
