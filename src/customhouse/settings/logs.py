"""Logs as lines of JSON on standard error: one event a line, never a body, key or password."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime

STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}
UNSPOKEN = frozenset({"request", "server_time", "sql", "params"})
"""Extras that Django adds and that may hold what people sent."""


class JsonLines(logging.Formatter):
    """Writes a log record as one line of JSON, with the extras it was given."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        event: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": record.getMessage(),
        }
        extras = set(vars(record)) - STANDARD - UNSPOKEN
        event |= {name: getattr(record, name) for name in sorted(extras)}
        if record.exc_info:
            event["trace"] = self.formatException(record.exc_info)
        return json.dumps(event, default=str, ensure_ascii=False)


def configuration(*, verbose: bool) -> dict[str, object]:
    """Return Django's LOGGING: everything from INFO on, SQL and key look-ups never."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": JsonLines}},
        "handlers": {"standard error": {"class": "logging.StreamHandler", "formatter": "json"}},
        "root": {"handlers": ["standard error"], "level": "INFO"},
        "loggers": {
            "django": {"handlers": [], "level": "INFO", "propagate": True},
            "django.db.backends": {"level": "WARNING"},
            "django.request": {"level": "INFO" if verbose else "ERROR"},
            "django.server": {"handlers": [], "level": "INFO", "propagate": True},
        },
    }
