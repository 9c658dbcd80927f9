"""Moderators, authors and objections at the same moment: one outcome, nothing half."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import OperationalError, connections

from discussions.models import Appeal, Decision, PendingEdit, Post, QueueItem, Report
from discussions.refusals import Refused
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts):
    """Do all of these at the same moment; gives for each "done", or how it was refused."""
    start = Barrier(len(acts))

    def one(act):
        start.wait(timeout=20)
        try:
            act()
        except (Refused, OperationalError) as refused:
            return type(refused).__name__
        finally:
            connections.close_all()
        return "done"

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(one, acts))


def read(post):
    return Post.objects.select_related("topic__board").get(pk=post.pk)


@pytest.fixture
def rule():
    return factories.house_rule()


def test_of_two_moderators_who_decide_at_once_one_decides(rule):
    first, second = factories.moderator(), factories.moderator()
    post = factories.held_post(factories.topic())
    took = at_once(
        lambda: Decision.take("approve", by=first, post=read(post)),
        lambda: Decision.take("reject", by=second, post=read(post), rule=rule, reason="Omdat."),
    )
    assert sorted(took) == ["AlreadyDecided", "done"]
    decision = Decision.objects.get()
    state = Post.State.PUBLISHED if decision.act == "approve" else Post.State.HIDDEN
    assert read(post).state == state
    assert not QueueItem.objects.waiting().filter(post=post).exists()
    topic = read(post).topic
    assert topic.post_count == topic.posts.filter(state="published").count()


def test_of_two_who_take_the_same_report_one_has_it():
    post = factories.post()
    Report.make(post, kind="other")
    people = [factories.moderator() for _ in range(6)]
    item = QueueItem.objects.get(kind="report")
    took = at_once(
        *[
            lambda person=person: QueueItem.objects.get(pk=item.pk).claim(person)
            for person in people
        ]
    )
    assert took.count("done") == 1
    assert set(took) <= {"done", "ClaimedByOther"}
    item.refresh_from_db()
    assert item.holder() == people[took.index("done")]


def test_a_decision_and_a_change_at_once_leave_one_of_both_orders(rule):
    author, moderator = factories.member(), factories.moderator()
    post = factories.post(author=author, body="Eerst stond er dit.")
    Report.make(post, kind="other")
    took = at_once(
        lambda: Decision.take("hide", by=moderator, post=read(post), rule=rule, reason="Omdat."),
        lambda: read(post).edit(body="Nu staat er dat."),
    )
    assert set(took) == {"done"}
    now = read(post)
    assert now.state == Post.State.HIDDEN
    kept = Decision.objects.get().before["body"]
    # Who came first: the decision keeps the text that it took away, whichever that is.
    assert now.body == kept
    assert kept in {"Eerst stond er dit.", "Nu staat er dat."}
    assert not PendingEdit.objects.exists()
    Decision.objects.get().undo(moderator)
    assert read(post).state == Post.State.PUBLISHED
    assert read(post).body == kept


def test_an_objection_while_the_decision_is_undone_ends_in_one_state(rule):
    moderator, second = factories.moderator(), factories.moderator()
    post = factories.post()
    decision = Decision.take("hide", by=moderator, post=read(post), rule=rule, reason="Omdat.")
    took = at_once(
        lambda: Decision.objects.get(pk=decision.pk).undo(moderator),
        lambda: Appeal.make(Decision.objects.get(pk=decision.pk), text="Ik ben het oneens."),
    )
    assert took[0] == "done"
    assert read(post).state == Post.State.PUBLISHED
    objection = Appeal.objects.filter(decision=decision).first()
    if objection is not None:
        assert took[1] == "done"
        objection.decide(by=second, is_granted=True, answer="Je had gelijk.")
        assert read(post).state == Post.State.PUBLISHED
    topic = read(post).topic
    assert topic.post_count == topic.posts.filter(state="published").count()


def test_of_two_objections_at_once_one_counts(rule):
    post = factories.post()
    decision = Decision.take(
        "hide", by=factories.moderator(), post=read(post), rule=rule, reason="Omdat."
    )
    took = at_once(
        *[
            lambda: Appeal.make(Decision.objects.get(pk=decision.pk), text="Oneens.")
            for _ in range(4)
        ]
    )
    assert sorted(took) == ["AlreadyAppealed"] * 3 + ["done"]
    assert QueueItem.objects.waiting().filter(kind="appeal").count() == 1
