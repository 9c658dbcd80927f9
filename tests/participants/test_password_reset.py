"""Choosing a new password: nobody learns who has an account; links lead to this site."""

import pytest
from allauth.account.models import EmailAddress

from movement.models import OutboxMessage
from tests import factories

pytestmark = pytest.mark.django_db
URL = "/account/password/reset/"


@pytest.fixture
def person(db):
    made = factories.member()
    EmailAddress.objects.create(user=made, email=made.email, verified=True, primary=True)
    return made


def test_somebody_chooses_a_new_password_and_signs_in(visitor, person, letters, link_in):
    visitor.post(URL, {"email": person.email})
    answer = visitor.get(link_in(letters()[0]), follow=True)
    path = answer.redirect_chain[-1][0]
    new = {"password1": "een-nieuwe-lange-zin", "password2": "een-nieuwe-lange-zin"}
    visitor.post(path, new)
    answer = visitor.post("/account/login/", {"login": person.email, "password": new["password1"]})
    assert answer.headers["Location"] == "/account/"


def test_known_and_unknown_get_the_same_answer(visitor, person, letters):
    known = visitor.post(URL, {"email": person.email}, follow=True)
    unknown = visitor.post(URL, {"email": "niemand@example.net"}, follow=True)
    assert known.redirect_chain == unknown.redirect_chain
    assert known.content == unknown.content
    assert [letter.to for letter in letters()] == [[person.email]]


def test_known_and_unknown_cost_the_same_rows(visitor, person):
    visitor.post(URL, {"email": person.email})
    known = OutboxMessage.objects.count()
    visitor.post(URL, {"email": "niemand@example.net"})
    assert OutboxMessage.objects.count() == 2 * known
    assert "niemand" not in str(list(OutboxMessage.objects.values()))


def test_the_link_leads_to_this_site_whatever_the_request_says(client, person, letters):
    client.post(URL, {"email": person.email}, headers={"host": "testserver"})
    assert "http://localhost/account/password/reset/key/" in letters()[0].body
    assert "testserver" not in letters()[0].body


def test_a_used_link_says_so(visitor, person, letters, link_in):
    visitor.post(URL, {"email": person.email})
    path = link_in(letters()[0])
    person.set_password("intussen-iets-anders")
    person.save()
    answer = visitor.get(path, follow=True)
    assert b'href="/account/password/reset/"' in answer.content
    assert b'name="password1"' not in answer.content


def test_one_mailbox_is_not_flooded(visitor, person):
    answers = [visitor.post(URL, {"email": person.email}) for _time in range(5)]
    assert answers[-1].status_code == 429
    assert OutboxMessage.objects.filter(recipient=person.email).count() <= 3


def test_changing_the_password_is_told_by_mail(sign_in, person, letters):
    client = sign_in(person)
    answer = client.post(
        "/account/password/change/",
        {
            "oldpassword": "samen-anders-doen",
            "password1": "een-nieuwe-lange-zin",
            "password2": "een-nieuwe-lange-zin",
        },
    )
    assert answer.status_code == 302
    assert letters()[0].to == [person.email]
    assert "wachtwoord" not in letters()[0].subject
