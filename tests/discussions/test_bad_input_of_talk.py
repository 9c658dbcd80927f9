"""What somebody can send by mistake or on purpose: a clear answer, and nothing lost."""

from datetime import timedelta
from time import process_time

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from discussions.models import Appeal, Decision, Report, Topic
from movement.robots import stamp
from participants.models import Notification
from participants.pseudonyms import skeleton, validate_pseudonym
from tests import factories

pytestmark = pytest.mark.django_db


def test_a_report_on_an_own_post_says_so_and_is_still_a_report(member):
    post = factories.post(author=member.person)
    path = reverse("discussions:report", args=[post.pk])
    page = member.get(path).content.decode()
    assert reverse("discussions:withdraw", args=[post.pk]) in page
    assert reverse("discussions:block", args=[post.pk]) not in page
    shown_at = stamp(timezone.now() - timedelta(minutes=1))
    answer = member.post(path, {"kind": "other", "explanation": "Toch niet.", "shown_at": shown_at})
    assert answer.status_code == 200
    assert Report.objects.get(post=post).explanation == "Toch niet."


def test_a_text_of_a_million_signs_keeps_nobody_waiting(member):
    path = reverse("discussions:reply", args=[factories.topic().pk])
    begun = process_time()
    assert member.post(path, {"body": "a b " * 250_000, "act": "preview"}).status_code == 200
    assert process_time() - begun < 2


@pytest.mark.parametrize("name", ["Roo\0dborst", "²", "9" * 5000])
def test_an_invitation_of_an_odd_name_is_of_nobody(member, name):
    topic = factories.topic(author=member.person, mode=Topic.Mode.LISTEN)
    path = reverse("discussions:invite", args=[topic.pk])
    assert member.post(path, {"naam": name}).status_code == 302


@pytest.mark.parametrize("number", ["²", "abc", "9" * 30, "-1"])
def test_a_number_that_is_none_is_found_nowhere(moderator, number):
    post = factories.post()
    for path in (
        f"/beheer/discussions/post/{post.pk}/change/",
        f"{post.get_absolute_url()}modereren/",
    ):
        assert moderator.post(path, {"step": "undo", "decision": number}).status_code == 404
    path = f"/beheer/discussions/post/{post.pk}/change/"
    assert moderator.post(path, {"step": "see", "opening": number}).status_code == 404


def test_a_second_objection_is_refused_with_the_text_kept(sign_in):
    author = factories.member()
    decision = Decision.take(
        "hide", by=factories.moderator(), post=factories.post(author=author),
        rule=factories.house_rule(), reason="Omdat.",
    )  # fmt: skip
    client, path = sign_in(author), decision.get_absolute_url()
    assert client.post(path, {"text": "Ik ben het oneens."}).status_code == 302
    again = client.post(path, {"text": "Nog steeds oneens."})
    assert again.status_code == 422
    assert "Je maakte al bezwaar" in again.content.decode()
    assert "Nog steeds oneens." in again.content.decode()
    assert Appeal.objects.get().text == "Ik ben het oneens."


@pytest.mark.parametrize(
    "name",
    [
        "Mer\u202eel",
        "Mer\u200bel",
        "\u2066Merel\u2069",
        "Me\u00adrel",
        "Мerel",
        "Μerel",
        "Mer\u0430l",
    ],
)
def test_signs_that_hide_or_imitate_are_refused_in_a_name(name):
    with pytest.raises(ValidationError):
        validate_pseudonym(name)


@pytest.mark.parametrize("name", ["merel", "MEREL", "Mérel", "Me rel", "Me-rel", "Mere1", "Mere|"])
def test_a_name_that_looks_like_another_is_that_name(member, name):
    factories.member(pseudonym="Merel")
    assert skeleton(name) == skeleton("Merel")
    answer = member.post(reverse("account_pseudonym"), {"pseudonym": name})
    assert answer.status_code == 422
    member.person.refresh_from_db()
    assert member.person.pseudonym != name


def test_a_post_that_names_five_hundred_people_tells_nobody_and_comes_back(member):
    topic = factories.topic()
    crowd = [factories.member(pseudonym=f"Vogel{n:03}x") for n in range(30)]
    factories.many_posts(topic, 30, people=crowd)
    body = " ".join(f"@Vogel{n:03}x" for n in range(500))
    path = reverse("discussions:reply", args=[topic.pk])
    answer = member.post(path, {"body": body, "shown_at": stamp()})
    assert answer.status_code == 422
    assert "@Vogel029x" in answer.content.decode()
    assert not Notification.objects.filter(kind="mention").exists()


def test_five_hundred_strangers_are_a_crowd_too(member):
    """Nobody of these spoke here: one sentence, and a short list of what was found."""
    topic = factories.topic()
    body = " ".join(f"@Vogel{n:03}x" for n in range(500))
    answer = member.post(reverse("discussions:reply", args=[topic.pk]), {"body": body})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "hooguit tien mensen" in page
    assert page.count("<mark>") == 8
    assert "En nog 492 plekken." in page
    assert "@Vogel499x" in page.partition("<textarea")[2]


def test_a_post_of_one_sign_too_many_says_so_and_comes_back_whole(member):
    """The browser is not asked to cut it: it would do so in silence, when it is pasted."""
    path = reverse("discussions:reply", args=[factories.topic().pk])
    assert "maxlength" not in member.get(path).content.decode().partition("<textarea")[2][:400]
    answer = member.post(path, {"body": "a" * 19_996 + " slot"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "er passen 20000 tekens in. Nu zijn het er 20001" in page
    assert "aaa slot</textarea>" in page


def test_quotes_five_hundred_deep_are_read_as_the_last_level(member):
    topic = factories.topic()
    body = ">" * 500 + " heel diep"
    member.post(reverse("discussions:reply", args=[topic.pk]), {"body": body})
    page = member.get(topic.get_absolute_url()).content.decode()
    assert "heel diep" in page
    assert page.count("<blockquote") <= 5


def test_a_reply_to_a_post_that_was_hidden_meanwhile_comes_back_with_its_text(member):
    post = factories.post()
    path = reverse("discussions:reply", args=[post.topic_id])
    member.get(path, {"op": post.pk})
    Decision.take(
        "hide", by=factories.moderator(), post=post, rule=factories.house_rule(), reason="Omdat."
    )
    answer = member.post(path, {"body": "Dat herken ik.", "op": post.pk})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Dat herken ik." in page
    assert "niet meer" in page.partition("error-summary")[2].partition("</div>")[0]
    assert post.body not in page


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Mer\u200bel", "een teken dat je niet ziet"),
        ("Mer\u202eel", "een teken dat je niet ziet"),
        ("Mer\u0435l", "een letter uit een ander alfabet"),
        ("Merel ☀", "alleen letters, cijfers en spaties"),
    ],
)
def test_a_refused_name_says_what_is_wrong_with_it(member, name, words):
    answer = member.post(reverse("account_pseudonym"), {"pseudonym": name})
    assert answer.status_code == 422
    assert words in answer.content.decode()
