"""What every test stands on: an environment of its own, clean caches, and a cast of people."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest

FOLDER = tempfile.mkdtemp(prefix="rv-tests-")
# The environment of the tests, whatever the shell says: as in production, on http.
for name in ("DATABASE_REPLICA_URL", "REDIS_URL", "EMAIL_URL", "EXIT_URL", "TRUSTED_PROXIES"):
    os.environ.pop(name, None)
os.environ.update(
    DJANGO_SETTINGS_MODULE="config.settings",
    DEBUG="0",
    DEMO="0",
    SECRET_KEY="only-for-the-tests-" + "0123456789abcdef" * 4,
    DATA_KEYS="dGVzdHMtb25seS10ZXN0cy1vbmx5LXRlc3RzLW9ubHk=",
    SITE_URL="http://localhost",
    ALLOWED_HOSTS="testserver,localhost,127.0.0.1",
    DATABASE_URL=os.environ.get("TEST_DATABASE_URL") or f"sqlite:///{FOLDER}/unused.sqlite3",
    MEDIA_STORAGE_URL=f"file://{FOLDER}/media",
    REQUIRE_STAFF_MFA="0",
)


def pytest_configure(config):
    """Keep what tests write in a folder of their own, and make what is slow on purpose fast."""
    from django.conf import settings

    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        database.setdefault("TEST", {})["NAME"] = f"{FOLDER}/tests.sqlite3"
        database["OPTIONS"]["init_command"] = (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA foreign_keys=ON;"
        )
    else:
        database["OPTIONS"]["options"] = "-c synchronous_commit=off"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    plain_cache = "django.core.cache.backends.locmem.LocMemCache"
    settings.CACHES["default"] = {"BACKEND": plain_cache, "LOCATION": "default"}
    settings.CACHES["fragments"] = {"BACKEND": "tests.caches.Lasting", "LOCATION": "fragments"}
    settings.TASKS["default"]["BACKEND"] = "django_tasks.backends.immediate.ImmediateBackend"
    plain = "django.contrib.staticfiles.storage.StaticFilesStorage"
    settings.STORAGES["staticfiles"] = {"BACKEND": plain}
    # whitenoise warns about a folder that only collectstatic makes.
    settings.STATIC_ROOT = Path(FOLDER) / "static"
    # Each worker writes for itself, though it was started with the environment of the first.
    settings.MEDIA_ROOT = f"{FOLDER}/media"
    settings.STATIC_ROOT.mkdir(exist_ok=True)


def pytest_unconfigure(config):
    shutil.rmtree(FOLDER, ignore_errors=True)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(items):
    """Mark the browser's tests before `-m` chooses; in the end, let those that empty the
    database run last, and give them back what the migrations wrote."""
    for item in items:
        if "browser" in item.path.relative_to(item.config.rootpath).parts:
            item.add_marker(pytest.mark.browser)
        if _flushes(item):
            item.fixturenames.append("django_db_serialized_rollback")
    result = yield
    items.sort(key=_flushes)
    return result


def _flushes(item):
    marker = item.get_closest_marker("django_db")
    return bool(
        {"transactional_db", "live_server"} & set(item.fixturenames)
        or (marker and marker.kwargs.get("transaction"))
    )


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup):
    """Let every connection know what the migrations wrote. Playwright's event loop makes Django
    open another one, and that would find nothing to give back after a flush."""
    from django.db import connections

    connection = connections["default"]
    if kept := getattr(connection, "_test_serialized_contents", ""):
        type(connection)._test_serialized_contents = kept


@pytest.fixture(autouse=True)
def _clean_caches():
    from django.core.cache import caches

    for alias in ("default", "fragments"):
        caches[alias].clear()


# The cast: a client signed in as each role; `client.person` is who it is -----------------


@pytest.fixture
def visitor(db, client):
    """A browser that nobody signed in with."""
    client.person = None
    return client


@pytest.fixture
def sign_in(db):
    """Return a function that gives a new client, signed in as a person."""
    from django.test import Client

    def signed_in(person, **defaults):
        client = Client(**defaults)
        client.force_login(person)
        client.person = person
        return client

    return signed_in


@pytest.fixture
def new_member(sign_in):
    """A member whose first posts wait for a moderator."""
    from tests import factories

    return sign_in(factories.new_member())


@pytest.fixture
def member(sign_in):
    from tests import factories

    return sign_in(factories.member())


@pytest.fixture
def editor(sign_in):
    from tests import factories

    return sign_in(factories.editor())


@pytest.fixture
def moderator(sign_in):
    from tests import factories

    return sign_in(factories.moderator())


@pytest.fixture
def organiser(sign_in):
    from tests import factories

    return sign_in(factories.organiser())


@pytest.fixture
def beheerder(sign_in):
    from tests import factories

    return sign_in(factories.beheerder())
