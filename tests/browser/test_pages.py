"""Every page of the inventory: sound for axe in both themes, whole on a small phone, and quiet."""

import pytest

from tests.browser.demo_site import PASSWORD
from tests.browser.inventory import EVERY
from tests.browser.looking import (
    AXE,
    IS_FULL,
    NARROW,
    WIDE,
    faults,
    go,
    overflow,
    repaint,
    too_wide,
)


@pytest.mark.parametrize("seen", EVERY, ids=str)
def test_a_page_is_accessible_fits_a_phone_and_stays_at_home(seen, open_demo):
    page = open_demo(seen.account, viewport=WIDE, color_scheme="light", reduced_motion="reduce")
    page.context.add_init_script(AXE)

    assert go(page, seen) == seen.status
    # The browser itself complains of a 404; what comes after this is axe's, not ours.
    said = [line for line in page.complaints if f"status of {seen.status}" not in line]
    found = looked_over(page)

    assert said == []
    assert page.outside == []
    assert {mode: wrong for mode, wrong in found.items() if wrong} == {}
    assert overflow(page) <= 0, too_wide(page)


def looked_over(page):
    """What axe finds in both themes, and on a small phone, which the page is left as."""
    found = {"light": faults(page)}
    repaint(page, "dark")
    found["dark"] = faults(page, None if IS_FULL else ["color-contrast"])
    page.set_viewport_size(NARROW)
    if IS_FULL:
        found["dark, small"] = faults(page)
    repaint(page, "light")
    found["small"] = faults(page)
    return found


def test_the_second_step_of_signing_in_is_accessible_too(open_demo):
    page = open_demo(viewport=WIDE, color_scheme="light", reduced_motion="reduce")
    page.context.add_init_script(AXE)
    page.visit("/account/login/")
    page.fill("input[name=login]", "zeker@example.org")
    page.fill("input[name=password]", PASSWORD)
    page.press("input[name=password]", "Enter")
    page.wait_for_url("**/account/2fa/authenticate/")
    found = looked_over(page)
    assert {mode: wrong for mode, wrong in found.items() if wrong} == {}
    assert overflow(page) <= 0, too_wide(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_admin_looks_the_same_without_javascript(open_demo, scheme):
    """Its colours do not wait for a script that says which theme it is."""
    looks = """() => ["#header", "#header a", "h1", "body"].map(which => {
        const {backgroundColor, color, fontFamily} = getComputedStyle(document.querySelector(which))
        return [backgroundColor, color, fontFamily]
    })"""
    seen = []
    for has_script in (True, False):
        page = open_demo("moderator", color_scheme=scheme, java_script_enabled=has_script)
        page.visit("/beheer/discussions/queueitem/")
        seen.append(page.evaluate(looks))
    assert seen[0] == seen[1]
