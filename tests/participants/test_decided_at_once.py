"""Two members of staff at once: one is first, and the other reads what both wrote."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections, transaction

from movement.models import OutboxMessage
from participants.models import JoinRequest, Organisation, Participation, Proposal
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)
PROPOSAL = "/beheer/participants/proposal/{}/change/"
REQUEST = "/beheer/participants/joinrequest/{}/change/"
HEAD_START = 0.7


@pytest.fixture
def staff(sign_in):
    """Two editors, each in a browser of their own."""
    return [sign_in(factories.editor()) for _one in range(2)]


def sent_at_once(staff, path, forms, rows):
    """What each of the staff gets for a form of their own, both sent while the rows are locked."""

    def send(client, form):
        try:
            return client.post(path, form)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(staff)) as pool:
        with transaction.atomic():
            list(rows.select_for_update())
            answers = [pool.submit(send, one, form) for one, form in zip(staff, forms, strict=True)]
            time.sleep(HEAD_START)
        return [answer.result(timeout=60) for answer in answers]


def split(answers):
    """The one that led on, and the one that stayed."""
    won = [answer for answer in answers if answer.status_code == 302]
    lost = [answer for answer in answers if answer.status_code != 302]
    assert (len(won), len(lost)) == (1, 1), [answer.status_code for answer in answers]
    return won[0], lost[0]


def proposed():
    row = factories.organisation_in(
        "Utrecht", name="De Haven", own_words="Oude woorden.", contact_email="h@example.org"
    )
    return Proposal.objects.create(
        organisation=row,
        before={"own_words": "Oude woorden."},
        proposed={"own_words": "Nieuwe woorden."},
    )


@pytest.mark.parametrize("repeat", range(3))
def test_a_proposal_is_decided_by_one_and_the_other_reads_both_texts(staff, repeat):
    found = proposed()
    path = PROPOSAL.format(found.pk)
    forms = [
        {"act": "approve", "own_words": "Kortere woorden.", "reason": "Korter gemaakt"},
        {"act": "approve", "own_words": "Andere woorden.", "reason": "Anders gezegd"},
    ]
    rows = Proposal.objects.filter(pk=found.pk)
    _won, lost = split(sent_at_once(staff, path, forms, rows))
    found.refresh_from_db()
    first = next(form for form in forms if form["reason"] == found.reason)
    other = next(form for form in forms if form is not first)
    assert found.state == "amended"
    assert found.decided_by_id == staff[forms.index(first)].person.pk
    assert Organisation.objects.get().own_words == first["own_words"]
    assert lost.status_code == 409
    html = lost.content.decode()
    for words in (first["own_words"], first["reason"], other["own_words"], other["reason"]):
        assert words in html
    assert 'name="act"' not in html
    assert OutboxMessage.objects.filter(kind="proposal-decided").count() == 1


def test_approving_and_refusing_at_once_does_one_of_both(staff):
    found = proposed()
    path = PROPOSAL.format(found.pk)
    forms = [
        {"act": "approve", "own_words": "Nieuwe woorden.", "reason": ""},
        {"act": "refuse", "reason": "Klopt niet meer"},
    ]
    rows = Proposal.objects.filter(pk=found.pk)
    _won, lost = split(sent_at_once(staff, path, forms, rows))
    found.refresh_from_db()
    words = Organisation.objects.get().own_words
    assert (found.state, words) in {
        ("approved", "Nieuwe woorden."),
        ("refused", "Oude woorden."),
    }
    assert lost.status_code == 409
    assert "Nieuwe woorden." in lost.content.decode()


@pytest.mark.parametrize("repeat", range(3))
def test_a_request_becomes_one_organisation(staff, repeat):
    asked = JoinRequest.objects.create(
        organisation_name="Buurthuis", kind="initiative", town="Arnhem", name="Sam",
        email="sam@example.org", message="Wij willen meedoen.",
    )  # fmt: skip
    path = REQUEST.format(asked.pk)
    form = {
        "organisation_name": "Buurthuis", "kind": "initiative", "town": "Arnhem",
        "web_address": "", "name": "Sam", "email": "sam@example.org", "state": "new",
        "organisation": "", "_turn": "1",
    }  # fmt: skip
    notes = ["Aantekening van de een", "Aantekening van de ander"]
    forms = [{**form, "note": note} for note in notes]
    rows = JoinRequest.objects.filter(pk=asked.pk)
    _won, lost = split(sent_at_once(staff, path, forms, rows))
    made = Organisation.objects.get()
    asked.refresh_from_db()
    assert (asked.organisation, asked.state) == (made, "agreed")
    assert Participation.objects.count() == 1
    assert asked.handled_by_id == staff[notes.index(asked.note)].person.pk
    html = lost.content.decode()
    assert lost.status_code in {200, 422}
    assert lost.context["adminform"].form.non_field_errors()
    assert next(note for note in notes if note != asked.note) in html
    assert made.name in html


def test_an_old_form_does_not_take_away_what_a_request_became(staff):
    asked = JoinRequest.objects.create(
        organisation_name="Buurthuis", kind="initiative", town="", name="Sam",
        email="sam@example.org", message="Wij willen meedoen.",
    )  # fmt: skip
    made = asked.turn_into_organisation(by=staff[0].person)
    form = {
        "organisation_name": "Buurthuis", "kind": "initiative", "town": "", "web_address": "",
        "name": "Sam", "email": "sam@example.org", "state": "agreed", "note": "Later",
        "organisation": "",
    }  # fmt: skip
    assert staff[1].post(REQUEST.format(asked.pk), form).status_code == 302
    asked.refresh_from_db()
    assert (asked.organisation, asked.note) == (made, "Later")
