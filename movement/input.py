"""Input that cannot be text is refused before anything reads it (S27)."""

from collections.abc import Callable
from urllib.parse import unquote_to_bytes

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse


def number_in(text: str) -> int:
    """The number of a row in an address or a form; what is none finds nothing."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0


def is_clean(raw: str) -> bool:
    """Whether this part of an address is UTF-8 without a NUL, once its escapes are undone."""
    octets = unquote_to_bytes(raw)
    if b"\x00" in octets:
        return False
    try:
        octets.decode()
    except UnicodeDecodeError:
        return False
    return True


class CleanInputMiddleware:
    """Answers 400 to an address with a NUL or with bytes that are not UTF-8."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *args: object) -> None:
        path_is_clean = "\x00" not in request.path and "\ufffd" not in request.path
        if not path_is_clean or not is_clean(request.META.get("QUERY_STRING", "")):
            raise BadRequest("The address holds bytes that are not text.")
