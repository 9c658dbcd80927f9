"""Chromium on a live server. Each test gets its own context, so nothing leaks between tests.

`open_page` looks at a site that the test itself filled; `open_demo` at the whole site with the
demo content, which runs in a process of its own and is shared by the tests of a worker.
"""

import os
import shutil
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
from django.conf import settings

from tests.browser.demo_site import PASSWORD, DemoSite

PLACES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
HOST = "127.0.0.1"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def find_chromium():
    """Return the path of the system's Chromium, or None to try Playwright's own."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, PLACES)), None)


@pytest.fixture(scope="session")
def chromium():
    """The browser of this process. Playwright keeps an event loop running beside the tests,
    which Django takes for asynchronous code; the tests are not."""
    from playwright.sync_api import Error, sync_playwright

    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=find_chromium(), args=ARGUMENTS)
        except Error as error:
            if os.environ.get("CI") == "true":
                pytest.fail(f"Chromium does not start: {error}")
            pytest.skip("Chromium was not found")
        yield browser
        browser.close()


@contextmanager
def _pages(chromium, url):
    """Give a function that opens a page in a new context of this site."""
    contexts = []

    def opened(person=None, **options):
        options.setdefault("locale", "nl-NL")
        context = chromium.new_context(base_url=url, **options)
        contexts.append(context)
        context.set_default_timeout(10_000)
        if person is not None:
            context.add_cookies([_session_cookie(person, url)])
        page = context.new_page()
        page.outside, page.complaints = [], []
        own = urlsplit(url).netloc
        page.on("request", lambda r: _note_outside(r.url, own, page.outside))
        page.on("console", lambda m: m.type == "error" and page.complaints.append(m.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.visit = lambda path: page.goto(path, wait_until="load")
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def open_page(chromium, live_server):
    """Return a function that opens a page in a new context, signed in as `person` if given.

    Keyword arguments go to the context (java_script_enabled, color_scheme, viewport,
    bypass_csp). The page knows `outside`: addresses it asked that are not the site's, and
    `complaints`: what the console said is wrong. `page.visit(path)` goes to an address.
    """
    with _pages(chromium, live_server.url) as opened:
        yield opened


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory, worker_id):
    """The site with the demo content, in a process of its own; `url`, and `mails(address)`."""
    shared = tmp_path_factory.getbasetemp()
    if worker_id != "master":
        shared = shared.parent
    with DemoSite(shared=shared, folder=tmp_path_factory.mktemp("demo")) as site:
        yield site


@pytest.fixture(scope="session")
def keys(chromium, demo_site):
    """Return a function that gives the cookies of a demo account, who signs in once."""
    known = {
        name: {"cookies": [{"name": settings.SESSION_COOKIE_NAME, "value": key, "domain": HOST,
                            "path": "/"}], "origins": []}
        for name, key in demo_site.sessions.items()
    }  # fmt: skip

    def key_of(account):
        if account not in known:
            context = chromium.new_context(base_url=demo_site.url, locale="nl-NL")
            page = context.new_page()
            page.goto("/account/login/")
            page.fill("input[name=login]", f"{account}@example.org")
            page.fill("input[name=password]", PASSWORD)
            page.press("input[name=password]", "Enter")
            page.wait_for_url(f"{demo_site.url}/account/")
            known[account] = context.storage_state()
            context.close()
        return known[account]

    return key_of


@pytest.fixture
def open_demo(chromium, demo_site, keys):
    """Return a function as `open_page` is, for the demo site: `open_demo("lid")` is signed in."""

    with _pages(chromium, demo_site.url) as opened:

        def opened_by(account=None, **options):
            page = opened(**options, storage_state=keys(account) if account else None)
            page.things = demo_site.things
            return page

        yield opened_by


@pytest.fixture
def page(open_page):
    """A visitor's page with JavaScript."""
    return open_page()


@pytest.fixture
def plain_page(open_page):
    """A visitor's page with JavaScript off at the browser."""
    return open_page(java_script_enabled=False)


def _note_outside(url, own, outside):
    parts = urlsplit(url)
    if parts.scheme in {"http", "https", "ws", "wss"} and parts.netloc != own:
        outside.append(url)


def _session_cookie(person, url):
    from django.test import Client

    client = Client()
    client.force_login(person)
    value = client.cookies[settings.SESSION_COOKIE_NAME].value
    return {"name": settings.SESSION_COOKIE_NAME, "value": value, "url": url}
