"""Prove the Dutch catalogue complete, unfuzzy, current, and its compiled form equal to it."""

import gettext
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parent.parent.parent
CATALOGUE = Path("config/locale/nl/LC_MESSAGES/django.po")
IGNORED = (".venv", "var", "tests", "node_modules", "config/build", "config/bench")
TOOLS = ("msgfmt", "msgattrib", "xgettext", "msgmerge")


def output(*command: str) -> str:
    """Return what a command prints. Raises CalledProcessError when it fails."""
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def messages(catalogue: Path, *choice: str) -> set[str]:
    """Return the msgids of a catalogue, after a choice of msgattrib."""
    plain = output("msgattrib", "--no-wrap", "--no-location", *choice, str(catalogue))
    entries = [entry for entry in plain.split("\n\n") if 'msgid ""\nmsgstr ""' not in entry]
    return {
        "\n".join(line for line in entry.split("\n") if line.startswith(("msgctxt", "msgid")))
        for entry in entries
        if entry.strip()
    }


def extracted(folder: Path) -> Path:
    """Return the catalogue that the sources of today give, made in a copy of the tree."""
    listed = output("git", "ls-files", "-co", "--exclude-standard", "--", "*.py", "*.html", "*.txt")
    for name in {*listed.split(), str(CATALOGUE)}:
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    ignored = [word for name in IGNORED for word in ("-i", name)]
    command = [sys.executable, "manage.py", "makemessages", "-l", "nl", "--no-obsolete"]
    environment = {**os.environ, "DEBUG": "1"}
    subprocess.run(
        [*command, *ignored],
        cwd=folder,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    return folder / CATALOGUE


def compiled_equals(catalogue: Path, folder: Path) -> bool:
    """Return whether the committed .mo says the same as the .po."""
    fresh = folder / "fresh.mo"
    output("msgfmt", "--check-format", "-o", str(fresh), str(catalogue))
    committed = catalogue.with_suffix(".mo")
    if not committed.exists():
        return False
    with fresh.open("rb") as one, committed.open("rb") as other:
        return said(one) == said(other)


def said(compiled: IO[bytes]) -> dict[str, object]:
    """Return the messages and the header of a compiled catalogue."""
    read = vars(gettext.GNUTranslations(compiled))  # type: ignore[arg-type]
    return {"messages": read["_catalog"], "header": read["_info"]}


def complaints(folder: Path) -> list[str]:
    """Return what is wrong with the catalogue, one line each."""
    known, used = messages(CATALOGUE, "--no-obsolete"), messages(extracted(folder))
    found = [f"missing: {entry}" for entry in sorted(used - known)]
    found += [f"no longer used: {entry}" for entry in sorted(known - used)]
    found += [f"untranslated: {e}" for e in sorted(messages(CATALOGUE, "--untranslated"))]
    found += [f"fuzzy: {entry}" for entry in sorted(messages(CATALOGUE, "--only-fuzzy"))]
    if not compiled_equals(CATALOGUE, folder):
        found.append("django.mo differs from django.po: run manage.py compilemessages")
    return found


def main() -> int:
    """Print what is wrong. Returns the exit status."""
    os.chdir(ROOT)
    if missing := [tool for tool in TOOLS if not shutil.which(tool)]:
        print(f"gettext is needed for the catalogue; not found: {', '.join(missing)}")
        return 1
    with tempfile.TemporaryDirectory(prefix="rv-catalogue-") as folder:
        try:
            found = complaints(Path(folder))
        except subprocess.CalledProcessError as error:
            print(error.stderr)
            return 1
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
