"""Speaking to one another: mentions, following, listening mode, the campfire."""

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from discussions import moments, refusals
from discussions.models import (
    Block,
    Decision,
    Follow,
    Invitation,
    PostDraft,
    ProfessionalRole,
    QueueItem,
    Topic,
)
from movement.models import OutboxMessage
from participants.models import Notification
from tests import factories

pytestmark = pytest.mark.django_db
# A Tuesday at ten, when moderators are there.
OFFICE = timezone.make_aware(timezone.datetime(2026, 11, 24, 10))


def told(person, kind=None):
    rows = Notification.objects.filter(recipient=person)
    return (rows.filter(kind=kind) if kind else rows).count()


def test_followers_hear_once_until_they_look():
    topic, reader = factories.topic(), factories.member()
    Follow.objects.create(person=reader, topic=topic)
    for number in range(3):
        factories.post(topic, body=f"Nieuw {number}.")
    assert told(reader) == 1
    path = Notification.objects.get(recipient=reader).target_path
    assert path == f"{topic.get_absolute_url()}verder/"


def test_nobody_hears_of_what_waits_or_is_gone():
    topic, reader = factories.topic(), factories.member()
    Follow.objects.create(person=reader, topic=topic)
    factories.held_post(topic)
    assert told(reader) == 0
    post = factories.post(topic)
    assert told(reader) == 1
    post.withdraw()
    assert told(reader) == 0
    assert not OutboxMessage.objects.filter(recipient=reader.email, state="waiting").exists()


def test_who_follows_a_board_hears_of_a_new_conversation():
    board, reader = factories.board(), factories.member()
    Follow.objects.create(person=reader, board=board)
    factories.topic(on=board)
    assert told(reader) == 1


def test_who_blocked_an_author_hears_nothing_of_named_posts():
    topic, reader, author = factories.topic(), factories.member(), factories.member()
    Follow.objects.create(person=reader, topic=topic)
    Block.objects.create(blocker=reader, blocked=author)
    factories.post(topic, author=author)
    assert told(reader) == 0


def test_a_mention_reaches_who_spoke_here_with_a_name():
    topic = factories.topic()
    named = factories.member(pseudonym="Berkenblad")
    hidden = factories.member(pseudonym="Schaduw")
    away = factories.member(pseudonym="Elders")
    factories.post(topic, author=named)
    factories.post(topic, author=hidden, is_anonymous=True)
    factories.post(topic, body="@Berkenblad @Schaduw @Elders wat denken jullie?")
    assert told(named, "mention") == 1
    assert told(hidden, "mention") == told(away, "mention") == 0


def test_a_mention_of_a_crowd_is_refused_with_the_text_kept(member):
    topic = factories.topic()
    crowd = [factories.member() for _ in range(12)]
    for person in crowd:
        factories.post(topic, author=person)
    body = " ".join(f"@{person.pseudonym}" for person in crowd)
    path = reverse("discussions:reply", args=[topic.pk])
    response = member.post(path, {"body": body, "once": uuid.uuid4().hex})
    assert response.status_code == 422
    assert body in response.content.decode()


def test_in_listening_mode_a_professional_waits_for_an_invitation(sign_in):
    starter, worker = factories.member(), factories.member()
    topic = factories.topic(author=starter, mode=Topic.Mode.LISTEN)
    ProfessionalRole.objects.create(person=worker)
    with pytest.raises(refusals.NotInvited):
        topic.reply(author=worker, body="Ik weet het beter.")
    assert factories.post(topic).position == 2
    path = reverse("discussions:invite", args=[topic.pk])
    assert sign_in(factories.member()).post(path, {"naam": worker.pseudonym}).status_code == 404
    sign_in(starter).post(path, {"naam": worker.pseudonym})
    assert Invitation.objects.get().person == worker
    assert topic.reply(author=worker, body="Dank je.").state == "published"


def test_the_answer_to_an_invitation_tells_not_who_exists(sign_in):
    starter = factories.member()
    topic = factories.topic(author=starter, mode=Topic.Mode.LISTEN)
    path = reverse("discussions:invite", args=[topic.pk])
    client, other = sign_in(starter), factories.member()
    pages = [
        client.post(path, {"naam": name}, follow=True).content.decode().split("messages")[1][:400]
        for name in (other.pseudonym, "Bestaat niet")
    ]
    assert pages[0] == pages[1]


def test_at_the_campfire_everyone_speaks_once_in_a_round(visitor):
    host = factories.moderator()
    topic = factories.topic(on=factories.board(public=True), author=host, mode=Topic.Mode.CAMPFIRE)
    speaker = factories.member()
    topic.reply(author=speaker, body="Eén keer.")
    with pytest.raises(refusals.NotYourTurn):
        topic.reply(author=speaker, body="Nog eens.")
    Topic.objects.filter(pk=topic.pk).update(round=2)
    assert topic.reply(author=speaker, body="Tweede ronde.").position == 3
    assert 'class="reaction' not in visitor.get(topic.get_absolute_url()).content.decode()


def test_a_topic_past_its_term_waits_on_the_queue_until_staff_answers():
    board = factories.board(answer_days=14)
    topic = factories.topic(on=board)
    moments.tick(OFFICE)
    assert not QueueItem.objects.exists()
    late = timezone.now() + timedelta(days=15)
    for _time in range(2):
        moments.tick(late)
    assert QueueItem.objects.waiting().get().topic == topic
    factories.post(topic, author=factories.moderator())
    assert not QueueItem.objects.waiting().exists()


def test_search_on_a_board_stays_on_that_board(visitor):
    here, there = factories.board(public=True), factories.board(public=True)
    near = factories.topic(on=here, title="Appelmoes maken")
    far = factories.topic(on=there, title="Appelmoes eten")
    page = visitor.get(here.get_absolute_url(), {"q": "appelmoes"}).content.decode()
    assert near.get_absolute_url() in page
    assert far.get_absolute_url() not in page


def test_the_yearly_numbers_hide_what_is_rare(visitor):
    rule = factories.house_rule()
    for _number in range(6):
        post = factories.post()
        Decision.take("hide", by=factories.moderator(), post=post, rule=rule, reason="x")
    post = factories.post()
    Decision.take("warn", by=factories.moderator(), post=post, rule=rule, reason="x")
    rows = dict(visitor.get("/praat-mee/cijfers/").context["years"][0][1])
    assert "6" in rows.values()
    assert "1" not in rows.values()


def test_who_read_a_conversation_gets_no_mail_of_it(sign_in):
    topic, reader = factories.topic(), factories.member()
    Follow.objects.create(person=reader, topic=topic)
    Decision.take("approve", by=factories.moderator(), post=factories.held_post(topic))
    waiting = OutboxMessage.objects.filter(recipient=reader.email, state="waiting")
    assert waiting.exists()
    sign_in(reader).get(topic.get_absolute_url())
    assert not waiting.exists()
    assert not Notification.objects.filter(recipient=reader, read_at=None).exists()


def test_a_professional_who_was_not_invited_reads_so_before_typing(sign_in):
    starter, worker = factories.member(), factories.member()
    topic = factories.topic(author=starter, mode=Topic.Mode.LISTEN)
    ProfessionalRole.objects.create(person=worker)
    client = sign_in(worker)
    page = client.get(topic.get_absolute_url()).content.decode()
    assert 'id="luisteren"' in page
    assert 'name="body"' not in page
    Invitation.objects.create(topic=topic, person=worker)
    assert 'name="body"' in client.get(topic.get_absolute_url()).content.decode()
    assert 'name="body"' in sign_in(starter).get(topic.get_absolute_url()).content.decode()


def test_only_who_started_it_finds_the_form_to_invite(sign_in):
    """Also when others opened the page just before: it is kept for all who see the same of it."""
    starter = factories.member()
    topic = factories.topic(author=starter, mode=Topic.Mode.LISTEN)
    form = f'action="{reverse("discussions:invite", args=[topic.pk])}"'
    seen = [
        form in sign_in(reader).get(topic.get_absolute_url()).content.decode()
        for reader in (factories.member(), starter, factories.member(), factories.moderator())
    ]
    assert seen == [False, True, False, False]


def test_who_cannot_reply_reads_why_before_typing(sign_in):
    starter, worker = factories.member(), factories.member()
    topic = factories.topic(author=starter, mode=Topic.Mode.LISTEN)
    ProfessionalRole.objects.create(person=worker)
    client, path = sign_in(worker), reverse("discussions:reply", args=[topic.pk])
    page = client.get(path)
    assert page.context["refused"]
    assert 'name="body"' not in page.content.decode()
    # A text that was kept before stays in sight.
    PostDraft.objects.create(person=worker, topic=topic, body="Mijn half verhaal.")
    assert "Mijn half verhaal." in client.get(path).content.decode()
    Invitation.objects.create(topic=topic, person=worker)
    assert not client.get(path).context["refused"]
