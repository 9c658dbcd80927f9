"""Input of any kind gets a clear page; health is for machines; promised addresses say so."""

import pytest

pytestmark = pytest.mark.django_db


def test_alive_asks_nothing_of_the_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert client.get("/gezond/").status_code == 200


def test_ready_needs_every_migration(client):
    from django.db.migrations.recorder import MigrationRecorder

    assert client.get("/gezond/klaar/").status_code == 200
    MigrationRecorder.Migration.objects.filter(app="movement").last().delete()
    assert client.get("/gezond/klaar/").status_code == 503


@pytest.mark.parametrize(
    "path", ["/account/login/?next=%00", "/account/login/?x=%ff", "/persoonlijk/%00/"]
)
def test_bytes_that_are_no_text_are_a_bad_request(client, path):
    answer = client.get(path)
    assert answer.status_code == 400
    assert b"<h1" in answer.content


@pytest.mark.parametrize("size", [5_000_000])
def test_a_field_of_megabytes_is_a_bad_request(client, size):
    answer = client.post("/account/login/", {"login": "x" * size, "password": "y"})
    assert answer.status_code == 400
    assert b"<h1" in answer.content


def test_a_field_of_one_megabyte_is_a_mistake_in_the_form(client):
    answer = client.post("/account/login/", {"login": "x" * 1_000_000, "password": "y"})
    assert answer.status_code == 422


def test_too_many_fields_is_a_bad_request(client):
    fields = {f"veld{number}": "x" for number in range(2500)}
    assert client.post("/account/login/", fields).status_code == 400


@pytest.mark.parametrize("value", ["\x00", "\ud800", "9" * 5000, "a@b.nl\x00", "{}" * 1000])
@pytest.mark.parametrize(
    "path", ["/account/login/", "/account/signup/", "/account/password/reset/"]
)
def test_strange_input_is_answered_in_the_form(client, path, value):
    value = value.encode("utf-8", "surrogatepass").decode("latin-1")
    form = dict.fromkeys(["login", "email", "password", "password1", "pseudonym"], value)
    assert client.post(path, form).status_code == 422


@pytest.mark.parametrize("path", ["/nieuwsbrief/", "/nieuwsbrief/bevestigen/"])
def test_an_address_of_later_says_what_will_be_there(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    assert b"mailto:rvjeugdzorg@loc.nl" in answer.content
    assert b"030 284 3200" in answer.content
    assert b"<form" not in answer.content
    assert not answer.cookies
