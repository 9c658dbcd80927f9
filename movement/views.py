"""The pages below /over/."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from movement import versions
from movement.models import HelpLine, HouseRule, Page

# The page that opens /over/ itself.
FRONT = "over-de-beweging"
# Pages that show, below their text, what editors keep as a list.
HOUSE_RULES = "huisregels"
HELP_LINES = {"contact", "stopknop", "veilig-gebruiken"}


def page_list(request: HttpRequest) -> HttpResponse:
    """What the movement is, and every other page below /over/."""
    pages = list(Page.objects.visible_to(request.user))
    front = next((page for page in pages if page.slug == FRONT), None)
    others = [page for page in pages if page is not front]
    response = render(
        request,
        "pages/list.html",
        {"page": front, "pages": others, **reading(request, front)},
    )
    return versions.remember(request, response)


def page_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """One page, with the house rules or help lines where it is about those."""
    page = get_object_or_404(Page.objects.visible_to(request.user), slug=slug)
    context = {
        "page": page,
        "others": Page.objects.visible_to(request.user).exclude(pk=page.pk).only("title", "slug"),
        "rules": HouseRule.objects.filter(is_active=True) if slug == HOUSE_RULES else None,
        "lines": HelpLine.objects.all() if slug in HELP_LINES else None,
    }
    response = render(request, "pages/detail.html", {**context, **reading(request, page)})
    return versions.remember(request, response)


def reading(request: HttpRequest, page: Page | None) -> dict[str, object]:
    """Which version is read, and the text of it."""
    if page is None:
        return {"is_easy": False, "text": ""}
    is_easy = bool(page.easy_body) and versions.wants_easy(request)
    return {"is_easy": is_easy, "text": page.easy_body if is_easy else page.body}
