"""Moderating where a post stands: the same verbs as the queue, folded away below each post."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from discussions import reshaping
from discussions.models import Decision, Post, QueueItem, Report
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def topic():
    return factories.topic(on=factories.board(public=True))


@pytest.fixture
def rule():
    return factories.house_rule()


def desk(post):
    return reverse("discussions:moderate", args=[post.pk])


def decide(client, post, act, **more):
    return client.post(desk(post), {"step": "decide", "act": act, **more})


def against(rule, **more):
    return {"rule": rule.pk, "reason": "Een kind is te herkennen.", **more}


def page_of(client, topic):
    return client.get(topic.get_absolute_url()).content.decode()


def test_only_moderators_see_the_desk(moderator, member, editor, visitor, topic):
    post = factories.post(topic)
    for client in (member, editor, visitor):
        assert desk(post) not in page_of(client, topic)
    assert desk(post) in page_of(moderator, topic)
    for client in (member, editor):
        assert decide(client, post, "keep").status_code == 404
        assert client.get(desk(post)).status_code == 404
    assert not Decision.objects.exists()


def test_without_a_second_factor_nobody_moderates_on_the_site(moderator, topic, settings):
    settings.REQUIRE_STAFF_MFA = True
    held = factories.held_post(topic, body="Wachtwoordenschat.")
    assert desk(held) not in page_of(moderator, topic)
    assert "Wachtwoordenschat." not in page_of(moderator, topic)
    assert decide(moderator, held, "approve").status_code == 404


def test_a_held_post_stands_last_for_its_author_and_moderators(
    moderator, member, visitor, sign_in, topic
):
    held = factories.held_post(topic, body="Ik ben nieuw hier.")
    factories.post(topic, body="Later geplaatst.")
    author = sign_in(held.author)
    for client in (moderator, author):
        page = page_of(client, topic)
        assert page.index("Later geplaatst.") < page.index("Ik ben nieuw hier.")
    for client in (member, visitor):
        assert "Ik ben nieuw hier." not in page_of(client, topic)
    response = decide(moderator, held, "approve")
    assert response.headers["Location"].endswith(f"#bijdrage-{held.pk}")
    assert "Ik ben nieuw hier." in page_of(visitor, topic)
    assert Decision.objects.get().decided_by == moderator.person


def test_what_is_missing_is_said_and_what_was_typed_is_kept(moderator, topic):
    post = factories.post(topic)
    response = decide(moderator, post, "hide", reason="Te herkenbaar, dus weg.")
    assert response.status_code == 422
    page = response.content.decode()
    assert "Te herkenbaar, dus weg." in page
    assert 'href="#id_rule"' in page
    assert Post.objects.get(pk=post.pk).state == "published"


@pytest.mark.parametrize("act", ["hide", "hold", "fold", "correct"])
def test_undo_brings_everything_back(moderator, topic, rule, act):
    post = factories.post(topic, body="Zo was het.")
    factories.post(topic)
    fields = (
        "state", "position", "body", "content_note", "held_because", "published_at", "edited_at",
        "edited_by_staff",
    )  # fmt: skip
    before = Post.objects.filter(pk=post.pk).values(*fields).get()
    assert decide(moderator, post, act, **against(rule, content_note="geweld")).status_code == 302
    assert Post.objects.filter(pk=post.pk).values(*fields).get() != before
    decision = Decision.objects.get()
    assert f'name="decision" value="{decision.pk}"' in page_of(moderator, topic)
    moderator.post(desk(post), {"step": "undo", "decision": decision.pk})
    assert Post.objects.filter(pk=post.pk).values(*fields).get() == before
    assert not post.revisions.exists()
    assert not QueueItem.objects.waiting().exists()
    topic.refresh_from_db()
    assert topic.post_count == 3


def test_after_the_time_to_undo_the_way_back_is_gone(moderator, topic, rule):
    post = factories.post(topic)
    decide(moderator, post, "fold", **against(rule, content_note="geweld"))
    earlier = timezone.now() - timezone.timedelta(minutes=10)
    Decision.objects.update(decided_at=earlier)
    assert 'name="decision"' not in page_of(moderator, topic)
    response = moderator.post(desk(post), {"step": "undo", "decision": Decision.objects.get().pk})
    assert response.status_code == 422
    assert Post.objects.get(pk=post.pk).content_note == "geweld"


def test_a_folded_post_opens_behind_the_note_and_says_who_folded(moderator, visitor, topic, rule):
    post = factories.post(topic, body="Wat er die nacht gebeurde.")
    assert decide(moderator, post, "fold", **against(rule)).status_code == 422
    decide(moderator, post, "fold", **against(rule, content_note="geweld thuis"))
    shown = page_of(visitor, topic).split(f'id="bijdrage-{post.pk}"')[1].split("</article>")[0]
    assert re.search(r"<details.*geweld thuis.*<div.*Wat er die nacht gebeurde", shown, re.DOTALL)
    assert "moderator" in shown


def test_a_post_taken_back_to_look_again_waits_and_returns_to_its_place(
    moderator, visitor, topic, rule
):
    post = factories.post(topic, body="Nog eens naar kijken.")
    factories.post(topic)
    Report.make(post, kind="names")
    decide(moderator, post, "hold", **against(rule))
    assert "Nog eens naar kijken." not in page_of(visitor, topic)
    kinds = set(QueueItem.objects.waiting().values_list("kind", flat=True))
    assert kinds == {"held", "report"}
    assert Report.objects.get().decision is None
    decide(moderator, post, "approve")
    found = Post.objects.get(pk=post.pk)
    assert (found.state, found.position, found.published_at) == (
        "published", post.position, post.published_at,
    )  # fmt: skip
    assert not QueueItem.objects.waiting().exists()
    assert Report.objects.get().decision.act == "approve"


def test_a_place_that_somebody_has_now_is_not_taken_away(moderator, topic, rule):
    other = factories.topic(on=topic.board)
    factories.post(other)
    post = factories.post(topic)
    decide(moderator, post, "hold", **against(rule))
    reshaping.merge(other, into=topic)
    decide(moderator, post, "approve")
    places = list(topic.posts.order_by("position").values_list("position", flat=True))
    assert len(set(places)) == len(places) == 4


def test_an_author_asked_to_change_does_so_in_place_and_it_waits_again(
    moderator, sign_in, visitor, topic, rule
):
    post = factories.post(topic, body="Op school De Boom gebeurde het.")
    decide(moderator, post, "correct", **against(rule))
    assert not QueueItem.objects.waiting().exists()
    author = sign_in(post.author)
    page = page_of(author, topic)
    assert "Een kind is te herkennen." in page
    assert reverse("discussions:edit", args=[post.pk]) in page
    assert "De Boom" not in page_of(visitor, topic)
    author.post(reverse("discussions:edit", args=[post.pk]), {"body": "Op school gebeurde het."})
    assert QueueItem.objects.waiting().get().post == post
    decide(moderator, post, "approve")
    assert "Op school gebeurde het." in page_of(visitor, topic)


@pytest.mark.parametrize("act", ["hold", "correct"])
def test_a_first_post_cannot_wait(moderator, topic, rule, act):
    post = topic.posts.get()
    assert decide(moderator, post, act, **against(rule)).status_code == 422
    assert Post.objects.get(pk=post.pk).state == "published"


def test_who_has_it_is_shown_and_the_other_waits(moderator, sign_in, topic, rule):
    held = factories.held_post(topic)
    second = sign_in(factories.moderator())
    moderator.post(desk(held), {"step": "claim"})
    assert moderator.person.pseudonym in page_of(second, topic)
    response = decide(second, held, "approve")
    assert response.status_code == 422
    assert Post.objects.get(pk=held.pk).state == "held"


def test_an_anonymous_author_stays_hidden_at_the_desk(moderator, topic):
    held = factories.held_post(topic, is_anonymous=True)
    posted = factories.post(topic, is_anonymous=True)
    page = page_of(moderator, topic) + moderator.get(desk(held)).content.decode()
    for post in (held, posted):
        assert post.author.pseudonym not in page
        assert post.author.email not in page


def test_the_desk_asks_as_often_for_many_posts(moderator, topic):
    def queries():
        page_of(moderator, topic)
        with CaptureQueriesContext(connection) as found:
            page_of(moderator, topic)
        return len(found)

    factories.held_post(topic)
    few = queries()
    factories.many_posts(topic, 17)
    factories.held_post(topic)
    assert queries() == few <= 12


@pytest.mark.parametrize("value", ["", "x", "9" * 40, "²", "-1"])
def test_odd_input_at_the_desk_changes_nothing(moderator, topic, value):
    post = factories.post(topic)
    assert moderator.post(desk(post), {"step": "undo", "decision": value}).status_code == 404
    assert moderator.post(desk(post), {"step": value}).status_code == 302
    assert moderator.post(desk(post), {"step": "decide", "act": value}).status_code == 422


def test_heavy_words_stay_folded_until_a_moderator_opens_them(moderator, topic):
    heavy = factories.post(topic, body="Ik wil niet meer leven.")
    noted = factories.post(topic, body="Wat er gebeurde.", content_note="geweld")
    plain = factories.post(topic, body="Het gaat goed.")
    for post, is_folded in ((heavy, True), (noted, True), (plain, False)):
        for path in (desk(post), f"/beheer/discussions/post/{post.pk}/change/"):
            page = moderator.get(path).content.decode()
            folds = re.findall(r"<details.*?</details>", page, re.DOTALL)
            assert any(post.body in fold for fold in folds) == is_folded
            assert (f">{post.body}</textarea>" in page) is False or not is_folded


def test_a_decision_leads_its_author_to_the_change(moderator, sign_in, topic, rule):
    post = factories.post(topic)
    decide(moderator, post, "correct", **against(rule))
    page = sign_in(post.author).get(Decision.objects.get().get_absolute_url()).content.decode()
    assert reverse("discussions:edit", args=[post.pk]) in page


def test_a_form_asks_only_what_one_of_its_acts_needs(moderator, topic):
    """A post that waits is placed or not: no new text, no note to fold it behind."""
    held, standing = factories.held_post(topic), factories.post(topic)
    admin = "/beheer/discussions/post/{}/change/"
    asked = {
        post: set(moderator.get(admin.format(post.pk)).context["form"].fields)
        for post in (held, standing)
    }
    assert asked[held] == {"act", "rule", "reason", "days"}
    assert asked[standing] == {"act", "rule", "reason", "days", "body", "content_note"}
    here = moderator.get(f"/praat-mee/bijdrage/{held.pk}/modereren/").context["form"]
    assert set(here.fields) == {"act", "rule", "reason"}


@pytest.mark.parametrize("path", ["/beheer/discussions/post/{}/change/", "{}"])
def test_what_a_moderator_typed_stays_when_somebody_else_is_busy(moderator, topic, path):
    post = factories.held_post(topic)
    post.queue_items.get().claim(factories.moderator())
    path = path.format(post.pk) if "beheer" in path else f"/praat-mee/bijdrage/{post.pk}/modereren/"
    sent = {"step": "decide", "act": "reject", "rule": factories.house_rule().pk}
    answer = moderator.post(path, sent | {"reason": "Lang over nagedacht."})
    assert answer.status_code == 422
    assert "Lang over nagedacht." in answer.content.decode()
    assert "bezig" in answer.content.decode().partition("error-summary")[2]
    assert not post.decisions.exists()
