"""Write the search entries of every app anew."""

from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

# Each app that can be searched has a module with rebuild() -> int.
APPS = ("movement", "participants", "articles", "actiondays", "discussions")


class Command(BaseCommand):
    help = "Writes everything that can be found by searching anew, from the tables."

    def handle(self, **options: Any) -> None:
        total = 0
        for app in APPS:
            name = f"{app}.search_entries"
            if find_spec(name):
                with transaction.atomic():
                    total += import_module(name).rebuild()
        self.stdout.write(f"search entries: {total}")
