"""What leaves the site of who takes part: the data of the map, a table, and places."""

import csv
import gzip
import io
import json
from datetime import UTC, datetime

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from config.demo import participants as demo
from movement.limits import RATES, Rate
from participants import gazetteer
from participants.exchange import guarded, unguarded
from participants.models import Organisation, Participation
from tests import factories

pytestmark = pytest.mark.django_db
MAP = "/deelnemers/kaart.json"


def table(response):
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def test_the_fourteen_organisations_weigh_little(visitor):
    demo.load(datetime(2026, 11, 1, tzinfo=UTC))
    response = visitor.get(MAP)
    payload = response.json()
    assert len(payload["items"]) + len(payload["unplaced"]) == 14
    assert [name for name, _ in payload["unplaced"]] == ["D3 (Dromen, Durven, Doen)"]
    assert [name for name, _ in payload["nationwide"]] == ["Leger des Heils Jeugdbescherming"]
    assert len(gzip.compress(response.content)) < 4_000


def test_ten_thousand_organisations_are_sent_within_bounds(visitor):
    towns = [factories.organisation_in(town) for town in ("Utrecht", "Arnhem", "Goirle")]
    made = Organisation.objects.bulk_create(
        Organisation(
            name=f"Organisatie voor jeugd nummer {n} in {towns[n % 3].town}",
            slug=f"groot-{n}",
            kind="provider",
            town=towns[n % 3].town,
            province=towns[n % 3].province,
            latitude=towns[n % 3].latitude,
            longitude=towns[n % 3].longitude,
        )
        for n in range(10_000)
    )
    Participation.objects.bulk_create(Participation(organisation=row) for row in made)
    response = visitor.get(MAP)
    assert len(response.json()["items"]) == 10_003
    assert len(gzip.compress(response.content)) < 400_000
    assert visitor.get("/deelnemers/").status_code == 200


def test_of_many_the_map_asks_the_towns_first_and_then_who_is_there(visitor, monkeypatch):
    factories.organisation_in("Utrecht", name="Een", kind="certified")
    factories.organisation_in("Utrecht", name="Twee")
    factories.organisation_in("Arnhem", name="Drie")
    factories.organisation_in("Arnhem", name="Verborgen", is_public=False)
    factories.organisation(name="Nergens")
    assert "vorm" not in visitor.get("/deelnemers/").context["listing"].source
    monkeypatch.setattr("participants.listing.SENT_AT_ONCE", 3)
    source = visitor.get("/deelnemers/?page=1").context["listing"].source
    assert source == f"{MAP}?page=1&vorm=plaatsen"
    response = visitor.get(source)
    assert [(town, count) for town, _, _, count in response.json()["towns"]] == [
        ("Arnhem", 1),
        ("Utrecht", 2),
    ]
    again = visitor.get(source, headers={"If-None-Match": response.headers["ETag"]})
    assert again.status_code == 304
    assert visitor.get(MAP).headers["ETag"] == response.headers["ETag"]
    assert "items" in visitor.get(MAP).json()
    here = visitor.get(f"{MAP}?plaats=Utrecht&soort=certified").json()
    assert [item[0] for item in here["items"]] == ["Een"]
    assert visitor.get(f"{MAP}?plaats=Atlantis").json()["items"] == []


def test_ten_thousand_organisations_begin_with_a_light_map(visitor):
    made = Organisation.objects.bulk_create(
        Organisation(
            name=f"Organisatie {n}", slug=f"groot-{n}", kind="provider", town=place.label,
            province=place.province, latitude=place.latitude, longitude=place.longitude,
        )
        for n, place in enumerate(gazetteer.find(name) for name in gazetteer.names() * 5)
    )  # fmt: skip
    Participation.objects.bulk_create(Participation(organisation=row) for row in made)
    assert len(made) > 9_000
    response = visitor.get(visitor.get("/deelnemers/").context["listing"].source)
    assert sum(row[3] for row in response.json()["towns"]) == len(made)
    assert len(gzip.compress(response.content)) < 40_000


def test_a_browser_that_has_the_map_gets_it_once(visitor):
    row = factories.organisation_in("Utrecht", name="Een")
    first = visitor.get(MAP)
    again = visitor.get(MAP, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    row.name = "Ander"
    row.save()
    changed = visitor.get(MAP, headers={"If-None-Match": first.headers["ETag"]})
    assert changed.status_code == 200
    assert changed.headers["ETag"] != first.headers["ETag"]


def test_the_table_holds_what_the_list_shows(visitor):
    factories.organisation_in("Utrecht", name="Eén; met teken", website="https://example.org/")
    factories.organisation(name="Ander", kind="certified")
    rows = table(visitor.get(f"{reverse('participants:csv')}?soort=provider"))
    assert [row["naam"] for row in rows] == ["Eén; met teken"]
    assert rows[0]["plaats"] == "Utrecht"
    assert rows[0]["landelijk"] == "nee"


@pytest.mark.parametrize("evil", ["=1+1", "+31", "-2", "@SUM(A1)", "\tx", "'=1+1", "＝1+1"])
def test_a_cell_is_never_a_formula(visitor, evil):
    factories.organisation(name=evil, region=evil)
    (row,) = table(visitor.get(reverse("participants:csv")))
    assert row["naam"] == f"'{evil}"
    assert unguarded(row["naam"]) == evil


@given(st.text())
def test_what_was_guarded_comes_back_the_same(text):
    assert unguarded(guarded(text)) == text


def test_places_are_geojson(visitor):
    place = factories.organisation_in("Utrecht", name="Met plaats")
    factories.organisation(name="Zonder plaats")
    response = visitor.get(reverse("participants:geojson"))
    assert response.headers["Content-Type"] == "application/geo+json"
    features = json.loads(response.content)["features"]
    assert [f["properties"]["naam"] for f in features] == ["Met plaats", "Zonder plaats"]
    assert features[0]["geometry"]["coordinates"] == [place.longitude, place.latitude]
    assert features[1]["geometry"] is None
    assert visitor.get(f"{reverse('participants:geojson')}?op=x").status_code == 422


def test_taking_the_list_along_too_often_is_asked_to_wait(visitor, monkeypatch):
    monkeypatch.setitem(RATES, "list-export", Rate(2, 3600))
    for _ in range(2):
        assert visitor.get(reverse("participants:csv")).status_code == 200
    for name in ("participants:csv", "participants:geojson"):
        response = visitor.get(reverse(name))
        assert response.status_code == 429
        assert response.headers["Retry-After"]


VALUES = {
    "q": ["", "a", "Utrecht", "organisatie", "b c"],
    "soort": ["", "provider", "certified"],
    "provincie": ["", "Utrecht", "Gelderland"],
    "groep": ["", "groep-1", "niet-vastgelegd"],
    "thema": ["", "thema"],
    "landelijk": ["", "on"],
    "op": ["", "2020-01-01", "2023-06-01"],
    "voorbeelden": ["", "on"],
}


@pytest.fixture
def mixture(monkeypatch):
    """Rows in which each combination of facts has a chance to occur."""
    monkeypatch.setitem(RATES, "list-export", Rate(100_000, 3600))
    first = factories.cohort(1)
    theme = factories.theme(slug="thema")
    for n in range(24):
        facts = {
            "kind": "provider" if n % 2 else "certified",
            "cohort": first if n % 3 == 0 else None,
            "is_nationwide": n % 4 == 0,
            "is_example": n % 7 == 0,
            "takes_part": False,
        }
        town = [None, "Utrecht", "Arnhem"][n % 3]
        cohort = facts.pop("cohort")
        make = factories.organisation if town is None else factories.organisation_in
        row = make(**facts) if town is None else make(town, **facts)
        Participation.objects.create(
            organisation=row, cohort=cohort, joined_on=["2019-01-01", "2023-01-01", None][n % 3]
        )
        if n % 5 == 0:
            row.themes.add(theme)


def compared(visitor, choice):
    """The paths that the list, the map and both exports show for one choice."""
    listing = visitor.get("/deelnemers/", choice).context["listing"]
    shown = [row.get_absolute_url() for row in listing.page.object_list]
    payload = visitor.get(MAP, choice).json()
    on_map = [item[1] for item in payload["items"] + payload["unplaced"]]
    assert sorted(on_map) == sorted(shown)
    assert len(payload["unplaced"]) == listing.drawing.unplaced.count
    assert len(payload["nationwide"]) == listing.drawing.nationwide.count
    assert sum(pin.count for pin in listing.drawing.pins) == len(payload["items"])
    assert listing.total == len(shown)
    cells = [row["adres"] for row in table(visitor.get(reverse("participants:csv"), choice))]
    assert [f"/deelnemers/{slug}/" for slug in cells] == shown
    return shown


def test_map_and_list_are_one_for_each_pair_of_choices(visitor, mixture):
    seen = set()
    names = list(VALUES)
    for index, one in enumerate(names):
        for other in names[index + 1 :]:
            for value in VALUES[one]:
                for second in VALUES[other]:
                    choice = {one: value, other: second}
                    key = tuple(sorted((k, v) for k, v in choice.items() if v))
                    if key not in seen:
                        seen.add(key)
                        compared(visitor, dict(key))
    assert len(compared(visitor, {})) > 10


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(choice=st.fixed_dictionaries({name: st.sampled_from(VALUES[name]) for name in VALUES}))
def test_map_and_list_are_one_for_any_choice(visitor, mixture, choice):
    compared(visitor, choice)
