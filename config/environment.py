"""Readers of the environment, for config/settings.py and for nothing else.

A value that makes no sense stops the start with the name of its variable.
"""

from pathlib import Path
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured
from django.core.validators import URLValidator

env = environ.Env()


def wrong(name: str, why: str) -> ImproperlyConfigured:
    """The error of a variable that cannot be used, by its name."""
    return ImproperlyConfigured(f"{name}: {why}")


def switch(name: str, *, default: bool) -> bool:
    """Return a yes or no. Raises ImproperlyConfigured for any other word."""
    value = env.str(name, default="").strip().lower()
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"0", "false", "no", "off"}:
        return False
    if value:
        raise wrong(name, f"expected 1 or 0, found {value!r}")
    return default


def words(name: str) -> list[str]:
    """Return the words of a list parted by commas."""
    return [word.strip() for word in env.str(name, default="").split(",") if word.strip()]


def address(name: str, *, default: str) -> str:
    """Return an http or https address. Raises ImproperlyConfigured for anything else."""
    value = env.str(name, default="") or default
    try:
        URLValidator(schemes=["http", "https"])(value)
    except Exception as error:
        raise wrong(name, f"expected an http(s) address, found {value!r}") from error
    return value


def database(name: str, *, default: str) -> dict[str, object]:
    """Return the connection of a database address (sqlite:///… or postgres://…)."""
    value = env.str(name, default="") or default
    try:
        parsed = env.db_url_config(value)
    except Exception as error:
        raise wrong(name, "expected sqlite:///… or postgres://…") from error
    engine = parsed.get("ENGINE", "")
    if engine.endswith("sqlite3") and parsed.get("NAME"):
        Path(parsed["NAME"]).parent.mkdir(parents=True, exist_ok=True)
        options = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        }
        return {**parsed, "OPTIONS": options}
    if engine.endswith("postgresql") and parsed.get("NAME"):
        options = {**parsed.get("OPTIONS", {}), "connect_timeout": 5}
        return {
            **parsed,
            "ENGINE": "config.postgresql",
            "OPTIONS": options,
            "CONN_MAX_AGE": None,
            "CONN_HEALTH_CHECKS": True,
        }
    raise wrong(name, f"expected sqlite:///… or postgres://…, found {urlsplit(value).scheme!r}")
