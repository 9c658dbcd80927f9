"""`make check`: format, lint, types, templates, migrations, catalogue, words, deployment.

All checks run, also when one fails; what failed is printed whole and named at the end.
"""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
BIN = Path(sys.executable).parent
MANAGE = (sys.executable, "manage.py")
DEVELOPMENT = {"DEBUG": "1", "DATABASE_URL": "sqlite:///:memory:"}
# A real installation: what `check --deploy` warns about there may not exist.
INSTALLED = {
    "DEBUG": "0",
    "DEMO": "0",
    "SITE_URL": "https://praat.example.org",
    "ALLOWED_HOSTS": "praat.example.org",
    "SECRET_KEY": "only-to-check-the-settings-" + "0aB1cD2eF3gH4iJ5" * 4,
    "DATA_KEYS": "dGVzdHMtb25seS10ZXN0cy1vbmx5LXRlc3RzLW9ubHk=",
    "DATABASE_URL": "sqlite:///:memory:",
}


def templates() -> list[str]:
    """Return the templates under version control or about to be."""
    command = ["git", "ls-files", "-co", "--exclude-standard", "--", "*.html", "*.txt"]
    listed = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    return [name for name in listed if "templates/" in name and name.endswith(".html")]


def checks() -> dict[str, tuple[tuple[str, ...], dict[str, str]]]:
    """Return each check's command and environment, by its name."""
    html = templates()
    return {
        "types": ((f"{BIN}/mypy", "--no-error-summary", "."), DEVELOPMENT),
        "format": ((f"{BIN}/ruff", "format", "--check", "."), {}),
        "lint": ((f"{BIN}/ruff", "check", "."), {}),
        "templates, format": ((f"{BIN}/djade", "--target-version", "5.2", "--check", *html), {}),
        "templates, lint": ((f"{BIN}/djlint", "--lint", "--quiet", *html), {}),
        "migrations": ((*MANAGE, "makemigrations", "--check", "--dry-run"), DEVELOPMENT),
        "catalogue": ((sys.executable, "config/build/check_catalogue.py"), DEVELOPMENT),
        "deployment": ((*MANAGE, "check", "--deploy", "--fail-level", "WARNING"), INSTALLED),
        "words": ((f"{BIN}/codespell",), {}),
    }


def run(command: tuple[str, ...], environment: dict[str, str]) -> tuple[int, str, float]:
    """Return the status, the output and the seconds of a command."""
    start = time.monotonic()
    clean = {name: value for name, value in os.environ.items() if name not in INSTALLED}
    done = subprocess.run(
        command,
        env={**clean, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout.strip(), time.monotonic() - start


def main() -> int:
    """Run all checks. Returns the exit status."""
    os.chdir(ROOT)
    failed = []
    with ThreadPoolExecutor(max_workers=max(2, os.cpu_count() or 2)) as pool:
        running = {name: pool.submit(run, *what) for name, what in checks().items()}
        for name, future in running.items():
            status, output, seconds = future.result()
            print(f"{'ok    ' if status == 0 else 'FAILED'} {name} ({seconds:.0f} s)", flush=True)
            if status:
                failed.append(name)
                print(output + "\n")
    if failed:
        print(f"Checks that failed: {'; '.join(failed)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
