"""Telephone numbers in any spelling, kept in one."""

import re

LOOSE = re.compile(r"[\s().\-/]+")


class NoNumber(ValueError):
    """These characters are no telephone number."""


def normalised(text: str) -> str:
    """Return the number as +31612345678. Raises NoNumber when it cannot be one."""
    number = LOOSE.sub("", re.sub(r"\(\s*0\s*\)", "", text))
    if number.startswith("00"):
        number = f"+{number[2:]}"
    elif number.startswith("0"):
        number = f"+31{number[1:]}"
    if not re.fullmatch(r"\+[1-9]\d{7,14}", number):
        raise NoNumber(text)
    if number.startswith("+31") and not re.fullmatch(r"\+31[1-9]\d{8}", number):
        raise NoNumber(text)
    return number
