"""The recognisability check (S5): what in a text can tell who somebody is.

It runs on our own server. What it finds is shown to the author with a reason; a number, an
address or an e-mail address cannot be published, the rest the author may keep.
"""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from movement import guard_patterns as patterns
from movement.context import KEEP_SECONDS, help_lines, site_settings
from movement.fragments import remember
from movement.reading import with_places

BLANK = _("[left out]")
FORBIDDEN = {"bsn", "phone", "email", "iban", "address"}
WHY: dict[str, Promise] = {
    "bsn": _("This looks like a citizen service number (BSN). With it, anyone can harm someone."),
    "phone": _("This is a telephone number. Everyone could call it, also people you do not want."),
    "email": _("This is an e-mail address. Everyone could write to it."),
    "iban": _("This is a bank account number."),
    "address": _("This is an address. Someone can be found there."),
    "case": _("With this number a case or file can be found."),
    "birth": _("With a date of birth people often know who it is about."),
    "place": _("This shows the exact place where someone is."),
    "plate": _("This looks like a number plate of a car."),
    "account": _("With this name or link someone can be found on social media."),
    "school": _("A school with a group: for people nearby it is clear who this is."),
    "child": _("With the name of a child people can know who it is about."),
    "name": _("With a name people sometimes know who it is about."),
}


@dataclass(frozen=True)
class Finding:
    """A passage by which somebody can be recognised, with what could stand there instead."""

    kind: str
    start: int
    end: int
    passage: str
    why: Promise
    is_forbidden: bool
    replacement: str


def inspect(text: str, *, known_names: Collection[str] = ()) -> list[Finding]:
    """Return what can be recognised in the text, in order, without overlap.

    `known_names` are pseudonyms that may be addressed with an @.
    """
    plain, places = with_places(text)
    public = remember("public-contacts", public_contacts, seconds=KEEP_SECONDS)
    taken: list[tuple[int, int]] = []
    found: list[Finding] = []
    for kind, start, end, instead in all_matches(plain):
        if any(start < other_end and end > other_start for other_start, other_end in taken):
            continue
        if is_exempt(kind, plain[start:end], public, known_names):
            taken.append((start, end))
            continue
        taken.append((start, end))
        first, last = places[start], places[end - 1] + 1
        found.append(
            Finding(
                kind=kind,
                start=first,
                end=last,
                passage=text[first:last],
                why=WHY[kind],
                is_forbidden=kind in FORBIDDEN,
                replacement=instead or str(BLANK),
            )
        )
    return sorted(found, key=lambda finding: finding.start)


def blanked(text: str, findings: Collection[Finding]) -> str:
    """Return the text with what stands in these passages replaced."""
    for finding in sorted(findings, key=lambda finding: -finding.start):
        text = text[: finding.start] + finding.replacement + text[finding.end :]
    return text


def all_matches(plain: str) -> Iterator[tuple[str, int, int, str]]:
    """Give (kind, start, end, replacement); the surest kinds come first and win."""
    lower = plain.lower()
    for kind, pattern, accepts in CHECKS:
        if not any(sign in lower for sign in NEEDED.get(pattern, [""])):
            continue
        for match in pattern.finditer(plain):
            if accepts is None or accepts(match):
                groups = match.groupdict()
                shown = next((name for name in NAMED if groups.get(name)), 0)
                instead = groups.get("instead") or ""
                yield kind, match.start(shown), match.end(shown), instead.strip(" ,(:")


# The part of a match that tells it, where that is not the whole.
NAMED = (
    "found",
    "before",
    "of",
    "beside",
    "since",
    "day",
    "on",
    "spelled",
    "called",
    "known",
    "full",
)


def digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def public_contacts() -> tuple[str, ...]:
    """Numbers and addresses that everyone may know: help lines and the site's own contact."""
    settings = site_settings()
    numbers = {settings.contact_phone}
    for line in help_lines():
        numbers |= {line.number, line.other_number}
    return (settings.contact_email.lower(), *(digits(number) for number in numbers if number))


def is_exempt(
    kind: str, passage: str, public: Collection[str], known_names: Collection[str]
) -> bool:
    """Whether this passage is nobody's secret."""
    if kind == "phone":
        number = re.sub(r"^(?:0031|31)0?", "0", digits(passage))
        return number in public or number.startswith(("0800", "0900"))
    if kind == "email":
        return passage.lower() in public
    if kind == "account" and passage.startswith("@"):
        return any(passage[1:].casefold() == name.casefold() for name in known_names)
    if kind == "name":
        return any(passage.casefold() == name.casefold() for name in known_names)
    return False


def passes_eleven_test(match: re.Match[str]) -> bool:
    """A BSN: 9·a + 8·b + … + 2·h − i is a multiple of eleven (Logisch Ontwerp BSN)."""
    number = digits(match.group())
    if len(set(number)) == 1:
        return False
    total = sum(int(d) * w for d, w in zip(number, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True))
    return total % 11 == 0


def is_iban(match: re.Match[str]) -> bool:
    """ISO 13616: the country and check digits behind the rest, as a number, are 1 modulo 97."""
    account = re.sub(r"[^A-Z0-9]", "", match.group().upper())
    if not 15 <= len(account) <= 34:
        return False
    turned = account[4:] + account[:4]
    return int("".join(str(int(char, 36)) for char in turned)) % 97 == 1


def is_telephone(match: re.Match[str]) -> bool:
    number = digits(match.group())
    if match.group().lstrip("(").startswith("+") or number.startswith("00"):
        return 9 <= len(number) <= 15
    return len(number) == 10


def is_name(match: re.Match[str]) -> bool:
    """Whether the word in the place of a name is one: a capital, or a name that is known."""
    word = match.group("name")
    if not word or word.isupper() and len(word) > 1:
        return False
    if patterns.ORGANISATION.match(match.string, match.end()):
        return False
    if word.islower():
        return word in patterns.FIRST_NAMES and word not in patterns.RATHER_A_WORD
    if word.lower() in patterns.NOT_A_NAME or word.startswith("Jeugd"):
        return False
    return word.lower() in patterns.FIRST_NAMES or not patterns.VERB.search(word)


def is_school(match: re.Match[str]) -> bool:
    """Whether what stands in the place of a school is none of the words that begin a sentence."""
    named = next((match.group(one) for one in ("later", "first", "close") if match.group(one)), "")
    return named.lower() not in patterns.NOT_A_NAME and not named.startswith("Jeugd")


def is_said(match: re.Match[str]) -> bool:
    """Whether what is said in words can be a telephone number: not a row that only counts."""
    words = re.findall(r"\w+", match.group().lower())
    is_row = any(words[:8] == list(patterns.COUNTED[start : start + 8]) for start in range(3))
    return not is_row and (len(words) >= 5 or len(digits(match.group())) >= 8)


def is_known_name(match: re.Match[str]) -> bool:
    """A capital alone says nothing where a sentence may begin."""
    word = match.group("name")
    return word[0].isupper() and word.lower() in patterns.FIRST_NAMES


Check = tuple[str, re.Pattern[str], Callable[[re.Match[str]], bool] | None]
CHECKS: tuple[Check, ...] = (
    ("account", patterns.ACCOUNT_LINK, None),
    ("place", patterns.MAP_LINK, None),
    ("email", patterns.EMAIL, None),
    ("iban", patterns.IBAN, is_iban),
    ("iban", patterns.DUTCH_IBAN, None),
    ("case", patterns.CASE, None),
    ("birth", patterns.BIRTH, None),
    ("place", patterns.COORDINATES, None),
    ("phone", patterns.TELEPHONE, is_telephone),
    ("phone", patterns.BARE_TELEPHONE, None),
    ("phone", patterns.SAID_TELEPHONE, is_said),
    ("bsn", patterns.NINE_DIGITS, passes_eleven_test),
    ("bsn", patterns.NAMED_BSN, None),
    ("address", patterns.POSTCODE, None),
    ("address", patterns.STREET, None),
    ("plate", patterns.PLATE, None),
    ("account", patterns.ACCOUNT, None),
    ("school", patterns.SCHOOL, is_school),
    ("child", patterns.CHILD, is_name),
    ("child", patterns.CHILD_OF, is_name),
    ("child", patterns.CHILD_LISTED, is_known_name),
    ("child", patterns.CHILD_AFTER, is_known_name),
    ("child", patterns.CHILD_KNOWN, is_known_name),
    ("child", patterns.CHILD_WITH_AGE, is_known_name),
    ("name", patterns.PROFESSIONAL, is_name),
    ("name", patterns.BESIDE_A_JOB, is_known_name),
    ("name", patterns.AFTER_A_JOB, is_known_name),
    ("name", patterns.CALLED, is_name),
    ("name", patterns.SIGNED, is_name),
    ("name", patterns.INITIALLED, is_name),
    ("name", patterns.IN_PASSING, is_known_name),
)
# What is in every text that the pattern finds something in: without it, looking is a waste of time.
DIGITS = [*"0123456789"]
NEEDED: dict[re.Pattern[str], list[str]] = {
    patterns.ACCOUNT_LINK: ["/"],
    patterns.MAP_LINK: ["/", "geo:"],
    patterns.EMAIL: ["@", "staart", "(a", "[a", "at"],
    patterns.ACCOUNT: ["@", *patterns.MEDIA_NAMES],
    **dict.fromkeys(
        (
            patterns.IBAN,
            patterns.DUTCH_IBAN,
            patterns.CASE,
            patterns.COORDINATES,
            patterns.TELEPHONE,
            patterns.BARE_TELEPHONE,
            patterns.NINE_DIGITS,
            patterns.NAMED_BSN,
            patterns.POSTCODE,
            patterns.PLATE,
        ),
        DIGITS,
    ),
}
