"""Twelve journeys without JavaScript; each ends by reading the result on another page."""

import re

import pytest
from playwright.sync_api import expect

EASY = "/nieuws/alternatieven-lab-ulft/"
DAY = "/actiedagen/wat-als-iedereen-om-hulp-kan-vragen/"
SECRET = "een-lang-wachtwoord-van-mij"


@pytest.fixture
def plain(open_demo):
    """Return a function that opens the site with JavaScript off, as a demo account or nobody."""
    return lambda account=None, **more: open_demo(account, java_script_enabled=False, **more)


@pytest.fixture
def visitor(plain):
    page = plain()
    yield page
    assert page.outside == []


def address_in(mail):
    """The one address of the site in a mail."""
    return re.search(r"http://127\S+", mail.get_content())[0]


def heading(page):
    return page.locator("h1").first.inner_text().strip()


def send(page):
    page.locator("main form[method=post] button[type=submit]").first.click()


def test_read_an_article_and_go_on_to_its_theme(visitor):
    visitor.visit("/")
    visitor.locator("main a[href^='/nieuws/']:not([href='/nieuws/'])").first.click()
    title = heading(visitor)
    assert visitor.locator(".prose p").count() > 2
    visitor.locator("a.tag--theme").first.click()
    expect(visitor).to_have_url(re.compile("/thema/"))
    expect(visitor.get_by_role("link", name=title).first).to_be_visible()


def test_filter_the_articles_and_read_one_of_them(visitor):
    visitor.visit("/nieuws/")
    everything = visitor.locator("main article").count()
    visitor.select_option("select[name=jaar]", "2023")
    visitor.locator(".filters__form button[type=submit]").click()
    expect(visitor).to_have_url(re.compile("jaar=2023"))
    found = visitor.locator("main article")
    assert 0 < found.count() < everything
    assert {time[:4] for time in _dates(visitor)} == {"2023"}
    found.first.get_by_role("link").first.click()
    assert _dates(visitor)[0].startswith("2023")


def _dates(page):
    times = page.locator("main article time")
    return [times.nth(n).get_attribute("datetime") for n in range(times.count())]


def test_filter_the_organisations_and_open_one(visitor):
    visitor.visit("/deelnemers/")
    visitor.select_option("select[name=soort]", "certified")
    visitor.locator(".sift button[type=submit]").first.click()
    expect(visitor).to_have_url(re.compile("soort=certified"))
    links = visitor.locator("main a[href='/deelnemers/partners-voor-jeugd/']")
    expect(visitor.locator("main a[href='/deelnemers/levvel/']")).to_have_count(0)
    links.first.click()
    assert heading(visitor) == "Partners voor Jeugd"
    expect(visitor.locator("main")).to_contain_text("Roermond")


def test_search_and_open_what_was_found(visitor):
    visitor.visit("/")
    visitor.locator("header a[href='/zoeken/'], header form[action='/zoeken/']").first.click()
    visitor.fill("main input[name=q]", "kampvuurgesprekken")
    visitor.press("main input[name=q]", "Enter")
    expect(visitor).to_have_url(re.compile("q=kampvuurgesprekken"))
    visitor.locator("main a[href='/opbrengst/actie/kampvuurgesprekken/']").first.click()
    assert "kampvuur" in heading(visitor).lower()


def test_sign_up_confirm_and_be_known(visitor, demo_site):
    visitor.visit("/account/signup/")
    visitor.fill("input[name=email]", "reis@example.org")
    visitor.fill("input[name=password1]", SECRET)
    visitor.fill("input[name=pseudonym]", "Reiziger")
    visitor.press("input[name=is_old_enough]", "Space")
    visitor.wait_for_timeout(3500)  # a form that is sent within seconds is a robot's
    send(visitor)
    expect(visitor).to_have_url(re.compile("/account/confirm-email/"))

    visitor.visit(address_in(demo_site.mails("reis@example.org")[-1]))
    send(visitor)
    expect(visitor).to_have_url(re.compile("/account/login/"))
    sign_in(visitor, "reis@example.org", SECRET)
    expect(visitor.locator("main")).to_contain_text("Reiziger")


def sign_in(page, email, password):
    page.visit("/account/login/")
    page.fill("input[name=login]", email)
    page.fill("input[name=password]", password)
    send(page)
    expect(page).to_have_url(re.compile("/account/$"))


def test_reset_the_password_and_sign_in_with_the_new_one(visitor, demo_site):
    visitor.visit("/account/login/")
    visitor.locator("main a[href='/account/password/reset/']").first.click()
    visitor.fill("input[name=email]", "lid2@example.org")
    send(visitor)
    expect(visitor).to_have_url(re.compile("/reset/done/"))

    visitor.visit(address_in(demo_site.mails("lid2@example.org")[-1]))
    visitor.fill("input[name=password1]", SECRET)
    if visitor.locator("input[name=password2]").count():
        visitor.fill("input[name=password2]", SECRET)
    send(visitor)
    expect(visitor).not_to_have_url(re.compile("/reset/key/[^d]"))
    visitor.context.clear_cookies()
    sign_in(visitor, "lid2@example.org", SECRET)
    expect(visitor.locator("main")).to_contain_text("Zonnebloem")


def test_start_a_topic_that_others_then_read(plain):
    writer, reader = plain("moderator"), plain("lid")
    writer.visit("/praat-mee/nieuw/")
    board = writer.locator("[name=board] option:not([value=''])").first
    writer.select_option("select[name=board]", board.get_attribute("value"))
    writer.fill("[name=title]", "Een reis zonder script")
    writer.fill("[name=body]", "Wie herkent dit? Ik zoek mensen die meedenken.")
    place(writer)
    expect(writer).to_have_url(re.compile(r"/praat-mee/gesprek/\d+/"))

    reader.visit("/praat-mee/")
    reader.get_by_role("link", name="Een reis zonder script").first.click()
    expect(reader.locator("main")).to_contain_text("Ik zoek mensen die meedenken.")


def place(page):
    """The button that places what was written, not the ones that keep or show it."""
    buttons = page.locator("form:has([name=body]) button[type=submit]:not([name=act])")
    if buttons.count() == 0:
        buttons = page.locator("form:has([name=body]) button[value=place]")
    buttons.first.click()


def test_reply_and_find_it_on_the_list_of_own_posts(plain):
    page = plain("moderator")
    page.visit("/praat-mee/")
    page.locator("main a[href*='/praat-mee/gesprek/']").first.click()
    page.fill("form [name=body]", "Dank je wel dat je dit vertelt, ik herken het.")
    place(page)
    expect(page).to_have_url(re.compile("bijdrage-"))
    page.visit("/praat-mee/mijn/")
    expect(page.locator("main a[href*='/praat-mee/']").first).to_be_visible()


def test_the_easy_version_stays_chosen_on_the_next_page(visitor):
    visitor.visit(EASY)
    long = len(visitor.locator("main").inner_text())
    visitor.locator("a[href$='versie=makkelijk']").first.click()
    short = len(visitor.locator("main").inner_text())
    assert short < long

    visitor.visit("/")
    visitor.visit(EASY)
    assert len(visitor.locator("main").inner_text()) == short
    visitor.locator("a[href$='versie=gewoon']").first.click()
    visitor.visit(EASY)
    assert len(visitor.locator("main").inner_text()) == long


def test_find_a_day_and_take_its_calendar_file(visitor):
    visitor.visit("/")
    visitor.locator("header a[href='/actiedagen/']").first.click()
    visitor.locator(f"main a[href='{DAY}']").first.click()
    title = heading(visitor)
    link = visitor.locator("main a[href$='agenda.ics']").first.get_attribute("href")
    answer = visitor.request.get(link)
    assert answer.headers["content-type"].startswith("text/calendar")
    text = answer.text()
    assert "BEGIN:VEVENT" in text
    assert title not in text  # neutral: who shares a calendar gives nothing away
    visitor.locator("a[href='/actiedagen/reeks/aan-de-slag/']").first.click()
    expect(visitor.get_by_role("link", name=title).first).to_be_visible()


def test_follow_a_cause_to_its_direction_and_on_to_an_action(visitor):
    visitor.visit("/opbrengst/")
    visitor.locator("main a[href='/opbrengst/oorzaak/angst-om-hulp-te-vragen/']").first.click()
    cause = heading(visitor)
    visitor.locator("main a[href^='/opbrengst/richting/']").first.click()
    direction = heading(visitor)
    causes = visitor.locator("main a[href^='/opbrengst/oorzaak/']")
    expect(causes.filter(has_text=cause)).not_to_have_count(0)
    visitor.locator("main a[href^='/opbrengst/actie/']").first.click()
    back = visitor.locator("main a[href^='/opbrengst/richting/']", has_text=direction)
    back.first.click()
    assert heading(visitor) == direction


def test_leave_at_once(visitor):
    visitor.visit("/praat-mee/")
    address = visitor.locator(".exit__link").get_attribute("href")
    visitor.context.route(
        f"{address}**", lambda route: route.fulfill(content_type="text/html", body="weer")
    )
    visitor.locator(".exit__link").click()
    visitor.wait_for_url(f"{address}**")
    assert visitor.inner_text("body") == "weer"
    assert visitor.outside.pop().startswith(address)
