"""Who may keep a page: anyone for a second, or nobody at all."""

import logging
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.cache.backends.redis import RedisCache, RedisCacheClient
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from redis.exceptions import RedisError

logger = logging.getLogger("site.cache")

PRIVATE = "private, no-store"
PUBLIC = "public, max-age=0, s-maxage=1"


class CacheMiddleware:
    """Marks a page cacheable only when nothing in it is anybody's own.

    That is: a GET without a session, that sets no cookie and holds no form with a token.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if "Cache-Control" not in response.headers:
            response.headers["Cache-Control"] = (
                PUBLIC if self.is_shared(request, response) else PRIVATE
            )
        if response.headers["Cache-Control"].startswith("public"):
            patch_vary_headers(response, ["Cookie"])
        return response

    def is_shared(self, request: HttpRequest, response: HttpResponse) -> bool:
        """Whether this response is the same for every visitor."""
        from movement.personal_links import cookie_name

        return (
            request.method in {"GET", "HEAD"}
            and cookie_name() not in request.COOKIES
            and settings.SESSION_COOKIE_NAME not in request.COOKIES
            and not response.cookies
            and not request.META.get("CSRF_COOKIE_NEEDS_UPDATE")
            and "CSRF_COOKIE" not in request.META
            and response.status_code in {200, 301, 404, 410}
        )


class LastingClient(RedisCacheClient):
    """Asks through the same client each time: making one takes longer than asking it."""

    def __init__(self, servers: Any, **options: Any) -> None:
        super().__init__(servers, **options)
        self.clients: dict[int, Any] = {}

    def get_client(self, key: Any = None, *, write: bool = False) -> Any:
        pool: Any = self._get_connection_pool(write)  # type: ignore[attr-defined]
        if id(pool) not in self.clients:
            self.clients[id(pool)] = self._client(connection_pool=pool)  # type: ignore[attr-defined]
        return self.clients[id(pool)]


class ForgivingRedisCache(RedisCache):
    """Redis that may be away: a read finds nothing, a write is lost, and the log says so."""

    def __init__(self, server: Any, params: dict[str, Any]) -> None:
        super().__init__(server, params)
        self._class = LastingClient

    def _forgive(self, name: str, fallback: Any, *args: Any, **kwargs: Any) -> Any:
        try:
            return getattr(super(), name)(*args, **kwargs)
        except (RedisError, OSError):
            logger.warning("shared cache away", extra={"operation": name})
            return fallback

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        return self._forgive("get", default, key, default, version)

    def set(self, *args: Any, **kwargs: Any) -> None:
        self._forgive("set", None, *args, **kwargs)

    def add(self, *args: Any, **kwargs: Any) -> bool:
        return self._forgive("add", True, *args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> bool:
        return self._forgive("delete", False, *args, **kwargs)

    def has_key(self, key: Any, version: int | None = None) -> bool:
        return self._forgive("has_key", False, key, version)
