"""Every building block, light and dark: sound for axe, and nothing wider than a small phone."""

from pathlib import Path

import pytest

from tests import factories

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

AXE = Path(__file__).parent.parent / "vendor" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_building_blocks_are_accessible_and_fit_320_pixels(open_page, scheme):
    page = open_page(
        factories.person(is_staff=True),
        color_scheme=scheme,
        bypass_csp=True,
        viewport={"width": 320, "height": 640},
    )
    page.visit("/stijlgids/")
    assert page.locator(".specimen").count() > 15
    root = "document.documentElement"
    assert page.evaluate(f"{root}.scrollWidth - {root}.clientWidth") == 0
    page.evaluate(AXE.read_text())
    found = page.evaluate("(rules) => axe.run(document, { runOnly: rules })", RULES)
    assert [(v["id"], v["nodes"][0]["html"]) for v in found["violations"]] == []
