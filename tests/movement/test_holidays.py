"""The public holidays of the Netherlands, against the calendars of the government."""

from datetime import date

import pytest

from movement.holidays import easter, holidays


@pytest.mark.parametrize(
    "sunday",
    [
        date(2024, 3, 31),
        date(2025, 4, 20),
        date(2026, 4, 5),
        date(2027, 3, 28),
        date(2028, 4, 16),
        date(2029, 4, 1),
        date(2030, 4, 21),
        # The earliest and the latest that there are, and a case that simpler rules get wrong.
        date(2285, 3, 22),
        date(2038, 4, 25),
        date(2076, 4, 19),
    ],
)
def test_easter_is_the_sunday_of_the_church(sunday):
    assert easter(sunday.year) == sunday


def test_the_holidays_of_a_year_are_those_of_the_law():
    assert holidays(2026) == {
        date(2026, 1, 1),
        date(2026, 4, 5),
        date(2026, 4, 6),
        date(2026, 4, 27),
        date(2026, 5, 14),
        date(2026, 5, 24),
        date(2026, 5, 25),
        date(2026, 12, 25),
        date(2026, 12, 26),
    }


def test_a_king_does_not_celebrate_on_sunday():
    assert date(2025, 4, 26) in holidays(2025)
    assert date(2025, 4, 27) not in holidays(2025)
    assert date(2031, 4, 26) in holidays(2031)


@pytest.mark.parametrize(
    ("choice", "years"), [("never", []), ("fifth", [2030]), ("always", [2028, 2029, 2030, 2031])]
)
def test_liberation_day_is_a_choice(choice, years):
    off = [y for y in range(2028, 2032) if date(y, 5, 5) in holidays(y, liberation_day=choice)]
    assert off == years


def test_there_is_an_easter_in_every_year_of_the_calendar():
    for year in (1, 1583, 1900, 9999):
        assert easter(year).isoweekday() == 7
