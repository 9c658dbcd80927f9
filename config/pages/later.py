"""An address that is promised and not built yet: what will be there, and how to reach us now."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe


def later(title: Any, text: Any, *, section: str = "") -> Callable[..., HttpResponse]:
    """A view that says what will be here. Give it a title and one or two sentences."""

    @require_safe
    def coming(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return render(request, "later.html", {"title": title, "text": text, "section": section})

    return coming


newsletter = later(
    _("Newsletter"),
    _(
        "Here you will be able to ask for our newsletter, without an account. "
        "Until then, mail or call us: we write you when there is news."
    ),
)
