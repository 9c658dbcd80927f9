"""Addresses that moved: written by the verbs that move things, read when a page is missing."""

from collections.abc import Callable

from django.db import DatabaseError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect

from movement.models import Redirect


def lead(old_path: str, target: str) -> None:
    """Lead an old address to a new one; chains collapse to one hop, circles open up.

    An empty target says the old address is gone for good.
    """
    if old_path == target:
        return
    with transaction.atomic():
        Redirect.objects.filter(old_path=target).delete()
        Redirect.objects.filter(target=old_path).update(target=target)
        Redirect.objects.update_or_create(old_path=old_path, defaults={"target": target})


class RedirectMiddleware:
    """Answers a missing address with where it leads now (301), or with gone (410)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code != 404 or request.method not in {"GET", "HEAD"}:
            return response
        try:
            found = Redirect.objects.filter(old_path=request.path[:300]).first()
        except (DatabaseError, ValueError):
            return response
        if found is None:
            return response
        if not found.target:
            response.status_code = 410
            return response
        return HttpResponsePermanentRedirect(found.target)
