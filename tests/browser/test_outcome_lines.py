"""The drawing of all lines: each thing lights its own line, with and without JavaScript."""

import pytest
from playwright.sync_api import expect

from tests import factories

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def line(live_server):
    cause = factories.cause(short_title="Angst om te vragen")
    direction = factories.direction(short_title="Gewone plekken", causes=[cause])
    action = factories.action(short_title="Hulp dichtbij", directions=[direction])
    other = factories.cause(short_title="Iets anders")
    return cause, direction, action, other


def node(page, word, thing):
    return page.locator(f"[data-node='{word}-{thing.slug}']")


def test_pointing_at_a_thing_lights_its_line_and_nothing_else(page, line):
    cause, direction, action, other = line
    page.visit("/opbrengst/")
    node(page, "oorzaak", other).hover()
    expect(node(page, "oorzaak", other)).to_have_class(
        "diagram__node diagram__node--done diagram__node--lit"
    )
    expect(page.locator(".diagram--wide .diagram__node--lit")).to_have_count(1)
    node(page, "actie", action).focus()
    expect(page.locator(".diagram--wide .diagram__node--lit")).to_have_count(3)
    assert page.complaints == []
    assert page.outside == []


def test_without_javascript_choosing_a_thing_lights_its_line(plain_page, line):
    cause, _direction, action, _other = line
    plain_page.visit("/opbrengst/")
    node(plain_page, "oorzaak", cause).click()
    assert f"lijn=oorzaak-{cause.slug}" in plain_page.url
    expect(plain_page.locator(".diagram--wide .diagram__node--lit")).to_have_count(3)
    plain_page.locator(".drawing__words a", has_text=action.title).click()
    expect(plain_page.locator("h1")).to_have_text(action.title)


def test_the_drawing_can_be_skipped_with_the_keyboard(page, line):
    page.visit("/opbrengst/")
    skip = page.locator(".drawing p > a.unseen")
    skip.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#na-tekening")).to_be_focused()
