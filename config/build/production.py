"""`make production`: the site as in production, on this machine, behind no proxy."""

import os
import sys
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
from config.build.serve import introduce  # noqa: E402
from config.loopback import is_loopback  # noqa: E402

KEYS = ROOT / "var" / "production.env"


def load_keys() -> None:
    """Put SECRET_KEY and DATA_KEYS into the environment, made once and kept in var/."""
    from cryptography.fernet import Fernet
    from django.core.management.utils import get_random_secret_key

    if not KEYS.exists():
        KEYS.parent.mkdir(exist_ok=True)
        KEYS.touch(mode=0o600)
        secret = get_random_secret_key() + get_random_secret_key()
        KEYS.write_text(f"SECRET_KEY={secret}\nDATA_KEYS={Fernet.generate_key().decode()}\n")
    for line in KEYS.read_text().splitlines():
        name, _, value = line.partition("=")
        os.environ.setdefault(name, value)


def prepare(*, demo: bool) -> None:
    """Bring the database and the static files up to date."""
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    if demo:
        call_command("demo")


def start_site(processes: Processes, *, host: str, port: int, workers: str = "") -> int:
    """Start the web workers, the task worker and the tick. Returns the web server's id."""
    count = ("--workers", workers) if workers else ()
    gunicorn = (sys.executable, "-m", "gunicorn", "-c", "config/deploy/gunicorn.conf.py")
    master = processes.start("The web server", *gunicorn, "--bind", f"{host}:{port}", *count)
    processes.start("The task worker", *MANAGE, "db_worker", keep=True)
    processes.repeat(*MANAGE, "tick", seconds=60)
    return master


def main() -> int:
    """Run until Ctrl-C. Returns the exit status."""
    os.chdir(ROOT)
    host, port = os.environ.get("HOST") or "127.0.0.1", port_of(os.environ)
    demo = os.environ.get("DEMO", "").lower() in {"1", "true", "yes", "on"}
    if demo and not is_loopback(host):
        sys.exit(f"DEMO=1 makes accounts with a known password: not on {host}, only on 127.0.0.1.")
    refuse_taken_port(host, port, "make production")
    url = f"http://127.0.0.1:{port}"
    os.environ["DEBUG"] = "0"
    os.environ.setdefault("DATABASE_URL", f"sqlite:///{ROOT}/var/production.sqlite3")
    if not os.environ.get("SITE_URL"):
        os.environ["SITE_URL"] = url
        os.environ.setdefault("ALLOWED_HOSTS", "127.0.0.1,localhost")
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    load_keys()
    prepare(demo=demo)
    processes = Processes()
    start_site(processes, host=host, port=port, workers=os.environ.get("WORKERS", ""))
    if wait_for_answer(f"{url}/gezond/", processes):
        introduce(url, accounts=demo)
    return processes.wait()


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit("Stopped")
