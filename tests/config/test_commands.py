"""The commands of the contract: what they refuse, and that nothing stays behind."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from config.build.run_tests import read_report, too_few
from config.loopback import is_loopback

ROOT = Path(__file__).resolve().parent.parent.parent
TOGETHER = """
from config.build.processes import Processes
processes = Processes()
print(processes.start("one", "sleep", "60"), flush=True)
print(processes.start("other", "sleep", "{seconds}"), flush=True)
raise SystemExit(processes.wait())
"""


def start_together(seconds):
    command = [sys.executable, "-c", TOGETHER.format(seconds=seconds)]
    started = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    return started, [int(started.stdout.readline()) for _ in range(2)]


def lives(number):
    try:
        state = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def gone(numbers):
    end = time.monotonic() + 10
    while any(map(lives, numbers)) and time.monotonic() < end:
        time.sleep(0.05)
    return not any(map(lives, numbers))


def run(*command, **environment):
    return subprocess.run(
        command, cwd=ROOT, env={**os.environ, **environment}, capture_output=True, text=True
    )


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_however_a_command_is_stopped_nothing_of_it_stays(number):
    started, numbers = start_together(60)
    started.send_signal(number)
    started.communicate(timeout=20)
    assert gone(numbers)


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_the_end_of_one_process_ends_all():
    started, numbers = start_together(0)
    started.communicate(timeout=20)
    assert started.returncode == 1
    assert gone(numbers)


@pytest.mark.parametrize("script", ["serve.py", "production.py"])
def test_a_taken_port_is_said_in_one_sentence(script):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = run(sys.executable, f"config/build/{script}", PORT=str(port))
    assert done.returncode == 1
    assert str(port) in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("port", ["x", "0", "65536", "-1"])
def test_a_port_that_is_none_is_refused_by_its_name(port):
    done = run(sys.executable, "config/build/serve.py", PORT=port)
    assert done.stderr.startswith("PORT:")


def test_demo_accounts_are_refused_where_others_can_reach_them():
    done = run(sys.executable, "config/build/production.py", HOST="0.0.0.0", DEMO="1")
    assert done.returncode == 1
    assert "DEMO" in done.stderr


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "::1", "localhost"])
def test_loopback_is_recognised(host):
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "10.0.0.1", "localhost.example.org", ""])
def test_what_others_can_reach_is_no_loopback(host):
    assert not is_loopback(host)


def test_a_missing_python_is_said_in_one_sentence(tmp_path):
    clone = tmp_path / "config" / "build"
    clone.mkdir(parents=True)
    (clone / "install").write_text((ROOT / "config/build/install").read_text())
    for name in ("python", "python3", *(f"python3.{minor}" for minor in range(11, 15))):
        (tmp_path / name).write_text("#!/bin/sh\nexit 1\n")
        (tmp_path / name).chmod(0o755)
    environment = {"PATH": f"{tmp_path}:/usr/bin:/bin"}
    command = ["/bin/sh", "config/build/install", "requirements.txt"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "Python 3.11" in done.stderr


def test_a_suite_that_shrinks_is_named():
    assert len(too_few({"sqlite": 0, "postgresql": 0})) == 2


def test_a_run_that_wrote_no_report_counts_as_a_failure(tmp_path):
    assert read_report(tmp_path / "none.xml", 3)["failed"] == 1


def test_outcomes_are_read_from_a_report(tmp_path):
    report = tmp_path / "report.xml"
    report.write_text(
        "<testsuites><testsuite>"
        "<testcase classname='tests.a'/>"
        "<testcase classname='tests.browser.test_b'/>"
        "<testcase classname='tests.a'><failure/></testcase>"
        "<testcase classname='tests.a'><error/></testcase>"
        "<testcase classname='tests.a'><skipped/></testcase>"
        "</testsuite></testsuites>"
    )
    counted = read_report(report, 1)
    assert counted == {"passed": 2, "failed": 2, "skipped": 1, "browser": 1}


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_locked_libraries_have_hashes_and_no_addresses(name):
    text = (ROOT / name).read_text()
    assert not re.search(r"https?:|file:|^--", text, re.MULTILINE)
    assert len(re.findall(r"^\S+==", text, re.MULTILINE)) > 20
    entries = re.split(r"\n(?=\S)", text.strip())
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []
