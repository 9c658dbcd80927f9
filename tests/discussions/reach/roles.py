"""Everybody who could come to words on praat-mee, and how each stands to who wrote them."""

from django.test import Client

from discussions.models import Block
from tests import factories

ROLES = (
    "visitor", "new_member", "member", "author", "starter", "blocker", "blocked", "suspended",
    "editor", "organiser", "moderator", "moderator2", "superuser",
)  # fmt: skip
EVERYONE = frozenset(ROLES)
MEMBERS = EVERYONE - {"visitor"}
MODERATORS = frozenset({"moderator", "moderator2", "superuser"})
STAFF = MODERATORS | {"editor", "organiser"}
# Of whom one does not want to see the other: the author blocked the one, the other the author.
APART = frozenset({"blocker", "blocked"})


class Cast:
    """Somebody of every role, each with a browser."""

    def __init__(self, now):
        self.people = {
            "visitor": None,
            "new_member": factories.new_member(),
            "member": factories.member(),
            "author": factories.member(pseudonym="Merkschrijver"),
            "starter": factories.member(),
            "blocker": factories.member(),
            "blocked": factories.member(),
            "suspended": factories.member(suspended_until=now.replace(year=now.year + 1)),
            "editor": factories.editor(),
            "organiser": factories.organiser(),
            "moderator": factories.moderator(),
            "moderator2": factories.moderator(),
            "superuser": factories.beheerder(),
        }
        self.set_apart(self["author"])
        self.clients = {role: self.browser_of(person) for role, person in self.people.items()}

    def __getitem__(self, role):
        return self.people[role]

    def set_apart(self, author):
        Block.objects.create(blocker=self["blocker"], blocked=author)
        Block.objects.create(blocker=author, blocked=self["blocked"])

    def another_author(self):
        """Somebody who will be gone, in the place of the author."""
        author = factories.member()
        self.set_apart(author)
        return author

    @staticmethod
    def browser_of(person):
        client = Client(raise_request_exception=False)
        if person is not None:
            client.force_login(person)
        return client
