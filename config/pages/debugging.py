"""While developing, visitors' mistakes get the same pages as in production (DEBUG only).

Django would show its own, in English and with the settings in it. What went wrong stays to be
read in the console. The log is set up before the apps are, and imports this module: hence the
imports inside.
"""

from collections.abc import Callable

from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotFound
from django.http.multipartparser import MultiPartParserError
from django.utils.safestring import SafeString, mark_safe
from django.views.debug import ExceptionReporter

OF_THE_SENDER = (BadRequest, SuspiciousOperation, MultiPartParserError)


class OwnPagesMiddleware:
    """Puts our page in the place of Django's list of all addresses. The last middleware."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        # Only Django's own page is of this class; our views answer with a template.
        if isinstance(response, HttpResponseNotFound):
            from config.pages.errors import not_found

            return not_found(request, Http404())
        return response


class OwnPagesReporter(ExceptionReporter):
    """The page of an exception that nobody caught: ours, without the traceback."""

    def get_traceback_html(self) -> SafeString:
        from config.pages.errors import bare

        is_sent = self.exc_type is not None and issubclass(self.exc_type, OF_THE_SENDER)
        page = bare("400.html" if is_sent else "500.html", 500)
        return mark_safe(page.content.decode())
