"""Where an organisation is: only towns of the gazetteer, and a clear message otherwise."""

import pytest
from django.core.exceptions import ValidationError

from participants.models import Organisation


def cleaned(**facts):
    row = Organisation(name="Nieuw", slug="nieuw", kind="provider", **facts)
    row.clean()
    return row


def refusal(town):
    with pytest.raises(ValidationError) as caught:
        cleaned(town=town)
    return caught.value.message_dict["town"][0]


def test_a_town_brings_its_province_and_coordinates():
    row = cleaned(town="den haag", province="Drenthe")
    assert (row.town, row.province) == ("Den Haag", "Zuid-Holland")
    assert round(row.latitude, 1) == 52.1


def test_a_name_that_occurs_twice_asks_which_or_takes_the_province():
    message = refusal("Hengelo")
    assert "Hengelo (Gelderland)" in message
    assert "Hengelo (Overijssel)" in message
    assert cleaned(town="Hengelo", province="Overijssel").town == "Hengelo (Overijssel)"
    assert cleaned(town="Hengelo (Gelderland)", province="Overijssel").province == "Gelderland"


@pytest.mark.parametrize("town", ["Dorpsstraat 12, Utrecht", "3511 AB", "Postbus 1", "Lange laan"])
def test_a_street_address_is_recognised(town):
    assert "straat" in refusal(town)


def test_a_slip_of_the_pen_brings_a_suggestion():
    assert "Roermond" in refusal("Roermont")


@pytest.mark.parametrize("town", ["Atlantis", "x" * 5_000, "<b>", "Brussel"])
def test_what_is_no_town_here_is_refused(town):
    assert refusal(town)


def test_no_town_is_no_place():
    row = cleaned(town=" ", latitude=52.0, longitude=5.0)
    assert (row.town, row.latitude, row.longitude) == ("", None, None)


def test_coordinates_abroad_are_refused():
    row = Organisation(name="N", slug="n", kind="provider", latitude=48.85, longitude=2.35)
    with pytest.raises(ValidationError) as caught:
        row.clean_fields()
    assert {"latitude", "longitude"} <= set(caught.value.message_dict)


@pytest.mark.parametrize(
    "website", ["javascript:alert(1)", "data:text/html,x", "//example.org", "ftp://example.org/"]
)
def test_a_website_is_an_ordinary_one(website):
    row = Organisation(name="N", slug="n", kind="provider", website=website)
    with pytest.raises(ValidationError) as caught:
        row.clean_fields()
    assert "website" in caught.value.message_dict
