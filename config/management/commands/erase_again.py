"""After a backup was put back: erase once more the people who asked for it."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from config.own_data import erase_again
from participants.models import ErasedPerson


class Command(BaseCommand):
    help = "Erase once more who was erased before a backup was put back."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="only count the list")

    def handle(self, *args: Any, dry_run: bool, **options: Any) -> None:
        if dry_run:
            self.stdout.write(f"{ErasedPerson.objects.count()} numbers on the list")
        else:
            self.stdout.write(f"{erase_again()} people erased again")
