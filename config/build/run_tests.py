"""`make test`: every test on SQLite and on PostgreSQL, and the browser's tests in Chromium.

What could not run is named at the end; with CI=true that is a failure. The last line is
`N passed, N failed`.
"""

import os
import secrets
import shutil
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from config.build.postgresql import at, drop_databases, find_server  # noqa: E402

ROOT = Path(__file__).resolve().parent.parent.parent
CHROMIUM = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
PLAYWRIGHT_STORE = Path.home() / ".cache" / "ms-playwright"


def install_with_apt(package: str) -> bool:
    """Try the system's package manager, when we may use it."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (
        ["update", "-qq"],
        ["install", "-y", "-qq", "--no-install-recommends", package],
    ):
        if subprocess.run(
            ["apt-get", *command], env=environment, stdout=subprocess.DEVNULL
        ).returncode:
            return False
    return True


def have_chromium() -> bool:
    """Return whether a Chromium can be found, after trying to install one."""
    found = lambda: os.environ.get("CHROMIUM") or any(map(shutil.which, CHROMIUM))  # noqa: E731
    if found() or any(PLAYWRIGHT_STORE.glob("chromium*")):
        return True
    print("Chromium was not found; installing it", flush=True)
    if install_with_apt("chromium") and found():
        return True
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    return subprocess.run(command, check=False).returncode == 0


def have_gettext() -> bool:
    """Return whether msgfmt can be found, after trying to install it."""
    return bool(shutil.which("msgfmt") or (install_with_apt("gettext") and shutil.which("msgfmt")))


def run_pytest(suite: str, *arguments: str, database: str | None = None) -> Counter[str]:
    """Run pytest once and return the numbers of passed, failed and skipped tests."""
    report = ROOT / "var" / "tests" / f"{suite}.xml"
    report.parent.mkdir(parents=True, exist_ok=True)
    report.unlink(missing_ok=True)
    environment = {name: value for name, value in os.environ.items() if name != "TEST_DATABASE_URL"}
    if database:
        environment["TEST_DATABASE_URL"] = database
    workers = str(max(2, min(8, os.cpu_count() or 2)))
    command = [sys.executable, "-m", "pytest", "-q", "-rs", "-n", workers]
    command.append(f"--junitxml={report}")
    print(f"\n=== {suite}", flush=True)
    status = subprocess.run([*command, *arguments], env=environment, check=False).returncode
    return read_report(report, status)


def read_report(report: Path, status: int) -> Counter[str]:
    """Count the outcomes in a report; a run that wrote none counts as one failure."""
    if not report.exists():
        return Counter(failed=1)
    numbers: Counter[str] = Counter()
    for case in ElementTree.parse(report).iter("testcase"):
        kinds = {child.tag for child in case}
        outcome = "failed" if kinds & {"failure", "error"} else "passed"
        outcome = "skipped" if "skipped" in kinds else outcome
        numbers[outcome] += 1
        if "tests.browser" in (case.get("classname") or ""):
            numbers["browser"] += 1
    if status not in (0, 5) and not numbers["failed"]:
        numbers["failed"] += 1
    return numbers


def size(numbers: Counter[str]) -> int:
    """Return how many tests a run collected."""
    return numbers["passed"] + numbers["failed"] + numbers["skipped"]


def too_few(found: dict[str, int]) -> list[str]:
    """Return a sentence for each suite that collected fewer tests than the committed minimum."""
    minimum = tomllib.loads((ROOT / "tests" / "minimum.toml").read_text())
    return [
        f"{suite} collected {found[suite]} tests; the minimum is {minimum[suite]}"
        for suite in minimum
        if suite in found and found[suite] < minimum[suite]
    ]


def main() -> int:
    """Run the suites. Returns the exit status."""
    os.chdir(ROOT)
    arguments = sys.argv[1:]
    missing = []
    if not have_gettext():
        missing.append("gettext (msgfmt) was not found: the catalogue was not compiled anew")
    sqlite_only: tuple[str, ...] = ()
    chromium = have_chromium()
    if not chromium:
        missing.append("Chromium was not found and could not be installed: no browser tests")
        sqlite_only = ("-m", "not browser")
    sqlite = run_pytest("sqlite", *sqlite_only, *arguments)
    total, found = Counter(sqlite), {"sqlite": size(sqlite)}
    if chromium:
        found["browser"] = sqlite["browser"]
    if server := find_server("TEST_DATABASE_URL"):
        name = f"rv_{secrets.token_hex(4)}"
        try:
            where = at(server, name)
            numbers = run_pytest("postgresql", "-m", "not browser", *arguments, database=where)
        finally:
            drop_databases(server, f"test_{name}")
        total += numbers
        found["postgresql"] = size(numbers)
    else:
        missing.append("no PostgreSQL answered (TEST_DATABASE_URL): the tests ran on SQLite only")
    return conclude(total, missing, [] if arguments else too_few(found))


def conclude(total: Counter[str], missing: list[str], few: list[str]) -> int:
    """Print what did not run and the numbers. Returns the exit status."""
    print()
    if total["skipped"]:
        print(f"Skipped: {total['skipped']} tests, for the reasons above")
    for sentence in (*missing, *few):
        print(f"Did not run: {sentence}" if sentence in missing else f"Too few: {sentence}")
    must_all = os.environ.get("CI") == "true"
    failed = total["failed"] + len(few) + (len(missing) if must_all else 0)
    print(f"{total['passed']} passed, {failed} failed", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
