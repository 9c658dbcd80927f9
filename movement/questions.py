"""Questions that pages ask all day: each process makes their SQL once, not at every request.

Making the SQL of a queryset takes longer than asking it. The rows are the same.
"""

from collections.abc import Callable
from copy import copy
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any, NamedTuple

from django.db import connections, router
from django.db.models import QuerySet
from django.db.transaction import TransactionManagementError

Given = int | datetime

# Stand for what is given while the SQL is made: so high that no rule and no row has them.
NUMBERS = range(2_147_000_000, 2_147_400_000)
YEAR = 2999
# No row has a higher number: it does not fit in the column, and the database says so loudly.
HIGHEST = 2**63 - 1


class Made(NamedTuple):
    """A question as SQL, with where in its values stands what is given, and how it is written."""

    queryset: Any
    compiler: Any
    sql: str
    values: tuple[Any, ...]
    places: list[tuple[int, Callable[[Any], Any], int]]
    converters: Any


class Question:
    """The queryset that `make` gives for some numbers and moments, asked with others each time.

    Nothing else may differ from one time to the next: no word, no kind of viewer, and nothing
    that `make` asks elsewhere, such as the day of today: it would stay as it was the first time.
    """

    def __init__(self, make: Callable[..., QuerySet[Any, Any]]) -> None:
        self.make = make
        self.made: dict[tuple[bool, ...], Made] = {}

    def ask(self, *given: Given) -> list[Any]:
        """The rows for what is given. Raises ValueError for a queryset that differs in more."""
        shape = tuple(isinstance(one, int) for one in given)
        if any(isinstance(one, int) and one > HIGHEST for one in given):
            return []
        made = self.made.get(shape)
        if made is None:
            made = self.made[shape] = self.made_for(shape)
        if made.queryset._for_write:
            using = router.db_for_write(made.queryset.model)
        else:
            using = router.db_for_read(made.queryset.model)
        if made.queryset.query.select_for_update and connections[using].get_autocommit():
            raise TransactionManagementError("What locks is asked inside a transaction.")
        values = list(made.values)
        for place, written, which in made.places:
            values[place] = written(given[which])
        compiler = copy(made.compiler)
        compiler.connection = connections[using]
        compiler.as_sql = lambda: (made.sql, values)
        compiler.get_converters = lambda columns: made.converters
        # What Django's iterables ask of a queryset, to make rows or objects of the answer.
        query = SimpleNamespace(get_compiler=lambda using: compiler)
        asked = SimpleNamespace(db=using, query=query, _known_related_objects={})
        return list(made.queryset._iterable_class(asked))

    def made_for(self, shape: tuple[bool, ...]) -> Made:
        """The SQL for so many numbers (true) and moments (false), in this order.

        It is made of other ones a second time: what does not stand in it as it is, differs then.
        """
        made, again = (self.made_of(shape, turn) for turn in (0, 1))
        if {which for _place, _written, which in made.places} != set(range(len(shape))):
            raise ValueError("What is given does not stand in the SQL as it is.")
        if again[2:5] != made[2:5]:
            raise ValueError("This queryset is not the same each time.")
        return made

    def made_of(self, shape: tuple[bool, ...], turn: int) -> Made:
        """The SQL with nothing where the stand-ins of this turn stood."""
        stand_ins = [
            NUMBERS[which + 1000 * turn]
            if is_number
            else datetime(YEAR + turn, 1, 1, microsecond=which, tzinfo=UTC)
            for which, is_number in enumerate(shape)
        ]
        queryset = self.make(*stand_ins)
        compiler = queryset.query.get_compiler(queryset.db)
        sql, values = compiler.as_sql()
        moment = compiler.connection.ops.adapt_datetimefield_value
        marks = [one if isinstance(one, int) else moment(one) for one in stand_ins]
        places = [
            (place, type(value) if shape[marks.index(value)] else moment, marks.index(value))
            for place, value in enumerate(values)
            if value in marks
        ]
        fixed = tuple(None if value in marks else value for value in values)
        converters = compiler.get_converters([row[0] for row in compiler.select])
        return Made(queryset, compiler, sql, fixed, places, converters)
