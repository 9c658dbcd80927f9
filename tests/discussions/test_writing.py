"""Writing: placed or held, once, and never lost."""

import uuid

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from discussions.models import Board, PendingEdit, Post, PostDraft, QueueItem, Topic
from movement.limits import RATES, Rate
from tests import factories

pytestmark = pytest.mark.django_db


def key():
    return uuid.uuid4().hex


def reply_path(topic):
    return reverse("discussions:reply", args=[topic.pk])


@pytest.fixture
def topic(db):
    return factories.topic(on=factories.board(public=True))


def test_a_member_starts_a_conversation_and_others_read_it(member, visitor):
    board = factories.board(public=True)
    sent = {"board": board.slug, "title": "Koffie en vragen", "body": "Hoe is het?", "once": key()}
    response = member.post(reverse("discussions:start"), sent)
    assert response.status_code == 302
    assert "Koffie en vragen" in visitor.get(board.get_absolute_url()).content.decode()
    assert "Hoe is het?" in visitor.get(response.url).content.decode()


def test_a_reply_of_a_trusted_member_stands_at_once(member, visitor, topic):
    response = member.post(reply_path(topic), {"body": "Bij ons ook.", "once": key()})
    assert response.status_code == 302
    assert "Bij ons ook." in visitor.get(topic.get_absolute_url()).content.decode()


def test_the_first_posts_of_a_new_member_wait(new_member, visitor, topic):
    response = new_member.post(reply_path(topic), {"body": "Mijn eerste keer.", "once": key()})
    page = new_member.get(response.url.split("#")[0]).content.decode()
    assert "Mijn eerste keer." in page
    assert "post--waiting" in page
    assert "Mijn eerste keer." not in visitor.get(topic.get_absolute_url()).content.decode()
    topic.refresh_from_db()
    assert topic.post_count == 1
    assert QueueItem.objects.waiting().filter(kind="held").count() == 1


def test_a_started_conversation_that_waits_is_seen_by_its_author_only(new_member, member):
    board = factories.board()
    sent = {"board": board.slug, "title": "Wacht even", "body": "Hallo.", "once": key()}
    path = new_member.post(reverse("discussions:start"), sent).url
    assert new_member.get(path).status_code == 200
    assert member.get(path).status_code == 404
    assert "Wacht even" not in member.get(board.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    ("placed", "public", "body", "why"),
    [
        (0, False, "Dag.", "new-member"),
        (0, False, "Zie https://example.org/iets", "link"),
        (2, False, "Dag.", ""),
        (2, True, "Dag.", "public-board"),
    ],
)
def test_what_waits_follows_from_author_and_board(placed, public, body, why):
    author = factories.person()
    topic = factories.topic(on=factories.board(public=public))
    for number in range(placed):
        Post.objects.create(
            topic=topic, author=author, body="x", state="published", position=100 + number
        )
    assert topic.reply(author=author, body=body).held_because == why


@pytest.mark.parametrize("make", [factories.member, factories.moderator])
def test_trusted_people_do_not_wait_on_a_public_board(topic, make):
    assert topic.reply(author=make(), body="https://example.org").state == "published"


def test_the_same_form_twice_gives_one_post(member, topic):
    sent = {"body": "Maar één keer.", "once": key()}
    first = member.post(reply_path(topic), sent)
    second = member.post(reply_path(topic), sent)
    assert Post.objects.filter(body="Maar één keer.").count() == 1
    assert first.url == second.url


def test_the_same_new_conversation_twice_gives_one(member):
    board = factories.board()
    sent = {"board": board.slug, "title": "Eens", "body": "Hallo.", "once": key()}
    paths = {member.post(reverse("discussions:start"), sent).url for _ in range(2)}
    assert len(paths) == 1
    assert Topic.objects.filter(title="Eens").count() == 1


@pytest.mark.parametrize("body", ["", "   ", "a" * 20_001])
def test_a_wrong_text_comes_back_whole(member, topic, body):
    response = member.post(reply_path(topic), {"body": body, "content_note": "over thuis"})
    assert response.status_code == 422
    page = response.content.decode()
    assert "over thuis" in page
    assert body.strip() in page
    assert "error-summary" in page


def test_a_forbidden_number_is_an_error_and_the_text_stays(member, topic):
    number = "06" + "12345678"
    response = member.post(reply_path(topic), {"body": f"Bel me op {number}.", "once": key()})
    assert response.status_code == 422
    assert f"Bel me op {number}." in response.content.decode()
    assert topic.posts.count() == 1


def test_what_can_be_recognised_is_shown_first_and_may_be_kept(member, topic):
    sent = {"body": "Meester Kees hielp ons.", "once": key()}
    first = member.post(reply_path(topic), sent)
    assert first.status_code == 422
    assert "herkenbaar" in first.content.decode()
    assert topic.posts.count() == 1
    kept = {**sent, "act": "keep", "seen": "Meester Kees"}
    assert member.post(reply_path(topic), kept).status_code == 302
    assert topic.posts.filter(body="Meester Kees hielp ons.").exists()


def test_what_cannot_be_placed_is_not_offered_to_stay(member, topic):
    sent = {"body": "Meester Kees belt op 06 12345678."}
    page = member.post(reply_path(topic), sent).content.decode()
    assert 'value="blank"' in page
    assert 'value="keep"' not in page


def test_keeping_one_passage_does_not_let_another_through(member, topic):
    sent = {"body": "Meester Kees en juf Marjan.", "act": "keep", "seen": "Meester Kees"}
    assert member.post(reply_path(topic), sent).status_code == 422
    assert topic.posts.count() == 1


def test_a_passage_can_be_left_out(member, topic):
    sent = {"body": "Mijn zoon Daan slaapt.", "act": "blank", "once": key()}
    page = member.post(reply_path(topic), sent).content.decode()
    assert "Mijn zoon slaapt." in page
    assert topic.posts.count() == 1


def test_a_preview_places_nothing(member, topic):
    page = member.post(reply_path(topic), {"body": "**vet**", "act": "preview"}).content.decode()
    assert "<strong>vet</strong>" in page
    assert topic.posts.count() == 1


def test_a_draft_is_kept_shown_again_and_gone_when_placed(member, topic):
    member.post(reply_path(topic), {"body": "Nog niet af", "act": "save"})
    assert "Nog niet af" in member.get(topic.get_absolute_url()).content.decode()
    assert "Nog niet af" in member.get(reply_path(topic)).content.decode()
    member.post(reply_path(topic), {"body": "Nu wel af.", "once": key()})
    assert not PostDraft.objects.exists()


def test_typing_is_kept_in_between(member, topic):
    path = reverse("discussions:keep_draft", args=[topic.pk])
    assert member.post(path, {"body": "Half woo"}).status_code == 204
    assert PostDraft.objects.get().body == "Half woo"


def test_a_draft_is_seen_by_nobody_else(member, sign_in, topic):
    member.post(reply_path(topic), {"body": "Geheimpje", "act": "save"})
    other = sign_in(factories.member())
    assert "Geheimpje" not in other.get(reply_path(topic)).content.decode()


def test_a_text_survives_being_signed_out(visitor, topic):
    response = visitor.post(reply_path(topic), {"body": "Alles wat ik typte."})
    assert response.status_code == 403
    assert "Alles wat ik typte." in response.content.decode()
    assert topic.posts.count() == 1


def test_a_text_survives_the_limit(member, topic, monkeypatch):
    monkeypatch.setitem(RATES, "post", Rate(1, 600))
    member.post(reply_path(topic), {"body": "Een.", "once": key()})
    response = member.post(reply_path(topic), {"body": "Twee, heel belangrijk.", "once": key()})
    assert response.status_code == 429
    assert int(response.headers["Retry-After"]) > 0
    assert "Twee, heel belangrijk." in response.content.decode()


def test_a_text_survives_a_lost_token(topic):
    client = Client(enforce_csrf_checks=True)
    client.force_login(factories.member())
    response = client.post(reply_path(topic), {"body": "Zonder formuliercode."})
    assert response.status_code == 403
    assert "Zonder formuliercode." in response.content.decode()


@pytest.mark.parametrize("closing", ["topic", "board", "suspension"])
def test_a_text_survives_a_refusal(member, topic, closing):
    if closing == "topic":
        Topic.objects.filter(pk=topic.pk).update(state="closed")
    elif closing == "board":
        Board.objects.filter(pk=topic.board_id).update(state="read-only")
    else:
        member.person.suspended_until = timezone.now() + timezone.timedelta(days=1)
        member.person.save()
    response = member.post(reply_path(topic), {"body": "Net te laat.", "once": key()})
    assert response.status_code == 422
    assert "Net te laat." in response.content.decode()
    assert topic.posts.count() == 1


def test_a_reply_to_a_post_that_is_gone_keeps_the_text(member, topic):
    gone = factories.post(topic)
    gone.withdraw()
    sent = {"body": "Ik vind dat ook.", "op": gone.pk, "once": key()}
    response = member.post(reply_path(topic), sent)
    assert response.status_code == 422
    assert "Ik vind dat ook." in response.content.decode()


def test_a_quote_disappears_with_its_source(member, visitor, topic):
    source = factories.post(topic, body="Een zin om te herhalen.")
    member.post(reply_path(topic), {"body": "Precies.", "op": source.pk, "once": key()})
    page = visitor.get(topic.get_absolute_url()).content.decode()
    assert page.count("Een zin om te herhalen.") == 2
    source.withdraw()
    assert "Een zin om te herhalen." not in visitor.get(topic.get_absolute_url()).content.decode()


def test_an_author_changes_a_post_and_the_old_text_is_gone(member, visitor, topic):
    post = factories.post(topic, author=member.person, body="Oud.")
    member.post(reverse("discussions:edit", args=[post.pk]), {"body": "Nieuw."})
    page = visitor.get(topic.get_absolute_url()).content.decode()
    assert "Nieuw." in page
    assert "Oud." not in page
    assert post.revisions.get().body == "Oud."


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("Zie www.example.org", "link"),
        ("Mijn zoon Daan slaapt.", "recognisable"),
        ("Ik wil niet meer leven.", "distress"),
    ],
)
def test_a_change_that_asks_for_a_look_waits(body, why):
    author = factories.person()
    topic = factories.topic()
    post = topic.reply(author=author, body="Gewoon.")
    Post.objects.filter(pk=post.pk).update(
        state="published", position=5, published_at=timezone.now()
    )
    post = Post.objects.get(pk=post.pk)
    assert post.edit(body=body) is False
    assert PendingEdit.objects.get(post=post).held_because == why
    assert Post.objects.get(pk=post.pk).body == "Gewoon."


def test_a_withdrawn_post_leaves_a_line_and_no_text(member, visitor, topic):
    post = factories.post(topic, author=member.person, body="Toch maar niet.")
    last = factories.post(topic, body="Een antwoord.")
    member.post(reverse("discussions:withdraw", args=[post.pk]))
    page = visitor.get(topic.get_absolute_url()).content.decode()
    assert "Toch maar niet." not in page
    assert "Een antwoord." in page
    assert f'id="bijdrage-{post.pk}"' in page
    post.refresh_from_db()
    assert (post.body, post.position) == ("", last.position - 1)
    assert not Post.objects.filter(body__contains="Toch").exists()


def test_words_of_distress_go_on_top_and_are_not_blocked(member, topic):
    body = "Ik wil niet meer leven."
    response = member.post(reply_path(topic), {"body": body, "once": key()}, follow=True)
    page = response.content.decode()
    assert body in page
    assert "0800-0113" in page or "113" in page
    factories.held_post(topic)
    assert QueueItem.objects.waiting().in_order().first().kind == "distress"


@pytest.mark.parametrize("is_held", [True, False])
def test_words_of_distress_that_come_with_a_change_go_on_top_too(topic, is_held):
    """Of a post that waits already, and of a trusted author, whose changes do not wait."""
    post = (factories.held_post if is_held else factories.post)(topic)
    post.edit(body="Het ging eerst goed.")
    assert not QueueItem.objects.filter(is_urgent=True).exists()
    post.edit(body="Ik wil niet meer leven.")
    assert QueueItem.objects.waiting().get(post=post).is_urgent
    assert post.state == ("held" if is_held else "published")


def test_a_reaction_is_given_and_taken_back(member, visitor, topic):
    post = topic.posts.get()
    path = reverse("discussions:react", args=[topic.pk])
    member.post(path, {"steun": f"{post.pk}:strength"})
    assert Post.objects.get(pk=post.pk).reaction_counts == {"strength": 1}
    assert 'aria-pressed="true"' in member.get(topic.get_absolute_url()).content.decode()
    member.post(path, {"steun": f"{post.pk}:strength"})
    assert Post.objects.get(pk=post.pk).reaction_counts == {}


@pytest.mark.parametrize("steun", ["", "x", "1:", ":thanks", "1:love", "9" * 30 + ":thanks", "²:x"])
def test_a_strange_reaction_changes_nothing(member, topic, steun):
    path = reverse("discussions:react", args=[topic.pk])
    assert member.post(path, {"steun": steun}).status_code in {302, 404}
    assert topic.posts.get().reaction_counts == {}


@pytest.mark.parametrize("depth", [500])
def test_deep_quotes_and_marks_are_bounded(member, visitor, topic, depth):
    body = ">" * depth + " diep\n" + "- " * depth + "lijst\n" + "[" * depth + "*" * depth
    assert member.post(reply_path(topic), {"body": body, "once": key()}).status_code == 302
    page = visitor.get(topic.get_absolute_url()).content.decode()
    assert "diep" in page
    assert page.count("<blockquote>") < 10
