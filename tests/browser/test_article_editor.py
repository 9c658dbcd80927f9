"""An editor at work: writing, pasting, a picture, a draft that survives, two at once."""

import json
from pathlib import Path

import pytest

from articles.models import Article, ArticleDraft
from tests import factories

PASTES = Path(__file__).parent / "pastes"
ADD = "/beheer/articles/article/add/"


@pytest.fixture
def desk(open_page, live_server):
    """Return a function that opens the desk for an editor and waits for the texts."""

    def opened(path, person=None):
        page = open_page(person or factories.beheerder())
        page.visit(path)
        page.locator("#id_body_text").wait_for()
        return page

    return opened


def text_of(page):
    return page.locator("#id_body").input_value()


def change(article):
    return f"/beheer/articles/article/{article.pk}/change/"


def test_two_typed_words_are_saved_with_a_plain_space(desk):
    page = desk(ADD)
    page.locator("#id_body_text").click()
    page.keyboard.type("twee  woorden ")
    assert text_of(page) == "<p>twee  woorden </p>"
    assert page.complaints == []
    assert page.outside == []


def test_the_editor_has_a_name_and_its_toolbar_is_one_stop_for_tab(desk):
    page = desk(ADD)
    box = page.locator("#id_body_text")
    assert box.get_attribute("role") == "textbox"
    assert box.get_attribute("aria-label")
    bar = page.get_by_role("toolbar").first
    buttons = bar.get_by_role("button")
    buttons.first.focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.textContent") == buttons.nth(1).text_content()
    assert bar.locator("[tabindex='0']").count() == 1


def test_a_table_is_saved_with_its_head(desk):
    page = desk(ADD)
    page.locator("#id_body_text").click()
    page.get_by_role("toolbar").first.get_by_role("button", name="Tabel", exact=True).click()
    page.keyboard.type("Front")
    assert "<th" in text_of(page)
    assert "Front" in text_of(page)


@pytest.mark.parametrize("name", sorted(p.stem for p in PASTES.glob("*.html")))
def test_what_is_pasted_keeps_its_structure_and_loses_its_rubbish(desk, name):
    source = (PASTES / f"{name}.html").read_text()
    expected = json.loads((PASTES / "expected.json").read_text())[name]
    page = desk(ADD)
    page.locator("#id_body_text").click()
    page.locator("#id_body_text").evaluate(
        """(box, html) => {
            const data = new DataTransfer();
            data.setData("text/html", html);
            data.setData("text/plain", "");
            box.dispatchEvent(new ClipboardEvent("paste",
                { clipboardData: data, bubbles: true, cancelable: true }));
        }""",
        source,
    )
    assert text_of(page) == expected
    assert page.outside == []


def test_a_picture_goes_in_by_keyboard_and_comes_out_with_its_renditions(desk, tmp_path):
    file = tmp_path / "foto.jpg"
    file.write_bytes(factories.image_file(size=(900, 500)).getvalue())
    page = desk(ADD)
    page.locator("#id_body_text").click()
    page.keyboard.type("Kijk:")
    page.get_by_role("toolbar").first.get_by_role("button", name="Beeld").focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    dialog.locator("[name=upload]").set_input_files(file)
    dialog.locator("[type=submit]").press("Enter")
    dialog.locator("[data-error=alternative]").wait_for()
    dialog.locator("[name=alternative]").fill("Twee bomen")
    dialog.locator("[name=caption]").fill("In het park")
    dialog.locator("[name=people_agreed]").press("Space")
    dialog.locator("[type=submit]").press("Enter")
    dialog.wait_for(state="hidden")
    html = text_of(page)
    assert 'alt="Twee bomen"' in html
    assert 'width="900"' in html
    article = factories.article(body=html)
    page.visit(article.get_absolute_url())
    assert page.locator("article picture source[type='image/avif']").count() == 1
    assert "In het park" in page.locator("article figcaption").text_content()


def test_what_was_typed_survives_a_browser_that_is_killed(desk):
    editor = factories.editor()
    article = factories.article(body="<p>Wat er stond.</p>")
    page = desk(change(article), editor)
    page.locator("#id_body_text").click()
    page.keyboard.press("Control+End")
    page.keyboard.type(" En wat ik typte.")
    page.wait_for_timeout(11_000)
    page.context.close()
    article.refresh_from_db()
    assert article.body == "<p>Wat er stond.</p>"
    assert ArticleDraft.objects.get().editor == editor
    again = desk(change(article), editor)
    again.locator("a[href='?concept=1']").click()
    again.locator("#id_body_text").wait_for()
    assert text_of(again) == "<p>Wat er stond. En wat ik typte.</p>"


def test_a_second_editor_sees_who_is_there_and_gets_a_choice(desk):
    article = factories.article(body="<p>Eerst.</p>", themes=[factories.theme()])
    first = desk(change(article), factories.editor(pseudonym="Roos"))
    second = desk(change(article), factories.editor(pseudonym="Sam"))
    assert "Roos" in second.locator("[data-others-shown]").text_content()
    for page, words in ((first, "Van Roos."), (second, "Van Sam.")):
        page.locator("#id_body_text").click()
        page.keyboard.press("Control+a")
        page.keyboard.type(words)
        page.locator("[name=_save]").click()
        page.wait_for_load_state("load")
    assert Article.objects.get().body == "<p>Van Roos.</p>"
    assert "Sam." in " ".join(second.locator(".differences ins").all_text_contents())
    second.locator("main form button[type=submit], #content form button[type=submit]").first.click()
    second.wait_for_url("**/article/")
    article = Article.objects.get()
    assert article.body == "<p>Van Sam.</p>"
    kept = [version.values["body"] for version in article.versions.all()]
    assert kept == ["<p>Van Sam.</p>", "<p>Van Roos.</p>"]
