"""Quick exit: leaves at once by link or three times Shift, and leaves nothing behind."""

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SECRET = "wat niemand mag zien"
FIELD = "main input[type=search]"


@pytest.fixture
def somewhere(page):
    """A page with something typed in it, and an other site that answers."""
    page.visit("/deze-bladzijde-bestaat-niet/")
    address = page.locator(".exit__link").get_attribute("href")
    page.context.route(
        f"{address}**", lambda route: route.fulfill(content_type="text/html", body="weer")
    )
    page.fill(FIELD, SECRET)
    page.elsewhere = address
    return page


def test_the_link_leaves_for_the_neutral_site(somewhere):
    somewhere.click(".exit__link")
    somewhere.wait_for_url(f"{somewhere.elsewhere}**")


def test_three_times_shift_leaves_from_inside_a_field(somewhere):
    somewhere.focus(FIELD)
    for _ in range(3):
        somewhere.keyboard.press("Shift")
    somewhere.wait_for_url(f"{somewhere.elsewhere}**")


def test_typing_capitals_does_not_leave(somewhere):
    somewhere.focus(FIELD)
    somewhere.keyboard.type("ABC")
    somewhere.keyboard.press("Shift")
    assert "bestaat-niet" in somewhere.url
    assert somewhere.input_value(FIELD) == f"{SECRET}ABC"


def test_the_page_is_covered_before_the_other_site_answers(somewhere):
    left = somewhere.evaluate(
        """() => {
            document.querySelector(".exit__link").click();
            return { body: document.body.innerHTML, title: document.title };
        }"""
    )
    assert left["body"] == '<div class="exit__cover"></div>'
    assert not left["title"].strip()


def test_back_does_not_bring_back_what_was_typed(somewhere):
    somewhere.visit("/deze-ook-niet/")
    somewhere.click(".exit__link")
    somewhere.wait_for_url(f"{somewhere.elsewhere}**")
    somewhere.go_back(wait_until="commit")
    somewhere.wait_for_url(f"{somewhere.elsewhere}**")
    assert SECRET not in somewhere.content()


def test_no_question_stops_somebody_who_leaves(somewhere):
    asked = []
    somewhere.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    somewhere.evaluate("addEventListener('beforeunload', (event) => { event.preventDefault(); })")
    somewhere.click(".exit__link")
    somewhere.wait_for_url(f"{somewhere.elsewhere}**")
    assert not asked


def test_without_script_it_is_a_link_and_the_second_stop_of_the_keyboard(open_page):
    page = open_page(java_script_enabled=False)
    page.visit("/deze-bladzijde-bestaat-niet/")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    link = page.locator(".exit__link:focus")
    assert link.get_attribute("href").startswith("https://")
    assert "noreferrer" in link.get_attribute("rel")
