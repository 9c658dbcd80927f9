"""The whole site with its demo content, served by a process of its own."""

import fcntl
import json
import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from tests.mail_files import mails_in

ROOT = Path(__file__).resolve().parent.parent.parent
PASSWORD = "samen-anders-doen"
PATIENCE = 60


class DemoSite:
    """Starts on entering, stops on leaving. `shared` is a folder of all workers of this run."""

    def __init__(self, *, shared, folder):
        self.shared, self.folder = shared, folder
        with socket.socket() as found:
            found.bind(("127.0.0.1", 0))
            self.url = f"http://127.0.0.1:{found.getsockname()[1]}"

    def __enter__(self):
        shutil.copy(self.filled_database(), self.folder / "site.sqlite3")
        (self.folder / "mail").mkdir()
        self.log = (self.folder / "server.log").open("wb")
        address = self.url.removeprefix("http://")
        command = ["runserver", address, "--noreload", "--insecure", "--skip-checks"]
        self.process = self.manage(
            subprocess.Popen, *command, database=self.folder / "site.sqlite3",
            stdout=self.log, stderr=subprocess.STDOUT,
        )  # fmt: skip
        self.wait()
        return self

    def __exit__(self, *error):
        self.process.terminate()
        self.process.wait(timeout=10)
        self.log.close()

    def manage(self, run, *command, database, **options):
        """Run a management command of this site."""
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "tests.browser.server_settings",
            "DATABASE_URL": f"sqlite:///{database}",
            "DEMO": "1",
            "SITE_URL": self.url,
            "ALLOWED_HOSTS": "127.0.0.1",
            "EMAIL_URL": f"filemail:///{database.parent}/mail",
            "PYTHONWARNINGS": "default",
        }
        return run([sys.executable, "manage.py", *command], cwd=ROOT, env=environment, **options)

    def filled_database(self):
        """The database with the demo content, made by the first worker that asks for it."""
        path, things = self.shared / "filled.sqlite3", self.shared / "things.json"
        with (self.shared / "filled.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not path.exists():
                making = self.shared / "making.sqlite3"
                for command in (["migrate", "-v0"], ["createcachetable"], ["demo"]):
                    done = self.manage(
                        subprocess.run, *command, database=making, capture_output=True, text=True
                    )
                    assert done.returncode == 0, done.stderr
                make = "from pathlib import Path; from tests.browser.demo_things import make"
                done = self.manage(
                    subprocess.run, "shell", "-v0", "-c", f"{make}; make(Path({str(things)!r}))",
                    database=making, capture_output=True, text=True,
                )  # fmt: skip
                assert done.returncode == 0, done.stderr
                # The last connection that closes folds the log into the one file.
                making.rename(path)
        made = json.loads(things.read_text())
        self.things, self.sessions = made["things"], made["sessions"]
        return path

    def wait(self):
        """Wait until the site answers. Raises AssertionError with its words when it does not."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                with urlopen(f"{self.url}/gezond/", timeout=5):
                    return
            except (URLError, OSError):
                time.sleep(0.2)
        raise AssertionError(self.words())

    def words(self):
        """What the process said so far."""
        self.log.flush()
        return (self.folder / "server.log").read_text(errors="replace")

    def mails(self, address):
        """The mails to an address, in the order in which they left."""
        return [mail for mail in mails_in(self.folder / "mail") if address in mail["To"]]
