"""Action days from invitation to outcome."""

from .days import ActionDay, DayKeyword, Series
from .registrations import Registration
from .tables import NextStep, ResultLink, Table, TableResult

__all__ = [
    "ActionDay",
    "DayKeyword",
    "NextStep",
    "Registration",
    "ResultLink",
    "Series",
    "Table",
    "TableResult",
]
