"""How the movement grew: what is recorded is drawn and in the tables, the rest is counted apart."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from participants.growth import growth
from participants.models import Commitment, CommitmentUpdate, Participation
from tests import factories

pytestmark = pytest.mark.django_db
PAGE = "/deelnemers/groei/"
TODAY = date(2026, 6, 1)


def stretch(joined=None, left=None, cohort=None, **more):
    row = factories.organisation(takes_part=False, **more)
    Participation.objects.create(
        organisation=row, joined_on=joined, left_on=left, cohort=cohort,
        ending="left" if left else "",
    )  # fmt: skip
    return row


def test_each_year_counts_who_took_part_at_its_end():
    stretch(date(2023, 5, 1))
    stretch(date(2023, 12, 31), left=date(2025, 2, 1))
    stretch(date(2025, 1, 1))
    stretch()
    stretch(date(2024, 1, 1), is_example=True)
    stretch(date(2024, 1, 1), is_public=False)
    years = {year.label: (year.known, year.unknown) for year in growth(TODAY).years}
    assert years == {"2023": (2, 1), "2024": (2, 1), "2025": (2, 1), "2026": (2, 1)}


def test_the_line_climbs_with_the_numbers():
    stretch(date(2024, 5, 1))
    stretch(date(2025, 5, 1))
    found = growth(TODAY)
    heights = [year.y for year in found.years]
    assert heights[0] > heights[1] == heights[2]
    assert found.thread.startswith(f"M{found.years[0].x} {heights[0]}")


def test_groups_stand_in_their_order_with_who_takes_part_now():
    second, first = factories.cohort(2), factories.cohort(1, started_on=date(2022, 1, 1))
    stretch(cohort=first)
    stretch(cohort=first, joined=date(2022, 1, 1), left=date(2023, 1, 1))
    stretch(cohort=second)
    stretch()
    found = growth(TODAY)
    assert [(group.name, group.count) for group in found.groups] == [("Groep 1", 1), ("Groep 2", 1)]
    assert found.without_group == 1


def test_the_page_shows_the_same_as_a_table(visitor):
    stretch(date(2024, 5, 1))
    html = visitor.get(PAGE).content.decode()
    assert '<svg class="growth"' in html
    assert '<th scope="row">2024' in html
    assert visitor.get("/deelnemers/").content.decode().count(f'href="{PAGE}"') == 1


def test_without_any_recorded_day_nothing_is_drawn(visitor):
    stretch()
    assert '<svg class="growth"' not in visitor.get(PAGE).content.decode()


def test_nothing_at_all_is_a_page_too(visitor):
    assert visitor.get(PAGE).status_code == 200


@pytest.mark.parametrize("total", [10, 100])
def test_the_number_of_queries_does_not_depend_on_the_rows(
    visitor, django_assert_num_queries, total
):
    for _ in range(total):
        stretch(date(2024, 5, 1))
    visitor.get("/deelnemers/meedoen/")
    with django_assert_num_queries(2):
        visitor.get(PAGE)


def test_a_commitment_is_silent_after_three_months_without_a_word(visitor):
    row = factories.organisation()
    action = factories.action()
    today = timezone.localdate()

    def promised(days, **more):
        return Commitment.objects.create(
            organisation=row, action=action, title="Belofte",
            promised_on=today - timedelta(days=days), **more,
        )  # fmt: skip

    quiet, fresh, done = promised(120), promised(10), promised(200, state="done")
    spoken = promised(120)
    CommitmentUpdate.objects.create(
        commitment=spoken, reported_on=today - timedelta(days=5), text="Het loopt"
    )
    assert quiet.silent_since == quiet.promised_on
    assert (fresh.silent_since, done.silent_since, spoken.silent_since) == (None, None, None)
    assert visitor.get(row.get_absolute_url()).content.decode().lower().count("stil sinds") == 1
