"""`make bench`: the site as in production, on bulk data in PostgreSQL, beside a bare view.

Prints one Markdown table. Makes a database of its own and drops it; ends by itself.
"""

import gzip
import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import StringIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from config.bench import processor  # noqa: E402
from config.bench.load import WrongAnswer, fetch, together  # noqa: E402
from config.bench.pages import MeasuredPage, assets, measured_pages  # noqa: E402
from config.bench.registrations import (  # noqa: E402
    crowd_lines,
    measure_registrations,
    registering_queries,
)
from config.bench.replies import measure_replies, replying_queries  # noqa: E402
from config.build.postgresql import at, create_database, drop_databases, find_server  # noqa: E402
from config.build.processes import ROOT, Processes, wait_for_answer  # noqa: E402
from config.build.production import load_keys, prepare, start_site  # noqa: E402

QUICK = {"TOPICS": 200, "POSTS": 4_000, "ARTICLES": 100, "ORGANISATIONS": 50, "DAYS": 30}
WHOLE = {"TOPICS": 5_000, "POSTS": 100_000, "ARTICLES": 500, "ORGANISATIONS": 200, "DAYS": 60}
WORKERS = 4


def is_quick() -> bool:
    """Return whether a first impression is enough."""
    return "--quick" in sys.argv or os.environ.get("QUICK", "") not in {"", "0"}


def sizes() -> dict[str, int]:
    """Return how much of everything, as given or by default."""
    default = QUICK if is_quick() else WHOLE
    given = {name: int(os.environ.get(name) or count) for name, count in default.items()}
    return {**given, "PEOPLE": int(os.environ.get("PEOPLE") or 500)}


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def own_redis(folder: str) -> Iterator[str]:
    """Give the address of a Redis of our own, or nothing where it is not installed."""
    if not shutil.which("redis-server"):
        yield os.environ.get("REDIS_URL", "")
        return
    place = f"{folder}/redis.sock"
    command = ["redis-server", "--port", "0", "--unixsocket", place, "--save", "", "--dir", folder]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    for _ in range(50):
        if not os.path.exists(place):
            time.sleep(0.1)
    try:
        yield f"unix://{place}"
    finally:
        server.terminate()
        server.wait()


@contextmanager
def words_aside(path: Path) -> Iterator[None]:
    """Keep what the processes say in a file; print the end of it when something goes wrong."""
    said = os.dup(2)
    with path.open("wb") as log:
        os.dup2(log.fileno(), 2)
    try:
        yield
    except BaseException:
        os.write(said, path.read_bytes()[-4_000:])
        raise
    finally:
        os.dup2(said, 2)
        os.close(said)


def set_environment(*, database: str, redis: str, port: int, folder: str) -> None:
    """As in production on this machine, with a place of its own for everything."""
    for name in ("DATABASE_REPLICA_URL", "EMAIL_URL", "EXIT_URL", "TRUSTED_PROXIES"):
        os.environ.pop(name, None)
    os.environ.update(
        DJANGO_SETTINGS_MODULE="config.settings",
        DEBUG="0",
        DEMO="1",
        SITE_URL=f"http://127.0.0.1:{port}",
        ALLOWED_HOSTS="127.0.0.1",
        # A worker that is replaced while it is measured takes its figures along.
        GUNICORN_CMD_ARGS="--max-requests 0",
        DATABASE_URL=database,
        REDIS_URL=redis,
        MEDIA_STORAGE_URL=f"file://{folder}/media",
        EMAIL_URL=f"filemail:///{folder}/mail",
    )
    load_keys()


def fill() -> None:
    """Make the tables, the demo content and the bulk data."""
    from django.core.management import call_command

    prepare(demo=True)
    given = {name.lower(): count for name, count in sizes().items()}
    call_command("populate", **given)


def mint(count: int) -> list[str]:
    """Return the cookies of signed-in members, as a browser has them after its first page."""
    from django.conf import settings
    from django.core.management import call_command
    from django.utils.crypto import get_random_string

    printed = StringIO()
    call_command("mint_sessions", count=count, stdout=printed)
    return [
        f"{settings.SESSION_COOKIE_NAME}={key}; {settings.CSRF_COOKIE_NAME}={get_random_string(32)}"
        for key in printed.getvalue().split()
    ]


def queries_of(page: MeasuredPage, cookie: str) -> int:
    """Return how many queries a page takes once its fragments are warm."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(HTTP_HOST="127.0.0.1")
    client.cookies.load(cookie if page.is_member else "")
    client.get(page.path)
    with CaptureQueriesContext(
        connection,
    ) as captured:
        client.get(page.path)
    return len(captured)


def row(name: str, viewer: str, *cells: str) -> str:
    """Return a row of the table."""
    return f"| {' | '.join((name, viewer, *cells))} |"


def measure(page: MeasuredPage, site: str, workers: list[int], cookie: str, bare: float) -> str:
    """Return the row of a page."""
    url, seconds = site + page.path, 2.0 if is_quick() else 6.0
    cookie = cookie if page.is_member else ""
    # Each worker has to answer once before, or the first of them is measured too.
    together(url, seconds=1, connections=2 * WORKERS, cookie=cookie)
    body = fetch(url, cookie)
    before = processor.spent(workers)
    busy = together(url, seconds=seconds, connections=WORKERS, cookie=cookie)
    cost = (processor.spent(workers) - before) / busy.answers
    return row(
        page.name,
        "member" if page.is_member else "visitor",
        f"{cost:.2f}",
        f"{busy.rate:.0f} ({busy.rate / bare:.2f})",
        f"{busy.middle:.1f}",
        f"{busy.slowest:.1f}",
        str(queries_of(page, cookie)),
        f"{len(body) / 1000:.1f}",
        f"{len(gzip.compress(body, 6)) / 1000:.1f}",
    )


def weights(site: str, pages: list[MeasuredPage]) -> Iterator[str]:
    """Give a line for each kind of page on the styles and scripts that it loads."""
    for page in pages:
        if page.is_member or "page" in page.name:
            continue
        with suppress(WrongAnswer):
            yield weight(site, page)


def weight(site: str, page: MeasuredPage) -> str:
    """Return the line of one page."""
    found = assets(fetch(site + page.path).decode())
    totals = [
        (sum(map(len, bodies)), sum(len(gzip.compress(body, 9)) for body in bodies))
        for bodies in ([fetch(site + path) for path in paths] for paths in found)
    ]
    (css, css_gz), (js, js_gz) = totals
    return (
        f"- {page.name}: CSS {css / 1000:.1f} kB ({css_gz / 1000:.1f} gzipped), "
        f"script {js / 1000:.1f} kB ({js_gz / 1000:.1f} gzipped)"
    )


def measure_bare(processes: Processes, port: int) -> tuple[float, float]:
    """Return the cost in milliseconds and the answers a second of the bare view."""
    url = f"http://127.0.0.1:{port}/"
    gunicorn = (sys.executable, "-m", "gunicorn", "-c", "config/deploy/gunicorn.conf.py")
    count = ("--workers", str(WORKERS), "--bind", f"127.0.0.1:{port}")
    master = processes.start("The bare view", *gunicorn, *count, "config.bench.bare:application")
    if not wait_for_answer(url, processes):
        sys.exit("The bare view does not start.")
    workers, seconds = processor.family(master, size=WORKERS + 1), 2.0 if is_quick() else 6.0
    before = processor.spent(workers)
    busy = together(url, seconds=seconds, connections=WORKERS)
    return (processor.spent(workers) - before) / busy.answers, busy.rate


def rows(site: str, workers: list[int], bare: float) -> Iterator[str]:
    """Give the row of each page, and of placing a reply; a page that fails gets a row too."""
    cookies = mint(100)
    for page in measured_pages(site):
        try:
            yield measure(page, site, workers, cookies[0], bare)
        except WrongAnswer as error:
            yield row(page.name, "member" if page.is_member else "visitor", f"failed: {error}")
    try:
        cells = measure_replies(site, workers, cookies[1:], rounds=1 if is_quick() else 3)
        yield row(*cells, str(replying_queries(cookies[0])), "", "")
    except WrongAnswer as error:
        yield row("placing a reply", "member", f"failed: {error}")
    try:
        cells = measure_registrations(site, workers, times=100 if is_quick() else 300)
        yield row(*cells, str(registering_queries()), "", "")
    except WrongAnswer as error:
        yield row("registering for a day", "visitor", f"failed: {error}")


def run(port: int) -> int:
    """Measure everything and print the table. Returns the exit status."""
    site = f"http://127.0.0.1:{port}"
    processes = Processes()
    try:
        bare_cost, bare = measure_bare(processes, free_port())
        master = start_site(processes, host="127.0.0.1", port=port, workers=str(WORKERS))
        if not wait_for_answer(f"{site}/gezond/", processes):
            sys.exit("The site does not start.")
        workers = processor.family(master, size=WORKERS + 1)
        lines = list(rows(site, workers, bare))
        print_table(bare_cost, bare, lines)
        crowd = list(crowd_lines(site, rounds=3 if is_quick() else 7))
        print("\n".join([*weights(site, measured_pages(site)), *crowd]))
        print(
            f"- memory (PSS): {processor.memory(workers[1:]):.0f} MiB for {WORKERS} workers, "
            f"{processor.memory(workers[:1]):.0f} MiB for the process they share their code with"
        )
    finally:
        processes.stop()
    return 1 if any("failed" in line for line in [*lines, *crowd]) else 0


def print_table(bare_cost: float, bare: float, lines: list[str]) -> None:
    """Print the Markdown table."""
    print(
        "\n| page | viewer | processor ms | requests/s (× bare) | median ms | 99 % ms "
        "| queries | kB | kB gzipped |\n|---|---|---:|---:|---:|---:|---:|---:|---:|"
    )
    print(row("a bare view of 20 kB", "", f"{bare_cost:.2f}", f"{bare:.0f} (1.00)", *[""] * 5))
    print("\n".join(lines) + "\n")


def main() -> int:
    """Run the benchmark. Returns the exit status."""
    os.chdir(ROOT)
    if sys.platform != "linux":
        sys.exit("The benchmark reads /proc: it runs on Linux only.")
    if not (server := find_server("BENCH_DATABASE_URL")):
        sys.exit("A PostgreSQL server is needed: none answers on 127.0.0.1 (BENCH_DATABASE_URL).")
    name, port = f"rv_bench_{secrets.token_hex(3)}", free_port()
    create_database(server, name)
    try:
        with tempfile.TemporaryDirectory(prefix="rv-bench-") as folder, own_redis(folder) as redis:
            set_environment(database=at(server, name), redis=redis, port=port, folder=folder)
            fill()
            with words_aside(Path(folder) / "words"):
                return run(port)
    finally:
        drop_databases(server, name)


if __name__ == "__main__":
    sys.exit(main())
