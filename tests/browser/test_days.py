"""An action day in the browser: from invitation to outcome, and two who write at one table."""

import re

import pytest
from playwright.sync_api import Error, expect

from tests.browser.looking import AXE, NARROW, WIDE, faults, overflow, repaint, too_wide

FIRE = "/actiedagen/kampvuurgesprek-stoppen/"
LAB = "/actiedagen/alternatieven-lab-ulft/"
DAYS = "/beheer/actiondays/actionday/"


def link_in(mails):
    """The link to the personal page in the last of these mails; one to stop them comes after."""
    return re.findall(r"http://127\S+/persoonlijk/\S+", mails[-1].get_content())[0]


def to_desk(page, title, name):
    """Go to a page of the desk of the day with this title, as an organiser does."""
    page.visit(DAYS)
    page.get_by_role("link", name=title).first.click()
    page.locator(".object-tools").get_by_role("link", name=name).click()


def write(page, table, text):
    field = page.locator("input[name=text]").nth(table)
    field.fill(text)
    field.press("Enter")


def lines(page, table):
    return page.locator("ol.desk__lines").nth(table).locator("li")


def test_from_invitation_to_outcome_without_javascript_for_the_visitor(open_demo, demo_site):
    visitor = open_demo(java_script_enabled=False)
    visitor.visit("/actiedagen/")
    visitor.get_by_role("link", name="Kampvuurgesprek").first.click()
    visitor.locator(f"a[href='{FIRE}aanmelden/']").click()
    # People take longer than two seconds to read a form.
    visitor.wait_for_timeout(2300)
    visitor.fill("input[name=name]", "Berk")
    visitor.fill("input[name=email]", "berk@example.org")
    visitor.fill("textarea[name=access_needs]", "Een stoel bij de deur")
    visitor.locator("main form[method=post] button").click()
    visitor.goto(link_in(demo_site.mails("berk@example.org")))
    visitor.locator("form:has(input[value=confirm]) button").click()
    expect(visitor.locator("form:has(input[value=confirm])")).to_have_count(0)

    organiser = open_demo("organisator")
    to_desk(organiser, "Kampvuurgesprek", "Wie komt er")
    expect(organiser.locator(".desk__row", has_text="Berk")).to_be_visible()
    expect(organiser.locator("body")).not_to_contain_text("Een stoel bij de deur")
    organiser.locator("a[href$='/nodig/']").click()
    expect(organiser.locator("body")).to_contain_text("Een stoel bij de deur")
    organiser.locator("a[href$='/deelnemers/']").first.click()
    organiser.locator("button[name=act][value^=in]").first.click()
    expect(organiser.locator("button[name=act][value^=out]")).to_have_count(1)

    organiser.visit(DAYS)
    organiser.get_by_role("link", name="Kampvuurgesprek").first.click()
    organiser.locator("fieldset:has(.field-report) summary").click()
    organiser.locator(".field-report .ProseMirror").click()
    organiser.keyboard.type("We stoppen met twee lijsten.")
    organiser.locator("input[name=_save]").click()
    to_desk(organiser, "Kampvuurgesprek", "Wie komt er")
    organiser.locator("a[href$='/verslag/']").click()
    organiser.locator(".desk form button").click()

    visitor.goto(link_in(demo_site.mails("berk@example.org")))
    visitor.check("input[name=agrees][value=ja]", force=True)
    visitor.locator("form:has(input[value=agree]) button").click()
    visitor.visit(FIRE)
    expect(visitor.locator("#verslag ~ .prose")).to_contain_text("We stoppen met twee lijsten.")
    expect(visitor.locator("#klopt-het")).to_be_visible()
    assert visitor.outside == []


def test_two_who_write_at_one_table_keep_every_line_also_one_who_was_offline(open_demo):
    here, there = open_demo("organisator"), open_demo("organisator")
    for page in (here, there):
        to_desk(page, "Alternatieven-lab", "Wat de tafels brachten")
    desk = there.url
    there.context.set_offline(True)
    write(there, 0, "Onderweg een")
    write(there, 0, "Onderweg twee")
    write(here, 0, "Thuis een")
    write(here, 0, "Thuis twee")
    expect(here.locator("li.desk__waiting")).to_have_count(0)
    there.wait_for_timeout(30_000)
    expect(there.locator("li.desk__waiting")).to_have_count(2)
    expect(there.locator("result-entry [role=status]").first).to_be_visible()
    there.locator("input[name=text]").first.press_sequentially("Half getypt")
    with pytest.raises(Error, match="ERR_INTERNET_DISCONNECTED"):
        there.reload()
    there.context.set_offline(False)
    there.goto(desk)
    expect(lines(there, 0).filter(has_text="Onderweg twee")).to_have_count(1)
    expect(there.locator("li.desk__waiting")).to_have_count(0)
    expect(there.locator("input[name=text]").first).to_have_value("Half getypt")
    here.reload()
    found = [text.split("\n")[0] for text in lines(here, 0).all_inner_texts()]
    # Others write at this table too.
    kept = [word for text in found for word in WORDS if text.startswith(word)]
    assert sorted(kept) == sorted(WORDS)
    assert kept.index("Onderweg een") < kept.index("Onderweg twee")
    assert kept.index("Thuis een") < kept.index("Thuis twee")
    here.visit(LAB)
    for word in WORDS:
        expect(here.locator("main")).to_contain_text(word)


WORDS = ("Onderweg een", "Onderweg twee", "Thuis een", "Thuis twee")


def test_who_was_signed_out_keeps_the_lines_until_signed_in_again(open_demo, keys):
    page = open_demo("organisator")
    to_desk(page, "Alternatieven-lab", "Wat de tafels brachten")
    desk = page.url
    page.context.clear_cookies()
    write(page, 1, "Nog net opgeschreven")
    expect(page.locator("result-entry [role=status]").nth(1)).to_be_visible()
    page.context.add_cookies(keys("organisator")["cookies"])
    page.goto(desk)
    expect(lines(page, 1).filter(has_text="Nog net opgeschreven")).to_have_count(1)
    expect(page.locator("li.desk__waiting")).to_have_count(0)
    page.reload()
    expect(lines(page, 1).filter(has_text="Nog net opgeschreven")).to_have_count(1)


@pytest.mark.parametrize("script", [True, False])
def test_a_line_becomes_an_action_where_it_stands(open_demo, script):
    page = open_demo("organisator", java_script_enabled=script)
    to_desk(page, "Alternatieven-lab", "Wat de tafels brachten")
    text = f"Een korte versie voor kinderen ({script})"
    write(page, 2, text)
    line = lines(page, 2).filter(has_text=text)
    line.get_by_role("link", name="waar leidt dit toe").click()
    line.get_by_label("een actie: starten en aanleren").check(force=True)
    expect(line.locator("input[name=title]")).to_have_value(text)
    line.get_by_role("button", name="Maak het en koppel").click()
    expect(line).to_contain_text(f"actie: {text}")
    expect(line).to_contain_text("nog niet openbaar")
    page.visit(LAB)
    expect(page.locator("main")).to_contain_text(text)
    expect(page.locator("main")).not_to_contain_text("Leidde tot de actie")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_day_complains_about_nothing_in_the_console(open_demo, scheme):
    page = open_demo(color_scheme=scheme)
    for path in (LAB, "/actiedagen/", "/actiedagen/maand/2022/10/", f"{FIRE}aanmelden/"):
        page.visit(path)
    assert page.complaints == []


OUT_OF_SIGHT = """() => [...document.querySelectorAll(".desk__nav a")]
    .filter((a) => a.getBoundingClientRect().right > innerWidth).length"""
DESK = ("deelnemers", "nodig", "tafels", "bericht", "uitkomsten", "verslag", "gesprek")


def test_every_page_of_the_desk_is_sound_in_both_themes_and_on_a_phone(open_demo):
    page = open_demo("organisator", viewport=WIDE, reduced_motion="reduce", bypass_csp=True)
    page.context.add_init_script(AXE)
    to_desk(page, "Alternatieven-lab", "Wat de tafels brachten")
    desk = page.url.removesuffix("uitkomsten/")
    write(page, 0, "Een regel om te openen")
    with_line = lines(page, 0).locator("a[href*='regel=']").first.get_attribute("href")
    paths = [*(f"{desk}{name}/" for name in DESK), with_line]
    found = {}
    for path in paths:
        page.goto(path)
        for size, scheme in ((WIDE, "light"), (NARROW, "dark")):
            page.set_viewport_size(size)
            repaint(page, scheme)
            # From the top: a link half behind the bar that stays would count as too small.
            page.evaluate("scrollTo(0, 0)")
            found[path, scheme] = faults(page)
            assert page.evaluate(OUT_OF_SIGHT) == 0, path
            assert overflow(page) <= 0, (path, too_wide(page))
    assert {where: wrong for where, wrong in found.items() if wrong} == {}
