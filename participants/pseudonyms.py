"""Names under which people are seen: readable by everyone, like nobody else's."""

import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from movement.folding import fold

# What looks the same to a reader becomes the same letter.
LOOKALIKES = str.maketrans({"i": "l", "1": "l", "|": "l", "!": "l", "0": "o", "5": "s"})
PAIRS = (("rn", "m"), ("vv", "w"), ("cl", "d"))
# Categories of Unicode: control, formatting, unassigned, private, separators of lines.
UNSEEN = {"Cc", "Cf", "Cn", "Co", "Zl", "Zp"}
JOINTS = " -_.'’·"
RESERVED = (
    "anoniem",
    "loc",
    "medewerker loc",
    "moderator",
    "beheerder",
    "beheer",
    "redactie",
    "redacteur",
    "organisator",
    "geen naam",
    "verwijderd lid",
)


def skeleton(name: str) -> str:
    """What a name looks like at a glance: two names with one skeleton cannot both exist."""
    letters = "".join(char for char in fold(name) if char not in JOINTS).translate(LOOKALIKES)
    for pair, single in PAIRS:
        letters = letters.replace(pair, single)
    return letters


def is_readable(char: str) -> bool:
    """Whether this is a Latin letter, a digit, or a sign that joins words."""
    if char.isascii():
        return char.isalnum() or char in JOINTS
    return char in JOINTS or "LATIN" in unicodedata.name(char, "")


def validate_pseudonym(value: str) -> None:
    """Refuse signs that hide or imitate, an address, and what sounds like staff."""
    if "@" in value or "://" in value:
        raise ValidationError(_("Choose a name that is not an e-mail address or a link."))
    strange = [char for char in unicodedata.normalize("NFC", value) if not is_readable(char)]
    if any(unicodedata.category(char) in UNSEEN for char in strange):
        raise ValidationError(_("A sign in this name cannot be seen. Type the name again."))
    if any(char.isalpha() for char in strange):
        raise ValidationError(
            _("A letter in this name is of another alphabet and looks like one of ours. "
              "Type the name again.")
        )  # fmt: skip
    if strange:
        raise ValidationError(_("Use only letters, digits and spaces."))
    if len(skeleton(value)) < 2:
        raise ValidationError(_("Choose a name of two letters or more."))
    if skeleton(value) in {skeleton(name) for name in RESERVED}:
        raise ValidationError(_("This name could confuse others. Choose another one."))
