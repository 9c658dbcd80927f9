"""`/stijlgids/`: every building block with its variants, for staff."""

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import engines
from django.views.decorators.cache import never_cache

from config.pages.styleguide_examples import EXAMPLES, Example, context


def rendered(example: Example) -> list[tuple[str, str]]:
    """What each source of the example becomes, with the source itself."""
    engine, values = engines["django"], context()
    return [(engine.from_string(source).render(values), source) for source in example.sources]


@never_cache
def styleguide(request: HttpRequest) -> HttpResponse:
    """Staff see the guide; for others it does not exist."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.path)
    if not request.user.is_staff:
        raise Http404
    specimens = [(example, rendered(example)) for example in EXAMPLES]
    return render(request, "styleguide/page.html", {"specimens": specimens})
