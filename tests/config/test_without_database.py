"""With the database away every page is clear, Dutch and whole; nothing says 200 that is not."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ASK = """
import django, json
django.setup()
from django.test import Client
client = Client(raise_request_exception=False)
found = {}
for path in ("/nergens/", "/fout/", "/nieuws/", "/account/login/", "/gezond/", "/gezond/klaar/"):
    answer = client.get(path, headers={"host": "localhost"})
    found[path] = [answer.status_code, answer.content.decode(), dict(answer.headers)]
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def answers(tmp_path_factory):
    """What a process says whose database does not exist."""
    environment = {
        **os.environ,
        "DATABASE_URL": "postgres://nobody@127.0.0.1:1/nothing",
        "DJANGO_SETTINGS_MODULE": "tests.config.without_database",
        "DEBUG": "0",
    }
    done = subprocess.run(
        [sys.executable, "-c", ASK], cwd=ROOT, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


@pytest.mark.parametrize(
    ("path", "status"), [("/nergens/", 404), ("/fout/", 500), ("/nieuws/", 503)]
)
def test_the_page_is_dutch_and_whole(answers, path, status):
    code, html, headers = answers[path]
    assert code == status
    assert '<html lang="nl">' in html
    assert html.count("<h1") == 1
    assert "</html>" in html
    assert "<quick-exit>" in html
    assert "default-src 'none'" in headers["Content-Security-Policy"]


def test_away_says_when_to_come_back(answers):
    assert int(answers["/nieuws/"][2]["Retry-After"]) > 0
    assert answers["/account/login/"][0] == 503


def test_health_tells_alive_from_ready(answers):
    assert answers["/gezond/"][0] == 200
    assert answers["/gezond/klaar/"][0] == 503
