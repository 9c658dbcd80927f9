"""Dutch words made alike for search: folded, then cut to their stem, in plain letters and digits.

Both databases get the same words to compare, so that they find the same.
"""

import re
import threading
from functools import lru_cache

import snowballstemmer

from movement.folding import fold

# Longer words are cut: no Dutch word needs more, and the index of PostgreSQL has a limit.
LONGEST_WORD = 60
WORD = re.compile(r"[^\W_]+")
LETTERS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th"})
# Words that nearly every text has; a query does not need them.
COMMON = (
    "aan al als bij dan dat de der des die dit door een en er haar had heb hebben heeft het hij"
    " hoe ik in is je jij kan maar me met mijn na naar niet nog nu of om ook op over te tot uit"
    " van voor was wat we wel wij word worden wordt ze zich zij zijn zo"
)
STOP_WORDS = frozenset(COMMON.split())

# What the stemmer leaves: gezinn is gezin, organisaties is organisatie, kinder is kind.
DOUBLED = re.compile(r"([bcdfgklmnprstz])\1$")
OWN_STEMS = {"kinder": "kind", "kinders": "kind"}

_local = threading.local()


def plain(word: str) -> str:
    """Return a folded word in a-z and 0-9 only; other letters become their number."""
    ascii_word = "".join(
        char if char.isascii() else f"x{ord(char):x}" for char in word.translate(LETTERS)
    )
    # A word that starts with a digit would be read as a number by one database, not the other.
    return f"n{ascii_word}" if ascii_word[:1].isdigit() else ascii_word


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return the stem of one folded word."""
    if not hasattr(_local, "stemmer"):
        # The older of the two Dutch stemmers: the newer makes “gezin” and “zin” the same.
        _local.stemmer = snowballstemmer.stemmer("dutch_porter")
    found = _local.stemmer.stemWord(word[:LONGEST_WORD])
    found = DOUBLED.sub(r"\1", found.removesuffix("s") if found.endswith("ies") else found)
    return plain(OWN_STEMS.get(found, found))[:LONGEST_WORD]


def words(text: str) -> list[str]:
    """Return the folded words of a text in their order."""
    return WORD.findall(fold(text))


def stems(text: str) -> list[str]:
    """Return the stems of a text in their order."""
    return [stem(word) for word in words(text)]


def terms(query: str, *, most: int) -> list[str]:
    """Return the different stems to look for, without stop words unless there is nothing else."""
    found = words(query)
    wanted = [word for word in found if word not in STOP_WORDS] or found
    return list(dict.fromkeys(stem(word) for word in wanted))[:most]
