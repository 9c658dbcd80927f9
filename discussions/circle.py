"""Speaking to one another: mentions by name, and invitations in listening mode."""

import re
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from participants import notifications
from participants.models import Notification, Person
from participants.pseudonyms import skeleton

if TYPE_CHECKING:
    from discussions.models import Post, Topic

MOST_MENTIONS = 10
HANDLE = re.compile(r"(?<!\w)@(\w+)")


def mentioned(text: str, names: set[str]) -> set[str]:
    """Which of these pseudonyms are addressed with an @ in the text."""
    if "@" not in text:
        return set()
    folded = text.casefold()
    return {name for name in names if re.search(rf"@{re.escape(name.casefold())}(?!\w)", folded)}


def is_crowd(text: str, names: set[str]) -> bool:
    """Whether more people are addressed than one post may, members of this topic or not."""
    addressed = {handle.casefold() for handle in HANDLE.findall(text)}
    return max(len(addressed), len(mentioned(text, names))) > MOST_MENTIONS


def tell_mentioned(post: "Post") -> None:
    """Tell who is addressed by the name under which they spoke in this topic (S2)."""
    from discussions.listing import names_in
    from discussions.models import Block

    if "@" not in post.body:
        return
    names = mentioned(post.body, names_in(post.topic))
    people = Person.objects.active().filter(pseudonym__in=sorted(names)[:MOST_MENTIONS])
    if not post.is_anonymous:
        pair = Q(blocker=post.author_id, blocked=OuterRef("pk")) | Q(
            blocked=post.author_id, blocker=OuterRef("pk")
        )
        people = people.exclude(Exists(Block.objects.filter(pair)))
    kind = Notification.Kind.MENTION
    notifications.notify(people, kind=kind, actor=post.author, target=post)


@transaction.atomic
def keep_apart(blocker: Any, blocked: Any) -> None:
    """Let two members meet no named posts of each other; take back where one named the other."""
    from discussions.models import Block, Post

    Block.objects.bulk_create([Block(blocker=blocker, blocked=blocked)], ignore_conflicts=True)
    for reader, author in ((blocker, blocked), (blocked, blocker)):
        told = Notification.objects.filter(recipient=reader, kind=Notification.Kind.MENTION)
        paths = told.values_list("target_path", flat=True)
        numbers = [int(path.rstrip("/").rpartition("/")[2]) for path in paths]
        for post in Post.objects.filter(pk__in=numbers, author=author, is_anonymous=False):
            notifications.forget(post, of=reader)


def invite(topic: "Topic", name: str) -> None:
    """Let a member speak in a topic in listening mode. A name that is nobody's does nothing.

    Who is apart from a starter with a name does not hear of it (S14).
    """
    from discussions.models import Block, Invitation

    person: Any = Person.objects.active().filter(folded_pseudonym=skeleton(name)).first()
    if person is None:
        return
    row = Invitation(topic=topic, person=person)
    Invitation.objects.bulk_create([row], ignore_conflicts=True)
    pair = Q(blocker=person, blocked=topic.author_id) | Q(blocked=person, blocker=topic.author_id)
    if not topic.is_anonymous and Block.objects.filter(pair).exists():
        return
    kind = Notification.Kind.REPLY
    notifications.notify([person], kind=kind, actor=topic.author, target=topic)
