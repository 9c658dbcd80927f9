"""After a backup was put back: erase once more the people who asked for it."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from config.own_data import erase_again, erased_list, remember_erased
from participants.models import ErasedPerson


class Command(BaseCommand):
    help = "Erase once more who was erased before a backup was put back."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="only count the list")
        parser.add_argument("--list", action="store_true", help="print the list, to keep it apart")
        parser.add_argument("--from", dest="path", help="take over such a list first")

    def handle(self, *args: Any, path: str | None, **options: Any) -> None:
        if path:
            try:
                remember_erased(Path(path).read_text().splitlines())
            except (OSError, ValueError) as why:
                raise CommandError(f"{path} is no list of erased numbers: {why}") from why
        if options["list"]:
            self.stdout.writelines(f"{line}\n" for line in erased_list())
        elif options["dry_run"]:
            self.stdout.write(f"{ErasedPerson.objects.count()} numbers on the list")
        else:
            self.stdout.write(f"{erase_again()} people erased again")
