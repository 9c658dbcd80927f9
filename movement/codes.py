"""Short codes that people read aloud, write down by hand and type again.

Nineteen signs that cannot be taken for one another, without vowels so that no word appears.
Fifteen of them are drawn (63 bits); the last follows from the others. Because nineteen is a prime,
every single wrong sign and every two neighbours that changed places are noticed.
"""

import hashlib
import secrets

from django.utils.translation import gettext

ALPHABET = "CDFGHJKLMNPRTWXY347"
DRAWN, GROUP = 15, 4
LENGTH = DRAWN + 1
SPACES = dict.fromkeys(map(ord, " \t\r\n-–—_.,·'’"))
# Nobody means anything else by these.
MEANT = str.maketrans("1I", "LL")
# A stolen table of digests would else give codes back in months; this makes it ages.
ROUNDS = 100_000


class Mistyped(ValueError):
    """No code can look like this; `str` of it says where to look."""


def check_sign(drawn: str) -> str:
    """The last sign of a code: a sum in which each place weighs another number."""
    total = sum(place * ALPHABET.index(sign) for place, sign in enumerate(drawn, start=2))
    return ALPHABET[total % len(ALPHABET)]


def make() -> str:
    """Draw a new code."""
    drawn = "".join(secrets.choice(ALPHABET) for _place in range(DRAWN))
    return drawn + check_sign(drawn)


def grouped(code: str) -> str:
    """A code as it is written down: in groups of four."""
    return " ".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))


def read(typed: str) -> str:
    """The code that was typed, whatever its case, spaces and dashes. Raises Mistyped."""
    code = typed.upper().translate(SPACES).translate(MEANT)
    strange = next((sign for sign in code if sign not in ALPHABET), None)
    if strange is not None:
        raise Mistyped(gettext("“%(sign)s” is in no code. Look at that place again.")
                       % {"sign": strange})  # fmt: skip
    if len(code) != LENGTH:
        raise Mistyped(
            gettext("A code is %(length)s letters and digits long. You typed %(typed)s.")
            % {"length": LENGTH, "typed": len(code)}
        )
    if code[-1] != check_sign(code[:-1]):
        raise Mistyped(gettext("This code is not right yet. Compare it group by group."))
    return code


def digest(code: str) -> str:
    """What is kept of a code, slow to compute on purpose."""
    return hashlib.pbkdf2_hmac("sha256", code.encode(), b"movement.codes", ROUNDS).hex()
