"""Quoting a part of a post: chosen, never copied, and gone with its source."""

import uuid

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from discussions import quoting
from discussions.models import Decision, Post
from tests import factories

pytestmark = pytest.mark.django_db
BODY = "Eerst was het stil. Toen kwam er **iemand** langs! Die vroeg hoe het ging."
PLAIN = "Eerst was het stil. Toen kwam er iemand langs! Die vroeg hoe het ging."


@pytest.fixture
def source():
    return factories.post(body=BODY)


def reply_path(source, **asked):
    extra = "".join(f"&{name}={value}" for name, value in asked.items())
    return f"{reverse('discussions:reply', args=[source.topic_id])}?op={source.pk}{extra}"


def answer(client, source, **more):
    values = {"body": "Mooi.", "once": uuid.uuid4().hex, "op": source.pk, **more}
    return client.post(reverse("discussions:reply", args=[source.topic_id]), values)


def quotes_in(client, topic):
    page = client.get(topic.get_absolute_url()).content.decode()
    return [part.split("</blockquote>")[0] for part in page.split("<blockquote")[1:]]


def test_without_choosing_the_first_sentences_are_quoted(member, source):
    page = member.get(reply_path(source)).content.decode()
    assert f"<p>{PLAIN}</p>" in page
    assert f'value="0-{len(PLAIN)}"' in page
    long = factories.post(source.topic, body="Een zin. " * 60)
    start, end = quoting.usual(quoting.text_of(long))
    assert quoting.text_of(long)[start:end].endswith("zin.")
    assert end <= quoting.USUAL


def test_a_member_chooses_from_which_sentence_to_which(member, source):
    page = answer(member, source, citaat="0-19", citaat_van="1", citaat_tot="2", act="preview")
    words = "… Toen kwam er iemand langs! Die vroeg hoe het ging."
    assert words in page.content.decode()
    answer(member, source, citaat="0-19", citaat_van="1")
    assert "<p>… Toen kwam er iemand langs! …</p>" in quotes_in(member, source.topic)[-1]


def test_a_member_quotes_nothing_and_still_answers_somebody(member, source):
    answer(member, source, citaat="0-19", citaat_van="niets")
    post = Post.objects.latest("pk")
    assert (post.quoted, post.quoted_end) == (source, None)
    assert "<p>" not in quotes_in(member, source.topic)[-1]


def test_a_selection_is_counted_without_spaces(member, source):
    low = len("".join(PLAIN.split("Toen")[0].split()))
    page = member.get(reply_path(source, van=low, tot=low + len("Toenkwameriemand")))
    assert "<p>… Toen kwam er iemand …</p>" in page.content.decode()


@pytest.mark.parametrize("asked", [
    {"citaat": "5"}, {"citaat": "9-3"}, {"citaat": "0-99999"}, {"citaat": "-1-4"},
    {"citaat": "x" * 5000}, {"citaat_van": "99", "citaat": "x"}, {"citaat_tot": "-1", "citaat": ""},
])  # fmt: skip
def test_a_range_that_is_none_quotes_nothing(member, source, asked):
    assert answer(member, source, **asked).status_code == 302
    assert Post.objects.latest("pk").quoted_end is None


@pytest.mark.parametrize("asked", [
    {"van": "x", "tot": "9"}, {"van": "9" * 40, "tot": "1"}, {"van": "-1", "tot": "²"},
    {"van": "50", "tot": "10"},
])  # fmt: skip
def test_an_odd_selection_is_the_usual_quote(member, source, asked):
    assert PLAIN in member.get(reply_path(source, **asked)).content.decode()


def test_no_more_than_the_limit_is_quoted_cut_between_words(member):
    source = factories.post(body="woord " * 300)
    answer(member, source, citaat="0-1500")
    post = Post.objects.latest("pk")
    assert quoting.MOST - 6 < post.quoted_end <= quoting.MOST
    assert quotes_in(member, source.topic)[-1].count("woord …") == 1


def test_a_quote_follows_its_passage_when_the_source_changes(member, source):
    answer(member, source, citaat_van="1")
    source.edit(body=f"Vooraf nog dit. {BODY}")
    assert "<p>… Toen kwam er iemand langs! …</p>" in quotes_in(member, source.topic)[-1]
    source.edit(body="Ik heb het anders verteld, veel langer dan eerst, en zonder die zin.")
    last = quotes_in(member, source.topic)[-1]
    assert "<p>" not in last
    assert source.author.pseudonym in last


def test_what_a_moderator_blanks_is_gone_from_the_quote(member, source):
    answer(member, source, citaat_van="1")
    source.blank("iemand", "[weg]")
    assert "iemand" not in "".join(quotes_in(member, source.topic))


def test_undo_of_an_edit_by_a_moderator_brings_quotes_back(member, source):
    """Of before the edit as they were; of after it where their words stand."""
    answer(member, source, citaat_van="1")
    before = quotes_in(member, source.topic)
    reason = {"rule": factories.house_rule(), "reason": "Herkenbaar."}
    body = "Die vroeg hoe het ging. De rest gaat over iemand anders."
    edit = Decision.take("edit", by=factories.moderator(), post=source, body=body, **reason)
    assert "langs!" not in "".join(quotes_in(member, source.topic))
    answer(member, source, citaat_van="0")
    edit.undo(factories.moderator())
    after = quotes_in(member, source.topic)
    assert after[:-1] == before
    assert "<p>… Die vroeg hoe het ging.</p>" in after[-1]


def test_undo_moves_quotes_back_that_the_edit_moved(member, source):
    answer(member, source, citaat_van="1")
    before = quotes_in(member, source.topic)
    reason = {"rule": factories.house_rule(), "reason": "Herkenbaar."}
    body = f"Iets vooraf. {BODY}"
    edit = Decision.take("edit", by=factories.moderator(), post=source, body=body, **reason)
    edit.undo(factories.moderator())
    assert quotes_in(member, source.topic) == before


def test_a_quote_ends_with_its_source(member, source):
    answer(member, source, citaat_van="1")
    rule = factories.house_rule()
    Decision.take("hide", by=factories.moderator(), post=source, rule=rule, reason="x")
    page = member.get(source.topic.get_absolute_url()).content.decode()
    assert "Toen kwam er" not in page


def test_signs_with_a_meaning_in_html_are_quoted_as_they_are(member):
    source = factories.post(body='Zij & ik < wij, zei "hij".')
    answer(member, source, citaat_van="0")
    assert "<p>Zij &amp; ik &lt; wij, zei &quot;hij&quot;.</p>" in quotes_in(member, source.topic)[
        -1
    ].replace("&#34;", "&quot;")


@given(st.text(max_size=400), st.text(max_size=8), st.text(max_size=8))
def test_any_text_and_any_range_give_words_of_that_text_or_none(text, first, last):
    text = " ".join(text.split())
    for part in (
        quoting.usual(text), quoting.selected(text, first, last), quoting.chosen(text, first, last),
    ):  # fmt: skip
        if part is not None:
            assert 0 <= part[0] < part[1] <= len(text)
            assert part[1] - part[0] <= quoting.MOST
