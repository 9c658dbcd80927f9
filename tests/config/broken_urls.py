"""An address with a mistake in it, to see the page that says so."""

from django.urls import path

from config.urls import handler400, handler403, handler404, handler429, handler500, urlpatterns


def mistake(request):
    raise RuntimeError


urlpatterns = [path("fout/", mistake), *urlpatterns]
__all__ = ["handler400", "handler403", "handler404", "handler429", "handler500", "urlpatterns"]
