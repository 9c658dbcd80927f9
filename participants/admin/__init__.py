"""The desk of people and organisations."""

from . import organisations, people

__all__ = ["organisations", "people"]
