"""While developing, what is wrong looks as it does in production; the console tells more."""

import importlib
import io
import logging
import os
import subprocess
import sys

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import path


def _breaks(request):
    raise RuntimeError("geheim woord")


urlpatterns = [path("stuk/", _breaks), path("goed/", lambda request: HttpResponse("goed"))]


@pytest.fixture
def developing(settings):
    settings.DEBUG = True
    settings.MIDDLEWARE = [
        *settings.MIDDLEWARE,
        "config.pages.debugging.OwnPagesMiddleware",
    ]
    settings.DEFAULT_EXCEPTION_REPORTER = "config.pages.debugging.OwnPagesReporter"
    return Client(raise_request_exception=False)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/bestaat-niet/", 404),
        ("/nieuws/bestaat-niet/", 404),
        ("/deelnemers/?q=%00", 400),
        ("/deelnemers/?q=%ff", 400),
    ],
)
def test_a_wrong_address_gets_our_page(developing, address, status):
    response = developing.get(address)
    html = response.content.decode()
    assert response.status_code == status
    assert '<html lang="nl"' in html
    assert "<quick-exit>" in html
    assert "DEBUG" not in html
    assert "ROOT_URLCONF" not in html
    assert "urlpatterns" not in html
    assert response.headers["Content-Security-Policy"]


@pytest.mark.django_db
def test_a_mistake_of_ours_shows_no_words_of_it_but_tells_the_console(developing, settings):
    settings.ROOT_URLCONF = "tests.config.test_debug_pages"
    console = io.StringIO()
    handler = logging.StreamHandler(console)
    logging.getLogger("django.request").addHandler(handler)
    try:
        response = developing.get("/stuk/")
    finally:
        logging.getLogger("django.request").removeHandler(handler)
    assert response.status_code == 500
    html = response.content.decode()
    assert "<quick-exit>" in html
    assert "geheim woord" not in html
    assert response.headers["Content-Security-Policy"]
    assert "Traceback" in console.getvalue()
    assert "geheim woord" in console.getvalue()
    assert developing.get("/goed/").content == b"goed"


def test_commands_start_while_developing():
    environment = {**os.environ, "DEBUG": "1", "DJANGO_SETTINGS_MODULE": "config.settings"}
    command = [sys.executable, "manage.py", "help", "tick"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-500:]


@pytest.mark.parametrize("debug", ["1", "0"])
def test_only_developing_changes_the_pages_and_the_log(monkeypatch, debug):
    import config.settings

    monkeypatch.setenv("DEBUG", debug)
    monkeypatch.setenv("SECRET_KEY", "x" * 60)
    monkeypatch.setenv("DATA_KEYS", "a2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2s=")
    try:
        loaded = importlib.reload(config.settings)
        has_pages = "config.pages.debugging.OwnPagesMiddleware" in loaded.MIDDLEWARE
        name = loaded.LOGGING["handlers"]["console"]["formatter"]
        is_json = loaded.LOGGING["formatters"][name].get("()") == "movement.logs.JsonFormatter"
    finally:
        monkeypatch.undo()
        importlib.reload(config.settings)
    assert has_pages is (debug == "1")
    assert is_json is (debug == "0")
