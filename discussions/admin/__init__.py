"""The desk of the moderators: what waits, judged with a reason, and what was decided."""

from . import boards, queue, records

__all__ = ["boards", "queue", "records"]
