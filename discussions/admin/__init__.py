"""The desk of the moderators: what waits, judged with a reason, and what was decided."""

from . import boards, paper, queue, records

__all__ = ["boards", "paper", "queue", "records"]
