"""`make serve`: the site for development, with demo content, on http://127.0.0.1:8000."""

import os
import sys
from hashlib import sha256
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from config.build.processes import (  # noqa: E402
    MANAGE,
    ROOT,
    Processes,
    port_of,
    refuse_taken_port,
    wait_for_answer,
)

ACCOUNTS = (
    ("beheerder@example.org", "everything"),
    ("redacteur@example.org", "editor"),
    ("moderator@example.org, moderator2@example.org", "moderators"),
    ("organisator@example.org", "organiser of action days"),
    ("lid@example.org, lid2@example.org", "members"),
    ("nieuw@example.org", "member whose first post is still to come"),
)
PASSWORD = "samen-anders-doen"
PREPARED = ROOT / "var" / "prepared"


def fingerprint() -> str:
    """Return what the database depends on: the migrations there are."""
    names = sorted(str(path.relative_to(ROOT)) for path in ROOT.glob("*/migrations/0*.py"))
    libraries = (ROOT / "requirements.txt").read_bytes()
    return sha256("\n".join(names).encode() + libraries).hexdigest()


def is_prepared() -> bool:
    """Return whether the database is there and as these migrations leave it."""
    if "DATABASE_URL" in os.environ or not PREPARED.exists():
        return False
    known, _, database = PREPARED.read_text().partition("\n")
    return known == fingerprint() and Path(database).exists()


def prepare() -> None:
    """Bring the database up to date and fill it with the demo content once."""
    import django
    from django.conf import settings
    from django.core.management import call_command

    django.setup()
    database = str(settings.DATABASES["default"]["NAME"])
    is_filled = PREPARED.exists() and Path(database).exists()
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    if not is_filled or "DATABASE_URL" in os.environ:
        print("Filling the database with demo content", flush=True)
        call_command("demo")
    if "DATABASE_URL" not in os.environ:
        PREPARED.write_text(f"{fingerprint()}\n{database}")


def introduce(url: str, *, accounts: bool) -> None:
    """Print the address, and the demo accounts where there are any."""
    print(f"\nThe site is at {url}/   the admin at {url}/beheer/   Ctrl-C stops it", flush=True)
    if accounts:
        print(f"Demo accounts, all with the password {PASSWORD}:")
        for address, role in ACCOUNTS:
            print(f"  {address:48} {role}")
        print(flush=True)


def main() -> int:
    """Serve until Ctrl-C. Returns the exit status."""
    os.chdir(ROOT)
    port = port_of(os.environ)
    refuse_taken_port("127.0.0.1", port, "make serve")
    url = f"http://127.0.0.1:{port}"
    os.environ["DEBUG"] = "1"
    os.environ.setdefault("SITE_URL", url)
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    if not is_prepared():
        prepare()
    processes = Processes()
    processes.start("The web server", *MANAGE, "runserver", f"127.0.0.1:{port}", "--skip-checks")
    processes.repeat(*MANAGE, "tick", seconds=60)
    if wait_for_answer(f"{url}/gezond/", processes):
        introduce(url, accounts=True)
    return processes.wait()


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit("Stopped")
