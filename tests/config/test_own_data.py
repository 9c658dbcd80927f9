"""Erasure over all apps: no trace in any table, replies stay; the export is in words."""

import pytest
from django.apps import apps

from config.own_data import erase, export_for
from config.pages.own_data_words import LABELS
from discussions.models import Appeal, Decision, Post, Report, Topic
from tests import factories

pytestmark = pytest.mark.django_db
WORDS = "Waterlelie onder de brug"


def names(value):
    """Every name in an export, at any depth."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield name
            yield from names(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from names(inner)


def everything():
    """Every row of every table, as text."""
    return str([list(model.objects.values()) for model in apps.get_models(True)])


@pytest.fixture
def story(moderator):
    """A topic of somebody, with a reply of another, an edit, a reaction, a report, a decision."""
    person = factories.member(pseudonym="Zilvermeeuw")
    topic = factories.topic(author=person, title="Zilverdraad in de winter", body=WORDS)
    reply = factories.post(topic, author=factories.member(), body="Ik herken dat.")
    mine = factories.post(topic, author=person, body=f"{WORDS}, nog een keer")
    mine.edit(body=f"{WORDS}, veranderd")
    reply.react(person, "strength")
    Report.make(reply, kind="other", explanation=WORDS, reporter=person, email=person.email)
    decision = Decision.take(
        "hide", by=moderator.person, post=mine, rule=factories.house_rule(), reason=WORDS
    )
    Appeal.make(decision, text=WORDS)
    return person, topic, reply


def test_without_texts_no_word_and_no_name_is_left(story):
    person, topic, reply = story
    number, email = person.pk, person.email
    erase(person, keep_texts=False)
    kept = everything()
    for trace in (WORDS, "Zilvermeeuw", "Zilverdraad", email):
        assert trace not in kept
    assert not Post.objects.filter(author_id=number).exists()
    reply.refresh_from_db()
    assert reply.body == "Ik herken dat."
    assert reply.reaction_counts == {}
    topic.refresh_from_db()
    assert topic.post_count == 1


def test_replies_stay_readable_beside_a_neutral_line(story, member):
    person, topic, reply = story
    erase(person, keep_texts=False)
    html = member.get(topic.get_absolute_url()).content.decode()
    assert "Ik herken dat." in html
    assert WORDS not in html


def test_with_texts_only_the_name_goes(story, member):
    person, topic, reply = story
    erase(person, keep_texts=True)
    html = member.get(topic.get_absolute_url()).content.decode()
    assert WORDS in html
    assert "Zilvermeeuw" not in html
    assert "Zilvermeeuw" not in everything()


def test_moderation_keeps_the_rule_and_the_act(story):
    person, topic, reply = story
    erase(person, keep_texts=False)
    decision = Decision.objects.get()
    assert decision.act == "hide"
    assert decision.rule is not None
    assert decision.before == decision.after == {}
    assert not Appeal.objects.exists()


def test_a_topic_that_still_waits_goes_as_a_whole():
    person = factories.new_member()
    Topic.start(factories.board(), author=person, title="Wacht", body=WORDS)
    erase(person, keep_texts=True)
    assert WORDS not in everything()


def test_the_export_holds_the_earlier_texts_and_nothing_of_others(story, sign_in):
    person, topic, reply = story
    answer = sign_in(person).post(
        "/account/gegevens/", {"password": "samen-anders-doen", "as": "page"}
    )
    assert WORDS in answer.content.decode()
    assert {name for part in export_for(person).values() for name in names(part)} <= set(LABELS)
    exported = str(export_for(person))
    assert f"{WORDS}, nog een keer" in exported
    assert f"{WORDS}, veranderd" in exported
    assert "Ik herken dat." not in exported
