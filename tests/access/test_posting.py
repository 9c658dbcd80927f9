"""Who may do what: every address that takes a POST, as every role, with what it would change."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from django.core.cache import caches
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from discussions.models import (
    Appeal,
    Block,
    Decision,
    Follow,
    HiddenPost,
    Invitation,
    Post,
    PostDraft,
    ProfessionalRole,
    Reaction,
    Report,
    Topic,
)
from movement.models import HouseRule
from movement.robots import stamp
from tests import factories
from tests.access.rows import LOGIN
from tests.access.test_access import ROWS, world  # noqa: F401
from tests.access.world import MEMBERS, MODERATORS, ROLES
from tests.addresses import every_address

pytestmark = pytest.mark.django_db
EVERYONE, AUTHOR = frozenset(ROLES), frozenset({"author"})
REFUSED = {302, 403, 404, 405}


@dataclass(frozen=True)
class Act:
    """A POST: where, what is sent, who may, and the rows that show that it was done."""

    name: str
    place: Callable
    sent: Callable
    allowed: frozenset
    rows: Callable
    note: str = field(default="")

    def __str__(self):
        return f"{self.name} {self.note}".strip()


def act(name, allowed, rows, *args, note="", **sent):
    def place(world):  # noqa: F811
        return reverse(f"discussions:{name}", args=[arg(world) for arg in args])

    def values(world):  # noqa: F811
        return {key: value(world) if callable(value) else value for key, value in sent.items()}

    return Act(name, place, values, frozenset(allowed), rows, note)


def rule(world):  # noqa: F811
    return HouseRule.objects.get(title="Merkhuisregel").pk


def post(world):  # noqa: F811
    return world.post.pk


def talk(world):  # noqa: F811
    return world.topic.pk


def a_while_ago(world):  # noqa: F811
    return stamp(timezone.now() - timedelta(minutes=1))


def counted(model, **facts):
    return lambda there: model.objects.filter(**facts).count()


def text_of_post(world):  # noqa: F811
    return list(Post.objects.filter(pk=world.post.pk).values_list("body", "state"))


NOT_AUTHOR = MEMBERS - AUTHOR
REASON = {"rule": rule, "reason": "Omdat het hoort."}
ACTS = [
    act("start", MEMBERS, counted(Topic), board="merkleden", title="Iets", body="Hallo daar."),
    act("reply", MEMBERS, counted(Post), talk, body="Hallo daar."),
    act("keep_draft", MEMBERS, counted(PostDraft), talk, body="Nog niet af."),
    act("react", MEMBERS, counted(Reaction), talk, steun=lambda w: f"{w.post.pk}:thanks"),
    act("follow_topic", MEMBERS - {"author", "new_member"}, counted(Follow), talk, volgen="1"),
    act("follow_board", MEMBERS, counted(Follow), lambda w: "merkleden", volgen="1"),
    act("invite", AUTHOR, counted(Invitation), lambda w: w.listening_topic.pk,
        naam=lambda w: w.people["member"].pseudonym),
    act("edit", AUTHOR, text_of_post, post, body="Iets anders nu."),
    act("withdraw", AUTHOR, text_of_post, post),
    act("report", MEMBERS, counted(Report), post, kind="other", shown_at=a_while_ago),
    act("report", EVERYONE, counted(Report), lambda w: w.public_post.pk, kind="other",
        shown_at=a_while_ago, note="public"),
    act("hide", MEMBERS, counted(HiddenPost), post),
    act("block", NOT_AUTHOR, counted(Block), post),
    act("block", (), counted(Block), lambda w: w.anonymous_post.pk, note="anonymous"),
    act("unblock", AUTHOR, counted(Block), lambda w: w.block.pk),
    act("declare", MEMBERS, counted(ProfessionalRole), beroep="1"),
    act("decision", AUTHOR, counted(Appeal), lambda w: w.decision.pk, text="Ik ben het oneens."),
    act("moderate", MODERATORS, counted(Decision), post, step="decide", act="hide", **REASON),
    act("moderate", MODERATORS, counted(Decision), lambda w: w.held_post.pk, step="decide",
        act="approve", note="held"),
    act("lead", MODERATORS, counted(Topic, state="closed"), talk, step="conclude",
        summary="Zo was het."),
]  # fmt: skip
# A POST changes nothing here: they only show something, or need a personal link.
READ_ONLY = {
    "boards", "figures", "own", "topic", "read_on", "post", "board", "paper", "report_status",
}  # fmt: skip
# Proven beside their own tests: what a post is linked to, and who types a code.
ELSEWHERE = {"link", "paper_code"}


def test_every_address_of_praat_mee_is_in_the_table():
    named = {a.name.partition(":")[2] for a in every_address() if a.name.startswith("discussions:")}
    assert named == {one.name for one in ACTS} | READ_ONLY | ELSEWHERE


@pytest.mark.parametrize("one", ACTS, ids=str)
def test_an_act_is_done_by_who_may_and_by_nobody_else(one, world):  # noqa: F811
    wrong = {}
    for role in ROLES:
        mark = transaction.savepoint()
        before = one.rows(world)
        answer = world.clients[role].post(one.place(world), one.sent(world))
        done = one.rows(world) != before
        if done != (role in one.allowed) or answer.status_code >= 500:
            wrong[role] = f"{answer.status_code}, done: {done}"
        elif not done and answer.status_code not in REFUSED:
            # Nothing new: who follows already, or whose form is shown again with its text.
            assert answer.status_code in {200, 422}, role
        transaction.savepoint_rollback(mark)
        caches["fragments"].clear()
    assert wrong == {}


@pytest.mark.parametrize("name", sorted(READ_ONLY))
def test_a_page_that_only_shows_takes_no_post(name, world):  # noqa: F811
    address = next(a for a in every_address() if a.name == f"discussions:{name}")
    path = address.filled(int=world.post.pk, slug="merkleden")
    for role in ROLES:
        answer = world.clients[role].post(path, {"body": "Iets", "weg": "1"})
        assert answer.status_code in REFUSED, role
    world.post.refresh_from_db()
    assert world.post.state == Post.State.PUBLISHED


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_what_cannot_be_read_cannot_be_posted_to(row, world):  # noqa: F811
    """Where a role finds nothing, or the door, a POST finds no more."""
    path = row.path(world)
    for role, status in row.status.items():
        if status not in {LOGIN, 403, 404}:
            continue
        answer = world.clients[role].post(path, {"body": "Iets", "once": ""})
        assert answer.status_code in REFUSED, (role, answer.status_code)
        if answer.status_code == 302:
            assert answer.headers["Location"].startswith("/account/"), role


@pytest.mark.parametrize("role", ["moderator", "superuser"])
def test_who_decided_first_does_not_decide_about_the_objection(role, world):  # noqa: F811
    """A direct POST, also of a superuser, is refused; another moderator's is not."""
    hidden = world.topic.reply(author=world.author, body="Nog iets.")
    first = Decision.take(
        "hide", by=world.people[role], post=hidden, reason="Omdat.",
        rule=HouseRule.objects.get(title="Merkhuisregel"),
    )  # fmt: skip
    objection = Appeal.make(first, text="Ik ben het oneens.")
    path = reverse("admin:discussions_appeal_change", args=[objection.pk])
    sent = {"outcome": "refused", "answer": "Het blijft zo."}
    for other in {*ROLES} - MODERATORS | {role}:
        answer = world.clients[other].post(path, sent)
        assert answer.status_code in {302, 403}, other
        objection.refresh_from_db()
        assert objection.outcome == "", other
    assert world.clients[role].post(path, sent).status_code == 403
    second = factories.moderator()
    world.clients["member"].force_login(second)
    assert world.clients["member"].post(path, sent).status_code == 302
    objection.refresh_from_db()
    assert objection.outcome == "refused"
    assert objection.decided_by_id != world.people[role].pk
