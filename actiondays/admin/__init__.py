"""The desk of the organisers."""

from . import days, registrations, tables

__all__ = ["days", "registrations", "tables"]
