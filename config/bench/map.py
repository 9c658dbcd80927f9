"""The map of 10,000 organisations on a phone: how soon it can be used.

    .venv/bin/python config/bench/map.py [--waterfall]

The site as in production with two workers behind nginx as in `config/deploy/nginx.conf`, on a
PostgreSQL database of its own that it drops; Chromium as a phone of 375 × 812 on the line and
with the slowdown that Lighthouse takes for a phone, each time as a first visitor. The map can be
used when its markers are there and no later task keeps the page busy for 50 ms. Beside each
figure stand how fast the slowed processor was at that moment (the benchmark index of Lighthouse:
a phone of the middle range has 125 to 800) and the load of the machine. Prints the median of five
and leaves with status 1 when that is two seconds or more. CPU=1 slows down less, RUNS=9 repeats
more. Needs nginx, openssl, and Playwright with Chromium.
"""

import os
import re
import secrets
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from config.bench.bench import free_port, own_redis, set_environment, words_aside  # noqa: E402
from config.build.postgresql import at, create_database, drop_databases, find_server  # noqa: E402
from config.build.processes import ROOT, Processes, wait_for_answer  # noqa: E402
from config.build.production import prepare, start_site  # noqa: E402

ORGANISATIONS, WORKERS, MOST = 10_000, "2", 2000.0
REST = 8000.0  # milliseconds
RUNS = int(os.environ.get("RUNS") or 5)
SLOWDOWN = float(os.environ.get("CPU") or 4)
# Chromium counts bytes a second.
LINE = {"latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}
PHONE = {
    "viewport": {"width": 375, "height": 812},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
    "locale": "nl-NL",
    "ignore_https_errors": True,
}
NOTE = """
window.noted = { tasks: [], live: 0 };
new PerformanceObserver((list) => noted.tasks.push(
  ...list.getEntries().map(({ startTime, duration }) => [startTime, startTime + duration])
)).observe({ type: "longtask", buffered: true });
new MutationObserver(() => {
  if (!noted.live && document.querySelector("[data-state=live]")) noted.live = performance.now();
}).observe(document, { subtree: true, childList: true, attributeFilter: ["data-state"] });
"""
ASKED = """["navigation", "resource"].flatMap((kind) =>
  performance.getEntriesByType(kind).map((one) => [
    one.startTime, one.responseEnd, one.transferSize, one.name.replace(location.origin, "")
  ]))"""
# As Lighthouse counts it: text made letter by letter, and numbers copied from list to list.
INDEX = """(() => {
  const rate = (step) => {
    const start = Date.now();
    let times = 0;
    while (times % 10 || Date.now() - start < 500) step(times++);
    return times / 10 / ((Date.now() - start) / 1000);
  };
  const lists = [0, 1].map(() => Array.from({ length: 100000 }, (_, at) => at));
  const write = () => {
    let text = "";
    for (let at = 0; at < 10000; at++) text += "a";
    return text;
  };
  const copy = (times) => {
    const [from, to] = times % 2 ? lists : [...lists].reverse();
    for (let at = 0; at < from.length; at++) to[at] = from[at];
  };
  return Math.round((rate(write) + rate(copy)) / 2);
})()"""


@dataclass(frozen=True)
class Visit:
    """What one visitor met, in milliseconds from the moment the page was asked for."""

    live: float
    tasks: list[list[float]]
    asked: list[list[Any]]
    index: int
    load: float

    @property
    def usable(self) -> float:
        """When the markers are there and nothing keeps the page busy any more."""
        return max([self.live, *(end for _start, end in self.tasks)])

    def __str__(self) -> str:
        busy = ", ".join(f"{start:.0f}–{end:.0f}" for start, end in self.tasks)
        return (
            f"usable {self.usable:.0f} ms (markers {self.live:.0f}; busy {busy or 'never'}), "
            f"index {self.index}, load {self.load:.1f}"
        )


def visit(browser: Any, address: str) -> Visit:
    """Open the page as a first visitor on a phone, and wait until all has come to rest."""
    context = browser.new_context(**PHONE)
    page = context.new_page()
    page.add_init_script(NOTE)
    phone = context.new_cdp_session(page)
    phone.send("Network.enable")
    phone.send("Network.emulateNetworkConditions", {"offline": False, **LINE})
    phone.send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
    page.goto(address, wait_until="commit")
    page.wait_for_timeout(REST)  # to look in between would cost the slowed processor time
    noted, asked = page.evaluate("window.noted"), page.evaluate(ASKED)
    if not noted["live"]:
        sys.exit(f"The map did not come within {REST / 1000:.0f} s.")
    load, index = os.getloadavg()[0], page.evaluate(INDEX)
    context.close()
    return Visit(noted["live"], noted["tasks"], asked, index, load)


@contextmanager
def nginx(folder: str, *, port: int, behind: int) -> Iterator[None]:
    """Run nginx with the server of `config/deploy`, on another port and with other files."""
    secret = ["-newkey", "rsa:2048", "-nodes", "-keyout", f"{folder}/key", "-out", f"{folder}/crt"]
    made = ["openssl", "req", "-x509", "-days", "1", "-subj", "/CN=127.0.0.1", *secret]
    subprocess.run(made, check=True, stderr=subprocess.DEVNULL)
    config = (ROOT / "config/deploy/nginx.conf").read_text()
    config = re.sub(r"server \{\n    listen 80;.*?\n\}\n", "", config, flags=re.S)
    for pattern, here in (
        (r"127\.0\.0\.1:8000", f"127.0.0.1:{behind}"),
        (r"listen 443", f"listen 127.0.0.1:{port}"),
        (r"listen \[::\].*", ""),
        (r"praat\.example\.org;", "127.0.0.1;"),
        (r"/etc/letsencrypt/\S+/fullchain\.pem", f"{folder}/crt"),
        (r"/etc/letsencrypt/\S+/privkey\.pem", f"{folder}/key"),
        (r"/var/(log|cache)/nginx", folder),
    ):
        config = re.sub(pattern, here, config)
    whole = Path(folder) / "nginx.conf"
    user = "user root;\n" if os.geteuid() == 0 else ""
    whole.write_text(
        f"{user}pid {folder}/pid;\nevents {{}}\nhttp {{\n"
        f"include /etc/nginx/mime.types;\nsendfile on;\n{config}\n}}\n"
    )
    command = ["nginx", "-p", folder, "-c", str(whole), "-e", f"{folder}/errors"]
    server = subprocess.Popen([*command, "-g", "daemon off;"], stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        server.terminate()
        server.wait()


def fill() -> None:
    """Make the tables and the organisations, as if all of them really took part."""
    from django.core.management import call_command

    prepare(demo=True)
    from participants.models import Organisation

    call_command("populate", organisations=ORGANISATIONS)
    Organisation.objects.update(is_example=False)


def visits(address: str, *, waterfall: bool) -> Iterator[Visit]:
    """Give each visit, after two that fill the caches of the server."""
    from playwright.sync_api import sync_playwright

    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu"]
        )
        for number in range(-2, RUNS):
            found = visit(browser, address)
            if number < 0:
                continue
            print(found, flush=True)
            yield found
            if waterfall and number == 0:
                for start, end, size, name in sorted(found.asked):
                    print(f"{start:7.0f} {end:7.0f} ms {size / 1000:7.1f} kB  {name}")


def measure(folder: str, *, port: int, behind: int) -> int:
    """Start the site and visit it. Returns the exit status."""
    processes = Processes()
    try:
        start_site(processes, host="127.0.0.1", port=behind, workers=WORKERS)
        if not wait_for_answer(f"http://127.0.0.1:{behind}/gezond/", processes):
            sys.exit("The site does not start.")
        with nginx(folder, port=port, behind=behind):
            address = f"https://127.0.0.1:{port}/deelnemers/"
            found = list(visits(address, waterfall="--waterfall" in sys.argv))
    finally:
        processes.stop()
    middle = median(one.usable for one in found)
    index = median(one.index for one in found)
    print(f"median of {RUNS}: usable in {middle:.0f} ms at index {index:.0f}")
    return 0 if middle < MOST else 1


def main() -> int:
    """Measure on a database of our own. Returns the exit status."""
    os.chdir(ROOT)
    if not (server := find_server("BENCH_DATABASE_URL")):
        sys.exit("A PostgreSQL server is needed: none answers on 127.0.0.1 (BENCH_DATABASE_URL).")
    name, port, behind = f"rv_map_{secrets.token_hex(3)}", free_port(), free_port()
    create_database(server, name)
    try:
        with tempfile.TemporaryDirectory(prefix="rv-map-") as folder, own_redis(folder) as redis:
            set_environment(database=at(server, name), redis=redis, port=behind, folder=folder)
            os.environ.update(SITE_URL=f"https://127.0.0.1:{port}", TRUSTED_PROXIES="1")
            with words_aside(Path(folder) / "words"):
                fill()
                return measure(folder, port=port, behind=behind)
    finally:
        drop_databases(server, name)


if __name__ == "__main__":
    sys.exit(main())
