"""Who calls or writes speaks along, agrees to it, and can take it back."""

import re
from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.db import IntegrityError, transaction
from django.utils import timezone

from discussions.models import PaperContribution, Post
from discussions.models.boards import RESERVED
from discussions.models.paper import PURPOSE
from discussions.urls import urlpatterns
from movement import codes, personal_links
from movement.limits import RATES
from movement.models import LimitWindow
from participants.models import Person
from tests import factories

pytestmark = pytest.mark.django_db
TYPE = "/praat-mee/code/"
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


def code_on(page):
    """The code that the page of the staff shows, in four groups."""
    return re.search(r"(?:[A-Z347]{4} ){3}[A-Z347]{4}", page).group()


def test_what_staff_entered_comes_back_when_it_cannot_be_placed(moderator, topic):
    Person.objects.filter(pk=moderator.person.pk).update(
        suspended_until=timezone.now() + timedelta(days=1)
    )
    page = moderator.post(ADD, entered(topic))
    assert page.status_code == 422
    assert "Laat ze gewoon komen eten.</textarea>" in page.content.decode()
    assert not PaperContribution.objects.exists()


def test_staff_enters_a_call_and_the_caller_changes_and_takes_it_back(moderator, visitor, topic):
    page = moderator.post(ADD, entered(topic)).content.decode()
    seen = visitor.get(topic.get_absolute_url()).content.decode()
    assert "Laat ze gewoon komen eten." in seen
    assert "Een grootmoeder" in seen
    code = code_on(page)
    own = "/praat-mee/papier/"
    assert visitor.post(TYPE, {"code": code}).url == own
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


def given(topic, **more):
    values = {"body": "Laat ze eten.", "name_shown": "Een opa", "channel": "phone"}
    return PaperContribution.enter(
        topic, by=factories.moderator(), wording="Dit mag.", **(values | more)
    )


def test_without_a_code_the_page_asks_for_one(visitor, member, topic):
    given(topic)
    for client in (visitor, member):
        assert client.get("/praat-mee/papier/").url == TYPE
        assert "Laat ze eten." not in client.get(TYPE).content.decode()


def test_a_code_is_typed_in_any_case_with_any_spaces(visitor, topic):
    _made, code = given(topic)
    assert len(code.replace(" ", "")) == 16
    spellings = (code, code.lower(), code.replace(" ", ""), code.replace(" ", " - "), f" {code}.")
    for typed in (*spellings, code.replace("L", "1")):
        assert visitor.post(TYPE, {"code": typed}).status_code == 302, typed


@pytest.mark.parametrize(
    ("mistake", "words"),
    [
        (lambda code: code[:-1], "Je typte er 15"),
        (lambda code: "O" + code[1:], "“O” staat in geen enkele code"),
        (lambda code: ("C" if code[0] != "C" else "D") + code[1:], "groepje voor groepje"),
        (lambda code: codes.make(), "kennen deze code niet"),
        (lambda code: "", "Dit veld is verplicht"),
        (lambda code: "https://example.org/persoonlijk/verzonnen/", "kennen deze code niet"),
    ],
)
def test_a_mistake_is_told_where_it_is(visitor, topic, mistake, words):
    _made, code = given(topic)
    answer = visitor.post(TYPE, {"code": mistake(code.replace(" ", ""))})
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert visitor.get("/praat-mee/papier/").status_code == 302


def test_nobody_guesses_codes(visitor, topic):
    _made, code = given(topic)
    assert RATES["paper-code"].times <= 30
    assert visitor.post(TYPE, {"code": codes.make()}).status_code == 422
    LimitWindow.objects.filter(key__startswith="paper-code:").update(count=30)
    assert visitor.post(TYPE, {"code": code}).status_code == 429


def test_a_code_of_something_else_opens_nothing(visitor):
    typed = personal_links.issue_code("report", 1, days=1)
    assert visitor.post(TYPE, {"code": typed}).status_code == 422


def test_addresses_that_were_given_before_still_work(visitor, topic):
    made, _code = given(topic)
    link = personal_links.issue(PURPOSE, made.post_id, days=30)
    assert visitor.get(link, follow=True).redirect_chain[-1][0] == "/praat-mee/papier/"
    visitor.cookies.clear()
    assert visitor.post(TYPE, {"code": link}).url == "/praat-mee/papier/"


def test_a_lost_code_is_replaced(moderator, visitor, topic):
    made, old = given(topic)
    typed = {"action": "give_new_code", "_selected_action": [made.pk]}
    page = moderator.post("/beheer/discussions/papercontribution/", typed).content.decode()
    assert visitor.post(TYPE, {"code": old}).status_code == 422
    assert visitor.post(TYPE, {"code": code_on(page)}).status_code == 302
    assert LogEntry.objects.get().user == moderator.person


def test_what_was_typed_stays_when_the_half_hour_is_over(visitor, topic):
    given(topic)
    answer = visitor.post("/praat-mee/papier/", {"body": "Lang over nagedacht."})
    assert answer.status_code == 403
    assert "Lang over nagedacht." in answer.content.decode()


def test_no_board_takes_the_address_of_a_page_of_praat_mee():
    words = {str(one.pattern).split("/")[0] for one in urlpatterns}
    assert {word for word in words if word.isalpha()} == set(RESERVED)
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.board(slug="code")
