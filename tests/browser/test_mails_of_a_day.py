"""Mails of a day in the browser: what is behind their links, without JavaScript too."""

import re

from playwright.sync_api import expect

from tests.browser.looking import AXE, NARROW, WIDE, faults, overflow, repaint, too_wide
from tests.browser.test_days import FIRE, to_desk


def links_in(mails):
    return re.findall(r"http://127\S+/persoonlijk/\S+", mails[-1].get_content())


def register(page, name):
    page.visit(f"{FIRE}aanmelden/")
    # People take longer than two seconds to read a form.
    page.wait_for_timeout(2300)
    page.fill("input[name=name]", name)
    page.fill("input[name=email]", f"{name.lower()}@example.org")
    page.locator("main form[method=post] button").click()


def checked(page):
    """What is wrong with the page as it is now: wide and light, small and dark."""
    found = []
    for size, scheme in ((WIDE, "light"), (NARROW, "dark")):
        page.set_viewport_size(size)
        repaint(page, scheme)
        found += faults(page)
        assert overflow(page) <= 0, too_wide(page)
    return found


def test_a_message_is_read_and_such_mails_stop_without_signing_in(open_demo, demo_site):
    visitor = open_demo(java_script_enabled=False)
    register(visitor, "Hazelaar")
    visitor.goto(links_in(demo_site.mails("hazelaar@example.org"))[0])
    visitor.locator("form:has(input[value=confirm]) button").click()

    organiser = open_demo("organisator")
    to_desk(organiser, "Kampvuurgesprek", "Wie komt er")
    organiser.locator(".desk__nav a[href$='/bericht/']").click()
    organiser.fill("textarea[name=text]", "Neem iets warms mee.")
    organiser.locator(".desk form button").click()

    row = organiser.locator(".desk__row", has_text="Hazelaar")
    organiser.emulate_media(media="print")
    expect(row).to_be_visible()
    expect(row.locator("button").first).to_be_hidden()

    page, stop = links_in(demo_site.mails("hazelaar@example.org"))
    visitor.goto(page)
    expect(visitor.locator("main")).to_contain_text("Neem iets warms mee.")
    visitor.goto(stop)
    visitor.locator("form:has(input[value=stop-mail]) button").click()
    expect(visitor.locator("form:has(input[value=resume-mail])")).to_be_visible()

    looking = open_demo(reduced_motion="reduce", bypass_csp=True)
    looking.context.add_init_script(AXE)
    for link in (stop, page):
        looking.goto(link)
        assert checked(looking) == []
