"""Who calls or writes speaks along, agrees to it, and can take it back."""

import re

import pytest

from discussions.models import PaperContribution, Post
from tests import factories

pytestmark = pytest.mark.django_db
ADD = "/beheer/discussions/papercontribution/add/"


@pytest.fixture
def topic():
    return factories.topic(on=factories.board(public=True))


def entered(topic, **more):
    return {
        "number": topic.pk,
        "channel": "phone",
        "name_shown": "Een grootmoeder",
        "body": "Laat ze gewoon komen eten.",
        "wording": "Dit mag op de site.",
        "agreed": "on",
        **more,
    }


def test_staff_enters_a_call_and_the_caller_changes_and_takes_it_back(moderator, visitor, topic):
    page = moderator.post(ADD, entered(topic)).content.decode()
    seen = visitor.get(topic.get_absolute_url()).content.decode()
    assert "Laat ze gewoon komen eten." in seen
    assert "Een grootmoeder" in seen
    path = re.search(r"/persoonlijk/[^<]+/", page).group()
    assert visitor.get(path).status_code == 302
    own = "/praat-mee/papier/"
    assert "Laat ze gewoon komen eten." in visitor.get(own).content.decode()
    visitor.post(own, {"body": "Zet een bord extra op tafel."})
    assert "Zet een bord extra op tafel." in visitor.get(topic.get_absolute_url()).content.decode()
    visitor.post(own, {"weg": "1"})
    assert "Zet een bord" not in visitor.get(topic.get_absolute_url()).content.decode()
    assert PaperContribution.objects.get().withdrawn_at is not None
    assert visitor.get(own).status_code == 200


def test_nothing_is_entered_without_consent_or_with_what_can_be_recognised(moderator, topic):
    assert moderator.post(ADD, entered(topic, agreed="")).status_code == 422
    named = entered(topic, body="Mijn kleinzoon Daan at mee.")
    assert moderator.post(ADD, named).status_code == 422
    assert Post.objects.filter(topic=topic).count() == 1


def test_only_moderators_enter(editor, topic):
    assert editor.post(ADD, entered(topic)).status_code == 403
    assert not PaperContribution.objects.exists()


def test_the_page_is_for_who_has_the_address(visitor, member, topic):
    for client in (visitor, member):
        assert client.get("/praat-mee/papier/").status_code == 404
