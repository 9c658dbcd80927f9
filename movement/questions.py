"""Questions that pages ask all day: each process makes their SQL once, not at every request.

Making the SQL of a queryset takes longer than asking it. The rows are the same.
"""

from collections.abc import Callable
from copy import copy
from types import SimpleNamespace
from typing import Any, NamedTuple

from django.db import connections, router
from django.db.models import QuerySet

# Stand for the numbers while the SQL is made: so high that no rule and no row has them.
PLACES = range(2_147_000_000, 2_147_400_000)
# No row has a higher number: it does not fit in the column, and the database says so loudly.
HIGHEST = 2**63 - 1


class Made(NamedTuple):
    """A question as SQL, with where in its values the numbers go."""

    queryset: Any
    compiler: Any
    sql: str
    values: tuple[Any, ...]
    places: list[tuple[int, type[int], int]]
    converters: Any


class Question:
    """The queryset that `make` gives for some numbers, to be asked with other ones each time.

    Only the numbers may differ from one time to the next: no moment, no kind of viewer.
    """

    def __init__(self, make: Callable[..., QuerySet[Any, Any]]) -> None:
        self.make = make
        self.made: dict[int, Made] = {}

    def ask(self, *numbers: int) -> list[Any]:
        """The rows for these numbers. Raises ValueError for a queryset that differs in more."""
        if any(number > HIGHEST for number in numbers):
            return []
        made = self.made.get(len(numbers))
        if made is None:
            made = self.made[len(numbers)] = self.made_for(len(numbers))
        if made.queryset._for_write:
            using = router.db_for_write(made.queryset.model)
        else:
            using = router.db_for_read(made.queryset.model)
        values = list(made.values)
        for place, kind, number in made.places:
            values[place] = kind(numbers[number])
        compiler = copy(made.compiler)
        compiler.connection = connections[using]
        compiler.as_sql = lambda: (made.sql, values)
        compiler.get_converters = lambda columns: made.converters
        # What Django's iterables ask of a queryset, to make rows or objects of the answer.
        query = SimpleNamespace(get_compiler=lambda using: compiler)
        asked = SimpleNamespace(db=using, query=query, _known_related_objects={})
        return list(made.queryset._iterable_class(asked))

    def made_for(self, count: int) -> Made:
        """The SQL for so many numbers."""
        stand_ins = PLACES[:count]
        queryset = self.make(*stand_ins)
        compiler = queryset.query.get_compiler(queryset.db)
        sql, values = compiler.as_sql()
        again = self.make(*stand_ins)
        if again.query.get_compiler(again.db).as_sql() != (sql, values):
            raise ValueError("This queryset is not the same each time.")
        places = [
            (place, type(value), stand_ins.index(value))
            for place, value in enumerate(values)
            if isinstance(value, int) and value in stand_ins
        ]
        if {number for _place, _kind, number in places} != set(range(count)):
            raise ValueError("A number does not stand in the SQL as it is.")
        converters = compiler.get_converters([row[0] for row in compiler.select])
        return Made(queryset, compiler, sql, tuple(values), places, converters)
