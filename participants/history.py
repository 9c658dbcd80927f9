"""The history of taking part as one cell of a table, that a person can read and change.

`2021-03-01 aangesloten, groep 1, alleen locatie De Boom; 2024-01-01 opgegaan in Noord`: entries
in order, each a day (or "zonder datum") and what happened. A semicolon in a name is doubled.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from participants.models import Participation

JOINED, UNKNOWN = "aangesloten", "zonder datum"
GROUP, PLACE, INTO = "groep ", "alleen locatie ", " in "
Ending = Participation.Ending
ENDINGS = {"gestopt": Ending.LEFT, "gesloten": Ending.CLOSED, "opgegaan": Ending.MERGED}
# A stretch whose end is known and the reason is not.
ENDED = "geëindigd"
ENTRY = re.compile(rf"(\d{{4}}-\d{{2}}-\d{{2}}|{UNKNOWN})\s+(\w+)(.*)", re.DOTALL)
LONGEST = 120


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """What a participation says; the group by its number, where it went on by its name."""

    joined_on: date | None = None
    cohort: int | None = None
    location: str = ""
    left_on: date | None = None
    ending: str = ""
    merged_into: str = ""

    @property
    def place(self) -> tuple[Any, ...]:
        """Where it stands among others: the earliest first, without a day before those."""
        first, last = self.joined_on or date.min, self.left_on or date.max
        return first, last, self.cohort or 0, self.location, self.ending, self.merged_into


def stretch_of(row: Participation) -> Stretch:
    """What this participation says, with its group and where it went on at hand."""
    return Stretch(
        joined_on=row.joined_on,
        cohort=row.cohort.number if row.cohort else None,
        location=row.location.strip(),
        left_on=row.left_on,
        ending=row.ending,
        merged_into=row.merged_into.name.strip() if row.merged_into else "",
    )


def in_order(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    return tuple(sorted(stretches, key=lambda stretch: stretch.place))


def parts_of(text: str, separator: str) -> list[str]:
    """The parts of a cell; a separator that stands double is part of a word."""
    double = separator * 2
    found = re.findall(rf"(?:{re.escape(double)}|[^{separator}])+", text)
    return [part for piece in found if (part := piece.replace(double, separator).strip())]


def joined_by(separator: str, parts: Iterable[str]) -> str:
    """The parts as one cell, so that `parts_of` gives them back."""
    between = f"{separator} " if separator == ";" else f" {separator} "
    return between.join(part.replace(separator, separator * 2) for part in parts)


def written(stretches: Iterable[Stretch]) -> str:
    """The stretches as one cell."""
    return joined_by(";", (entry for stretch in stretches for entry in entries_of(stretch)))


def entries_of(stretch: Stretch) -> list[str]:
    """The entries of one stretch: how it began and, when it ended, how."""
    begin = f"{stretch.joined_on or UNKNOWN} {JOINED}"
    if stretch.cohort is not None:
        begin += f", {GROUP}{stretch.cohort}"
    if stretch.location:
        begin += f", {PLACE}{stretch.location}"
    if not stretch.left_on and not stretch.ending:
        return [begin]
    words = {str(ending): word for word, ending in ENDINGS.items()}
    end = f"{stretch.left_on or UNKNOWN} {words.get(stretch.ending, ENDED)}"
    return [begin, f"{end}{INTO}{stretch.merged_into}" if stretch.merged_into else end]


def read(text: str) -> tuple[Stretch, ...]:
    """The stretches of a cell. Raises ValueError with a sentence that says what is wrong."""
    stretches: list[dict[str, Any]] = []
    for entry in parts_of(text, ";"):
        on, word, rest = pieces_of(entry)
        if word == JOINED:
            stretches.append({"joined_on": on, **details_of(entry, rest)})
            continue
        if not stretches or "ending" in stretches[-1]:
            raise ValueError(_("“%(entry)s” has no “aangesloten” before it.") % short(entry))
        began = stretches[-1]["joined_on"]
        if on and began and on < began:
            raise ValueError(_("“%(entry)s” is before the day it began.") % short(entry))
        stretches[-1] |= {"left_on": on, **ending_of(entry, word, rest, on)}
    return in_order(Stretch(**stretch) for stretch in stretches)


def pieces_of(entry: str) -> tuple[date | None, str, str]:
    """The day, the word and what follows it."""
    found = ENTRY.fullmatch(entry)
    word = found[2].lower() if found else ""
    if not found or word not in {JOINED, ENDED, *ENDINGS}:
        raise ValueError(
            _("We cannot read “%(entry)s”. Write it like “2021-03-01 aangesloten, groep 1”.")
            % short(entry)
        )
    try:
        return (None if found[1] == UNKNOWN else date.fromisoformat(found[1])), word, found[3]
    except ValueError:
        raise ValueError(_("“%(entry)s” has a day that does not exist.") % short(entry)) from None


def details_of(entry: str, rest: str) -> dict[str, Any]:
    """The group and the location of a beginning."""
    found = re.fullmatch(
        rf"(?:,\s*{GROUP}(\d{{1,4}}))?(?:,\s*{PLACE}(.+))?", rest.strip(), re.DOTALL
    )
    if not found:
        raise ValueError(
            _("We cannot read “%(entry)s”. Write it like “2021-03-01 aangesloten, groep 1”.")
            % short(entry)
        )
    location = (found[2] or "").strip()
    if len(location) > LONGEST:
        raise ValueError(_("“%(entry)s” has a location that is too long.") % short(entry))
    return {"cohort": int(found[1]) if found[1] else None, "location": location}


def ending_of(entry: str, word: str, rest: str, on: date | None) -> dict[str, Any]:
    """Why it ended, and where it went on."""
    into = rest.removeprefix(INTO).strip() if rest.startswith(INTO) else ""
    if rest.strip() and not (into and word == "opgegaan") or word == ENDED and on is None:
        raise ValueError(
            _("We cannot read “%(entry)s”. Write it like “2024-01-01 gestopt”.") % short(entry)
        )
    return {"ending": str(ENDINGS.get(word, "")), "merged_into": into}


def short(entry: str) -> dict[str, str]:
    return {"entry": entry[:80]}
