"""The links to the pages of a long list."""

from typing import Any

from django.http import QueryDict


def page_links(
    number: int, last: int, *, parameters: QueryDict, anchor: str = ""
) -> dict[str, Any]:
    """Previous, next, first, last and the neighbours of page `number` of `last`.

    The other parameters of the address stay; page one has no `page` of its own, so that a list
    has one address.
    """

    def address(target: int) -> str:
        kept = parameters.copy()
        kept.pop("page", None)
        if target > 1:
            kept["page"] = str(target)
        return f"?{kept.urlencode()}{anchor}"

    shown = sorted({1, last, *range(max(1, number - 1), min(last, number + 1) + 1)})
    return {
        "previous": address(number - 1) if number > 1 else "",
        "next": address(number + 1) if number < last else "",
        "pages": [
            {
                "number": page,
                "href": address(page),
                "current": page == number,
                "gap": index > 0 and page - shown[index - 1] > 1,
            }
            for index, page in enumerate(shown)
        ],
    }
