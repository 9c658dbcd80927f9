"""Moderation with reasons: one queue, decisions that can be undone and objected to."""

import re
import uuid
from datetime import timedelta

import pytest
from django.db import IntegrityError
from django.urls import reverse
from django.utils import timezone

from discussions import refusals
from discussions.models import (
    AnonymityOpening,
    Appeal,
    Block,
    Decision,
    Post,
    QueueItem,
    Report,
    Topic,
)
from movement.models import OutboxMessage
from participants.models import Notification
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def topic():
    return factories.topic(on=factories.board(public=True))


@pytest.fixture
def rule():
    return factories.house_rule()


def judge(post):
    return f"/beheer/discussions/post/{post.pk}/change/"


def decide(client, post, act, **more):
    return client.post(judge(post), {"step": "decide", "act": act, **more})


def text_of(client, topic):
    return client.get(topic.get_absolute_url()).content.decode()


def test_a_held_post_is_placed_and_its_author_hears(moderator, visitor, topic):
    post = factories.held_post(topic, body="Ik ben nieuw hier.")
    assert "Ik ben nieuw hier." in moderator.get(judge(post)).content.decode()
    assert decide(moderator, post, "approve").status_code == 302
    assert "Ik ben nieuw hier." in text_of(visitor, topic)
    assert not QueueItem.objects.waiting().exists()
    told = Notification.objects.get(recipient=post.author)
    assert told.kind == Notification.Kind.POST_APPROVED
    mail = OutboxMessage.objects.get(recipient=post.author.email)
    assert mail.not_before >= timezone.now() + timedelta(minutes=9)


def test_a_refusal_needs_a_rule_and_a_reason(moderator, topic, rule):
    post = factories.held_post(topic)
    assert decide(moderator, post, "reject").status_code == 422
    assert decide(moderator, post, "reject", rule=rule.pk).status_code == 422
    assert Post.objects.get(pk=post.pk).state == "held"
    with pytest.raises(IntegrityError):
        Decision.objects.create(act="hide", post=post, reason="")


def test_an_author_reads_why_and_finds_the_text_back(moderator, sign_in, topic, rule):
    post = factories.held_post(topic, body="Deze tekst kwam er niet door.")
    decide(moderator, post, "reject", rule=rule.pk, reason="Een kind is te herkennen.")
    author = sign_in(post.author)
    decision = Decision.objects.get(post=post)
    page = author.get(decision.get_absolute_url()).content.decode()
    for words in ("Deze tekst kwam er niet door.", "Een kind is te herkennen.", rule.title):
        assert words in page
    assert decision.get_absolute_url() in author.get("/praat-mee/mijn/").content.decode()
    other = sign_in(factories.member())
    assert other.get(decision.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("act", ["approve", "reject", "hide", "edit", "close"])
def test_undo_restores_everything_and_no_mail_leaves(moderator, topic, rule, act):
    held = act in {"approve", "reject"}
    post = factories.held_post(topic) if held else factories.post(topic, body="Zo was het.")
    fields = ("state", "position", "body", "content_note", "held_because", "published_at")
    before = Post.objects.filter(pk=post.pk).values(*fields).get()
    counts = Topic.objects.filter(pk=topic.pk).values("post_count", "state").get()
    waiting = QueueItem.objects.waiting().count()
    decide(moderator, post, act, rule=rule.pk, reason="Omdat.", body="Anders.")
    decision = Decision.objects.get(post=post)
    response = moderator.post(judge(post), {"step": "undo", "decision": decision.pk})
    assert response.status_code == 302
    assert Post.objects.filter(pk=post.pk).values(*fields).get() == before
    assert Topic.objects.filter(pk=topic.pk).values("post_count", "state").get() == counts
    assert QueueItem.objects.waiting().count() == waiting
    assert not post.revisions.exists()
    assert not Notification.objects.filter(recipient=post.author).exists()
    assert not OutboxMessage.objects.filter(
        recipient=post.author.email, state=OutboxMessage.State.WAITING
    ).exists()


def test_after_ten_minutes_it_is_too_late(topic, rule):
    moderator, post = factories.moderator(), factories.post(topic)
    earlier = timezone.now() - timedelta(minutes=10)
    decision = Decision.take(
        "hide", by=moderator, post=post, rule=rule, reason="Omdat.", now=earlier
    )
    with pytest.raises(refusals.TooLate):
        decision.undo(moderator)


def test_two_moderators_do_not_both_decide(topic, rule):
    post = factories.post(topic)
    Decision.take("hide", by=factories.moderator(), post=post, rule=rule, reason="Omdat.")
    again = Post.objects.select_related("topic__board").get(pk=post.pk)
    with pytest.raises(refusals.AlreadyDecided):
        Decision.take("hide", by=factories.moderator(), post=again, rule=rule, reason="Ook.")
    assert Decision.objects.count() == 1


def test_who_takes_an_item_has_it_for_half_an_hour(moderator, sign_in, topic):
    post = factories.held_post(topic)
    second = sign_in(factories.moderator())
    moderator.post(judge(post), {"step": "claim"})
    assert moderator.person.pseudonym in second.get(judge(post)).content.decode()
    decide(second, post, "approve")
    assert Post.objects.get(pk=post.pk).state == "held"
    item = QueueItem.objects.get(post=post)
    later = timezone.now() + timedelta(minutes=30)
    item.claim(second.person, later)
    assert item.holder(later) == second.person


def test_the_queue_shows_urgent_first_then_late_answers_then_the_oldest(moderator, topic):
    first = factories.held_post(topic)
    factories.held_post(topic)
    urgent = factories.held_post(topic, body="Ik wil niet meer leven.")
    late = QueueItem.objects.create(kind="unanswered", topic=topic)
    order = list(QueueItem.objects.waiting().in_order())
    assert [item.post_id for item in order[:3]] == [urgent.pk, None, first.pk]
    listed = moderator.get("/beheer/discussions/queueitem/").context["cl"].result_list
    assert list(listed) == order
    assert listed[1] == late


def report(client, post, **more):
    values = {"kind": "names", "explanation": "Dit ben ik.", "once": uuid.uuid4().hex, **more}
    from movement.robots import stamp

    values["shown_at"] = stamp(timezone.now() - timedelta(minutes=1))
    return client.post(reverse("discussions:report", args=[post.pk]), values)


def test_a_visitor_reports_and_reads_the_answer(visitor, moderator, topic, rule):
    post = factories.post(topic)
    page = report(visitor, post, email="buur@example.org").content.decode()
    assert Report.objects.get().email == "buur@example.org"
    assert QueueItem.objects.waiting().get().kind == "report"
    link = re.search(r"http://[^<\" ]+/persoonlijk/[^<\" ]+/", page).group()
    path = link.removeprefix("http://localhost")
    assert visitor.get(path).status_code == 302
    assert "Dit ben ik." in visitor.get("/praat-mee/melding/").content.decode()
    decide(moderator, post, "hide", rule=rule.pk, reason="Iemand was te herkennen.")
    assert "Iemand was te herkennen." in visitor.get("/praat-mee/melding/").content.decode()
    sent = OutboxMessage.objects.filter(recipient="buur@example.org").values_list("kind", flat=True)
    assert sorted(sent) == ["report", "report-decided"]


def test_a_report_that_is_sent_twice_counts_once(visitor, topic):
    post, once = factories.post(topic), uuid.uuid4().hex
    for _time in range(2):
        assert report(visitor, post, once=once).status_code == 200
    assert Report.objects.count() == 1


def test_a_robot_is_thanked_and_reports_nothing(visitor, topic):
    post = factories.post(topic)
    assert report(visitor, post, website="https://spam.example").status_code == 200
    assert not Report.objects.exists()


def test_an_appeal_is_answered_by_another_moderator(moderator, sign_in, visitor, topic, rule):
    post = factories.post(topic, body="Dit mag wel.", author=factories.member())
    decide(moderator, post, "hide", rule=rule.pk, reason="Te scherp.")
    decision = Decision.objects.get(post=post)
    author = sign_in(post.author)
    author.post(decision.get_absolute_url(), {"text": "Ik noemde niemand."})
    again = author.post(decision.get_absolute_url(), {"text": "Nog eens."})
    assert again.status_code == 422
    appeal = Appeal.objects.get()
    path = f"/beheer/discussions/appeal/{appeal.pk}/change/"
    answer = {"outcome": "granted", "answer": "Je hebt gelijk."}
    assert moderator.post(path, answer).status_code == 403
    second = sign_in(factories.moderator())
    assert "Ik noemde niemand." in second.get(path).content.decode()
    assert second.post(path, answer).status_code == 302
    assert "Dit mag wel." in text_of(visitor, topic)
    assert "Je hebt gelijk." in author.get(decision.get_absolute_url()).content.decode()


def test_a_moderator_does_not_answer_an_appeal_about_own_words(sign_in, topic, rule):
    writer = factories.moderator()
    post = factories.post(topic, author=writer)
    decision = Decision.take("hide", by=factories.moderator(), post=post, rule=rule, reason="Naam.")
    appeal = Appeal.make(decision, text="Waarom?")
    own = sign_in(writer)
    path = f"/beheer/discussions/appeal/{appeal.pk}/change/"
    assert "Antwoorden" not in own.get(path).content.decode().split("<main")[1]
    assert own.post(path, {"outcome": "granted", "answer": "Ja."}).status_code == 403
    appeal.refresh_from_db()
    assert appeal.outcome == ""


def test_a_moderator_decides_nothing_about_own_words(sign_in, topic, rule):
    writer = factories.moderator()
    post = factories.post(topic, author=writer)
    Report.make(post, kind="hurtful")
    own = sign_in(writer)
    path = reverse("discussions:moderate", args=[post.pk])
    kept = own.post(path, {"step": "decide", "act": "keep"})
    assert (kept.status_code, "collega" in kept.content.decode()) == (422, True)
    assert Report.objects.get().decision is None
    decision = Decision.take("hide", by=factories.moderator(), post=post, rule=rule, reason="Naam.")
    with pytest.raises(refusals.OwnWords):
        decision.undo(writer)
    post.refresh_from_db()
    assert post.state == "hidden"


def test_a_superuser_who_decided_does_not_answer_the_appeal(beheerder, topic, rule):
    post = factories.post(topic)
    decision = Decision.take("hide", by=beheerder.person, post=post, rule=rule, reason="Omdat.")
    appeal = Appeal.make(decision, text="Waarom?")
    path = f"/beheer/discussions/appeal/{appeal.pk}/change/"
    sent = {"outcome": "refused", "answer": "Nee."}
    assert beheerder.post(path, sent).status_code == 403
    appeal.refresh_from_db()
    assert appeal.outcome == ""


@pytest.mark.parametrize("who", ["visitor", "member", "editor", "organiser"])
def test_only_moderators_judge(request, topic, who):
    post = factories.held_post(topic, body="Niet voor iedereen.")
    client = request.getfixturevalue(who)
    for path in (judge(post), "/beheer/discussions/queueitem/"):
        response = client.get(path)
        assert response.status_code in {302, 403}
        assert "Niet voor iedereen." not in response.content.decode()
    decide(client, post, "approve")
    assert Post.objects.get(pk=post.pk).state == "held"


def test_words_are_blanked_in_every_version(moderator, topic):
    post = factories.post(topic, body="Hij heet Floortje.")
    post.edit(body="Wij noemen hem Floortje.")
    moderator.post(judge(post), {"step": "blank", "passage": "Floortje", "instead": "…"})
    post.refresh_from_db()
    assert post.body == "Wij noemen hem …."
    assert post.revisions.get().body == "Hij heet …."
    assert "Floortje" not in str(list(Decision.objects.values("before")))


@pytest.mark.parametrize(
    "typed", [{"step": "blank", "passage": "Floortje " * 40}, {"step": "split", "title": "T" * 121}]
)
def test_what_a_moderator_typed_comes_back_when_it_cannot_be_done(moderator, topic, typed):
    post = factories.post(topic)
    answer = moderator.post(judge(post), typed)
    assert answer.status_code == 422
    assert (typed.get("passage") or typed["title"]).strip() in answer.content.decode()


def test_a_suspended_member_reads_and_does_not_write(moderator, sign_in, topic, rule):
    post = factories.post(topic)
    decide(moderator, post, "suspend", rule=rule.pk, reason="Dreigen mag niet.", days=3)
    author = sign_in(type(post.author).objects.get(pk=post.author_id))
    assert author.get(topic.get_absolute_url()).status_code == 200
    path = reverse("discussions:reply", args=[topic.pk])
    assert author.post(path, {"body": "Toch."}).status_code == 422


def test_blocking_hides_named_posts_both_ways_and_silently(sign_in, topic):
    one, other = factories.member(), factories.member()
    factories.post(topic, author=one, body="Van de een.")
    named = factories.post(topic, author=other, body="Van de ander.")
    factories.post(topic, author=other, body="Zonder naam.", is_anonymous=True)
    reader, blocked = sign_in(one), sign_in(other)
    reader.post(reverse("discussions:block", args=[named.pk]))
    assert "Van de ander." not in text_of(reader, topic)
    assert "Zonder naam." in text_of(reader, topic)
    assert "Van de een." not in text_of(blocked, topic)
    assert reader.get(f"/praat-mee/bijdrage/{named.pk}/").status_code == 404
    assert not Notification.objects.filter(recipient=other).exists()
    reader.post(reverse("discussions:unblock", args=[Block.objects.get().pk]))
    assert "Van de ander." in text_of(reader, topic)


def test_opening_a_name_needs_a_reason_and_a_second_moderator(moderator, sign_in, topic):
    post = factories.post(topic, is_anonymous=True)
    name = post.author.pseudonym
    assert name not in moderator.get(judge(post)).content.decode()
    assert moderator.post(judge(post), {"step": "open", "reason": ""}).status_code == 422
    opened = moderator.post(judge(post), {"step": "open", "reason": "Dreiging met geweld."})
    assert name in opened.content.decode()
    assert name not in moderator.get(judge(post)).content.decode()
    opening = AnonymityOpening.objects.get()
    moderator.post(judge(post), {"step": "see", "opening": opening.pk})
    opening.refresh_from_db()
    assert opening.seen_by is None
    second = sign_in(factories.moderator())
    second.post(judge(post), {"step": "see", "opening": opening.pk})
    opening.refresh_from_db()
    assert opening.seen_by == second.person
