"""The ordinary and the easy version of a text: which one is read, remembered in one cookie."""

from django.http import HttpRequest, HttpResponse

NAME = "versie"
EASY = "makkelijk"
ORDINARY = "gewoon"


def wants_easy(request: HttpRequest) -> bool:
    """Whether this reader asked for the easy version, now or on an earlier page."""
    asked = request.GET.get(NAME, "")
    return (asked or request.COOKIES.get(NAME, "")) == EASY


def remember(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Keep the choice that was just made, until the browser is closed."""
    asked = request.GET.get(NAME, "")
    if asked == EASY:
        response.set_cookie(NAME, EASY, httponly=True, samesite="Lax", secure=request.is_secure())
    elif asked:
        response.delete_cookie(NAME, samesite="Lax")
    return response
