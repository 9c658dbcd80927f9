"""The Dutch public holidays, computed.

Which they are: Algemene termijnenwet, article 3, first paragraph, with the Sundays of Easter and
Whitsun. The date of Easter: Jean Meeus, Astronomical Algorithms (1991), chapter 8.
"""

from datetime import date, timedelta


def easter(year: int) -> date:
    """Easter Sunday of a year in the Gregorian calendar."""
    century, rest = divmod(year, 100)
    golden = year % 19
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - century // 4 - moon + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def king_s_day(year: int) -> date:
    """The 27th of April; the day before when that is a Sunday."""
    day = date(year, 4, 27)
    return day - timedelta(days=1) if day.isoweekday() == 7 else day


def holidays(year: int, *, liberation_day: str = "fifth") -> set[date]:
    """The public holidays of a year; the 5th of May `never`, in each `fifth` year, or `always`."""
    sunday = easter(year)
    # Easter, the day after, Ascension, Whitsun, the day after.
    movable = {sunday + timedelta(days=days) for days in (0, 1, 39, 49, 50)}
    fixed = {date(year, 1, 1), king_s_day(year), date(year, 12, 25), date(year, 12, 26)}
    if liberation_day == "always" or (liberation_day == "fifth" and year % 5 == 0):
        fixed.add(date(year, 5, 5))
    return movable | fixed
