"""Sign members in without a password, for the benchmark on this machine."""

from argparse import ArgumentParser
from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.core.management.base import BaseCommand, CommandError

from config.loopback import is_loopback
from config.population.contents import ADDRESSES
from participants.models import Person


class Command(BaseCommand):
    help = "Prints session keys of bulk members. Refused unless DEBUG or DEMO, on loopback."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--count", type=int, default=1)

    def handle(self, *, count: int, **options: Any) -> None:
        if not (settings.DEBUG or settings.DEMO) or not is_loopback(settings.SITE_HOST):
            raise CommandError("Only with DEBUG=1 or DEMO=1, and a SITE_URL on this machine.")
        members = Person.objects.active().filter(email__endswith=f"@{ADDRESSES}", is_staff=False)
        store = import_module(settings.SESSION_ENGINE).SessionStore
        for person in members.order_by("pk")[:count]:
            session = store()
            session[SESSION_KEY] = str(person.pk)
            session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
            session[HASH_SESSION_KEY] = person.get_session_auth_hash()
            session.create()
            self.stdout.write(session.session_key)
