"""Leading a conversation on the site: rounds at the campfire, a summary, a place."""

import uuid

import pytest
from django.urls import reverse

from discussions.models import Decision, Topic
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def starter():
    return factories.member(pseudonym="Vlierbes")


@pytest.fixture
def fire(starter):
    topic = factories.topic(author=starter, mode=Topic.Mode.CAMPFIRE)
    Topic.objects.filter(pk=topic.pk).update(is_hosted_by_starter=True)
    return Topic.objects.get(pk=topic.pk)


def path(topic):
    return reverse("discussions:lead", args=[topic.pk])


def page_of(client, topic):
    return client.get(topic.get_absolute_url()).content.decode()


def conclude(client, topic, summary, **more):
    values = {"step": "conclude", "summary": summary, "once": uuid.uuid4().hex, **more}
    return client.post(path(topic), values)


def fresh(topic):
    return Topic.objects.get(pk=topic.pk)


def test_a_host_begins_the_next_round_once(sign_in, fire, starter):
    host, speaker = sign_in(starter), factories.member(pseudonym="Duindoorn")
    factories.post(fire, author=speaker)
    assert "Je hebt in deze ronde al gesproken" in page_of(host, fire)
    for _time in range(2):
        host.post(path(fire), {"step": "round", "ronde": "1"})
    assert fresh(fire).round == 2
    page = page_of(sign_in(speaker), fire)
    assert "Je kunt in deze ronde één keer spreken" in page
    assert 'id="reageer"' in page
    assert not Decision.objects.exists()


def test_who_spoke_finds_no_form_and_reads_whose_turn_it_is(sign_in, fire, starter):
    speaker = factories.member(pseudonym="Duindoorn")
    factories.post(fire, author=speaker)
    Topic.objects.filter(pk=fire.pk).update(round=2)
    factories.post(fresh(fire), author=starter)
    page = page_of(sign_in(starter), fire)
    assert 'name="body"' not in page
    stop = page.split('id="ronde"')[1].split("</section>")[0]
    assert "Al gesproken: Vlierbes." in stop
    assert "nog niet in deze ronde: Duindoorn." in stop


def test_a_round_does_not_tell_who_is_anonymous(sign_in, fire):
    speaker = factories.member(pseudonym="Duindoorn")
    factories.post(fire, author=speaker)
    Topic.objects.filter(pk=fire.pk).update(round=2)
    factories.post(fresh(fire), author=speaker, is_anonymous=True)
    stop = page_of(sign_in(factories.member()), fire).split('id="ronde"')[1].split("</section>")[0]
    assert "1 keer Anoniem" in stop
    assert "nog niet in deze ronde: Vlierbes, Duindoorn." in stop


def test_a_host_closes_with_a_summary_that_everyone_reads(sign_in, visitor, fire, starter, member):
    assert conclude(sign_in(starter), fire, "Wij kregen moed van elkaar.").status_code == 302
    page = page_of(member, fire)
    assert "Wij kregen moed van elkaar." in page
    assert 'id="ronde"' not in page
    assert fresh(fire).state == "closed"


def test_a_summary_is_read_for_who_can_be_recognised(sign_in, fire, starter):
    client = sign_in(starter)
    response = conclude(client, fire, "Bel mij op 06-12345678.")
    assert response.status_code == 422
    assert "Bel mij op 06-12345678." in response.content.decode()
    assert fresh(fire).state == "open"


def test_what_would_wait_as_a_post_does_not_stand_on_top_at_once(sign_in, moderator):
    host = factories.member()
    topic = factories.topic(on=factories.board(public=True), author=host, mode=Topic.Mode.CAMPFIRE)
    Topic.objects.filter(pk=topic.pk).update(is_hosted_by_starter=True)
    host.is_trusted = False
    host.save()
    assert conclude(sign_in(host), topic, "Een mooie avond.").status_code == 422
    assert conclude(moderator, topic, "Een mooie avond.").status_code == 302


def test_only_hosts_and_moderators_lead(sign_in, fire, member, moderator, editor):
    talk = factories.topic(author=factories.member())
    assert sign_in(talk.author).get(path(talk)).status_code == 404
    for client in (member, editor):
        assert client.get(path(fire)).status_code == 404
        assert client.post(path(fire), {"step": "round", "ronde": "1"}).status_code == 404
    assert moderator.get(path(talk)).status_code == 200
    host = sign_in(fire.author)
    host.post(path(fire), {"step": "arrange", "board": fire.board_id, "mode": "talk"})
    assert fresh(fire).mode == "campfire"
    assert fresh(fire).round == 1


def test_a_moderator_puts_a_conversation_in_its_place_and_it_is_written_down(moderator):
    topic, other = factories.topic(), factories.board()
    values = {"step": "arrange", "board": other.pk, "mode": "campfire", "is_pinned": "on",
              "is_hosted_by_starter": "on"}  # fmt: skip
    assert moderator.post(path(topic), values).status_code == 302
    found = fresh(topic)
    assert (found.board, found.is_pinned, found.mode, found.is_hosted_by_starter) == (
        other, True, "campfire", True,
    )  # fmt: skip
    decision = Decision.objects.get()
    assert (decision.act, decision.decided_by) == ("arrange", moderator.person)
    assert decision.before["board_id"] == topic.board_id
    assert not decision.can_be_undone()
    moderator.post(path(topic), values)
    assert Decision.objects.count() == 1


def test_a_moderator_closes_and_opens_again(moderator, member):
    topic = factories.topic()
    conclude(moderator, topic, "Dit namen we mee.")
    assert fresh(topic).state == "closed"
    moderator.post(path(topic), {"step": "reopen"})
    assert fresh(topic).state == "open"
    assert list(Decision.objects.order_by("pk").values_list("act", flat=True)) == [
        "conclude", "reopen",
    ]  # fmt: skip
    assert "Dit namen we mee." in page_of(member, topic)


def test_a_moderator_merges_and_splits_on_the_site(moderator, member):
    board = factories.board()
    one, two = factories.topic(on=board), factories.topic(on=board)
    elsewhere = factories.topic()
    assert moderator.post(path(two), {"step": "merge", "number": elsewhere.pk}).status_code == 422
    response = moderator.post(path(two), {"step": "merge", "number": one.pk})
    assert response.headers["Location"] == one.get_absolute_url()
    assert member.get(two.get_absolute_url()).status_code == 301
    moved = one.posts.get(position=2)
    desk = reverse("discussions:moderate", args=[moved.pk])
    assert moderator.post(desk, {"step": "split", "title": ""}).status_code == 422
    moderator.post(desk, {"step": "split", "title": "Verder hierover"})
    moved.refresh_from_db()
    assert (moved.topic.title, moved.position) == ("Verder hierover", 1)
    assert set(Decision.objects.values_list("act", flat=True)) == {"merge", "split"}


def test_an_anonymous_host_is_in_no_log(sign_in, moderator):
    starter = factories.member()
    topic = factories.topic(author=starter, mode=Topic.Mode.CAMPFIRE, is_anonymous=True)
    Topic.objects.filter(pk=topic.pk).update(is_hosted_by_starter=True)
    conclude(sign_in(starter), topic, "Wat fijn.")
    assert fresh(topic).state == "closed"
    assert not Decision.objects.exists()
    log = moderator.get("/beheer/discussions/decision/").content.decode()
    assert starter.pseudonym not in log + page_of(moderator, topic)
