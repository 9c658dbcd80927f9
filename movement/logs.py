"""Logs as JSON lines that name no person and repeat nobody's words (S28)."""

import json
import logging
from datetime import UTC, datetime
from typing import Any

SAFE_EXTRAS = ("operation", "member", "task", "count", "kind", "status", "path_name")


class JsonFormatter(logging.Formatter):
    """One line of JSON: when, how bad, where in the code, and extras that are known to be safe.

    The message of an exception may hold somebody's words: only its type and place are kept.
    """

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, tz=UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": str(record.msg),
        }
        line |= {name: getattr(record, name) for name in SAFE_EXTRAS if hasattr(record, name)}
        if hasattr(record, "status_code"):
            line["status"] = record.status_code
        if record.exc_info and record.exc_info[0] is not None:
            line["exception"] = record.exc_info[0].__name__
            line["places"] = self.places(record)
        return json.dumps(line, ensure_ascii=False, default=str)

    def places(self, record: logging.LogRecord) -> list[str]:
        """The files and lines that led to the exception, innermost last."""
        trace = record.exc_info[2] if record.exc_info else None
        found = []
        while trace is not None:
            code = trace.tb_frame.f_code
            found.append(f"{code.co_filename.rsplit('/', 2)[-1]}:{trace.tb_lineno} {code.co_name}")
            trace = trace.tb_next
        return found[-12:]
