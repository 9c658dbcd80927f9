"""Selecting words in a post makes its link quote them; the address holds none of them."""

import pytest
from playwright.sync_api import expect

from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)

SELECT = """(body) => {
  const range = document.createRange(), strong = body.querySelector("strong").firstChild;
  range.setStart(strong, 0);
  range.setEnd(strong, strong.length);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""


def test_selected_words_are_quoted_exactly(open_page):
    topic = factories.topic()
    source = factories.post(
        topic, body="Eerst 👩‍👧 was het stil.\n\nToen kwam **er iemand** langs."
    )
    page = open_page(factories.member())
    page.visit(topic.get_absolute_url())
    post = page.locator(f"#bijdrage-{source.pk}")
    link = post.locator("a[href*='?op=']")
    expect(link).to_contain_text("Reageer")
    post.locator(".post__body").evaluate(SELECT)
    expect(link).to_contain_text("Citeer")
    link.click()
    expect(page.locator("main blockquote")).to_contain_text("… er iemand …")
    assert "iemand" not in page.url
    page.locator("textarea[name=body]").fill("Wie was dat?")
    page.get_by_role("button", name="Plaats je bericht").click()
    expect(page.locator(".post__quote").last).to_contain_text("… er iemand …")


def test_without_a_selection_the_link_replies(open_page):
    topic = factories.topic(body="Toen kwam **er iemand** langs.")
    page = open_page(factories.member())
    page.visit(topic.get_absolute_url())
    page.locator(".post__body").first.evaluate(SELECT)
    link = page.locator("main .line a[href*='?op=']")
    expect(link).to_contain_text("Citeer")
    page.locator("h1").click()
    expect(link).to_contain_text("Reageer")
    assert "van=" not in link.get_attribute("href")
