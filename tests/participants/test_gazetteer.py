"""Where a town lies, and what is asked when its name is not enough."""

import pytest

from participants.gazetteer import AmbiguousPlace, UnknownPlace, find, is_in_netherlands, names


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Den Haag", "Den Haag"),
        ("  den   HAAG ", "Den Haag"),
        ("'s-Gravenhage", "Den Haag"),
        ("’s Hertogenbosch", "'s-Hertogenbosch"),
        ("Den Bosch", "'s-Hertogenbosch"),
        ("Ulft", "Ulft"),
        ("hengelo (overijssel)", "Hengelo"),
    ],
)
def test_a_town_is_found_however_it_is_written(written, meant):
    assert find(written).name == meant


def test_a_name_in_two_provinces_asks_which():
    with pytest.raises(AmbiguousPlace) as refusal:
        find("Hengelo")
    assert refusal.value.provinces == ["Gelderland", "Overijssel"]
    assert find("Hengelo", "Overijssel").longitude == pytest.approx(6.79, abs=0.01)
    assert find("Hengelo", "Gelderland").longitude == pytest.approx(6.31, abs=0.02)


@pytest.mark.parametrize(
    "written",
    ["", "Dorpsstraat 12, Utrecht", "The Hague", "Antwerpen", "Hengelo (Zeeland)", "\x00"],
)
def test_what_is_no_town_is_unknown(written):
    with pytest.raises(UnknownPlace):
        find(written)


def test_every_suggestion_leads_to_one_place_in_the_netherlands():
    for name in names():
        place = find(name)
        assert place.label == name
        assert is_in_netherlands(place.latitude, place.longitude), name


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [(51.2194, 4.4025), (51.4344, 6.7623), (48.85, 2.35), (0, 0), (float("nan"), 5), (1e300, 5)],
)
def test_a_point_abroad_is_not_in_the_netherlands(latitude, longitude):
    assert not is_in_netherlands(latitude, longitude)
