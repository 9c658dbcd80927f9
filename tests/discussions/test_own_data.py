"""What a person takes along, and what stays when the person is gone."""

import json

import pytest
from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import CharField, JSONField, TextField

from discussions import own_data
from discussions.models import Appeal, Decision, Post, Report, Topic
from tests import factories

pytestmark = pytest.mark.django_db
TRACE = "vlierbloesem"


def anywhere(word):
    """Every table and column in which the word stands."""
    found = []
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, (CharField, TextField, JSONField)):
                for value in model._base_manager.values_list(field.name, flat=True):
                    if word in str(value):
                        found.append(f"{model._meta.label}.{field.name}")
    return found


@pytest.fixture
def person():
    author, other = factories.member(), factories.member()
    topic = factories.topic(author=author, title=f"Over {TRACE}", body=f"Eerst {TRACE}.")
    answer = factories.post(topic, author=other, body="Een antwoord dat blijft.")
    post = factories.post(topic, author=author, body=f"Dan {TRACE}.")
    post.edit(body=f"Anders {TRACE}.")
    answer.react(author, "thanks")
    moderator = factories.moderator()
    rule = factories.house_rule()
    decision = Decision.take("hide", by=moderator, post=post, rule=rule, reason="Omdat.")
    Appeal.make(decision, text=f"Maar {TRACE}.")
    Report.make(answer, kind="other", explanation=f"Zie {TRACE}.", reporter=author)
    return author


def test_the_export_holds_all_of_this_person_and_nothing_of_others(person):
    text = json.dumps(own_data.export_for(person), cls=DjangoJSONEncoder)
    for words in (f"Eerst {TRACE}", f"Dan {TRACE}", f"Anders {TRACE}", f"Maar {TRACE}", "Omdat."):
        assert words in text
    assert "Een antwoord dat blijft." not in text


def test_after_erasure_no_text_is_left_and_replies_stay(person, visitor):
    own_data.erase(person, keep_texts=False)
    assert anywhere(TRACE) == []
    answer = Post.objects.get(body="Een antwoord dat blijft.")
    assert answer.reaction_counts == {}
    assert answer.topic.posts.filter(state=Post.State.ERASED).count() == 2
    assert Decision.objects.get().before == {}


def test_texts_may_stay_without_a_name(person, sign_in):
    own_data.erase(person, keep_texts=True)
    topic = Topic.objects.get()
    assert topic.author is None
    page = sign_in(factories.member()).get(topic.get_absolute_url()).content.decode()
    assert f"Eerst {TRACE}." in page
    assert person.pseudonym not in page
