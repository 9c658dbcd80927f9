"""What belongs to an organisation beside its own columns: other names, themes and its history.

Read from the cells of a table, compared with what there is, and written.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from itertools import zip_longest
from typing import Any

from django.utils.translation import gettext as _

from movement.models import Theme
from participants import history
from participants.history import Stretch, in_order, joined_by, parts_of, stretch_of
from participants.models import Cohort, Organisation, OtherName, Participation

# Heading in a file, and what it holds. After the columns of `exchange`.
NAMES, THEMES, HISTORY = "andere namen", "thema", "geschiedenis"
BESIDE = [NAMES, THEMES, HISTORY]
BAR = "|"
Values = tuple[Any, ...]


def names_in_order(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(names), key=lambda name: (name.casefold(), name)))


def as_text(heading: str, values: Values) -> str:
    """The values as one cell."""
    return history.written(values) if heading == HISTORY else joined_by(BAR, values)


def cells_of(row: Organisation) -> list[str]:
    """The cells of an organisation whose belongings were fetched along."""
    found: dict[str, Values] = {
        NAMES: names_in_order(other.name.strip() for other in row.other_names.all()),
        THEMES: names_in_order(theme.name for theme in row.themes.all()),
        HISTORY: in_order(stretch_of(part) for part in row.participations.all()),
    }
    return [as_text(heading, found[heading]) for heading in BESIDE]


class Belongings:
    """Knows what belongs to each organisation; reads, compares and writes."""

    def __init__(self, called: dict[str, str]) -> None:
        """`called`: the name of each organisation by its folded name."""
        self.called = called
        self.names: dict[int | None, list[OtherName]] = defaultdict(list)
        self.parts: dict[int | None, list[Participation]] = defaultdict(list)
        self.themes: dict[int | None, list[str]] = defaultdict(list)
        for other in OtherName.objects.all():
            self.names[other.organisation_id].append(other)
        for part in Participation.objects.select_related("cohort", "merged_into"):
            self.parts[part.organisation_id].append(part)
        about = Organisation.themes.through.objects.values_list("organisation_id", "theme__name")
        for number, name in about:
            self.themes[number].append(name)
        self.cohorts = {cohort.number: cohort for cohort in Cohort.objects.all()}
        self.theme_of: dict[str, Theme] = {}
        for theme in Theme.objects.all():
            self.theme_of |= {theme.slug.casefold(): theme, theme.name.casefold(): theme}

    def now(self, heading: str, number: int | None) -> Values:
        """What an organisation has at the moment."""
        if heading == NAMES:
            return names_in_order(other.name.strip() for other in self.names[number])
        if heading == THEMES:
            return names_in_order(self.themes[number])
        return in_order(stretch_of(part) for part in self.parts[number])

    def read(self, heading: str, cell: str) -> Values:
        """What a cell says. Raises ValueError with a sentence that says what is wrong."""
        if heading == NAMES:
            return self._names(cell)
        if heading == THEMES:
            return self._themes(parts_of(cell, BAR))
        return self._history(cell)

    def _names(self, cell: str) -> Values:
        names = parts_of(cell, BAR)
        if too_long := [name for name in names if len(name) > history.LONGEST]:
            raise ValueError(
                _("The other name “%(name)s…” is too long.") % {"name": too_long[0][:40]}
            )
        return names_in_order(names)

    def _themes(self, names: list[str]) -> Values:
        if strange := [name[:40] for name in names if name.casefold() not in self.theme_of]:
            raise ValueError(
                _("Not on the site: theme “%(names)s”. Make it first under “Themes”.")
                % {"names": "”, “".join(strange)}
            )
        return names_in_order(self.theme_of[name.casefold()].name for name in names)

    def _history(self, cell: str) -> Values:
        found = []
        for stretch in history.read(cell):
            if stretch.cohort is not None and stretch.cohort not in self.cohorts:
                raise ValueError(
                    _("Not on the site: group %(number)s. Make it first under “Groups”.")
                    % {"number": stretch.cohort}
                )
            into = stretch.merged_into
            found.append(replace(stretch, merged_into=self.called.get(into.casefold(), into)))
        return in_order(found)

    def write(self, row: Organisation, given: dict[str, Values], places: dict[str, int]) -> None:
        """Make it so. `places` knows the number of each organisation by its folded name."""
        if NAMES in given:
            self._write_names(row, given[NAMES])
        if THEMES in given:
            row.themes.set([self.theme_of[name.casefold()] for name in given[THEMES]])
        if HISTORY in given:
            self._write_history(row, given[HISTORY], places)

    def _write_names(self, row: Organisation, wanted: Values) -> None:
        there = {other.name.strip(): other for other in self.names[row.pk]}
        for name, other in there.items():
            if name not in wanted:
                other.delete()
        OtherName.objects.bulk_create(
            OtherName(organisation=row, name=name) for name in wanted if name not in there
        )

    def _write_history(self, row: Organisation, wanted: Values, places: dict[str, int]) -> None:
        """Leave the stretches that stand; change, add or remove the others."""
        missing: list[Stretch] = list(wanted)
        spare = []
        for part in self.parts[row.pk]:
            stretch = stretch_of(part)
            if stretch in missing:
                missing.remove(stretch)
            else:
                spare.append(part)
        for part, stretch in zip_longest(spare, missing):
            if stretch is None:
                part.delete()
            else:
                self._fill(part or Participation(organisation=row), stretch, places)

    def _fill(self, part: Participation, stretch: Stretch, places: dict[str, int]) -> None:
        part.joined_on, part.left_on = stretch.joined_on, stretch.left_on
        part.cohort = self.cohorts[stretch.cohort] if stretch.cohort is not None else None
        part.location, part.ending = stretch.location, stretch.ending
        into = stretch.merged_into
        part.merged_into_id = places[into.casefold()] if into else None
        part.save()
