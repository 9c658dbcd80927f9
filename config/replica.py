"""Reads of visitors may go to a replica; everything else stays on the primary."""

from collections.abc import Callable
from contextvars import ContextVar

from django.conf import settings
from django.db.models import Model
from django.http import HttpRequest, HttpResponse

reads_from_replica: ContextVar[bool] = ContextVar("reads_from_replica", default=False)


class ReplicaMiddleware:
    """Marks a GET without a session as one that may read from the replica."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        visitor = settings.SESSION_COOKIE_NAME not in request.COOKIES
        token = reads_from_replica.set(visitor and request.method in {"GET", "HEAD"})
        try:
            return self.get_response(request)
        finally:
            reads_from_replica.reset(token)


class ReplicaRouter:
    """Sends reads to the replica while the request at hand allows it."""

    def db_for_read(self, model: type[Model], **hints: object) -> str:
        return "replica" if reads_from_replica.get() else "default"

    def db_for_write(self, model: type[Model], **hints: object) -> str:
        reads_from_replica.set(False)
        return "default"

    def allow_relation(self, one: Model, other: Model, **hints: object) -> bool:
        return True

    def allow_migrate(self, db: str, app_label: str, **hints: object) -> bool:
        return db == "default"
