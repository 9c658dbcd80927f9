"""Which links to our own pages lead nowhere for a visitor: asked of the pages themselves."""

import re
from collections.abc import Iterable
from html import unescape
from typing import cast
from urllib.parse import unquote, urljoin, urlsplit

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.handlers.exception import convert_exception_to_response
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url
from django.urls import Resolver404, ResolverMatch, resolve

from movement.fragments import fingerprint, remember
from movement.models import Redirect

LINK = re.compile(r'<a\b[^>]*\shref="([^"]*)"')
KEEP_SECONDS = 20
MOST_LINKS = 50
MOST_HOPS = 3
# Never to be read by whoever meets a link to it: staff's own rooms, and keys of one person.
CLOSED_NAMESPACES = {"admin"}
CLOSED_NAMES = {"personal_link"}


def dead_links(texts: Iterable[str], *, base: str) -> list[str]:
    """The links in these texts of editors to our own site that a visitor cannot follow.

    `base` is the address of the page itself, from which a link without a start is read.
    """
    found = dict.fromkeys(unescape(href).strip() for text in texts for href in LINK.findall(text))
    paths = {href: own_path(href, base) for href in list(found)[:MOST_LINKS]}
    return [href for href, path in paths.items() if path not in {"", base} and not leads(path)]


def own_path(href: str, base: str) -> str:
    """The path on our own site that this link leads to; empty for any other link."""
    if not href or href.startswith("#"):
        return ""
    try:
        whole = urlsplit(urljoin(f"{settings.SITE_URL}{base}", href))
    except ValueError:
        return ""
    is_ours = whole.scheme in {"http", "https"} and whole.hostname == settings.SITE_HOST
    return unquote(whole.path) or "/" if is_ours else ""


def leads(path: str) -> bool:
    """Whether a visitor who asks for this path gets a page; remembered for some seconds."""
    key = f"leads:{fingerprint(path)}"
    return remember(key, lambda: is_readable(path), seconds=KEEP_SECONDS)


def is_readable(path: str, hops: int = MOST_HOPS) -> bool:
    """Whether the page at this path is there for everyone, here or at where it leads on to."""
    try:
        match = resolve(path if path.endswith("/") else f"{path}/")
    except Resolver404:
        return False
    if CLOSED_NAMESPACES & set(match.namespaces) or match.url_name in CLOSED_NAMES:
        return False
    if not (match.args or match.kwargs):
        return True  # A page of the site itself, not of something that can be taken away.
    response = answer(path, match)
    target = where_to(path, response)
    if not target:
        return response.status_code == 200
    is_door = urlsplit(target).path == resolve_url(settings.LOGIN_URL)
    onward = own_path(target, path)
    return not is_door and hops > 0 and (not onward or is_readable(onward, hops - 1))


def answer(path: str, match: ResolverMatch) -> HttpResponse:
    """What a visitor without any cookie is answered. A GET changes nothing here."""
    request = HttpRequest()
    request.method, request.path, request.path_info = "GET", path, path
    request.META = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "SERVER_NAME": settings.SITE_HOST,
        "SERVER_PORT": "443" if settings.IS_HTTPS else "80",
    }
    request.user = AnonymousUser()
    request.resolver_match = match

    def ask(request: HttpRequest) -> HttpResponse:
        return match.func(request, *match.args, **match.kwargs)  # type: ignore[no-any-return]

    response = cast("HttpResponse", convert_exception_to_response(ask)(request))
    if file := getattr(response, "file_to_stream", None):
        file.close()  # Not the answer itself: that would end the request that asks.
    return response


def where_to(path: str, response: HttpResponse) -> str:
    """Where this answer sends the reader on to; a page that moved is known by its old path."""
    if response.status_code in {301, 302}:
        return str(response.headers["Location"])
    if response.status_code == 404:
        return str(Redirect.objects.filter(old_path=path).values_list("target", flat=True).first()
                   or "")  # fmt: skip
    return ""
