"""A picture that was taken in, in the size and format that fits the reader's screen."""

from itertools import groupby

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from movement.models import Picture
from movement.pictures import renditions

register = template.Library()

SIZES = "(min-width: 48em) 38rem, 100vw"


@register.simple_tag
def photo(
    picture: Picture, *, sizes: str = SIZES, eager: bool = False, alternative: str | None = None
) -> SafeString:
    """A `<picture>` with AVIF, WebP and a format that every browser knows.

    Lazy, unless `eager` (above the fold). `alternative` takes the place of the picture's own
    text. Its width and height are there, so that the page does not jump.
    """
    if alternative is None:
        alternative = "" if picture.is_decorative else picture.alternative
    offers = {
        mime: ", ".join(f"{one.url} {one.width}w" for one in group)
        for mime, group in groupby(renditions(picture), key=lambda one: one.mime)
    }
    *modern, plain = offers.items()
    return format_html(
        '<picture>{}<img src="{}" srcset="{}" sizes="{}" alt="{}" width="{}" height="{}"'
        ' loading="{}" decoding="async"></picture>',
        format_html_join(
            "",
            '<source type="{}" srcset="{}" sizes="{}">',
            ((mime, srcset, sizes) for mime, srcset in modern),
        ),
        picture.file.url,
        plain[1],
        sizes,
        alternative,
        picture.width,
        picture.height,
        "eager" if eager else "lazy",
    )
