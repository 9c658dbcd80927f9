"""The desk of the organisers."""

from . import days, tables

__all__ = ["days", "tables"]
