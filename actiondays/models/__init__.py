"""Action days from invitation to outcome."""

from .days import (
    ActionDay,
    DayKeyword,
    NextStep,
    ResultLink,
    Series,
    Table,
    TableResult,
)
from .registrations import Registration

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
