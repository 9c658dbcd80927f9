"""Many at once for one day: separate processes over HTTP against the site as in production.

Runs on the database of the suite. CROWD_REPEATS says how often (2; before a release 20).
"""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import uuid
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from tests.mail_files import mails_in

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = Path(__file__).with_name("at_once.py")
REPEATS = int(os.environ.get("CROWD_REPEATS") or 2)
PARTIES = (1, 2, 3)
CROWD, LATE, PLACES, FEWER = 50, 10, 10, 8
# A machine that does other things as well may be slow; it may not be wrong.
PATIENCE = 240


@contextmanager
def started(environment, *command):
    """A process that goes on beside us; it is gone when this ends, whatever happens."""
    process = subprocess.Popen(
        [sys.executable, *map(str, command)], env=environment, cwd=ROOT, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    with process:
        try:
            yield process
        finally:
            process.kill()


def said(process):
    """The next line of a process, as what it stands for."""
    line = process.stdout.readline()
    assert line, process.stderr.read()[-2000:]
    return json.loads(line)


class House:
    """Somebody inside: makes a day, lowers its places, tells how it stands."""

    def __init__(self, process):
        self.process = process

    def ask(self, *command):
        """Ask, and wait for the answer."""
        self.tell(*command)
        return said(self.process)

    def tell(self, *command):
        """Ask, and fetch the answer later."""
        self.process.stdin.write(json.dumps(command) + "\n")
        self.process.stdin.flush()


def all_at_once(environment, commands, meanwhile=lambda: None):
    """Let each of these open its form as a process of its own; then all of them send it."""
    with ExitStack() as stack:
        running = [
            stack.enter_context(started(environment, SCRIPT, *command)) for command in commands
        ]
        assert {said(process) for process in running} == {"ready"}
        time.sleep(2.2)
        for number, process in enumerate(running):
            process.stdin.write("now\n")
            process.stdin.flush()
            if number == len(running) // 2:
                meanwhile()
        assert {said(process)[0] for process in running} == {200}


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@pytest.fixture
def database(tmp_path):
    """An empty database of the kind that the tests run on."""
    given = os.environ.get("TEST_DATABASE_URL", "")
    if not given.startswith("postgres"):
        yield f"sqlite:///{tmp_path}/druk.sqlite3"
        return
    import psycopg

    server, _slash, _name = given.rpartition("/")
    name = f"rv_at_once_{uuid.uuid4().hex[:8]}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    yield f"{server}/{name}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def site(database, tmp_path):
    """`make production` with four workers; gives its address and the environment it runs in."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    environment = {
        **os.environ, "DATABASE_URL": database, "DEBUG": "0", "DEMO": "0", "TRUSTED_PROXIES": "1",
        "SITE_URL": address, "ALLOWED_HOSTS": "127.0.0.1", "PYTHONPATH": str(ROOT),
        "PORT": str(port), "WORKERS": "4", "EMAIL_URL": f"filemail:///{tmp_path}/mail",
    }  # fmt: skip
    (tmp_path / "mail").mkdir()
    with (tmp_path / "site.log").open("w") as log:
        server = subprocess.Popen(
            [sys.executable, "config/build/production.py"],
            env=environment, cwd=ROOT, stdout=log, stderr=log,
        )  # fmt: skip
    try:
        assert answers(f"{address}/gezond/", server), (tmp_path / "site.log").read_text()[-3000:]
        yield address, environment
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(timeout=PATIENCE)


def answers(address, server):
    """Whether the server came up."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        try:
            with urlopen(address, timeout=5):
                return True
        except HTTPError:
            return False
        except OSError:
            time.sleep(0.3)
    return False


def of_state(found, state):
    return [row for row in found["registrations"] if row["state"] == state]


def check_places(found, places, *, at_most):
    """No place is given twice, nobody waits for nothing, nobody is passed over."""
    taken = sum(row["party_size"] for row in of_state(found, "unconfirmed"))
    waiting = of_state(found, "waiting")
    assert taken <= at_most
    assert [row for row in waiting if row["party_size"] <= places - taken] == []
    numbers = [row["queue_number"] for row in found["registrations"] if row["queue_number"]]
    assert sorted(numbers) == list(range(1, len(numbers) + 1))
    moved_up = [row for row in found["registrations"] if was_moved_up(row)]
    for row in moved_up:
        passed = [other for other in waiting if other["queue_number"] < row["queue_number"]]
        assert all(other["party_size"] > row["party_size"] for other in passed)
    assert found["mails"].count("registration-first") == len(found["registrations"])
    assert found["mails"].count("registration-moved-up") == len(moved_up)
    assert len(found["mails"]) == len(found["registrations"]) + len(moved_up)


def was_moved_up(row):
    """Whether somebody waited before: a number in line, and a place now or until cancelling."""
    return row["queue_number"] is not None and row["state"] != "waiting"


def mails_sent(house, slug, folder):
    """The mails to those of this day, once all of them left the house."""
    end = time.monotonic() + PATIENCE
    while house.ask("state", slug)["not_sent"] and time.monotonic() < end:
        time.sleep(0.5)
    found = house.ask("state", slug)
    assert found["not_sent"] == 0
    sent = [mail for mail in mails_in(folder) if mail["To"].split("@")[0].endswith(slug)]
    assert sorted(mail["Message-ID"] for mail in sent) == sorted(found["ids"])
    return sent


def links_of(mails, addresses):
    """The last personal link that each of these addresses got."""
    texts = {mail["To"]: mail.get_content() for mail in mails}
    return [re.findall(r"http://127\S+/persoonlijk/\S+", texts[it])[-1] for it in addresses]


def test_fifty_at_once_while_others_cancel_and_the_room_shrinks(site, tmp_path):
    address, environment = site
    with started(environment, SCRIPT, "house") as process:
        for repeat in range(REPEATS):
            crowd(address, environment, House(process), f"druk-{repeat}", tmp_path / "mail")


def crowd(address, environment, house, slug, mail_folder):
    """One day under pressure, from the first registration to the last mail."""
    networks = (f"10.{number // 250}.{number % 250}.1" for number in range(10_000))

    def visitors(numbers):
        return [
            ("visitor", address, slug, next(networks), f"m{n}-{slug}@example.org", PARTIES[n % 3])
            for n in numbers
        ]

    def leavers():
        rows = of_state(house.ask("state", slug), "unconfirmed")
        gone.extend(row["email"] for row in rows)
        links = links_of(mails_sent(house, slug, mail_folder), [row["email"] for row in rows])
        return [("cancel", address, slug, next(networks), link) for link in links]

    gone = []
    house.ask("make", slug, PLACES)
    all_at_once(environment, visitors(range(CROWD)))
    found = house.ask("state", slug)
    assert len(found["registrations"]) == CROWD
    check_places(found, PLACES, at_most=PLACES)

    arriving = visitors(range(CROWD, CROWD + LATE))
    mixed = [command for pair in zip(leavers(), arriving, strict=False) for command in pair]
    mixed += arriving[len(mixed) // 2 :]
    all_at_once(environment, mixed, lambda: house.tell("places", slug, FEWER))
    said(house.process)
    found = house.ask("state", slug)
    assert len(found["registrations"]) == CROWD + LATE
    check_places(found, FEWER, at_most=PLACES)

    all_at_once(environment, leavers())
    found = house.ask("state", slug)
    check_places(found, FEWER, at_most=FEWER)
    assert sorted(row["email"] for row in of_state(found, "cancelled")) == sorted(gone)
    mails_sent(house, slug, mail_folder)
