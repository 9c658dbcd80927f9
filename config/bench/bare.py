"""The yardstick of the benchmark: a bare Django view that returns 20 kB, without middleware."""

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path

PAGE = ("<p>" + "a" * 93 + "</p>\n") * 200


def page(request: HttpRequest) -> HttpResponse:
    """Return the same 20 kB each time."""
    return HttpResponse(PAGE)


urlpatterns = [path("", page)]
settings.configure(
    SECRET_KEY="only-for-the-yardstick", ALLOWED_HOSTS=["127.0.0.1"], ROOT_URLCONF=__name__
)
application = get_wsgi_application()
