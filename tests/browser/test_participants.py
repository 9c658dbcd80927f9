"""Who takes part, in a browser: the whole page by keyboard, without script, and without faults."""

from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone
from playwright.sync_api import expect

from config.demo import participants as demo
from movement import personal_links
from participants.joining import PURPOSE
from participants.models import JoinRequest, Organisation
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)
LIST = "/deelnemers/"
AXE = Path(settings.BASE_DIR) / "tests/vendor/axe.min.js"


@pytest.fixture(autouse=True)
def _fourteen():
    demo.load(timezone.now())


def tab_to(page, locator, most=120):
    for _ in range(most):
        page.keyboard.press("Tab")
        if locator.count() and locator.evaluate("element => element === document.activeElement"):
            return locator
    raise AssertionError("Tab does not reach it")


def test_the_cluster_of_den_haag_by_tab_alone(open_page):
    page = open_page(viewport={"width": 1280, "height": 1000})
    page.visit(LIST)
    expect(page.locator("participant-map")).to_have_attribute("data-state", "live")
    marker = tab_to(page, page.locator(".map__live .map__marker[aria-label$=' Den Haag']"))
    expect(page.get_by_role("button", name="2 organisaties in Den Haag")).to_be_focused()

    page.keyboard.press("Enter")
    panel = page.locator(".map__panel")
    expect(panel.get_by_role("link", name="Dushi Huis")).to_be_focused()
    page.keyboard.press("Tab")
    expect(panel.get_by_role("link", name="Jeugdbescherming west")).to_be_focused()
    page.keyboard.press("Escape")
    expect(marker).to_be_focused()
    assert page.complaints == []
    assert page.outside == []


def test_no_name_on_the_map_touches_the_ring_of_another_town(open_page):
    page = open_page(viewport={"width": 1280, "height": 1000})
    page.visit(LIST)
    expect(page.locator("participant-map")).to_have_attribute("data-state", "live")
    boxes = """(all, part) => all.map((mark) => {
      const { left, right, top, bottom } = mark.querySelector(part).getBoundingClientRect();
      return [left, right, top, bottom];
    })"""
    marks = page.locator(".map__live .map__marker[data-side]:not([data-side=none])")
    names = marks.evaluate_all(boxes, ".map__label")
    rings = marks.evaluate_all(boxes, ".map__ring")
    assert len(names) > 5
    for at, (left, right, top, bottom) in enumerate(names):
        for other, ring in enumerate(rings):
            apart = left - 2 > ring[1] or right + 2 < ring[0] or top > ring[3] or bottom < ring[2]
            assert at == other or apart


def test_choosing_works_without_script_and_is_announced(plain_page):
    page = plain_page
    page.visit(LIST)
    page.select_option("#id_soort", "certified")
    page.fill("#id_q", "utrecht")
    page.locator(".sift button").first.click()
    assert "soort=certified" in page.url
    assert page.title().startswith("2 ")
    names = page.locator(".listing__name").all_inner_texts()
    assert names == ["Leger des Heils Jeugdbescherming", "Samen Veilig Midden-Nederland (SAVE)"]
    assert page.locator("svg.map__drawing a.map__marker").count() == 1

    page.locator("svg.map__drawing a.map__marker").click()
    assert "soort=certified" in page.url
    page.locator(".listing__link").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Leger des Heils Jeugdbescherming")


def test_map_and_list_show_the_same_after_a_choice(open_page):
    page = open_page(viewport={"width": 1280, "height": 1000})
    page.visit(f"{LIST}?q=den+haag")
    expect(page.locator("participant-map")).to_have_attribute("data-state", "live")
    expect(page.locator(".map__live .map__marker")).to_have_count(1)
    expect(page.locator(".listing > li")).to_have_count(2)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_has_accessibility_faults(open_page, scheme, width):
    page = open_page(color_scheme=scheme, viewport={"width": width, "height": 900}, bypass_csp=True)
    row = Organisation.objects.get(slug="fier")
    Organisation.objects.filter(pk=row.pk).update(own_words="Rust.")
    link = personal_links.issue(PURPOSE, row.pk, days=1)
    paths = [
        LIST, f"{LIST}?q=haag&op=2025-01-01", f"{LIST}?op=onzin", f"{LIST}?q=niets",
        row.get_absolute_url(), f"{LIST}voorbeeldorganisatie-c/", f"{LIST}groei/",
        f"{LIST}meedoen/", f"{LIST}meedoen/gelukt/",
        "/persoonlijk/" + link.rstrip("/").rsplit("/", 1)[1] + "/",
    ]  # fmt: skip
    for path in paths:
        page.visit(path)
        page.add_script_tag(path=AXE)
        faults = page.evaluate("axe.run().then((found) => found.violations)")
        assert [(path, fault["id"], fault["nodes"][0]["html"]) for fault in faults] == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


def test_the_desk_of_the_editors_has_no_accessibility_faults(open_page):
    editor = factories.person(is_staff=True, is_superuser=True)
    page = open_page(editor, viewport={"width": 1280, "height": 900}, bypass_csp=True)
    row = Organisation.objects.get(slug="fier")
    proposal = row.proposals.create(before={"region": ""}, proposed={"region": "Noord"})
    asked = JoinRequest.objects.create(
        organisation_name="De Haven", kind="initiative", name="Sam", email="s@example.org",
        message="Wij willen meedoen.",
    )  # fmt: skip
    desk = "/beheer/participants/"
    found = {}
    for path in (
        f"proposal/{proposal.pk}/change/",
        f"joinrequest/{asked.pk}/change/",
        "organisation/inlezen/",
        f"organisation/{row.pk}/change/",
    ):
        page.visit(desk + path)
        found |= {path: faults} if (faults := faults_of(page)) else {}
    assert found == {}

    page.visit(f"{desk}organisation/inlezen/")
    table = b"naam;soort;plaats\nFier;wijkteam;Leeuwarden\nNieuw;wijkteam;Atlantis\n"
    page.set_input_files("#id_file", {"name": "o.csv", "mimeType": "text/csv", "buffer": table})
    page.locator("#content form button").last.click()
    expect(page.get_by_role("row").filter(has_text="Atlantis")).to_be_visible()
    assert faults_of(page) == []


def faults_of(page):
    page.add_script_tag(path=AXE)
    # The pickers and the head of inlines that Django brings along are not ours.
    found = page.evaluate(
        "axe.run({include: ['#content'], exclude: ['.select2', '.original']})"
        ".then((found) => found.violations)"
    )
    return [(fault["id"], fault["nodes"][0]["html"]) for fault in found]
