"""Sign-up: little is asked, nothing can be probed, one address is confirmed."""

import pytest
from allauth.account.models import EmailAddress
from django.utils import timezone

from movement import robots
from participants.models import Person, PersonConsent
from tests import factories

pytestmark = pytest.mark.django_db
URL = "/account/signup/"
SENT = "/account/confirm-email/"


def test_somebody_signs_up_confirms_and_signs_in(visitor, signing_up, letters, link_in):
    answer = visitor.post(URL, signing_up())
    assert answer.headers["Location"] == SENT
    person = Person.objects.get(email="iemand@example.net")
    assert person.pseudonym == "Zilvermeeuw"
    path = link_in(letters()[0])
    visitor.get(path)
    assert not EmailAddress.objects.get().verified
    visitor.post(path)
    assert EmailAddress.objects.get().verified
    visitor.post("/account/login/", {"login": person.email, "password": "een-lange-zin-van-mij"})
    assert b"Zilvermeeuw" in visitor.get("/account/").content


def test_consent_is_kept_in_the_words_that_were_shown(visitor, signing_up):
    page = visitor.get(URL).content.decode()
    visitor.post(URL, signing_up())
    consents = PersonConsent.objects.filter(person__email="iemand@example.net")
    assert {consent.subject for consent in consents} == {"age", "house-rules"}
    assert all(consent.wording in page for consent in consents)


def test_the_form_asks_no_real_name_and_no_birth_date(visitor):
    page = visitor.get(URL)
    assert set(page.context["form"].fields) == {
        "email", "password1", "pseudonym", "is_old_enough", "once", "shown_at", "website",
    }  # fmt: skip
    html = page.content.decode()
    assert "tel:08000432" in html
    assert "/over/wat-gebeurt-er-met-wat-ik-schrijf/" in html


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("email", "geen adres"),
        ("email", "een@example.net\r\nBcc: twee@example.net"),
        ("password1", "kort"),
        ("password1", "1q2w3e4r5t6y"),
        ("pseudonym", ""),
        ("pseudonym", "iemand@example.net"),
        ("pseudonym", "L0C"),
        ("pseudonym", "Mod erator"),
        ("pseudonym", "Rооdborst"),  # noqa: RUF001  two letters are Cyrillic
        ("pseudonym", "Rood\u200bborst"),
        ("pseudonym", "x" * 41),
        ("pseudonym", "\x00"),
        ("is_old_enough", ""),
    ],
)
def test_a_mistake_is_answered_at_its_field_with_what_was_typed(visitor, signing_up, field, value):
    answer = visitor.post(URL, signing_up(**{field: value}))
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert b"error-summary" in answer.content
    if field != "email":
        assert b"iemand@example.net" in answer.content
    assert b"een-lange-zin-van-mij" not in answer.content
    assert not Person.objects.exists()


@pytest.mark.parametrize("like", ["Zilvermeeuw", "ZILVERMEEUW", "zilver-meeuw", "Zi1vermeeuw"])
def test_names_that_look_alike_cannot_both_exist(visitor, signing_up, like):
    factories.person(pseudonym="Zilvermeeuw")
    answer = visitor.post(URL, signing_up(pseudonym=like))
    assert answer.status_code == 422
    assert "pseudonym" in answer.context["form"].errors


def test_a_known_address_gets_the_same_answer(visitor, signing_up, letters):
    factories.person(email="iemand@example.net")
    before = Person.objects.count()
    answer = visitor.post(URL, signing_up(pseudonym="Andere naam"))
    assert answer.status_code == 302
    assert answer.headers["Location"] == SENT
    assert Person.objects.count() == before
    assert b"iemand@example.net" not in visitor.get(SENT).content
    assert [letter.to for letter in letters()] == [["iemand@example.net"]]


def test_known_and_unknown_cost_the_same_work(visitor, signing_up, monkeypatch, settings):
    """The slow part, hashing, is done in both cases; counted, because a clock would waver."""
    hashed = []

    class Counting(type(__import__("django.contrib.auth.hashers", fromlist=["x"]).get_hasher())):
        def encode(self, *args, **kwargs):
            hashed.append(1)
            return super().encode(*args, **kwargs)

    monkeypatch.setattr("django.contrib.auth.hashers.get_hashers", lambda: [Counting()])
    visitor.post(URL, signing_up())
    unknown = len(hashed)
    visitor.post(URL, signing_up(pseudonym="Andere naam"))
    assert len(hashed) - unknown == unknown > 0


def test_a_robot_is_answered_as_if_all_went_well(visitor, signing_up, letters):
    answer = visitor.post(URL, signing_up(website="http://spam.example"))
    assert answer.headers["Location"] == SENT
    assert not Person.objects.exists()
    assert letters() == []


def test_the_same_form_twice_makes_one_account(visitor, signing_up, letters):
    form = signing_up()
    visitor.post(URL, form)
    again = visitor.post(URL, {**form, "email": "ander@example.net", "pseudonym": "Ander"})
    assert again.headers["Location"] == SENT
    assert Person.objects.count() == 1
    assert len(letters()) == 1


def test_too_many_accounts_from_one_network_wait(visitor, signing_up):
    answers = [
        visitor.post(
            URL, signing_up(email=f"m{n}@example.net", pseudonym=f"Meeuw {n:03}", website="x")
        )
        for n in range(22)
    ]
    assert answers[0].status_code == 302
    assert answers[-1].status_code == 429
    assert int(answers[-1].headers["Retry-After"]) > 0
    assert b"m21@example.net" in answers[-1].content


def test_a_fast_sign_up_is_not_lost_in_silence(visitor, signing_up):
    """As with a password manager: the form comes back with the text, and works the next time."""
    form = signing_up(shown_at=robots.stamp(timezone.now()))
    response = visitor.post("/account/signup/", form)
    assert response.status_code in {200, 422}
    html = response.content.decode()
    assert response.context["form"].non_field_errors()
    assert "Zilvermeeuw" in html
    assert f'value="{form["shown_at"]}"' in html
    assert not Person.objects.exists()
    again = visitor.post("/account/signup/", signing_up(once=form["once"]))
    assert again.status_code == 302
    assert Person.objects.get().pseudonym == "Zilvermeeuw"
