"""Action days from invitation to outcome."""

from .days import ActionDay, DayKeyword, Series
from .registrations import (
    NoRoom,
    Registration,
    RegistrationClosed,
    RegistrationRefused,
    TableFull,
)
from .requests import Agreement, DayMessage, LabRequest
from .tables import NextStep, ResultLink, Table, TableResult

__all__ = [
    "ActionDay",
    "Agreement",
    "DayKeyword",
    "DayMessage",
    "LabRequest",
    "NextStep",
    "NoRoom",
    "Registration",
    "RegistrationClosed",
    "RegistrationRefused",
    "ResultLink",
    "Series",
    "Table",
    "TableFull",
    "TableResult",
]
