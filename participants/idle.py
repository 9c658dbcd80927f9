"""Sessions that end when nobody is there: on a shared device, and for staff (S16, S24)."""

from collections.abc import Callable
from time import time

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse

SHARED_SECONDS = 15 * 60
STAFF_SECONDS = 30 * 60
# A session's row is not written at each request.
NOTE_EVERY = 60

SHARED = "shared_device"
LIMIT = "idle_seconds"
SEEN = "seen_at"


def begin_session(request: HttpRequest) -> None:
    """Note at sign-in how long this session may lie still."""
    limit = SHARED_SECONDS if request.session.get(SHARED) else 0
    if request.user.is_staff:
        limit = min(limit or STAFF_SECONDS, STAFF_SECONDS)
    if limit:
        request.session[LIMIT] = limit
        request.session[SEEN] = int(time())


def is_activity(request: HttpRequest) -> bool:
    """Whether somebody did something: a page that saves by itself is nobody's presence."""
    return request.headers.get("Sec-Fetch-Mode", "navigate") == "navigate"


class IdleMiddleware:
    """Signs out whoever left the device. Looks only at sessions that have such a limit."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            self.look(request, now=int(time()))
        return self.get_response(request)

    def look(self, request: HttpRequest, *, now: int) -> None:
        limit = request.session.get(LIMIT)
        if not limit:
            return
        still = now - request.session.get(SEEN, 0)
        if still > limit:
            logout(request)
        elif still >= NOTE_EVERY and is_activity(request):
            request.session[SEEN] = now
