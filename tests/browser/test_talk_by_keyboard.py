"""Talking and moderating with the keyboard only: every button is reached with Tab."""

import pytest
from playwright.sync_api import expect

from discussions.models import Decision, Follow, Post, Reaction
from tests import factories
from tests.browser.test_editor_by_keyboard import tab_to

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def topic():
    return factories.topic(body="Hoe was dat bij jullie?")


@pytest.mark.parametrize("has_script", [True, False])
def test_a_member_supports_follows_and_replies(open_page, topic, has_script):
    person = factories.member()
    page = open_page(person, java_script_enabled=has_script)
    first = topic.posts.get()
    page.visit(topic.get_absolute_url())
    tab_to(page, f"#bijdrage-{first.pk} button[name=steun]")
    page.keyboard.press("Enter")
    expect(page.locator(f"#bijdrage-{first.pk} .reaction").first).to_contain_text("1")
    assert Reaction.objects.get().person == person

    page.visit(topic.get_absolute_url())
    tab_to(page, "form[action$='/volgen/'] button")
    page.keyboard.press("Enter")
    expect(page.locator(".messages").first).to_be_visible()
    assert Follow.objects.filter(person=person, topic=topic).exists()

    page.visit(topic.get_absolute_url())
    tab_to(page, "#reageer textarea[name=body]")
    page.keyboard.type("Bij ons begon het met koffie.")
    tab_to(page, "#reageer button[type=submit]:not([name])")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("Bij ons begon het met koffie.")
    assert Post.objects.get(author=person).state == "published"


@pytest.mark.parametrize("has_script", [True, False])
def test_a_moderator_hides_a_post_where_it_stands_and_undoes_it(open_page, topic, has_script):
    rule, post = factories.house_rule(), factories.post(topic, body="Een naam te veel.")
    page = open_page(factories.moderator(), java_script_enabled=has_script)
    here = f"#bijdrage-{post.pk}"
    page.visit(topic.get_absolute_url())
    tab_to(page, f"{here} .desk__summary")
    page.keyboard.press("Enter")
    tab_to(page, f"#besluit-{post.pk}")
    page.keyboard.type("Verbergen")
    tab_to(page, f"#regel-{post.pk}")
    page.keyboard.type(rule.title)
    tab_to(page, f"#reden-{post.pk}")
    page.keyboard.type("Iemand was te herkennen.")
    tab_to(page, f"{here} button[value=decide]")
    page.keyboard.press("Enter")
    expect(page.locator(here)).not_to_contain_text("Een naam te veel.")
    decision = Decision.objects.get()
    assert (decision.act, decision.rule) == ("hide", rule)

    tab_to(page, f"{here} .desk__summary")
    page.keyboard.press("Enter")
    tab_to(page, f"{here} button[value=undo]")
    page.keyboard.press("Enter")
    expect(page.locator(here)).to_contain_text("Een naam te veel.")
