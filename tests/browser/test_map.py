"""The live map by keyboard: the real partial on a page of its own, under the site's policy."""

import json
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from playwright.sync_api import expect

from participants.drawing import CORNERS, VIEW_BOX, lay_names, lay_pins

pytestmark = pytest.mark.django_db(transaction=True)

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
POLICY += "connect-src 'self'; font-src 'self'"
TOWNS = [
    ("Den Haag", 52.0705, 4.3007, ["Dushi Huis", "Jeugdbescherming west"]),
    ("Arnhem", 51.9851, 5.8987, ["Jeugdbescherming Gelderland"]),
    ("Nijmegen", 51.8426, 5.8546, ["Entrea Lindenhout"]),
    ("Leeuwarden", 53.2012, 5.7999, ["Fier"]),
]
ITEMS = [
    [name, f"/deelnemers/{number}/", lat, lon, town, "Voorbeeld"]
    for town, lat, lon, names in TOWNS
    for number, name in enumerate(names)
]


@pytest.fixture
def map_page(open_page):
    """Return a function that opens the map; `items` is what kaart.json says, None breaks it.

    With `counted` it says only the towns at first, and who is in one when that is asked.
    """

    def opened(items=ITEMS, *, counted=None, **options):
        page = open_page(viewport={"width": 480, "height": 900}, **options)
        pins = lay_pins((town, len(names), lat, lon) for town, lat, lon, names in TOWNS)
        drawing = render_to_string(
            "participants/_map.html",
            {
                "pins": pins,
                "names": lay_names(pins),
                "view_box": VIEW_BOX,
                "corners": CORNERS,
                "source": "/proef/kaart.json?vorm=plaatsen" if counted else "/proef/kaart.json",
            },
        )
        html = (
            '<!doctype html><html lang="nl"><title>Kaart</title>'
            '<link rel="icon" href="/static/img/favicon.svg">'
            '<link rel="stylesheet" href="/static/css/site.css">'
            '<link rel="stylesheet" href="/static/css/components/map.css">'
            '<script type="module" src="/static/js/elements/participant-map.js"></script>'
            f"<main><h1>Kaart</h1>{drawing}</main>"
        )
        headers = {"Content-Security-Policy": POLICY}
        page.route(
            "**/proef/",
            lambda r: r.fulfill(
                body=html, headers=headers, content_type="text/html; charset=utf-8"
            ),
        )
        status, body = (200, json.dumps({"items": items})) if items else (503, "")
        page.route("**/proef/kaart.json*", lambda r: r.fulfill(status=status, body=body))
        if counted:
            towns = json.dumps({"towns": counted})
            page.route("**/proef/kaart.json?vorm=*", lambda r: r.fulfill(body=towns))
        page.visit("/proef/")
        if items:
            expect(page.locator("participant-map")).to_have_attribute("data-state", "live")
        return page

    return opened


def tab_to(page, place):
    """Press Tab until the focus is on the marker of a place."""
    marker = page.locator(f".map__live .map__marker[aria-label$=' {place}']")
    for _ in range(20):
        page.keyboard.press("Tab")
        if marker.evaluate("element => element === document.activeElement"):
            return marker
    raise AssertionError(f"Tab does not reach {place}")


def test_two_organisations_in_one_town_are_reached_with_the_keyboard_alone(map_page):
    page = map_page()
    marker = tab_to(page, "Den Haag")
    assert marker.get_attribute("role") == "button"
    assert "2" in marker.get_attribute("aria-label")

    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Dushi Huis")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Jeugdbescherming west")).to_be_focused()

    page.keyboard.press("Escape")
    expect(marker).to_be_focused()
    expect(page.locator(".map__panel")).to_be_hidden()
    assert page.complaints == []
    assert page.outside == []


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_opening_a_cluster_moves_the_focus_to_a_town_in_it(map_page, motion):
    page = map_page(reduced_motion=motion)
    cluster = page.locator(".map__marker[aria-label*='Arnhem'][aria-label*='Nijmegen']")
    assert cluster.get_attribute("aria-label").startswith("2 ")

    cluster.focus()
    page.keyboard.press("Enter")

    expect(cluster).to_have_count(0)
    expect(page.locator(".map__live .map__marker:focus")).to_have_attribute(
        "aria-label", re.compile(" (Arnhem|Nijmegen)$")
    )


def test_a_click_beside_the_markers_closes_the_list(map_page):
    page = map_page()
    page.locator(".map__live .map__marker[aria-label$=' Den Haag']").click()
    expect(page.locator(".map__panel")).to_be_visible()
    page.locator(".map__live").click(position={"x": 30, "y": 200})
    expect(page.locator(".map__panel")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", ["live", "drawing"])
def test_the_map_has_no_accessibility_faults(map_page, scheme, state):
    items = ITEMS if state == "live" else None
    page = map_page(items, color_scheme=scheme, bypass_csp=True)
    expect(page.locator("participant-map")).to_have_attribute("data-state", state)
    if state == "live":
        page.locator(".map__live .map__marker[aria-label$=' Den Haag']").click()
    page.add_script_tag(path=Path(settings.BASE_DIR) / "tests/vendor/axe.min.js")
    faults = page.evaluate("axe.run('participant-map').then((found) => found.violations)")
    assert faults == []


def test_when_the_facts_do_not_come_the_drawing_stays(map_page):
    page = map_page(items=None)
    expect(page.locator("participant-map")).to_have_attribute("data-state", "drawing")
    expect(page.locator("a.map__marker")).to_have_count(len(TOWNS))
    expect(page.locator(".map__drawing")).to_be_visible()


MANY = [[f"Plaats {n}", 51 + n % 40 / 20, 4.5 + n // 40 / 20, n % 3 + 1] for n in range(1_000)]


def test_of_many_organisations_the_names_come_when_a_town_is_opened(map_page):
    asked = []
    page = map_page(counted=[[town, lat, lon, len(names)] for town, lat, lon, names in TOWNS])
    page.on("request", lambda request: asked.append(request.url))
    marker = tab_to(page, "Den Haag")
    assert marker.get_attribute("aria-label").startswith("2 ")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Dushi Huis")).to_be_focused()
    page.keyboard.press("Escape")
    expect(marker).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Jeugdbescherming west")).to_be_visible()
    assert [url.rpartition("/")[2] for url in asked if "kaart" in url] == [
        "kaart.json?plaats=Den+Haag"
    ]
    assert page.complaints == []


def test_a_thousand_towns_are_gathered_and_each_can_be_reached(map_page):
    page = map_page(counted=MANY)
    marks = page.locator(".map__live .map__marker")
    total = sum(count for *_rest, count in MANY)
    read = "all => all.map((one) => parseInt(one.getAttribute('aria-label')))"
    assert marks.count() < 60
    assert sum(marks.evaluate_all(read)) == total
    marks.first.focus()
    focused = page.locator(".map__live .map__marker:focus")
    for _ in range(8):
        label = focused.get_attribute("aria-label")
        if re.fullmatch(r".* Plaats \d+", label):
            break
        page.keyboard.press("Enter")
        expect(focused).not_to_have_attribute("aria-label", label)
    assert re.fullmatch(r".* Plaats \d+", label)
    assert marks.count() < 200


def test_the_names_follow_at_once_and_the_finer_ground_when_somebody_comes_closer(map_page):
    page = map_page()
    expect(page.locator(".map__name--province").first).to_be_visible()
    expect(page.locator(".map__ground")).to_have_count(1)
    expect(page.locator(".map__live .map__land")).to_have_count(0)
    page.locator(".leaflet-control-zoom-in").click()
    expect(page.locator(".map__live .map__land")).to_have_count(1)
    expect(page.locator(".map__live .map__dike")).to_have_count(1)
    expect(page.locator(".map__ground")).to_have_count(0)
    assert page.complaints == []


def test_the_whole_country_is_as_far_as_one_can_go_also_in_a_smaller_window(map_page):
    page = map_page()
    out, closer = (page.locator(f".leaflet-control-zoom-{way}") for way in ("out", "in"))
    expect(out).to_have_attribute("aria-disabled", "true")
    page.set_viewport_size({"width": 330, "height": 900})
    expect(out).to_have_attribute("aria-disabled", "false")
    out.click()
    expect(out).to_have_attribute("aria-disabled", "true")
    expect(closer).to_have_attribute("aria-disabled", "false")


@pytest.mark.parametrize(
    ("size", "address"),
    [((1280, 250), "/deelnemers/"), ((375, 640), "/deelnemers/#lijst")],
    ids=["below the fold", "above where the reader enters"],
)
def test_the_code_of_the_map_waits_until_it_comes_in_sight(open_page, size, address):
    from tests import factories

    for number in range(12):
        factories.organisation_in("Utrecht", name=f"Organisatie {number}")
    page = open_page(viewport={"width": size[0], "height": size[1]})
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.visit(address)
    page.wait_for_timeout(300)
    assert not [url for url in asked if "leaflet" in url or "kaart.json" in url]
    page.locator("participant-map").scroll_into_view_if_needed()
    expect(page.locator("participant-map")).to_have_attribute("data-state", "live")
    assert [url for url in asked if "leaflet" in url]


def test_a_name_keeps_clear_of_a_ring_with_a_large_number(map_page):
    page = map_page(counted=[["Utrecht", 52.0907, 5.1214, 1234]])
    marker = page.locator(".map__live .map__marker")
    expect(marker).to_have_attribute("data-side", "right")
    edges = "mark => [...mark.children].map((part) => part.getBoundingClientRect())"
    ring, name = marker.evaluate(edges)
    assert ring["right"] < name["left"] < ring["right"] + 16
