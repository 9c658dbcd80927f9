"""From sign-up and a first post that waits to an appeal that is won, without JavaScript."""

import re
from urllib.parse import urlsplit

import pytest
from django.core import mail as sent
from django.utils import timezone
from playwright.sync_api import expect

from movement import mail
from participants.models import Person
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)


def plain(open_page, person=None):
    return open_page(person, java_script_enabled=False)


def sign_up(page, email, name, secret="een-lang-wachtwoord-van-mij"):
    """Become a member as anybody does: form, link in the mail, sign in."""
    page.visit("/account/signup/")
    for field, words in (("email", email), ("password1", secret), ("pseudonym", name)):
        page.fill(f"input[name={field}]", words)
    page.press("input[name=is_old_enough]", "Space")
    page.wait_for_timeout(3500)  # a form that is sent within seconds is a robot's
    page.locator("main form[method=post] button[type=submit]").first.click()
    expect(page).to_have_url(re.compile("/account/confirm-email/"))
    mail.send_waiting(timezone.now())
    letter = next(letter for letter in sent.outbox if email in letter.to)
    page.visit(urlsplit(re.search(r"http://localhost\S+", letter.body)[0]).path)
    page.locator("main form[method=post] button[type=submit]").first.click()
    page.visit("/account/login/")
    page.fill("input[name=login]", email)
    page.fill("input[name=password]", secret)
    page.locator("main form[method=post] button[type=submit]").first.click()
    expect(page.locator("main")).to_contain_text(name)


def decide(page, post_path, act, **fields):
    """Judge a post where a moderator judges it."""
    page.visit(post_path)
    form = page.locator("form:has(input[value=decide])")
    form.locator(f"input[name=act][value={act}] + label").click()
    for name, value in fields.items():
        if name == "rule":
            form.locator("select[name=rule]").select_option(label=value)
        else:
            form.locator(f"[name={name}]").fill(value)
    form.locator("button[type=submit]").click()


def test_a_first_post_is_placed_reported_hidden_and_shown_again(open_page):
    topic = factories.topic(on=factories.board(public=True))
    rule = factories.house_rule()
    desk, other = (plain(open_page, factories.moderator()) for _moderator in range(2))
    writer, reader = plain(open_page), plain(open_page)
    sign_up(writer, "reis@example.org", "Reiziger")
    author = Person.objects.get(pseudonym="Reiziger")
    path, words = topic.get_absolute_url(), "Wij begonnen met samen eten."

    writer.visit(path)
    writer.locator("#reageer textarea[name=body]").fill(words)
    writer.locator("#reageer button[type=submit]").first.click()
    expect(writer.locator(".post--waiting")).to_contain_text(words)
    reader.visit(path)
    expect(reader.locator("main")).not_to_contain_text(words)

    post = topic.posts.get(author=author)
    judged = f"/beheer/discussions/post/{post.pk}/change/"
    decide(desk, judged, "approve")
    reader.visit(path)
    expect(reader.locator(f"#bijdrage-{post.pk}")).to_contain_text(words)

    reader.locator(f"#bijdrage-{post.pk} a[href$='/melden/']").click()
    reader.wait_for_timeout(2200)
    reader.locator("input[name=kind][value=names] + label").click()
    reader.locator("main form[method=post] button[type=submit]").first.click()
    status = reader.locator("main a[href*='/persoonlijk/']").get_attribute("href")
    decide(desk, judged, "hide", rule=rule.title, reason="Iemand was te herkennen.")
    reader.goto(status.replace("http://localhost", reader.url.split("/praat-mee")[0]))
    expect(reader.locator("main")).to_contain_text("Iemand was te herkennen.")
    reader.visit(path)
    expect(reader.locator("main")).not_to_contain_text(words)

    writer.visit("/praat-mee/mijn/")
    writer.locator("a[href*='/besluit/']").first.click()
    expect(writer.locator("main")).to_contain_text("Iemand was te herkennen.")
    decision = writer.url
    writer.locator("#bezwaar textarea").fill("Ik noemde niemand.")
    writer.locator("#bezwaar button").click()

    other.visit("/beheer/discussions/queueitem/")
    other.locator("#changelist ol a").first.click()
    expect(other.locator("#content")).to_contain_text("Ik noemde niemand.")
    other.locator("input[name=outcome][value=granted] + label").click()
    other.locator("textarea[name=answer]").fill("Je hebt gelijk.")
    other.locator("#content form button[type=submit]").click()
    reader.visit(path)
    expect(reader.locator(f"#bijdrage-{post.pk}")).to_contain_text(words)
    writer.goto(decision)
    expect(writer.locator("main")).to_contain_text("Je hebt gelijk.")
    assert reader.outside == writer.outside == desk.outside == other.outside == []
