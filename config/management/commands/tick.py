"""Do everything that is due. Run it every minute; twice at once does no harm."""

import logging
from argparse import ArgumentParser
from collections.abc import Callable
from datetime import datetime
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from config.own_data import erase_due

logger = logging.getLogger("site.tick")

MOMENTS = ["movement", "participants", "discussions", "actiondays", "articles"]


def moments() -> dict[str, Callable[[datetime], dict[str, int]]]:
    """What is done at a time, by app; erasure needs all apps and belongs to none."""
    found: dict[str, Callable[[datetime], dict[str, int]]] = {}
    for app in MOMENTS:
        if find_spec(f"{app}.moments"):
            found[app] = import_module(f"{app}.moments").tick
    return {**found, "erasure": lambda now: {"erased": erase_due(now)}}


class Command(BaseCommand):
    help = "Do everything that is due: mail, expiry, reminders, retention."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--now", help="the moment to act for, as 2026-03-01T12:00+01:00")

    def handle(self, *args: Any, now: str | None, **options: Any) -> None:
        moment = parse_datetime(now) if now else timezone.now()
        if moment is None:
            raise CommandError("--now is no moment; write it as 2026-03-01T12:00+01:00")
        moment = moment if timezone.is_aware(moment) else timezone.make_aware(moment)
        done: dict[str, int] = {}
        failed: list[str] = []
        for app, tick in moments().items():
            try:
                done |= {name: count for name, count in tick(moment).items() if count}
            except Exception:
                logger.exception("tick failed", extra={"task": app})
                failed.append(app)
        self.stdout.write(", ".join(f"{name} {count}" for name, count in done.items()) or "nothing")
        if failed:
            raise CommandError(f"failed: {', '.join(failed)}")
