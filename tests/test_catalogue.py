"""The Dutch catalogue: whole, sure, compiled as written, and nothing English on the pages."""

import gettext
import html
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from django.conf import settings

from tests.access.test_access import ROWS, text_of, world  # noqa: F401

FOLDER = Path(settings.BASE_DIR) / "config" / "locale" / "nl" / "LC_MESSAGES"
NEEDS_GETTEXT = pytest.mark.skipif(not shutil.which("msgfmt"), reason="gettext was not found")


def listed(*choice):
    """The messages of the catalogue after a choice of msgattrib."""
    command = ["msgattrib", "--no-obsolete", "--no-location", *choice, str(FOLDER / "django.po")]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return [
        entry for entry in text.split("\n\n") if "msgid" in entry and 'd ""\nmsgstr' not in entry
    ]


def known():
    with (FOLDER / "django.mo").open("rb") as file:
        return gettext.GNUTranslations(file)


@NEEDS_GETTEXT
@pytest.mark.parametrize("choice", ["--untranslated", "--only-fuzzy"])
def test_every_message_has_a_sure_translation(choice):
    assert listed(choice) == []


@NEEDS_GETTEXT
def test_the_compiled_catalogue_says_what_the_written_one_says(tmp_path):
    fresh = tmp_path / "fresh.mo"
    command = ["msgfmt", "--check-format", "-o", str(fresh), str(FOLDER / "django.po")]
    subprocess.run(command, check=True, capture_output=True)
    with fresh.open("rb") as file:
        assert gettext.GNUTranslations(file)._catalog == known()._catalog


@pytest.mark.django_db
def test_no_english_sentence_stands_on_a_page(world):  # noqa: F811
    messages = [
        message
        for message, translation in known()._catalog.items()
        if isinstance(message, str)
        and len(message.split()) > 3
        and "%(" not in message
        and message != translation
    ]
    assert len(messages) > 300
    english = re.compile("|".join(map(re.escape, sorted(messages, key=len, reverse=True))))
    found = set()
    for row in ROWS:
        for role in ("visitor", "author", "superuser"):
            shown = html.unescape(text_of(world.clients[role].get(row.path(world))))
            found |= {(str(row), match) for match in english.findall(shown)}
    assert found == set()
