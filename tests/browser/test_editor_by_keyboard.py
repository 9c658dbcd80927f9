"""An editor who uses the keyboard only: from an empty form to an article that everyone reads."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from articles import search_entries
from articles.models import Article
from movement.models import Picture
from tests import factories

ADD = "/beheer/articles/article/add/"
TITLE = "Een koffietafel in de buurt"
TEXT = ".field-body .editor__text"
EASY = ".field-easy_body .editor__text"


def tab_to(page, place, *, back=False):
    """Press Tab until the focus is there, as somebody without a mouse does."""
    for _ in range(80):
        if page.evaluate("place => document.activeElement.matches(place)", place):
            return
        page.keyboard.press("Shift+Tab" if back else "Tab")
    raise AssertionError(f"the keyboard does not reach {place}")


def put_in_picture(page, file, alternative, caption):
    """From the text to the toolbar, into the dialog, and back in the text with a picture."""
    keys = page.keyboard
    keys.press("Shift+Tab")
    for _ in range(20):
        if page.evaluate("document.activeElement.textContent") == "Beeld":
            break
        keys.press("ArrowRight")
    keys.press("Enter")
    dialog = page.get_by_role("dialog")
    dialog.wait_for()
    tab_to(page, "dialog [name=upload]")
    with page.expect_file_chooser() as chooser:
        keys.press("Space")
    chooser.value.set_files(file)
    for name, words in (("alternative", alternative), ("caption", caption)):
        tab_to(page, f"dialog [name={name}]")
        keys.type(words)
    tab_to(page, "dialog [name=people_agreed]")
    keys.press("Space")
    tab_to(page, "dialog [type=submit]")
    keys.press("Enter")
    dialog.wait_for(state="hidden")


def write(page, files):
    """Fill in the whole form, in the order in which it stands there."""
    keys = page.keyboard
    tab_to(page, "#id_title")
    keys.type(TITLE)
    tab_to(page, "#id_lead")
    keys.type("Hoe een tafel met koffie helpt.")
    tab_to(page, TEXT)
    keys.type("Er staat een tafel.")
    put_in_picture(page, files[0], "Een houten tafel", "De tafel")
    tab_to(page, TEXT)
    keys.type("Daar drinken we koffie.")
    put_in_picture(page, files[1], "Twee kopjes koffie", "De koffie")
    tab_to(page, EASY)
    keys.type("Kom koffie drinken.")
    tab_to(page, ".field-themes .select2-search__field")
    keys.type("Wat")
    page.get_by_role("option", name="Wat als").wait_for()
    keys.press("Enter")
    tab_to(page, "#id_state")
    keys.press("ArrowDown")
    tab_to(page, "#id_published_at")
    # The same in each order of day and month; the last letter only counts on a clock of 12 hours.
    keys.type("06062099")
    keys.press("ArrowRight")
    keys.type("0900A")
    tab_to(page, "[name=_save]")


PLACES = ("/nieuws/", "/nieuws/feed/", "/zoeken/?q=koffietafel")


def seen_in(visitor):
    """The places where a visitor meets the article now; its own page counts as one."""
    address = Article.objects.get().get_absolute_url()
    answers = {path: visitor.request.get(path) for path in (address, *PLACES, "/sitemap.xml")}
    named = {path for path, answer in answers.items() if TITLE in answer.text()}
    in_map = {"/sitemap.xml"} if address in answers["/sitemap.xml"].text() else set()
    assert (answers[address].status == 200) == (address in named)
    return named | in_map


@pytest.fixture
def photos(tmp_path):
    files = [tmp_path / "tafel.jpg", tmp_path / "koffie.png"]
    for file, kind in zip(files, ("JPEG", "PNG"), strict=True):
        file.write_bytes(factories.image_file(kind, size=(900, 500)).getvalue())
    return files


def test_an_editor_publishes_at_a_moment_with_the_keyboard_only(open_page, photos):
    factories.theme("Wat als")
    page, visitor = open_page(factories.editor()), open_page()
    # From now on the browser hands over its choosers: asked for only when one is opened, it
    # can be too late on a busy machine.
    page.on("filechooser", lambda chooser: None)
    page.visit(ADD)
    page.locator(TEXT).wait_for()
    write(page, photos)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator(".errorlist").all_text_contents() == []
    article = Article.objects.get()
    zone = timezone.get_default_timezone()
    assert article.published_at == datetime(2099, 6, 6, 9, tzinfo=zone)
    assert article.is_scheduled
    assert article.slug == "een-koffietafel-in-de-buurt"
    assert Picture.objects.count() == 2
    assert seen_in(visitor) == set()

    # Time cannot be moved here, so the moment comes nearer: a second before, and at the moment.
    moment = timezone.now() + timedelta(seconds=6)
    Article.objects.update(published_at=moment)
    search_entries.enter(Article.objects.get())
    wait_until(page, moment - timedelta(seconds=1))
    before = seen_in(visitor)
    assert timezone.now() < moment, "the machine was too slow to look before the moment"
    assert before == set()
    wait_until(page, moment)
    assert seen_in(visitor) == {article.get_absolute_url(), *PLACES, "/sitemap.xml"}
    read(visitor, article)
    assert page.complaints == []
    assert page.outside == visitor.outside == []


def wait_until(page, moment):
    """Let the time pass until then."""
    page.wait_for_timeout(max(0, (moment - timezone.now()).total_seconds() * 1000))


def read(visitor, article):
    """As a visitor: both pictures with their words, and the easy version."""
    visitor.visit(article.get_absolute_url())
    pictures = visitor.locator("article picture img")
    assert [one.get_attribute("alt") for one in pictures.all()] == [
        "Een houten tafel", "Twee kopjes koffie",
    ]  # fmt: skip
    assert visitor.locator("article figcaption").all_text_contents() == ["De tafel", "De koffie"]
    assert "Daar drinken we koffie." in visitor.locator("article").text_content()
    visitor.visit(f"{article.get_absolute_url()}?versie=makkelijk")
    assert "Kom koffie drinken." in visitor.locator("article").text_content()
