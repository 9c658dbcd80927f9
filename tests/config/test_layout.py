"""The frame around every page: order of the keyboard, where you are, and nothing of the reader."""

import datetime as dt
import re

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template import engines
from django.urls import resolve

from movement.models import HelpLine, SiteSettings

pytestmark = pytest.mark.django_db

PAGE = (
    '{% extends "base.html" %}{% block title %}Proef{% endblock %}'
    "{% block main %}<h1>Proef</h1>{% endblock %}"
)


@pytest.fixture
def page(rf):
    """Return a function that renders a page for a person, or for a visitor."""

    def rendered(person=None, **context):
        request = rf.get("/")
        request.user = person or AnonymousUser()
        return engines["django"].from_string(PAGE).render(context, request)

    return rendered


def test_the_skip_link_is_the_first_stop_and_the_exit_the_second(page):
    stops = re.findall(r'<(?:a|button|input)\b[^>]*class="([^" ]*)', page())
    assert stops[:2] == ["skip", "exit__link"]
    assert 'href="#inhoud"' in page()
    assert 'id="inhoud"' in page()


@pytest.mark.parametrize(
    ("section", "path"),
    [
        ("articles", "/nieuws/"),
        ("participants", "/deelnemers/"),
        ("actiondays", "/actiedagen/"),
        ("discussions", "/praat-mee/"),
        ("outcomes", "/opbrengst/"),
    ],
)
def test_the_menu_marks_where_you_are(page, section, path):
    marked = re.findall(r'href="([^"]*)" aria-current="true"', page(section=section))
    assert marked == [path]


def test_a_visitors_page_has_no_form_that_posts_and_no_name(page):
    html = page()
    assert 'method="post"' not in html
    assert "csrf" not in html
    assert "/account/login/" in html


def test_a_member_finds_the_account_under_the_own_name_and_nobody_else_does(page, member):
    assert member.person.pseudonym in page(member.person)
    assert member.person.pseudonym not in page()


def test_words_of_the_editors_are_in_the_frame(page):
    site, _ = SiteSettings.objects.get_or_create(pk=1)
    site.exit_url, site.contact_email = "https://weer.example/", "post@voorbeeld.example"
    site.save()
    HelpLine.objects.all().delete()
    for name, in_footer in (("Iemand die luistert", True), ("Niet onderaan", False)):
        HelpLine.objects.create(
            name=name,
            number="0800-123 456",
            in_footer=in_footer,
            checked_on=dt.date(2026, 11, 2),
        )
    html = page()
    assert 'href="https://weer.example/"' in html
    assert "post@voorbeeld.example" in html
    assert "Iemand die luistert" in html
    assert 'href="tel:0800123456"' in html
    assert "Niet onderaan" not in html
    assert "2 november 2026" in html


def test_every_link_of_the_frame_leads_somewhere(page, member):
    for html in (page(), page(member.person)):
        for path in set(re.findall(r'href="(/[^"#?]*)"', html)):
            if not path.startswith("/static/"):
                resolve(path)
