"""Other names, themes and the history of taking part, out of the site and in again."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participants import history
from participants.exchange import csv_lines
from participants.history import Stretch
from participants.models import Organisation, OtherName, Participation
from tests import factories
from tests.participants.test_importing import (
    confirmed,
    everything,
    exported,
    mistakes,
    outcomes,
    sent,
)

pytestmark = pytest.mark.django_db
ENDINGS = ["", *Participation.Ending.values]


def belongings():
    """All that is kept beside the columns of an organisation, without numbers."""
    parts = Participation.objects.values_list(
        "organisation__name", "joined_on", "cohort__number", "location", "left_on", "ending",
        "merged_into__name",
    )  # fmt: skip
    themes = Organisation.themes.through.objects.values_list("organisation__name", "theme__name")
    names = OtherName.objects.values_list("organisation__name", "name")
    return [sorted(rows, key=repr) for rows in (parts, themes, names)]


@pytest.fixture
def cast():
    one = factories.cohort(1)
    themes = [factories.theme("Zeggenschap | samen"), factories.theme("Wonen")]
    # It stands first in the file, and the one it went on in comes later.
    merged = factories.organisation(name="Alfa", slug="alfa", takes_part=False)
    heir = factories.organisation(name="Zulu; en co", slug="zulu", takes_part=False)
    never = factories.organisation(name="Nooit", slug="nooit", takes_part=False)
    evil = factories.organisation(name="=1+1", slug="formule", takes_part=False)
    stretches = [
        (merged, {"joined_on": "2019-05-01", "left_on": "2020-01-01", "ending": "left"}),
        (merged, {"joined_on": "2021-03-01", "cohort": one, "location": "De Boom; Oost, boven",
                  "left_on": "2024-01-01", "ending": "merged", "merged_into": heir}),
        (heir, {"cohort": one}),
        (evil, {"joined_on": "2022-02-02", "left_on": "2023-03-03", "ending": "closed"}),
        (evil, {"joined_on": "2024-02-02", "left_on": "2025-03-03"}),
    ]  # fmt: skip
    for row, facts in stretches:
        Participation.objects.create(organisation=row, **facts)
    for name in ("=SOM(A1)", "Bé | nu", "a|", "Ander"):
        OtherName.objects.create(organisation=evil, name=name)
    evil.themes.set(themes)
    never.themes.set(themes[:1])


def test_an_export_fills_an_empty_site_with_all_that_belongs(editor, cast):
    table, before = exported(editor), belongings()
    Organisation.objects.all().delete()
    response = sent(editor, table)
    assert {outcome for _, outcome in outcomes(response)} == {"new"}
    confirmed(editor, response)
    assert belongings() == before
    assert exported(editor) == table


def test_out_and_in_again_is_the_same_for_every_row(editor, cast):
    table, before = exported(editor), (everything(), belongings())
    kept = list(Participation.objects.order_by("pk").values_list("pk", "updated_at"))
    response = sent(editor, table)
    assert {outcome for _, outcome in outcomes(response)} == {"same"}
    assert confirmed(editor, response).status_code == 302
    assert (everything(), belongings()) == before
    assert list(Participation.objects.order_by("pk").values_list("pk", "updated_at")) == kept


def test_the_history_reads_as_a_person_would_write_it(editor, cast):
    lines = exported(editor).decode("utf-8-sig")
    assert "2019-05-01 aangesloten; 2020-01-01 gestopt" in lines
    assert "2021-03-01 aangesloten, groep 1, alleen locatie De Boom;; Oost, boven" in lines
    assert "2024-01-01 opgegaan in Zulu;; en co" in lines
    assert "zonder datum aangesloten, groep 1" in lines
    # A cell that begins like a formula is text.
    assert ";'=SOM(A1) | Ander | a|| | Bé || nu;" in lines


def test_a_person_changes_the_history_in_a_spreadsheet(editor, visitor, cast):
    kept = Participation.objects.get(organisation__slug="alfa", ending="left").pk
    text = (
        "naam;andere namen;thema;geschiedenis\n"
        'Alfa;Alfabet | alfabet;wonen;"2019-05-01 aangesloten; 2020-01-01 gestopt; '
        '2022-03-04 Aangesloten,groep 1 ; 2024-05-06 opgegaan in zulu;; EN CO"\n'
    )
    response = sent(editor, text)
    assert outcomes(response) == [(2, "changed")]
    assert len(response.context["rows"][0].changes) == 3
    assert confirmed(editor, response).status_code == 302
    alfa = Organisation.objects.get(slug="alfa")
    first, second = alfa.participations.all()
    assert (first.pk, second.joined_on, second.left_on) == (
        kept, date(2022, 3, 4), date(2024, 5, 6),
    )  # fmt: skip
    assert (second.merged_into.slug, second.location) == ("zulu", "")
    assert [theme.name for theme in alfa.themes.all()] == ["Wonen"]
    assert "Alfa" in visitor.get("/zoeken/?q=alfabet").content.decode()
    assert outcomes(sent(editor, text)) == [(2, "same")]


def test_a_column_that_is_not_there_is_left_alone(editor, cast):
    before = belongings()
    response = sent(editor, "naam;regio\nAlfa;Noord\n=1+1;Zuid\n")
    assert outcomes(response) == [(2, "changed"), (3, "changed")]
    confirmed(editor, response)
    assert belongings() == before


def test_an_empty_cell_empties_and_takes_no_part(editor, cast):
    text = "naam;soort;andere namen;thema;geschiedenis\n=1+1;;;;\nNieuw;gemeente;;;\n"
    confirmed(editor, sent(editor, text.replace("=1+1;;", "=1+1;gemeente;")))
    row = Organisation.objects.get(slug="formule")
    assert not row.other_names.exists()
    assert not row.themes.exists()
    assert not Participation.objects.filter(organisation__name__in=["=1+1", "Nieuw"]).exists()


def test_an_older_spreadsheet_may_hold_a_history(editor):
    text = (
        "naam;soort;andere namen;geschiedenis\nÉén;wijkteam;Café | Twéé;zonder datum aangesloten\n"
    )
    confirmed(editor, sent(editor, text, "cp1252"))
    names = OtherName.objects.values_list("name", flat=True)
    assert sorted(names) == ["Café", "Twéé"]
    assert Organisation.objects.participating().count() == 1


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        (";Toverij;", "Toverij"),
        (f"{'x' * 121};;", "xxx"),
        (";;2021-03-01 betoverd", "betoverd"),
        (";;ooit aangesloten", "ooit aangesloten"),
        (";;2021-02-30 aangesloten", "2021-02-30"),
        (";;2021-03-01 gestopt", "aangesloten"),
        (';;"2021-03-01 aangesloten; 2020-03-01 gestopt"', "2020-03-01"),
        (';;"2021-03-01 aangesloten; 2022-01-01 gestopt; 2023-01-01 gestopt"', "2023-01-01"),
        (";;2021-03-01 aangesloten, groep 9", "9"),
        (";;2021-03-01 aangesloten, groep tien", "groep tien"),
        (f";;2021-03-01 aangesloten, alleen locatie {'y' * 121}", "2021-03-01"),
        (';;"2021-03-01 aangesloten; 2022-01-01 opgegaan in Niemand"', "Niemand"),
        (';;"2021-03-01 aangesloten; 2022-01-01 opgegaan in Fout"', ""),
        (';;"2021-03-01 aangesloten; 2022-01-01 gestopt in Alfa"', "gestopt in Alfa"),
        (';;"2021-03-01 aangesloten; zonder datum geëindigd"', "geëindigd"),
    ],
)
def test_one_bad_cell_writes_nothing_and_says_why(editor, cast, cells, says):
    before = everything(), belongings()
    text = "naam;soort;andere namen;thema;geschiedenis\n"
    text += f"Alfa;wijkteam;Goed;Wonen;\nFout;wijkteam;{cells}\n"
    response = sent(editor, text)
    assert response.status_code == 422
    assert outcomes(response) == [(2, "changed"), (3, "wrong")]
    (mistake,) = mistakes(response)
    assert says in mistake
    assert confirmed(editor, response).status_code == 422
    assert (everything(), belongings()) == before


@pytest.mark.parametrize("count", [10, 100])
def test_an_export_asks_as_much_for_a_few_as_for_many(visitor, django_assert_num_queries, count):
    theme, group = factories.theme(), factories.cohort(1)
    for number in range(count):
        row = factories.organisation(takes_part=False)
        row.themes.add(theme)
        OtherName.objects.create(organisation=row, name=f"Ook {number}")
        Participation.objects.create(organisation=row, cohort=group)
    with django_assert_num_queries(4):
        lines = list(csv_lines(Organisation.objects.visible_to(None)))
    assert len(lines) == count + 1


words = st.text("ab;|, é'=", min_size=1, max_size=12).map(str.strip).filter(bool)
days = st.dates(date(2000, 1, 1), date(2030, 1, 1))


@st.composite
def stretches(draw):
    ending = draw(st.sampled_from(ENDINGS))
    joined = draw(st.none() | days)
    left = draw(st.none() | st.dates(joined or date(2000, 1, 1), date(2030, 1, 1)))
    return Stretch(
        joined_on=joined,
        cohort=draw(st.none() | st.integers(0, 9999)),
        location=draw(st.just("") | words),
        left_on=left,
        ending=ending,
        merged_into=draw(st.just("") | words) if ending == "merged" else "",
    )


@given(st.lists(stretches(), max_size=4).map(history.in_order))
def test_any_history_comes_back_the_same(found):
    assert history.read(history.written(found)) == found


@given(st.lists(words, max_size=5))
def test_any_list_comes_back_the_same(names):
    assert history.parts_of(history.joined_by("|", names), "|") == names
