"""Many at once for one day: real processes over HTTP against the server, on this database."""

import json
import os
import socket
import subprocess
import sys
import time
import uuid
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = Path(__file__).with_name("at_once.py")
PARTIES = (1, 2, 3)
CROWD = 50
# A machine that does other things as well may be slow; it may not be wrong.
PATIENCE = 240


def run(environment, *command):
    """Run the script as a process of its own and return what it prints."""
    done = subprocess.run(
        [sys.executable, str(SCRIPT), *command],
        env=environment, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout) if done.stdout.strip() else None


@contextmanager
def started(environment, *command):
    """A process that goes on beside us; it is gone when this ends, whatever happens."""
    process = subprocess.Popen(
        [sys.executable, str(SCRIPT), *command],
        env=environment, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    with process:
        try:
            yield process
        finally:
            process.kill()


def all_at_once(environment, commands):
    """Start each of these as a process of its own; they act at the same moment."""
    moment = str(time.time() + 12)
    with ExitStack() as stack:
        running = [
            stack.enter_context(started(environment, command, site, moment, *given))
            for command, site, *given in commands
        ]
        answers = [process.communicate(timeout=PATIENCE) for process in running]
    wrong = [error for _out, error in answers if error]
    assert wrong == []
    return [json.loads(out) for out, _error in answers]


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
def site(database):
    """The site under four workers; gives its address and the environment it runs in."""
    address = f"http://127.0.0.1:{free_port()}"
    environment = {
        **os.environ, "DATABASE_URL": database, "DEBUG": "0", "TRUSTED_PROXIES": "1",
        "SITE_URL": address, "ALLOWED_HOSTS": "127.0.0.1", "PYTHONPATH": str(ROOT),
    }  # fmt: skip
    migrate = [sys.executable, "manage.py", "migrate", "-v0"]
    subprocess.run(migrate, env=environment, cwd=ROOT, check=True, timeout=180)
    serve = [sys.executable, "-m", "gunicorn", "-w4", "-b", address[7:], "config.wsgi"]
    server = subprocess.Popen(
        [*serve, "--backlog", "512", "--log-level", "error"],
        env=environment, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    for _attempt in range(100):
        try:
            with urlopen(f"{address}/gezond/", timeout=5):
                break
        except OSError:
            time.sleep(0.2)
    yield address, environment
    server.terminate()
    server.wait(timeout=PATIENCE)


def by_state(found, state):
    return [row for row in found["registrations"] if row["state"] == state]


def seated(found):
    return sum(row["party_size"] for row in by_state(found, "unconfirmed"))


def fits(found, places):
    """Who waits although there is room."""
    left = places - seated(found)
    return [row for row in by_state(found, "waiting") if row["party_size"] <= left]


def test_fifty_at_once_for_ten_places_then_cancellations_while_the_room_shrinks(site):
    address, environment = site
    run(environment, "make")
    crowd = [
        ("visitor", address, f"m{n}@example.org", str(PARTIES[n % 3]), f"10.{n}.1.1")
        for n in range(CROWD)
    ]
    answers = all_at_once(environment, crowd)
    assert {status for status, _address in answers} == {200}

    found = run(environment, "state")
    assert len(found["registrations"]) == CROWD
    assert seated(found) <= 10
    assert fits(found, 10) == []
    waiting = by_state(found, "waiting")
    numbers = [row["queue_number"] for row in waiting]
    assert numbers == list(range(1, len(waiting) + 1))
    assert found["mails"].count("registration-first") == CROWD

    leaving = [row["email"] for row in by_state(found, "unconfirmed")]
    links = run(environment, "links", *leaving)
    leave = [("cancel", address, link, "-", f"10.{n}.2.1") for n, link in enumerate(links)]
    with started(environment, "places", "8") as shrinking:
        all_at_once(environment, leave)
        assert shrinking.wait(timeout=PATIENCE) == 0

    after = run(environment, "state")
    assert sorted(row["email"] for row in by_state(after, "cancelled")) == sorted(leaving)
    assert seated(after) <= 8
    assert fits(after, 8) == []
    assert after["mails"].count("registration-moved-up") == len(by_state(after, "unconfirmed"))
