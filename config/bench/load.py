"""Load on a server for some seconds: wrk where it is installed, else processes of our own."""

import re
import shutil
import socket
import subprocess
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from statistics import median, quantiles
from urllib.parse import urlsplit

UNITS = {"us": 0.001, "ms": 1.0, "s": 1000.0}


class WrongAnswer(Exception):
    """The server answered something else than 200, so that nothing is measured."""


@dataclass(frozen=True)
class Load:
    """What a run of load met: how many answers, and how long they took in milliseconds."""

    answers: int
    seconds: float
    middle: float
    slowest: float

    @property
    def rate(self) -> float:
        """Answers a second."""
        return self.answers / self.seconds


def fetch(url: str, cookie: str = "") -> bytes:
    """Return the body at the address. Raises WrongAnswer unless the status is 200."""
    parts = urlsplit(url)
    lines = [f"GET {parts.path}?{parts.query} HTTP/1.1".replace("? ", " "), f"Host: {parts.netloc}"]
    lines += [f"Cookie: {cookie}"] if cookie else []
    request = ("\r\n".join([*lines, "Connection: close", "", ""])).encode()
    with socket.create_connection((parts.hostname, parts.port), timeout=30) as connection:
        connection.sendall(request)
        chunks = []
        while chunk := connection.recv(65536):
            chunks.append(chunk)
    answer = b"".join(chunks)
    if not answer.startswith(b"HTTP/1.1 200"):
        raise WrongAnswer(f"{url}: {answer[:60]!r}")
    return answer.partition(b"\r\n\r\n")[2]


def together(url: str, *, seconds: float, connections: int, cookie: str = "") -> Load:
    """Ask for a page from several connections at once."""
    if shutil.which("wrk"):
        return _wrk(url, seconds, connections, cookie)
    start = time.monotonic()
    with ProcessPoolExecutor(connections) as pool:
        running = [pool.submit(_times, url, seconds, cookie) for _ in range(connections)]
        times = [spent for future in running for spent in future.result()]
    return Load(len(times), time.monotonic() - start, *_middle_and_slowest(times))


def _times(url: str, seconds: float, cookie: str) -> list[float]:
    """Return how many milliseconds each answer took."""
    times = []
    end = time.perf_counter() + seconds
    while (start := time.perf_counter()) < end:
        fetch(url, cookie)
        times.append((time.perf_counter() - start) * 1000)
    return times


def _middle_and_slowest(times: list[float]) -> tuple[float, float]:
    return median(times), quantiles(times, n=100)[98] if len(times) > 1 else times[0]


def _wrk(url: str, seconds: float, connections: int, cookie: str) -> Load:
    command = ["wrk", "-t2", f"-c{connections}", f"-d{seconds:g}s", "--latency", url]
    command += ["-H", f"Cookie: {cookie}"] if cookie else []
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in output:
        raise WrongAnswer(f"{url}: {output}")
    found = re.search(r"(\d+) requests in ([\d.]+)(us|ms|s|m)", output)
    if found is None:
        raise WrongAnswer(f"{url}: {output}")
    return Load(int(found[1]), float(found[2]), _latency(output, 50), _latency(output, 99))


def _latency(output: str, percentile: int) -> float:
    found = re.search(rf"^\s+{percentile}%\s+([\d.]+)(us|ms|s)\s*$", output, re.MULTILINE)
    return float(found[1]) * UNITS[found[2]] if found else float("nan")
