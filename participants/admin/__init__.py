"""The desk of people and organisations."""

from . import organisations, people, proposals, requests

__all__ = ["organisations", "people", "proposals", "requests"]
