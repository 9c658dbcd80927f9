"""Placing a reply: what one costs, from the form to the redirect."""

import time
from http.client import HTTPConnection
from statistics import median, quantiles
from urllib.parse import urlsplit

from config.bench import processor
from config.bench.load import WrongAnswer, fetch
from config.bench.pages import FormWithText

TEXT = "Dank je voor je verhaal. Ik herken dit, en ik denk graag mee over wat kan helpen."


def target_path() -> str:
    """Return the address of the form to reply in a topic of the bulk data."""
    from django.urls import reverse

    from discussions.models import Board, Topic

    members = Topic.objects.opened().filter(board__audience=Board.Audience.MEMBERS)
    topic = members.filter(post_count__gte=5, is_example=True).order_by("pk")[0]
    return reverse("discussions:reply", args=[topic.pk])


def filled_form(site: str, path: str, cookie: str, number: int) -> tuple[str, str, bytes]:
    """Return the address, the cookies and the body of a reply that can be sent."""
    connection = HTTPConnection(urlsplit(site).netloc)
    connection.request("GET", path, headers={"Cookie": cookie})
    answer = connection.getresponse()
    form = FormWithText(answer.read().decode())
    given = [value.partition(";")[0] for name, value in answer.getheaders() if name == "Set-Cookie"]
    connection.close()
    if form.action is None:
        raise WrongAnswer(f"{path}: status {answer.status}, no form to reply with")
    return form.action or path, "; ".join([cookie, *given]), form.sent(f"{TEXT} ({number})")


def send(site: str, path: str, cookie: str, body: bytes) -> float:
    """Send a reply and return the milliseconds it took. Raises WrongAnswer unless placed."""
    connection = HTTPConnection(urlsplit(site).netloc)
    headers = {
        "Cookie": cookie,
        "Content-Type": "application/x-www-form-urlencoded",
        "Origin": site,
        "Referer": site + path,
    }
    start = time.perf_counter()
    connection.request("POST", path, body, headers)
    answer = connection.getresponse()
    answer.read()
    spent = (time.perf_counter() - start) * 1000
    connection.close()
    if answer.status not in {302, 303}:
        raise WrongAnswer(f"{path}: a reply got status {answer.status}")
    return spent


def measure_replies(
    site: str, workers: list[int], cookies: list[str], *, rounds: int
) -> tuple[str, ...]:
    """Return the first cells of the row of placing a reply."""
    path, times, cost = target_path(), [], 0.0
    fetch(site + path, cookies[0])
    for number in range(rounds):
        forms = [filled_form(site, path, cookie, number) for cookie in cookies]
        before = processor.spent(workers)
        times += [send(site, *form) for form in forms]
        cost += processor.spent(workers) - before
    slowest = quantiles(times, n=100)[98]
    cells = f"{cost / len(times):.2f}", "", f"{median(times):.1f}", f"{slowest:.1f}"
    return "placing a reply", "member", *cells


def replying_queries(cookie: str) -> int:
    """Return how many queries placing a reply takes."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(HTTP_HOST="127.0.0.1")
    client.cookies.load(cookie)
    answer = client.get(path := target_path())
    form = FormWithText(answer.content.decode())
    if form.action is None:
        raise WrongAnswer(f"{path}: status {answer.status_code}, no form to reply with")
    with CaptureQueriesContext(connection) as captured:
        client.post(form.action or path, {**form.values, form.text_name: TEXT + " (nog een)"})
    return len(captured)
