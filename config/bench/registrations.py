"""Registering for a day: what one costs, and what a hundred at once for one day come to."""

import secrets
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from http.client import HTTPConnection
from itertools import count
from statistics import median, quantiles
from threading import Barrier
from typing import Any
from urllib.parse import urlencode, urlsplit

from config.bench import processor
from config.bench.load import WrongAnswer
from config.bench.pages import FormWithText

CROWD, PLACES = 100, 10
# Nobody reads a form in less; what comes back sooner is taken for a robot.
READING = 2.5
ANSWERS = {"name": "Wilg", "mode": "in-person", "party_size": "1", "needs": "quiet"}
_networks = count(1)


def make_days(number: int) -> list[Any]:
    """Return so many days that are open for registration, each with ten places."""
    from django.utils import timezone

    from actiondays.models import ActionDay

    at = timezone.now() + timedelta(days=30)
    return [
        ActionDay.objects.create(
            title="Druk", slug=f"druk-{secrets.token_hex(6)}", state="open", places=PLACES,
            starts_at=at, ends_at=at + timedelta(hours=2), town="Utrecht",
        )
        for _ in range(number)
    ]  # fmt: skip


class Visitor:
    """Opened the form once, and can send it for any day, each time as somebody else."""

    def __init__(self, site: str, day: Any) -> None:
        self.site = site
        connection = HTTPConnection(urlsplit(site).netloc)
        connection.request("GET", f"{day.get_absolute_url()}aanmelden/")
        answer = connection.getresponse()
        self.fields = FormWithText(answer.read().decode()).values
        cookies = (value for name, value in answer.getheaders() if name == "Set-Cookie")
        self.cookie = "; ".join(value.partition(";")[0] for value in cookies)
        connection.close()
        time.sleep(READING)

    def form(self) -> dict[str, str]:
        """Return the answers of somebody who was not there before."""
        from movement.once import fresh_key

        email = f"{secrets.token_hex(8)}@example.org"
        return {**self.fields, **ANSWERS, "email": email, "once": fresh_key()}

    def send(self, day: Any, together: Barrier | None = None) -> float:
        """Register; return the milliseconds it took. Raises WrongAnswer unless it was taken."""
        path, body = f"{day.get_absolute_url()}aanmelden/", urlencode(self.form()).encode()
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        headers = {**kind, "Cookie": self.cookie, "Origin": self.site, "Referer": self.site + path}
        number = next(_networks)
        # From a network of its own: a limit counts how often one network registers.
        source = f"127.{1 + number // 250 % 250}.{number % 250}.1", 0
        connection = HTTPConnection(urlsplit(self.site).netloc, source_address=source)
        if together:
            together.wait()
        start = time.perf_counter()
        connection.request("POST", path, body, headers)
        answer = connection.getresponse()
        answer.read()
        connection.close()
        if answer.status != 302:
            raise WrongAnswer(f"{path}: a registration got status {answer.status}")
        return (time.perf_counter() - start) * 1000

    def all_at_once(self, days: list[Any]) -> float:
        """Register once for each of these at the same moment; return how many a second."""
        barrier = Barrier(len(days) + 1)
        with ThreadPoolExecutor(len(days)) as crowd:
            sent = [crowd.submit(self.send, day, barrier) for day in days]
            barrier.wait()
            start = time.perf_counter()
            for one in sent:
                one.result()
        return len(days) / (time.perf_counter() - start)


def measure_registrations(site: str, workers: list[int], *, times: int) -> tuple[str, ...]:
    """Return the first cells of the row of registering."""
    days = make_days(times // PLACES)
    visitor = Visitor(site, days[0])
    for day in days:
        visitor.send(day)
    before = processor.spent(workers)
    spent = [visitor.send(days[number % len(days)]) for number in range(times)]
    cost = (processor.spent(workers) - before) / times
    cells = f"{cost:.2f}", "", f"{median(spent):.1f}", f"{quantiles(spent, n=100)[98]:.1f}"
    return "registering for a day", "visitor", *cells


def registering_queries() -> int:
    """Return how many queries a registration takes."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    [day] = make_days(1)
    client, path = Client(HTTP_HOST="127.0.0.1"), f"{day.get_absolute_url()}aanmelden/"
    fields = FormWithText(client.get(path).content.decode()).values
    time.sleep(READING)
    with CaptureQueriesContext(connection) as captured:
        client.post(path, {**fields, **ANSWERS, "email": "iemand@example.org"})
    return len(captured)


def crowd_lines(site: str, *, rounds: int) -> Iterator[str]:
    """Give the line about a hundred at once for one day, against a hundred over as many days."""
    visitor, pairs = Visitor(site, make_days(1)[0]), []
    try:
        for _ in range(rounds):
            [popular], others = make_days(1), make_days(CROWD)
            pair = visitor.all_at_once([popular] * CROWD), visitor.all_at_once(others)
            check([popular], taken=PLACES, waiting=CROWD - PLACES)
            check(others, taken=CROWD, waiting=0)
            pairs.append(pair)
    except WrongAnswer as error:
        yield f"- registering, {CROWD} at once: failed: {error}"
        return
    one, spread = (median(rates) for rates in zip(*pairs, strict=True))
    ratio = median(together / apart for together, apart in pairs)
    yield (
        f"- registering, {CROWD} at once: for one day {one:.0f} a second, over {CROWD} days "
        f"{spread:.0f}; ratio {ratio:.2f} ({rounds} rounds, every place and mail counted)"
    )


def check(days: list[Any], *, taken: int, waiting: int) -> None:
    """Count in the database. Raises WrongAnswer when a place, a number or a mail is not right."""
    from actiondays.models import Registration
    from movement.models import OutboxMessage

    rows = Registration.objects.filter(day__in=days)
    numbers: Any = rows.filter(state="waiting").values_list("queue_number", flat=True)
    causes = [f"registration-{row}-first" for row in rows.values_list("pk", flat=True)]
    found = (
        rows.filter(state="unconfirmed").count(),
        sorted(numbers) == list(range(1, waiting + 1)),
        OutboxMessage.objects.filter(cause__in=causes).count(),
    )
    if found != (taken, True, taken + waiting):
        raise WrongAnswer(f"counted {found}")
