"""Several processes that live and die together: the web server, the task worker, the tick."""

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import FrameType
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parent.parent.parent
MANAGE = (sys.executable, str(ROOT / "manage.py"))
PATIENCE = 10


def end_with_parent() -> None:
    """Ask Linux for a SIGTERM when the parent dies, so that nothing stays behind."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGTERM)


def refuse_taken_port(host: str, port: int, command: str) -> None:
    """Leave with one clear sentence when another program listens there."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            sys.exit(f"Port {port} is taken; choose another one: {command} PORT={port + 1}")


def port_of(environment: Mapping[str, str], default: int = 8000) -> int:
    """Return PORT. Leaves with one clear sentence when it is no port."""
    value = environment.get("PORT") or str(default)
    if not value.isdigit() or not 0 < int(value) < 65536:
        sys.exit(f"PORT: expected a number from 1 to 65535, found {value!r}")
    return int(value)


def wait_for_answer(url: str, alive: "Processes", seconds: float = 60) -> bool:
    """Return whether a server answers at the address, whatever its status."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and not alive.ended():
        try:
            urlopen(url, timeout=5).close()
        except HTTPError:
            return True
        except (URLError, OSError):
            time.sleep(0.1)
        else:
            return True
    return False


class Processes:
    """Processes of which the end of one ends all; a returning command runs beside them."""

    def __init__(self) -> None:
        self._running: dict[str, subprocess.Popen[bytes]] = {}
        self._kept: dict[str, tuple[str, ...]] = {}
        self._returning: tuple[tuple[str, ...], float] | None = None
        self._returned: subprocess.Popen[bytes] | None = None
        self._next = 0.0
        self._stopping = False
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._asked_to_stop)
        end_with_parent()

    def start(self, name: str, *command: str, keep: bool = False) -> int:
        """Start a command and return its process id; `keep` starts it again when it ends."""
        self._running[name] = _open(command)
        if keep:
            self._kept[name] = command
        return self._running[name].pid

    def repeat(self, *command: str, seconds: float) -> None:
        """Run a command each so many seconds while the others live; never twice at once."""
        self._returning = (command, seconds)
        self._next = time.monotonic() + 2

    def ended(self) -> str | None:
        """Return the name of a process that ended and is not to be kept."""
        if self._stopping:
            return "stop"
        for name, process in list(self._running.items()):
            if process.poll() is None:
                continue
            if name not in self._kept:
                return name
            print(f"{name} ended with status {process.returncode}; starting it again", flush=True)
            self._running[name] = _open(self._kept[name])
        return None

    def wait(self) -> int:
        """Stay until one ends or somebody asks to stop; then stop all. Returns an exit status."""
        while (name := self.ended()) is None:
            self._repeat_when_due()
            time.sleep(0.3)
        status = 0 if self._stopping else self._running[name].returncode or 1
        if not self._stopping:
            print(f"{name} ended with status {status}; stopping the rest", flush=True)
        self.stop()
        return status

    def stop(self) -> None:
        """End every process and all that it started."""
        self._stopping = True
        processes = [*self._running.values()]
        if self._returned is not None:
            processes.append(self._returned)
        for process in processes:
            _signal(process, signal.SIGTERM)
        end = time.monotonic() + PATIENCE
        for process in processes:
            with suppress(subprocess.TimeoutExpired):
                process.wait(max(0.1, end - time.monotonic()))
            _signal(process, signal.SIGKILL)
            process.wait()

    def _repeat_when_due(self) -> None:
        if self._returning is None or time.monotonic() < self._next:
            return
        command, seconds = self._returning
        if self._returned is None or self._returned.poll() is not None:
            self._returned = _open(command)
        self._next = time.monotonic() + seconds

    def _asked_to_stop(self, number: int, frame: FrameType | None) -> None:
        self._stopping = True


def _open(command: tuple[str, ...]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command, cwd=ROOT, start_new_session=True, preexec_fn=end_with_parent, env=os.environ
    )


def _signal(process: subprocess.Popen[bytes], number: signal.Signals) -> None:
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, number)
