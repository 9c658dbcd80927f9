"""Load the demo content."""

from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils import timezone

# In the order in which they need one another; each is a module with load(now) -> int.
PARTS = ("movement", "accounts", "participants", "articles", "actiondays", "discussions")


class Command(BaseCommand):
    help = (
        "Loads the demo content: pages, themes, outcomes, organisations, articles, days, talks."
        " Twice makes no doubles. Demo accounts come with DEBUG=1 or DEMO=1 only."
    )

    def handle(self, **options: Any) -> None:
        now = timezone.now()
        for part in PARTS:
            name = f"config.demo.{part}"
            if find_spec(name):
                self.stdout.write(f"{part}: {import_module(name).load(now)}")
        call_command("rebuild_search", stdout=self.stdout)
