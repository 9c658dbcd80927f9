"""Pictures come in through one door: decoded, made anew, without anything but what is seen (S25).

A photograph of a telephone holds the place where it was taken. Nothing of the file that came in
is kept: no metadata, no name, no bytes.
"""

import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from itertools import groupby
from typing import IO, Any
from uuid import uuid4

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from PIL import Image, ImageCms, ImageOps

from movement.models import Picture

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "GIF")
FOLDER = "beelden/"
WIDEST = 2000
WIDTHS = (480, 960, 1440)
# How wide a picture stands in a text: the measure, or the whole of a small screen.
SIZES = "(min-width: 48em) 38rem, 100vw"
# Modern formats in the order in which a browser should prefer them.
MODERN = (("avif", "AVIF", {"quality": 55, "speed": 9}), ("webp", "WEBP", {"quality": 78}))


class RefusedPicture(ValidationError):
    """A file that we do not take in; its message says why and what to do."""


def take_in(
    upload: IO[bytes],
    *,
    title: str,
    alternative: str = "",
    is_decorative: bool = False,
    caption: str = "",
    credit: str = "",
    people_agreed: bool = False,
    taken_in_by: Any = None,
) -> Picture:
    """Make a picture of an uploaded file, with its renditions. Raises RefusedPicture."""
    if not alternative.strip() and not is_decorative:
        raise RefusedPicture(_("Describe the picture, or tick that it is decorative."))
    clean = decoded(octets_of(upload))
    picture = Picture(
        title=title[:120] or _("Picture"),
        alternative="" if is_decorative else alternative.strip()[:250],
        is_decorative=is_decorative,
        caption=caption[:250],
        credit=credit[:120],
        people_agreed=people_agreed,
        taken_in_by=taken_in_by,
    )
    name = f"{FOLDER}{uuid4().hex}"
    store(clean, name)
    picture.file.name = f"{name}.{plain_format(clean)[0]}"
    picture.width, picture.height = clean.size
    with transaction.atomic():
        picture.save()
    return picture


def discard(picture: Picture) -> None:
    """Remove a picture and every file that was made of it."""
    names = [str(picture.file.name), *(r.name for r in renditions(picture))]
    picture.delete()
    for name in names:
        transaction.on_commit(partial(default_storage.delete, name))


# What comes in ---------------------------------------------------------------------------------


def octets_of(upload: IO[bytes]) -> bytes:
    """The bytes of the upload. Raises RefusedPicture when they are none or too many."""
    octets = upload.read(settings.PICTURE_MAX_BYTES + 1)
    if not octets:
        raise RefusedPicture(_("The file is empty. Choose the picture again."))
    if len(octets) > settings.PICTURE_MAX_BYTES:
        raise RefusedPicture(_("The picture is larger than 10 MB. Make it smaller and try again."))
    return octets


def decoded(octets: bytes) -> Image.Image:
    """The picture itself and nothing else of the file, in sRGB, upright. Raises RefusedPicture."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            warnings.simplefilter("ignore", UserWarning)
            with Image.open(BytesIO(octets), formats=FORMATS) as found:
                refuse_too_many_pixels(found)
                found.seek(0)
                found.load()
                return redrawn(found)
    except RefusedPicture:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise too_many_pixels() from error
    except Image.UnidentifiedImageError as error:
        raise RefusedPicture(
            _("This is not a picture that we can use. Choose a JPEG, PNG, WebP, AVIF or GIF.")
        ) from error
    except Exception as error:  # A hostile file may break a decoder in any way.
        raise RefusedPicture(
            _("The picture is damaged. Save it again in another program and try once more.")
        ) from error


def too_many_pixels() -> RefusedPicture:
    return RefusedPicture(
        _("The picture has more than 25 million dots. Make it smaller and try again.")
    )


def refuse_too_many_pixels(found: Image.Image) -> None:
    """Look at the size before anything is decoded."""
    if found.width * found.height > settings.PICTURE_MAX_PIXELS:
        raise too_many_pixels()


def redrawn(found: Image.Image) -> Image.Image:
    """The same dots on a new sheet: upright, in sRGB, no wider than we show, without a word."""
    profile = found.info.get("icc_profile")
    upright = ImageOps.exif_transpose(found)
    if upright.mode.startswith("I") or upright.mode == "F":
        upright = eight_bits(upright)
    if upright.mode in {"1", "P", "PA"}:
        upright = upright.convert("RGBA" if "transparency" in upright.info else "RGB")
    upright.thumbnail((WIDEST, WIDEST * 4), Image.Resampling.LANCZOS, reducing_gap=2.0)
    seen = in_srgb(upright, profile)
    has_holes = "A" in seen.getbands() or "transparency" in seen.info
    seen = seen.convert("RGBA" if has_holes else "RGB")
    if has_holes and seen.getextrema()[3][0] == 255:
        seen = seen.convert("RGB")
    return Image.frombytes(seen.mode, seen.size, seen.tobytes())


def eight_bits(deep: Image.Image) -> Image.Image:
    """A picture of sixteen bits of grey as one of eight."""
    return deep.convert("F").point(lambda value: value / 257.0).convert("L")


def in_srgb(seen: Image.Image, profile: bytes | None) -> Image.Image:
    """Convert the colours of a profile to sRGB; a profile that is nonsense is ignored."""
    if not profile or seen.mode not in {"RGB", "CMYK", "L"}:
        return seen
    try:
        converted = ImageCms.profileToProfile(
            seen,
            ImageCms.ImageCmsProfile(BytesIO(profile)),
            ImageCms.createProfile("sRGB"),
            outputMode="RGB",
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return seen
    return converted or seen


# What is kept ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Rendition:
    """One size of a picture in one format."""

    name: str
    width: int
    mime: str

    @property
    def url(self) -> str:
        return f"{settings.MEDIA_URL}{self.name}"


def plain_format(image: Image.Image) -> tuple[str, str, dict[str, Any]]:
    """The format that every program knows: PNG with holes in it, JPEG without."""
    if image.mode == "RGBA":
        return "png", "PNG", {"optimize": True}
    return "jpg", "JPEG", {"quality": 84, "progressive": True, "optimize": True}


def widths_of(width: int) -> list[int]:
    """The widths in which a picture of this width is offered, besides its own."""
    return [smaller for smaller in WIDTHS if smaller < width]


def store(image: Image.Image, name: str) -> None:
    """Write the picture and its renditions under names that follow from `name`."""
    plain = plain_format(image)
    save(image, f"{name}.{plain[0]}", plain[1], plain[2])
    for width in widths_of(image.width) or [image.width]:
        height = max(1, round(image.height * width / image.width))
        sized = image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=2.0)
        for suffix, kind, options in (*MODERN, plain):
            save(sized, f"{name}-{width}.{suffix}", kind, options)


def save(image: Image.Image, name: str, kind: str, options: dict[str, Any]) -> None:
    """Encode a picture into the storage."""
    octets = BytesIO()
    image.save(octets, kind, **options)
    default_storage.save(name, ContentFile(octets.getvalue()))


def renditions(picture: Picture) -> Iterator[Rendition]:
    """Every file that was made of this picture besides its own; no look at the disk."""
    return renditions_of(str(picture.file.name), picture.width)


def renditions_of(name: str, width: int) -> Iterator[Rendition]:
    """The renditions of a picture of this name and width."""
    stem, _dot, suffix = name.rpartition(".")
    plain = {"jpg": "image/jpeg", "png": "image/png"}.get(suffix, f"image/{suffix}")
    for kind, mime in (("avif", "image/avif"), ("webp", "image/webp"), (suffix, plain)):
        for smaller in widths_of(width) or [width]:
            yield Rendition(name=f"{stem}-{smaller}.{kind}", width=smaller, mime=mime)


def markup(
    name: str, *, width: int, height: int, alternative: str, sizes: str = SIZES, eager: bool = False
) -> SafeString:
    """A `<picture>` with AVIF, WebP and a format that every browser knows.

    Lazy, unless `eager` (above the fold); width and height are there, so that the page does
    not jump.
    """
    offers = {
        mime: ", ".join(f"{one.url} {one.width}w" for one in group)
        for mime, group in groupby(renditions_of(name, width), key=lambda one: one.mime)
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
        f"{settings.MEDIA_URL}{name}",
        plain[1],
        sizes,
        alternative,
        width,
        height,
        "eager" if eager else "lazy",
    )
