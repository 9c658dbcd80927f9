"""Whether this process lives, and whether it can answer."""

from functools import cache

from django.db import Error, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@cache
def known_migrations() -> frozenset[tuple[str, str]]:
    """The migrations of this code; they do not change while it runs."""
    return frozenset(MigrationLoader(None).disk_migrations or {})


@never_cache
@require_safe
def alive(request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok", content_type="text/plain")


@never_cache
@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """200 when the database answers and has every migration of this code, else 503."""
    try:
        applied = set(MigrationRecorder(connection).applied_migrations())
    except Error:
        return HttpResponse("database", status=503, content_type="text/plain")
    if known_migrations() - applied:
        return HttpResponse("migrations", status=503, content_type="text/plain")
    return HttpResponse("ok", content_type="text/plain")
