"""The buttons above a text: by mouse and keyboard, undone by the browser."""

import pytest
from playwright.sync_api import expect

from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def writing(open_page):
    topic = factories.topic()
    page = open_page(factories.member())
    page.visit(topic.get_absolute_url())
    return page


def select(area, start, end):
    area.evaluate(
        "(area, [start, end]) => { area.focus(); area.setSelectionRange(start, end) }", [start, end]
    )


def test_buttons_mark_the_words_and_the_browser_takes_it_back(writing):
    area = writing.locator("textarea[name=body]")
    bar = writing.get_by_role("toolbar", name="Opmaak van je tekst")
    area.fill("Dat was fijn")
    select(area, 8, 12)
    bar.get_by_role("button", name="Vet").click()
    expect(area).to_have_value("Dat was **fijn**")
    area.press("Control+z")
    expect(area).to_have_value("Dat was fijn")
    select(area, 4, 8)
    area.press("Control+i")
    expect(area).to_have_value("Dat *was* fijn")
    area.fill("een\ntwee")
    select(area, 0, 8)
    bar.get_by_role("button", name="Lijst").click()
    expect(area).to_have_value("- een\n- twee")
    select(area, 0, 12)
    bar.get_by_role("button", name="Lijst").click()
    expect(area).to_have_value("een\ntwee")
    select(area, 5, 5)
    bar.get_by_role("button", name="Citaat").click()
    expect(area).to_have_value("een\n> twee")
    area.fill("onze pagina")
    select(area, 5, 11)
    bar.get_by_role("button", name="Link").click()
    expect(area).to_have_value("onze [pagina](https://)")
    writing.keyboard.type("https://loc.nl")
    expect(area).to_have_value("onze [pagina](https://loc.nl)")


def test_the_toolbar_is_one_stop_of_the_tab_key_and_arrows_walk_in_it(writing):
    area = writing.locator("textarea[name=body]")
    area.fill("woord")
    select(area, 0, 5)
    area.press("Shift+Tab")
    bold = writing.get_by_role("button", name="Vet")
    expect(bold).to_be_focused()
    bold.press("ArrowLeft")
    expect(writing.get_by_role("button", name="Link")).to_be_focused()
    writing.keyboard.press("ArrowRight")
    writing.keyboard.press("ArrowRight")
    expect(writing.get_by_role("button", name="Schuin")).to_be_focused()
    writing.keyboard.press("Enter")
    expect(area).to_have_value("*woord*")
    expect(area).to_be_focused()


def test_without_script_the_help_in_words_stays(open_page):
    topic = factories.topic()
    page = open_page(factories.member(), java_script_enabled=False)
    page.visit(topic.get_absolute_url())
    expect(page.locator("[role=toolbar]")).to_have_count(0)
    expect(page.locator("#reageer details")).to_contain_text("twee sterretjes")
