"""Organisations from a table: a preview per row, all or nothing, and the same twice is nothing."""

import csv
import html
import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from participants import history
from participants.exchange import HEADINGS
from participants.models import Organisation, OtherName
from tests import factories

pytestmark = pytest.mark.django_db
PAGE = "/beheer/participants/organisation/inlezen/"


def sent(client, text, encoding="utf-8", **more):
    content = text if isinstance(text, bytes) else text.encode(encoding)
    return client.post(PAGE, {"file": SimpleUploadedFile("o.csv", content), **more})


def outcomes(response):
    return [(row.number, row.outcome) for row in response.context["rows"]]


def mistakes(response):
    return [mistake for row in response.context["rows"] for mistake in row.mistakes]


def confirmed(client, response, **more):
    sealed = response.context["form"].initial["sealed"]
    return client.post(PAGE, {"sealed": sealed, "confirm": "1", "takes_part": "on", **more})


def everything():
    columns = [field.name for field in Organisation._meta.concrete_fields]
    return list(Organisation.objects.order_by("pk").values_list(*columns))


def exported(client):
    pks = [row.pk for row in Organisation.objects.all()]
    response = client.post(
        "/beheer/participants/organisation/", {"action": "as_csv", "_selected_action": pks}
    )
    return b"".join(response.streaming_content)


@pytest.fixture
def cast():
    factories.organisation_in("Utrecht", name="Alfa", slug="alfa", website="https://example.org")
    bravo = factories.organisation(name="Bravo", slug="bravo", own_words="=1+1\nTweede; regel")
    OtherName.objects.create(organisation=bravo, name="Bé")


def test_nothing_is_written_before_it_is_confirmed(editor, visitor, cast):
    text = "naam;soort;plaats\nAlfa;wijkteam;Utrecht\nDelta;gemeente;hengelo (overijssel)\n"
    before = everything()
    response = sent(editor, text + "Bravo;jeugdhulpaanbieder;\n", takes_part="on")
    assert outcomes(response) == [(2, "changed"), (3, "new"), (4, "same")]
    assert everything() == before

    assert confirmed(editor, response).status_code == 302
    made = Organisation.objects.get(name="Delta")
    assert (made.town, made.kind, made.slug) == ("Hengelo (Overijssel)", "municipality", "delta")
    assert made.latitude
    assert Organisation.objects.get(name="Alfa").website == "https://example.org"
    assert "Delta" in visitor.get("/deelnemers/?provincie=Overijssel").content.decode()
    assert "Delta" in visitor.get("/zoeken/?q=delta").content.decode()


def test_without_the_tick_new_ones_do_not_take_part(editor):
    response = sent(editor, "naam;soort\nDelta;gemeente\n")
    confirmed(editor, response, takes_part="")
    assert not Organisation.objects.participating().exists()


def test_out_and_in_again_changes_nothing(editor, cast):
    table, before = exported(editor), everything()
    response = sent(editor, table)
    assert outcomes(response) == [(2, "same"), (3, "same")]
    assert confirmed(editor, response).status_code == 302
    assert everything() == before
    assert exported(editor) == table


def test_an_export_fills_an_empty_site_with_the_same(editor, cast):
    table = exported(editor)
    Organisation.objects.all().delete()
    confirmed(editor, sent(editor, table))
    assert exported(editor) == table


def test_the_same_file_twice_changes_nothing_more(editor):
    text = "naam;soort\nAlfa;wijkteam\nAl-fa;wijkteam\nAl fa;wijkteam\n"
    confirmed(editor, sent(editor, text))
    before = everything()
    assert len(set(Organisation.objects.values_list("slug", flat=True))) == 3
    response = sent(editor, text)
    assert {outcome for _, outcome in outcomes(response)} == {"same"}
    confirmed(editor, response)
    assert everything() == before


def test_an_older_spreadsheet_with_semicolons_is_read(editor):
    response = sent(editor, "naam;soort;regio\nCafé Één;wijkteam;“Noord”\n", "cp1252")
    confirmed(editor, response)
    row = Organisation.objects.get()
    assert (row.name, row.region) == ("Café Één", "“Noord”")


@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_any_usual_delimiter_will_do(editor, delimiter):
    lines = [["naam", "soort", "eigen woorden"], ["Alfa", "wijkteam", 'met; "alles", erin']]
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(lines)
    confirmed(editor, sent(editor, out.getvalue()))
    assert Organisation.objects.get().own_words == 'met; "alles", erin'


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        ("Fout;wijkteam;Atlantis;;", "Atlantis"),
        ("Fout;wijkteam;Dorpsstraat 1;;", "straat"),
        ("Fout;wijkteam;Hengelo;;", "Hengelo (Gelderland)"),
        ("Fout;tovenaar;;;", "tovenaar"),
        ("Fout;wijkteam;;javascript:alert(1);", ""),
        ("Fout;wijkteam;;;misschien", "landelijk"),
        (";wijkteam;;;", ""),
        ("Fout;wijkteam", ""),
        ("Fout;wijkteam;;;nee;te veel", ""),
        (f"{'x' * 121};wijkteam;;;", ""),
        ("goed;wijkteam;;;", "2"),
        ("Bé;wijkteam;;;", "Bravo"),
    ],
)
def test_one_bad_row_writes_nothing_and_says_why(editor, cast, bad, says):
    text = f"naam;soort;plaats;website;landelijk\nGoed;wijkteam;Utrecht;;ja\n{bad}\n"
    before = everything()
    response = sent(editor, text)
    assert response.status_code == 422
    assert outcomes(response) == [(2, "new"), (3, "wrong")]
    assert any(says in mistake for mistake in mistakes(response))
    assert confirmed(editor, response).status_code == 422
    assert everything() == before


def test_two_rows_about_one_organisation_are_named(editor, cast):
    response = sent(editor, "adres;naam;soort\nalfa;Alfa;wijkteam\n;ALFA;gemeente\n")
    assert outcomes(response) == [(2, "changed"), (3, "wrong")]
    assert "2" in mistakes(response)[0]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"naam;soort\n",
        b"titel;soort\nx;y\n",
        b"naam;geheim\nx;y\n",
        b"naam;naam\nx;y\n",
        b"\x00\x01\x02naam",
        b"PK\x03\x04\x00\x00",
        b'naam;soort\n"niet gesloten;wijkteam\n',
        b"naam;soort\n" + b"x" * 2_000_001,
        b"naam;soort\n" + b"x;y\n" * 10_001,
    ],
    ids=range(10),
)
def test_what_is_no_table_is_refused_with_a_sentence(editor, content):
    response = sent(editor, content)
    assert response.status_code == 422
    assert "rows" not in response.context or not response.context.get("rows")
    assert response.context["form"].errors["file"]


def test_a_preview_of_somebody_else_cannot_be_forged(editor):
    response = editor.post(PAGE, {"sealed": "naam;soort\nFout;wijkteam", "confirm": "1"})
    assert response.status_code == 422
    assert not Organisation.objects.exists()


def test_a_change_after_the_preview_is_judged_again(editor, cast):
    response = sent(editor, "naam;soort\nGloednieuw;wijkteam\n")
    OtherName.objects.create(organisation=Organisation.objects.first(), name="Gloednieuw")
    assert confirmed(editor, response).status_code == 422
    assert not Organisation.objects.filter(name="Gloednieuw").exists()


def test_only_editors_bring_in(visitor, member, moderator, organiser):
    for client in (visitor, member, moderator, organiser):
        response = sent(client, "naam;soort\nFout;wijkteam\n")
        assert response.status_code in {302, 403}
    assert not Organisation.objects.exists()


def test_the_headings_are_stable():
    assert HEADINGS[:4] == ["adres", "naam", "soort", "plaats"]


def test_what_is_not_on_the_site_yet_is_named_row_by_row_and_nothing_is_written(editor):
    """The table of another site: its themes and groups are not here."""
    text = (
        "naam;soort;thema;geschiedenis\n"
        "Alfa;wijkteam;Rust | Ruimte;\n"
        "Bravo;wijkteam;;2021-03-01 aangesloten, groep 2\n"
        "Charlie;wijkteam;;zonder datum aangesloten\n"
    )
    response = sent(editor, text)
    assert outcomes(response) == [(2, "wrong"), (3, "wrong"), (4, "new")]
    themes, group = mistakes(response)
    assert "Rust" in themes
    assert "Ruimte" in themes
    assert "2" in group
    confirmed(editor, response)
    assert not Organisation.objects.exists()


def test_the_page_explains_the_history_with_an_example_that_can_be_read(editor):
    examples = re.findall(r"<code>([^<]*aangesloten[^<]*)</code>", editor.get(PAGE).text)
    (stretch,) = history.read(html.unescape(examples[0]))
    assert (stretch.cohort, stretch.location, stretch.merged_into) == (1, "De Boom", "Noord")


def test_a_wrong_value_says_its_column_once(editor):
    response = sent(editor, "naam;soort;website\nAlfa;wijkteam;javascript:alert(1)\n")
    (mistake,) = mistakes(response)
    assert mistake.startswith("website: ")


def test_signs_that_no_feed_can_carry_are_refused(editor):
    response = sent(editor, "naam;soort\nAlf\x01a;wijkteam\n")
    assert response.status_code == 422
    assert "rows" not in response.context
