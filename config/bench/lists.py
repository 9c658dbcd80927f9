"""The lists of the admin over HTTP: the first page, one choice of each filter, a search.

    DATABASE_URL=… SITE_URL=… .venv/bin/python config/bench/lists.py

Asks a site that runs on that database (`make production`) as its first superuser, and prints the
median of five for each, the slowest first. The end says how many took more than half a second.
"""

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from config.bench.load import WrongAnswer, fetch  # noqa: E402

TIMES, LONGEST = 5, 500.0


def sign_in() -> Any:
    """Return a session of the first superuser; the caller deletes it."""
    from importlib import import_module

    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

    from participants.models import Person

    person = Person.objects.filter(is_superuser=True).order_by("pk")[0]
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.create()
    return session


def addresses(client: Any) -> Iterator[tuple[str, str]]:
    """Each list with what is asked of it, and its address."""
    from django.contrib import admin
    from django.urls import reverse

    for model in sorted(admin.site._registry, key=lambda model: model._meta.label_lower):
        plain = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
        response = client.get(plain)
        if response.status_code != 200:
            continue
        shown, name = response.context_data["cl"], model._meta.label_lower
        yield f"{name}, first page", plain
        for offered in shown.filter_specs:
            choice = next((one for one in offered.choices(shown) if not one["selected"]), None)
            if choice:
                yield (
                    f"{name}, {offered.title}: {choice['display']}",
                    plain + choice["query_string"],
                )
        if shown.search_fields:
            yield f"{name}, search", f"{plain}?q=hulp"


def measure(address: str, cookie: str) -> float:
    """Return the median in milliseconds, after two to warm up."""
    taken = []
    for _ in range(TIMES + 2):
        start = time.perf_counter()
        fetch(address, cookie)
        taken.append((time.perf_counter() - start) * 1000)
    return median(taken[2:])


def main() -> int:
    """Measure all lists. Returns the exit status."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()
    from django.conf import settings
    from django.test import Client

    session = sign_in()
    cookie = f"{settings.SESSION_COOKIE_NAME}={session.session_key}"
    client = Client(HTTP_HOST=settings.SITE_HOST)
    client.cookies.load(cookie)
    try:
        found = [
            (measure(settings.SITE_URL + path, cookie), name) for name, path in addresses(client)
        ]
    except WrongAnswer as wrong:
        print(f"a list answered something else than 200: {wrong}")
        return 1
    finally:
        session.delete()
    for taken, name in sorted(found, reverse=True):
        print(f"{taken:8.1f} ms  {name}")
    slow = sum(taken > LONGEST for taken, _name in found)
    print(f"{len(found)} asked, {slow} took more than {LONGEST:.0f} ms")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
