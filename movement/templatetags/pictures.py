"""A picture that was taken in, in the size and format that fits the reader's screen."""

from django import template
from django.utils.safestring import SafeString

from movement.models import Picture
from movement.pictures import SIZES, markup

register = template.Library()


@register.simple_tag
def photo(picture: Picture, *, sizes: str = SIZES, eager: bool = False) -> SafeString:
    """The picture with its renditions; lazy, unless `eager` (above the fold)."""
    return markup(
        str(picture.file.name),
        width=picture.width,
        height=picture.height,
        alternative="" if picture.is_decorative else picture.alternative,
        sizes=sizes,
        eager=eager,
    )
