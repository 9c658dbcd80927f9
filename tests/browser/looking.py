"""What the browser's tests check of a page: faults of access, width, complaints, the network."""

import os
from pathlib import Path

AXE = (Path(__file__).parent.parent / "vendor" / "axe.min.js").read_text()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
IS_FULL = os.environ.get("AXE_FULL") == "1" or os.environ.get("CI") == "true"
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 640}


def go(page, seen):
    """Open a page of the inventory; returns the status of its answer."""
    answer = page.visit(seen.path.format_map(page.things))
    if seen.follow:
        address = page.locator(seen.follow).first.get_attribute("href")
        answer = page.visit(address)
    return answer.status


def faults(page, rules=None):
    """What axe finds on the page as it is now: rule, element, and what is wrong."""
    options = {"runOnly": rules or RULES, "resultTypes": ["violations"]}
    found = page.evaluate("options => axe.run(document, options)", options)
    return [
        f"{violation['id']}: {node['html'][:160]} — {node['failureSummary'][:240]}"
        for violation in found["violations"]
        for node in violation["nodes"][:3]
    ]


def repaint(page, scheme):
    """Turn to another theme and let colours that change slowly arrive."""
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.evaluate("() => Promise.all(document.getAnimations().map((a) => a.finished))")


def overflow(page):
    """How many pixels the page is wider than the window."""
    root = "document.documentElement"
    return page.evaluate(f"() => {root}.scrollWidth - {root}.clientWidth")


def too_wide(page):
    """The innermost elements that stick out, for the message of a failure."""
    return page.evaluate(
        """() => [...document.querySelectorAll("body *")]
            .filter((e) => e.getBoundingClientRect().right > innerWidth + 1)
            .filter((e) => ![...e.children].some(
                (c) => c.getBoundingClientRect().right > innerWidth + 1))
            .slice(0, 5).map((e) => e.outerHTML.slice(0, 120))"""
    )
