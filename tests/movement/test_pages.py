"""Pages below /over/: the text, its easy version, and what editors keep as a list."""

from datetime import date

import pytest

from movement.models import HelpLine, HouseRule
from tests import factories

pytestmark = pytest.mark.django_db


def test_a_page_is_read_whole_or_in_short(visitor):
    page = factories.page(body="<p>Lange tekst.</p>", easy_body="<p>Kort.</p>")
    address = page.get_absolute_url()
    assert b"Lange tekst." in visitor.get(address).content
    easy = visitor.get(f"{address}?versie=makkelijk")
    assert b"Kort." in easy.content
    assert b"Lange tekst." not in easy.content
    assert easy.cookies["versie"].value == "makkelijk"


def test_the_choice_is_remembered_until_it_is_taken_back(visitor):
    first, second = (factories.page(easy_body="<p>Kort.</p>") for _ in range(2))
    visitor.get(f"{first.get_absolute_url()}?versie=makkelijk")
    assert b"Kort." in visitor.get(second.get_absolute_url()).content
    visitor.get(f"{second.get_absolute_url()}?versie=gewoon")
    assert b"Kort." not in visitor.get(first.get_absolute_url()).content


def test_a_page_without_an_easy_version_is_always_whole(visitor):
    page = factories.page(body="<p>Alles.</p>")
    assert b"Alles." in visitor.get(f"{page.get_absolute_url()}?versie=makkelijk").content


def test_reading_sets_no_cookie_and_may_be_kept(visitor):
    response = visitor.get(factories.page().get_absolute_url())
    assert not response.cookies
    assert response.headers["Cache-Control"].startswith("public")


@pytest.mark.parametrize("state", ["draft", "withdrawn"])
def test_what_is_not_published_is_not_there(visitor, member, state):
    page = factories.page(title="Nog geheim", state=state)
    for reader in (visitor, member):
        assert reader.get(page.get_absolute_url()).status_code == 404
        assert b"Nog geheim" not in reader.get("/over/").content


def test_the_house_rules_stand_on_their_page(visitor):
    factories.page(slug="huisregels")
    HouseRule.objects.create(title="Maak niemand herkenbaar")
    HouseRule.objects.create(title="Oude regel", is_active=False)
    content = visitor.get("/over/huisregels/").content
    assert b"Maak niemand herkenbaar" in content
    assert b"Oude regel" not in content


def test_help_lines_stand_where_they_are_needed(visitor):
    factories.page(slug="stopknop")
    HelpLine.objects.create(
        name="Luisteraars", occasion="Wil je praten?", number="088-123", in_footer=False,
        checked_on=date(2026, 11, 1),
    )  # fmt: skip
    assert b"Luisteraars" in visitor.get("/over/stopknop/").content


def test_text_of_an_editor_cannot_carry_script(visitor):
    page = factories.page(body="<p onclick='x()'>Tekst<script>alert(1)</script></p>")
    content = visitor.get(page.get_absolute_url()).content
    assert b"alert(1)" not in content
    assert b"onclick" not in content
