"""Organisations on the editors' desk: places filled in, search kept, what is stale in sight."""

from datetime import timedelta

import pytest
from django.utils import timezone

from movement.models import SearchEntry
from participants.models import Organisation
from participants.search_entries import rebuild
from tests import factories

pytestmark = pytest.mark.django_db
ADD = "/beheer/participants/organisation/add/"


def values(**more):
    inlines = {
        f"{prefix}-{name}": 0
        for prefix in ("other_names", "participations")
        for name in ("TOTAL_FORMS", "INITIAL_FORMS")
    }
    return {"name": "De Haven", "slug": "de-haven", "kind": "provider", "town": "", **inlines,
            "is_public": "on", **more}  # fmt: skip


def test_a_town_is_looked_up(editor):
    assert editor.post(ADD, values(town="hengelo", province="Overijssel")).status_code == 302
    row = Organisation.objects.get()
    assert (row.town, row.province) == ("Hengelo (Overijssel)", "Overijssel")
    assert row.latitude


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"town": "Hengelo"}, "Hengelo (Gelderland)"),
        ({"town": "Atlantis"}, "Atlantis"),
        ({"town": "Dorpsstraat 12"}, "straat"),
        ({"website": "javascript:alert(1)"}, "id_website"),
        ({"slug": "meedoen"}, "adres"),
    ],
)
def test_a_mistake_is_said_and_nothing_saved(editor, wrong, says):
    response = editor.post(ADD, values(**wrong))
    assert response.status_code == 200
    assert response.context["errors"]
    assert says in response.content.decode()
    assert not Organisation.objects.exists()


def test_search_knows_it_as_soon_as_it_is_saved(editor, visitor):
    other = {"other_names-TOTAL_FORMS": 1, "other_names-0-name": "Zeemanshuis"}
    editor.post(ADD, values(**other))
    assert "De Haven" in visitor.get("/zoeken/?q=zeemanshuis").content.decode()
    row = Organisation.objects.get()
    entries = list(SearchEntry.objects.filter(kind="organisation").values("title", "stems", "path"))
    assert rebuild() == 1
    assert entries == list(
        SearchEntry.objects.filter(kind="organisation").values("title", "stems", "path")
    )
    url = f"/beheer/participants/organisation/{row.pk}/change/"
    name = row.other_names.get()
    kept = {"other_names-INITIAL_FORMS": 1, "other_names-0-id": name.pk}
    hidden = {**values(**other, **kept), "is_public": ""}
    assert editor.post(url, hidden).status_code == 302
    assert not SearchEntry.objects.filter(kind="organisation").exists()


def test_what_was_not_checked_for_a_year_can_be_listed(editor):
    today = timezone.localdate()
    factories.organisation(name="Oud", checked_on=today - timedelta(days=400))
    factories.organisation(name="Vers", checked_on=today)
    factories.organisation(name="Nooit")
    listed = "/beheer/participants/organisation/?nagekeken="
    for choice, name in (("oud", "Oud"), ("nooit", "Nooit")):
        rows = editor.get(listed + choice).context["cl"].result_list
        assert [row.name for row in rows] == [name]


def test_today_says_what_waits(editor):
    row = factories.organisation(checked_on=timezone.localdate() - timedelta(days=400))
    row.proposals.create(proposed={"region": "Noord"}, before={"region": ""})
    html = editor.get("/beheer/").content.decode()
    assert "participants/proposal/?state__exact=waiting" in html
    assert "participants/organisation/?nagekeken=oud" in html


def test_an_address_that_changes_leads_on(editor, visitor):
    editor.post(ADD, values())
    row = Organisation.objects.get()
    url = f"/beheer/participants/organisation/{row.pk}/change/"
    assert editor.post(url, values(slug="nieuwe-haven")).status_code == 302
    response = visitor.get("/deelnemers/de-haven/")
    assert (response.status_code, response.url) == (301, "/deelnemers/nieuwe-haven/")
    assert visitor.get(response.url).status_code == 200
