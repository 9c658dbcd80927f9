"""What was taken away stays away: in titles, in what can be found, and when undoing."""

import pytest

from discussions import refusals
from discussions.models import Appeal, Decision, Post, Topic
from movement.models import SearchEntry
from tests import factories

pytestmark = pytest.mark.django_db

NEUTRAL = "Gesprek zonder titel"


@pytest.fixture
def topic():
    return factories.topic(title="Floortje gaat naar huis")


def first_of(topic):
    return topic.posts.select_related("topic__board").order_by("pk").first()


def take(act, post, **more):
    return Decision.take(
        act,
        by=factories.moderator(),
        post=post,
        rule=factories.house_rule(),
        reason="Omdat.",
        **more,
    )


def title_of(topic):
    return Topic.objects.get(pk=topic.pk).title


def is_found(word):
    return SearchEntry.objects.filter(title__contains=word).exists()


def kept():
    return str(list(Decision.objects.values("before", "after")))


def test_a_name_in_a_title_is_blanked_everywhere(topic):
    factories.post(topic)
    undone = take("hide", first_of(topic))
    undone.undo(undone.decided_by)
    assert first_of(topic).blank("Floortje", "…") == 1
    assert title_of(topic) == "… gaat naar huis"
    assert not is_found("Floortje")
    assert SearchEntry.objects.filter(title="… gaat naar huis").count() == 2
    assert "Floortje" not in kept()


def test_the_title_goes_with_a_hidden_first_post_and_comes_back(topic):
    factories.post(topic)
    decision = take("hide", first_of(topic))
    assert title_of(topic) == NEUTRAL
    assert not is_found("Floortje")
    decision.undo(decision.decided_by)
    assert title_of(topic) == "Floortje gaat naar huis"
    assert is_found("Floortje")
    take("hide", first_of(topic))
    take("restore", first_of(topic))
    assert title_of(topic) == "Floortje gaat naar huis"


def test_the_title_goes_with_a_rejected_first_post():
    post = first_of(factories.topic(author=factories.new_member(), title="Over Floortje"))
    decision = take("reject", post)
    assert title_of(post.topic) == NEUTRAL
    decision.undo(decision.decided_by)
    assert title_of(post.topic) == "Over Floortje"


def test_the_title_goes_for_good_with_a_withdrawn_first_post(topic):
    decision = take("edit", first_of(topic), body="Anders.")
    first_of(topic).withdraw()
    assert title_of(topic) == NEUTRAL
    assert not is_found("Floortje")
    assert "Floortje" not in kept()
    with pytest.raises(refusals.AlreadyDecided):
        decision.undo(decision.decided_by)
    assert title_of(topic) == NEUTRAL


@pytest.mark.parametrize("change", ["withdraw", "edit", "blank"])
def test_undo_brings_no_text_back_that_changed_since(topic, change):
    post = factories.post(topic, body="Zij heet Floortje.")
    decision = take("edit", post, body="Floortje, korter.")
    post = Post.objects.get(pk=post.pk)
    given = {"withdraw": {}, "edit": {"body": "Zij."}, "blank": {"passage": "Floortje"}}[change]
    getattr(post, change)(**given, **({"instead": "…"} if change == "blank" else {}))
    with pytest.raises(refusals.AlreadyDecided):
        decision.undo(decision.decided_by)
    assert "Floortje" not in Post.objects.get(pk=post.pk).body
    assert change == "edit" or "Floortje" not in kept()


def test_a_suspension_is_undone_also_when_the_post_changed(topic):
    post = factories.post(topic)
    decision = take("suspend", post)
    Post.objects.get(pk=post.pk).withdraw()
    decision.undo(decision.decided_by)
    assert Post.objects.get(pk=post.pk).state == "withdrawn"


def test_undo_after_erasure_refuses(topic):
    decision = take("hide", factories.post(topic))
    Decision.objects.update(before={}, after={})
    with pytest.raises(refusals.AlreadyDecided):
        decision.undo(decision.decided_by)


def test_a_granted_objection_leaves_a_withdrawn_post_alone(topic):
    post = factories.post(topic, body="Zij heet Floortje.")
    decision = take("edit", post, body="Korter.")
    appeal = Appeal.make(decision, text="Niet eens.")
    Post.objects.get(pk=post.pk).withdraw()
    appeal.decide(by=factories.moderator(), is_granted=True, answer="Goed.")
    post.refresh_from_db()
    assert (post.state, post.body) == ("withdrawn", "")


def test_a_first_post_approved_again_comes_first():
    post = first_of(factories.topic(author=factories.new_member(), title="Over Floortje"))
    decision = take("approve", post)
    decision.undo(decision.decided_by)
    assert not is_found("Floortje")
    assert title_of(post.topic) == "Over Floortje"
    take("approve", first_of(post.topic))
    assert first_of(post.topic).position == 1


def test_blanking_does_not_bring_back_what_was_withdrawn(topic):
    stale = factories.post(topic, body="Zij heet Floortje.")
    Post.objects.get(pk=stale.pk).withdraw()
    stale.blank("heet", "is")
    stale.refresh_from_db()
    assert (stale.state, stale.body) == ("withdrawn", "")


def test_what_is_gone_cannot_be_edited(topic):
    stale = factories.post(topic)
    Post.objects.get(pk=stale.pk).withdraw()
    assert stale.edit(body="Toch Floortje.") is False
    assert Post.objects.get(pk=stale.pk).body == ""
