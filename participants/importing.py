"""Organisations from a table: every row is judged before anything is written."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from participants import search_entries
from participants.belongings import BESIDE, HISTORY, Belongings, Values, as_text
from participants.exchange import COLUMNS, HEADINGS, NO, YES, unguarded
from participants.models import Organisation, OtherName, Participation
from participants.models.joining import free_slug

MOST_BYTES = 2_000_000
MOST_ROWS = 10_000
NEW, CHANGED, SAME, WRONG = "new", "changed", "same", "wrong"
WORDS = {
    NEW: gettext_lazy("new"),
    CHANGED: gettext_lazy("changed"),
    SAME: gettext_lazy("the same"),
    WRONG: gettext_lazy("wrong"),
}
# Signs that no spreadsheet writes, and no feed can carry.
UNREADABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
TRUE, FALSE = {YES, "yes", "true", "1", "x"}, {NO, "no", "false", "0", ""}


class Unreadable(Exception):
    """This file is no table of organisations; says why."""


class HasWrongRows(Exception):
    """At least one row is wrong, so nothing was written."""


@dataclass
class Row:
    """One row of the file, what it would do, and why not."""

    number: int
    name: str
    outcome: str
    changes: list[tuple[str, str, str]] = field(default_factory=list)
    mistakes: list[str] = field(default_factory=list)
    organisation: Organisation | None = None
    beside: dict[str, Values] = field(default_factory=dict)

    @property
    def word(self) -> Any:
        return WORDS[self.outcome]


def text_of(content: bytes) -> str:
    """The text of a file in UTF-8 or, from an older spreadsheet, Windows-1252."""
    if len(content) > MOST_BYTES:
        raise Unreadable(_("This file is too large: two megabytes at most."))
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not UNREADABLE.search(text):
            return text
    raise Unreadable(_("This is no CSV file. Save it as CSV in your spreadsheet."))


def records(text: str) -> Iterator[dict[str, str]]:
    """The rows of a table with semicolons, commas or tabs, by heading."""
    head = text.partition("\n")[0]
    delimiter = max(";,\t", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        headings = [cell.strip().lower() for cell in next(reader, [])]
        if "naam" not in headings:
            raise Unreadable(_("The first row has no column “naam”."))
        if strange := [cell for cell in headings if cell not in HEADINGS]:
            raise Unreadable(
                _("We do not know these columns: %(names)s.") % {"names": ", ".join(strange)[:200]}
            )
        if len(set(headings)) < len(headings):
            raise Unreadable(_("A column stands in the first row twice."))
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield record(headings, cells)
    except csv.Error:
        raise Unreadable(
            _("Row %(number)s cannot be read.") % {"number": reader.line_num}
        ) from None


def record(headings: list[str], cells: list[str]) -> dict[str, str]:
    """One row by heading; a row of another length says so under an empty heading."""
    found = dict(zip(headings, (unguarded(cell).strip() for cell in cells), strict=False))
    if len(cells) != len(headings):
        found[""] = str(len(cells))
    return found


class Judge:
    """Knows every organisation there is, and says of each row what it would do."""

    def __init__(self) -> None:
        rows = list(Organisation.objects.all())
        self.by_slug = {row.slug: row for row in rows}
        self.by_name = {row.name.casefold(): row for row in rows}
        others = OtherName.objects.select_related("organisation")
        self.also_called = {other.name.casefold(): other.organisation.name for other in others}
        self.belongings = Belongings({folded: row.name for folded, row in self.by_name.items()})
        self.seen: dict[str, int] = {}
        self.new_slugs: set[str] = set()

    def judge(self, number: int, given: dict[str, str]) -> Row:
        name = given.get("naam", "")
        row = Row(number, name or given.get("adres", ""), SAME)
        if "" in given:
            row.mistakes.append(_("This row has more or fewer cells than the first row."))
        found = self.by_slug.get(given.get("adres", "")) or self.by_name.get(name.casefold())
        self._note_doubles(row, name, found)
        made = found or Organisation(kind=Organisation.Kind.OTHER)
        before = {column: getattr(made, column) for _heading, column in COLUMNS}
        if not row.mistakes:
            self._fill(row, made, given, is_new=found is None)
        row.organisation = made
        row.changes = [
            (heading, str(before[column]), str(getattr(made, column)))
            for heading, column in COLUMNS
            if getattr(made, column) != before[column]
        ]
        self._read_beside(row, given, found.pk if found else None)
        row.outcome = NEW if found is None else CHANGED if row.changes else SAME
        if row.mistakes:
            row.outcome = WRONG
        return row

    def _read_beside(self, row: Row, given: dict[str, str], number: int | None) -> None:
        """Read what belongs to it; a column that is not in the file stays as it is."""
        for heading in BESIDE:
            if heading not in given:
                continue
            try:
                after = self.belongings.read(heading, given[heading])
            except ValueError as mistake:
                row.mistakes.append(str(mistake))
                continue
            row.beside[heading] = after
            before = self.belongings.now(heading, number)
            if before != after:
                texts = as_text(heading, before), as_text(heading, after)
                row.changes.append((heading, *texts))

    def check_merges(self, rows: list[Row]) -> None:
        """Refuse who went on in itself, or in what is neither on the site nor in the file."""
        there = list(self.by_slug.values())
        there += [row.organisation for row in rows if row.organisation and not row.organisation.pk]
        names = {organisation.name.casefold() for organisation in there}
        for row in rows:
            for stretch in row.beside.get(HISTORY, ()):
                into = stretch.merged_into.casefold()
                if into and into not in names:
                    row.mistakes.append(
                        _("We do not know the organisation “%(name)s” in which it went on.")
                        % {"name": stretch.merged_into[:80]}
                    )
                elif into and row.organisation and into == row.organisation.name.casefold():
                    row.mistakes.append(_("An organisation cannot go on in itself."))
            if row.mistakes:
                row.outcome = WRONG

    def _note_doubles(self, row: Row, name: str, found: Organisation | None) -> None:
        """Two rows about one organisation, or a name that means another, are named."""
        key = found.slug if found else name.casefold()
        if key in self.seen:
            row.mistakes.append(
                _("This is the same organisation as in row %(number)s.")
                % {"number": self.seen[key]}
            )
        self.seen.setdefault(key, row.number)
        owner = self.by_name.get(name.casefold())
        if found and owner and owner.pk != found.pk:
            row.mistakes.append(_("Another organisation has this name."))
        if found is None and name.casefold() in self.also_called:
            row.mistakes.append(
                _("This is another name of %(name)s. Use that name.")
                % {"name": self.also_called[name.casefold()]}
            )

    def _fill(self, row: Row, made: Organisation, given: dict[str, str], *, is_new: bool) -> None:
        """Give the organisation the values of the row, and note what is wrong with them."""
        for heading, column in COLUMNS:
            if heading in given and column != "slug":
                try:
                    setattr(made, column, value_of(column, given[heading]))
                except ValueError as mistake:
                    row.mistakes.append(str(mistake))
        if is_new:
            made.slug = given.get("adres") or free_slug(given["naam"], besides=self.new_slugs)
            if made.slug in self.new_slugs:
                row.mistakes.append(_("This address stands in the file twice."))
            self.new_slugs.add(made.slug)
        try:
            made.clean_fields(exclude=["latitude", "longitude", "keyword", "logo"])
            made.clean()
            made.validate_constraints(exclude={"name", "keyword"})
        except ValidationError as refused:
            row.mistakes += sentences(refused)


def sentences(refused: ValidationError) -> list[str]:
    """What is wrong, each once; where the sentence does not name the column, the column first."""
    headings = {field: heading for heading, field in COLUMNS if field not in ("town", "province")}
    found = [
        f"{headings[field]}: {sentence}" if field in headings else sentence
        for field, more in refused.update_error_dict({}).items()
        for sentence in ValidationError(more).messages
    ]
    return list(dict.fromkeys(found))


def value_of(column: str, text: str) -> Any:
    """The value of a cell. Raises ValueError with a sentence that says what is wrong."""
    if column == "is_nationwide":
        if text.lower() not in TRUE | FALSE:
            raise ValueError(_("“landelijk” is “ja” or “nee”."))
        return text.lower() in TRUE
    if column == "kind":
        kinds = {str(label).casefold(): value for value, label in Organisation.Kind.choices}
        kinds |= {value: value for value in Organisation.Kind.values}
        if text.casefold() not in kinds:
            raise ValueError(_("We do not know the kind “%(kind)s”.") % {"kind": text[:40]})
        return kinds[text.casefold()]
    return text.replace("\r\n", "\n")


def preview(text: str, judge: Judge | None = None) -> list[Row]:
    """What each row would do. Raises Unreadable when the file as a whole is wrong."""
    judge = judge or Judge()
    rows: list[Row] = []
    for number, given in enumerate(records(text), start=2):
        if len(rows) == MOST_ROWS:
            raise Unreadable(_("This file has too many rows: ten thousand at most."))
        rows.append(judge.judge(number, given))
    if not rows:
        raise Unreadable(_("There are no rows below the first one."))
    judge.check_merges(rows)
    return rows


def bring_in(text: str, *, takes_part: bool) -> list[Row]:
    """Write what a preview promised: all of it, or nothing. The same file twice changes nothing.

    With `takes_part`, new organisations take part from a day that is not recorded, unless the
    file itself has their history. Raises Unreadable or HasWrongRows.
    """
    with transaction.atomic():
        list(Organisation.objects.select_for_update().values_list("pk"))
        judge = Judge()
        rows = preview(text, judge)
        if any(row.outcome == WRONG for row in rows):
            raise HasWrongRows
        touched = [(row, row.organisation) for row in rows if row.outcome in (NEW, CHANGED)]
        for _row, organisation in touched:
            if organisation is not None:
                organisation.save()
        # Only now: who went on in another may stand above it in the file.
        places = {
            name.casefold(): pk for name, pk in Organisation.objects.values_list("name", "pk")
        }
        for row, organisation in touched:
            if organisation is None:
                continue
            judge.belongings.write(organisation, row.beside, places)
            if row.outcome == NEW and takes_part and HISTORY not in row.beside:
                Participation.objects.create(organisation=organisation)
            search_entries.refresh(organisation)
    return rows
