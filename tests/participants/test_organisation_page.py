"""The page of an organisation: who it is, how it takes part, and everything that belongs to it."""

from datetime import date

import pytest

from movement.models import Action, Keyword
from participants.models import Commitment, CommitmentUpdate, OtherName, Participation
from tests import factories

pytestmark = pytest.mark.django_db


def page(client, row):
    return client.get(row.get_absolute_url()).content.decode()


def commitment(row, title, front="start", **facts):
    action, _ = Action.objects.get_or_create(
        front=front, title=f"Actie {front}", slug=f"actie-{front}", defaults={"number": len(front)}
    )
    values = {"promised_on": date(2026, 1, 2), **facts}
    return Commitment.objects.create(organisation=row, action=action, title=title, **values)


def test_it_shows_what_is_known_and_says_what_is_not(visitor):
    row = factories.organisation_in(
        "Hengelo (Overijssel)",
        name="Thuis & Co",
        region="Twente",
        website="https://www.example.org/over",
        contact_role="Afdeling meedoen",
        own_words="Eerste regel.\n\nTweede <script>regel</script>.",
    )
    OtherName.objects.create(organisation=row, name="Oude naam")
    html = page(visitor, row)
    for shown in ("Thuis &amp; Co", "Hengelo (Overijssel)", "Twente", "example.org<", "Oude naam",
                  "Afdeling meedoen", "&lt;script&gt;"):  # fmt: skip
        assert shown in html
    assert html.count("niet vastgelegd") >= 2


def test_a_hidden_organisation_has_no_page(visitor, editor):
    row = factories.organisation(name="Geheime naam", is_public=False)
    for client in (visitor, editor):
        response = client.get(row.get_absolute_url())
        assert response.status_code == 404
        assert "Geheime naam" not in response.content.decode()


@pytest.mark.parametrize("slug", ["bestaat-niet", "x" * 300, "9" * 40])
def test_an_unknown_organisation_is_not_found(visitor, slug):
    assert visitor.get(f"/deelnemers/{slug}/").status_code == 404


def test_its_history_is_linked_both_ways(visitor):
    new = factories.organisation(name="Nieuw geheel")
    old = factories.organisation(name="Oud deel", takes_part=False)
    Participation.objects.create(
        organisation=old,
        joined_on=date(2022, 1, 1),
        left_on=date(2024, 3, 1),
        ending="merged",
        merged_into=new,
    )
    assert f'href="{new.get_absolute_url()}"' in page(visitor, old)
    assert f'href="{old.get_absolute_url()}"' in page(visitor, new)
    old.is_public = False
    old.save()
    html = page(visitor, new)
    assert "Oud deel" in html
    assert old.get_absolute_url() not in html


def test_one_location_only_is_said(visitor):
    row = factories.organisation(takes_part=False)
    Participation.objects.create(organisation=row, location="Het Baken")
    assert "Het Baken" in page(visitor, row)


def test_commitments_stand_by_front_with_their_updates(visitor):
    row = factories.organisation()
    commitment(row, "Terug", "turn-back", state="stopped", stopped_because="Te weinig mensen")
    started = commitment(row, "Begin", "start", due_on=date(2027, 5, 6))
    CommitmentUpdate.objects.create(
        commitment=started, reported_on=date(2026, 4, 5), text="Gedaan wat kon"
    )
    html = page(visitor, row)
    assert html.index("Begin") < html.index("Terug")
    for shown in ("Gedaan wat kon", "5 april 2026", "6 mei 2027", "Te weinig mensen"):
        assert shown in html


def test_its_logo_is_shown_with_its_description(visitor):
    row = factories.organisation(logo=factories.picture(alternative="Een anker in een cirkel"))
    html = page(visitor, row)
    assert 'class="logo"' in html
    assert 'alt="Een anker in een cirkel"' in html


def test_articles_and_days_of_it_are_linked(visitor):
    row = factories.organisation(name="Met nieuws")
    row.keyword = Keyword.objects.create(name="Met nieuws", slug="met-nieuws")
    row.save()
    article = factories.article(title="Over hen")
    article.keywords.add(row.keyword)
    day = factories.past_day(title="Hun dag")
    factories.dialogue_table(day, host=row)
    html = page(visitor, row)
    assert f'href="{article.get_absolute_url()}"' in html
    assert f'href="{day.get_absolute_url()}"' in html


def test_the_number_of_queries_does_not_depend_on_the_rows(visitor, django_assert_num_queries):
    row = factories.organisation(name="Vol")
    row.keyword = Keyword.objects.create(name="Vol", slug="vol")
    row.save()
    visitor.get(row.get_absolute_url())
    for _ in range(2):
        for n in range(10):
            made = commitment(row, f"Belofte {n}")
            CommitmentUpdate.objects.create(
                commitment=made, reported_on=date(2026, 4, 5), text="Nieuws"
            )
            OtherName.objects.create(organisation=row, name=f"Naam {OtherName.objects.count()}")
            factories.article().keywords.add(row.keyword)
            factories.dialogue_table(factories.past_day(), host=row)
        with django_assert_num_queries(8):
            visitor.get(row.get_absolute_url())
