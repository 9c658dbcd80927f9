"""The settings of a process whose database went away, with one address that is broken."""

from config.settings import *  # noqa: F403

ROOT_URLCONF = "tests.config.broken_urls"
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    "fragments": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "f"},
}
