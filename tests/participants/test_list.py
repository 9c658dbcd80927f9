"""The list of who takes part: what it shows, how it is narrowed, and what it costs."""

from datetime import date

import pytest
from django.urls import reverse

from movement.models import Theme
from participants.models import Organisation, OtherName, Participation
from tests import factories

pytestmark = pytest.mark.django_db
LIST = "/deelnemers/"


@pytest.fixture
def cast():
    """Organisations that differ in everything that can be chosen."""
    second = factories.cohort(2, name="Tweede groep", slug="tweede-groep")
    theme = Theme.objects.create(name="Rechten & plichten", slug="rechten")
    haag = factories.organisation_in("Den Haag", name="Alfa", slug="alfa", kind="certified")
    haag.themes.add(theme)
    factories.organisation_in("Den Haag", name="Bravo", slug="bravo", cohort=second)
    factories.organisation_in("Hengelo (Overijssel)", name="Charlie", slug="charlie")
    factories.organisation_in("Utrecht", name="Delta", slug="delta", is_nationwide=True)
    nowhere = factories.organisation(name="Echo", slug="echo", region="Twente")
    OtherName.objects.create(organisation=nowhere, name="Vroeger")
    factories.organisation(name="Foxtrot", slug="foxtrot", is_example=True)
    factories.organisation(name="Verborgen", slug="verborgen", is_public=False)
    factories.organisation(name="Buiten", slug="buiten", takes_part=False)


def names(response):
    return [row.name for row in response.context["listing"].page.object_list]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("", "Alfa Bravo Charlie Delta Echo"),
        ("q=den+haag", "Alfa Bravo"),
        ("q=HAAG+alfa", "Alfa"),
        ("q=vroeger", "Echo"),
        ("q=twente", "Echo"),
        ("soort=certified", "Alfa"),
        ("provincie=Overijssel", "Charlie"),
        ("groep=tweede-groep", "Bravo"),
        ("groep=niet-vastgelegd", "Alfa Charlie Delta Echo"),
        ("thema=rechten", "Alfa"),
        ("landelijk=on", "Delta"),
        ("voorbeelden=on", "Alfa Bravo Charlie Delta Echo Foxtrot"),
        ("q=den+haag&soort=provider", "Bravo"),
        ("page=99", "Alfa Bravo Charlie Delta Echo"),
        ("page=-3&onbekend=1", "Alfa Bravo Charlie Delta Echo"),
    ],
)
def test_the_list_holds_what_fits_the_choice_by_alphabet(visitor, cast, asked, expected):
    assert names(visitor.get(f"{LIST}?{asked}")) == expected.split()


def test_who_took_part_on_a_day_follows_the_history(visitor):
    left = factories.organisation(name="Weg", takes_part=False)
    Participation.objects.create(
        organisation=left, joined_on=date(2022, 1, 1), left_on=date(2024, 1, 1), ending="left"
    )
    later = factories.organisation(name="Later", takes_part=False)
    Participation.objects.create(organisation=later, joined_on=date(2023, 6, 1))
    factories.organisation(name="Onbekend")

    assert names(visitor.get(LIST)) == ["Later", "Onbekend"]
    assert names(visitor.get(f"{LIST}?op=2022-05-01")) == ["Onbekend", "Weg"]
    assert names(visitor.get(f"{LIST}?op=2023-07-01")) == ["Later", "Onbekend", "Weg"]
    assert names(visitor.get(f"{LIST}?op=2024-01-01")) == ["Later", "Onbekend"]


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ("op=31-31-2020", "op"),
        ("op=gisteren", "op"),
        ("op=9999999-01-01", "op"),
        ("soort=geheim", "soort"),
        ("provincie=Vlaanderen", "provincie"),
        ("groep=negende", "groep"),
        ("thema=weg", "thema"),
        (f"q={'x' * 101}", "q"),
    ],
)
def test_a_choice_that_cannot_be_is_refused_at_its_field(visitor, cast, asked, field):
    response = visitor.get(f"{LIST}?{asked}")
    assert response.status_code == 422
    assert set(response.context["listing"].filter.form.errors) == {field}
    html = response.content.decode()
    assert f'href="#id_{field}"' in html
    typed = asked.partition("=")[2]
    if field == "op":
        assert f'type="text" name="op" value="{typed}"' in html
    assert visitor.get(f"{reverse('participants:map_data')}?{asked}").status_code == 422
    assert visitor.get(f"{reverse('participants:csv')}?{asked}").status_code == 422


def test_bytes_that_are_no_text_are_refused(visitor):
    assert visitor.get(f"{LIST}?q=%00").status_code == 400
    assert visitor.get(f"{LIST}?q=%ff").status_code == 400


def test_each_choice_can_be_taken_away(visitor, cast):
    response = visitor.get(f"{LIST}?q=haag&soort=certified&page=2")
    choices = response.context["listing"].filter.choices
    assert [choice.without for choice in choices] == ["?soort=certified#lijst", "?q=haag#lijst"]
    for choice in choices:
        assert f'href="{choice.without}"' in response.content.decode()


def test_what_was_found_is_announced_in_the_title(visitor, cast):
    title = visitor.get(f"{LIST}?q=haag").content.decode().partition("</title>")[0]
    assert "<title>2 " in title
    assert "<title>2" not in visitor.get(LIST).content.decode().partition("</title>")[0]


def test_a_pin_keeps_what_was_chosen(visitor, cast):
    response = visitor.get(f"{LIST}?soort=certified&page=1")
    (pin,) = response.context["listing"].drawing.pins
    assert pin.address == "?soort=certified&q=Den+Haag#lijst"
    assert names(visitor.get(LIST + pin.address.partition("#")[0])) == ["Alfa"]


def test_a_name_that_occurs_twice_leads_to_its_own_province(visitor):
    factories.organisation_in("Hengelo (Overijssel)", name="Oost")
    factories.organisation_in("Hengelo (Gelderland)", name="Midden")
    pins = visitor.get(LIST).context["listing"].drawing.pins
    found = {pin.town: names(visitor.get(LIST + pin.address.partition("#")[0])) for pin in pins}
    assert found == {"Hengelo (Overijssel)": ["Oost"], "Hengelo (Gelderland)": ["Midden"]}


def test_who_has_no_place_and_who_works_everywhere_stand_beside_the_map(visitor, cast):
    drawing = visitor.get(LIST).context["listing"].drawing
    assert [row.name for row in drawing.unplaced.rows] == ["Echo"]
    assert [row.name for row in drawing.nationwide.rows] == ["Delta"]
    assert {pin.town: pin.count for pin in drawing.pins} == {
        "Den Haag": 2,
        "Hengelo (Overijssel)": 1,
        "Utrecht": 1,
    }


def test_nothing_found_says_what_to_do(visitor, cast):
    response = visitor.get(f"{LIST}?q=bestaat-niet")
    assert response.status_code == 200
    assert names(response) == []
    assert 'class="empty"' in response.content.decode()


def test_a_change_is_seen_at_once(visitor, cast):
    assert "Alfa" in visitor.get(LIST).content.decode()
    row = Organisation.objects.get(name="Alfa")
    row.name = "Hernoemd"
    row.save()
    assert "Hernoemd" in visitor.get(LIST).content.decode()
    row.is_public = False
    row.save()
    assert "Hernoemd" not in visitor.get(LIST).content.decode()


@pytest.mark.parametrize("path", ["participants:list", "participants:map_data"])
def test_the_number_of_queries_does_not_depend_on_the_rows(
    visitor, django_assert_num_queries, path
):
    address = reverse(path)
    for total in (10, 100):
        while Organisation.objects.count() < total:
            factories.organisation_in("Utrecht", is_nationwide=True)
            factories.organisation(name=f"Nergens {Organisation.objects.count():03}")
        expected = 8 if path.endswith("list") else 2
        visitor.get("/deelnemers/?q=warm")
        with django_assert_num_queries(expected):
            visitor.get(address)


def test_a_page_that_was_shown_before_costs_less(visitor, django_assert_num_queries):
    factories.organisation_in("Utrecht")
    visitor.get(LIST)
    with django_assert_num_queries(3):
        visitor.get(LIST)


def test_the_page_may_be_kept_for_everyone(visitor, cast):
    response = visitor.get(LIST)
    assert response.headers["Cache-Control"].startswith("public")
    assert not response.cookies


def test_the_folded_choices_say_how_many_are_chosen_and_open_for_a_mistake(visitor, cast):
    def folded(asked):
        html = visitor.get(f"{LIST}?{asked}").content.decode()
        return html.partition('<details class="sift__more"')[2].partition("</details>")[0]

    for asked, count in (("q=haag&soort=certified", 0), ("provincie=Utrecht&landelijk=on", 2)):
        words = folded(asked).partition("</summary>")[0]
        assert ("sift__count" in words) == bool(count)
        assert not count or f">{count} " in words
    assert folded("op=gisteren").startswith(" open>")
    assert folded("q=" + "x" * 101).startswith(">")
