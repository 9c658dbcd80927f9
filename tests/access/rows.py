"""What a row of the matrix is: an address, the answer per role, and the words that show it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.urls import reverse

from tests.access.world import MEMBERS, ROLES

LOGIN = "sign in"  # 302 to /account/login/?next= this page
OK, MOVED, FORBIDDEN, GONE, NO = 200, 302, 403, 404, 404
EVERYONE = frozenset(ROLES)


@dataclass(frozen=True)
class Row:
    """One address as each role finds it.

    `status` is per role; `shows` are words with the roles who may read them, here or, when
    nobody may here, at the address of `proof` (a role and a path) where somebody does.
    """

    name: str
    path: Callable
    status: dict
    shows: dict = field(default_factory=dict)
    proof: tuple | None = None
    leads_to: Callable | None = None
    note: str = ""

    def __str__(self):
        return f"{self.name} {self.note}".strip()


def everyone(status=OK):
    return dict.fromkeys(ROLES, status)


def members(status=OK, visitor=LOGIN):
    """Members get in; a visitor is asked to sign in, or finds nothing."""
    return {**everyone(status), "visitor": visitor}


def only(*roles, others=NO, visitor=LOGIN, status=OK):
    """These roles get in, other members do not."""
    return {**everyone(others), "visitor": visitor, **dict.fromkeys(roles, status)}


def row(name, status, *args, note="", query="", shows=None, **more):
    """A row for a named address; `args` are values, or functions of the world."""

    def path(world):
        values = [value(world) if callable(value) else value for value in args]
        return reverse(name, args=values) + query

    if isinstance(shows, str):
        allowed = frozenset(role for role, code in status.items() if code == OK)
        shows = {shows: allowed}
    shows = {words: frozenset(roles) for words, roles in (shows or {}).items()}
    return Row(name, path, status, shows, note=note, **more)


def nobody(*words):
    """Words that nobody may read at this address; the row's proof shows that they exist."""
    return dict.fromkeys(words, frozenset())


__all__ = ["EVERYONE", "FORBIDDEN", "LOGIN", "MEMBERS", "MOVED", "NO", "OK", "Row"]
