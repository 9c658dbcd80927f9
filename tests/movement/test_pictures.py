"""Pictures that come in: only what is seen is kept (S25)."""

import struct
import zlib
from io import BytesIO

import pytest
from django.conf import settings
from django.core.files.storage import default_storage
from PIL import Image

from movement.models import Picture
from movement.pictures import RefusedPicture, decoded, discard, renditions, take_in
from tests.factories import image_file, picture

pytestmark = pytest.mark.django_db

SECRETS = (
    b"GPSInfo",
    b"Exif\x00\x00",
    b"geheim",
    b"xmpmeta",
    b"Photoshop",
    b"ICC_PROFILE",
    b"52.0907",
)


def with_everything():
    """A JPEG with a place, a moment, a maker, a comment, XMP, IPTC and a text behind its end."""
    exif = Image.Exif()
    exif[0x010F] = "geheim merk"
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (52.0, 5.0, 26.0)
    file = image_file(
        size=(600, 300), exif=exif, comment=b"geheim: 52.0907", xmp=b"<x:xmpmeta>geheim</x:xmpmeta>"
    )
    octets = file.getvalue()
    iptc = b"Photoshop 3.0\x008BIMgeheim"
    segment = b"\xff\xed" + struct.pack(">H", len(iptc) + 2) + iptc
    return BytesIO(octets[:2] + segment + octets[2:] + b"<script>geheim</script>PK\x03\x04")


def files_of(picture):
    names = [picture.file.name, *(one.name for one in renditions(picture))]
    return {name: octets_in(name) for name in names}


def octets_in(name):
    with default_storage.open(name) as file:
        return file.read()


def test_nothing_of_the_file_is_kept_but_what_is_seen():
    taken = take_in(with_everything(), title="geheim.jpg", alternative="Twee bomen")
    for name, octets in files_of(taken).items():
        assert not any(secret in octets for secret in SECRETS), name
        assert "geheim" not in name
        with Image.open(BytesIO(octets)) as kept:
            assert not kept.getexif()
            assert not {"icc_profile", "comment", "xmp", "exif", "photoshop"} & set(kept.info)


def test_a_picture_that_lay_on_its_side_stands_upright():
    taken = take_in(with_everything(), title="x", alternative="y")
    assert (taken.width, taken.height) == (300, 600)


@pytest.mark.parametrize(
    ("kind", "mode", "suffix"),
    [
        ("JPEG", "RGB", "jpg"), ("JPEG", "CMYK", "jpg"), ("JPEG", "L", "jpg"),
        ("PNG", "RGB", "jpg"), ("PNG", "P", "jpg"), ("PNG", "I;16", "jpg"), ("PNG", "1", "jpg"),
        ("WEBP", "RGB", "jpg"), ("AVIF", "RGB", "jpg"), ("GIF", "P", "jpg"),
    ],
)  # fmt: skip
def test_pictures_of_every_kind_come_in(kind, mode, suffix):
    octets = BytesIO()
    grey = Image.effect_noise((700, 500), 40)
    (Image.new("I;16", (700, 500), 30000) if mode == "I;16" else grey.convert(mode)).save(
        octets, kind
    )
    octets.seek(0)
    taken = take_in(octets, title="x", alternative="y")
    assert taken.file.name.endswith(suffix)
    assert (taken.width, taken.height) == (700, 500)
    for name, kept in files_of(taken).items():
        Image.open(BytesIO(kept)).load()
        assert name.rpartition(".")[2] in {"avif", "webp", "jpg"}


def test_holes_stay_holes():
    octets = BytesIO()
    Image.new("RGBA", (500, 300), (200, 0, 0, 0)).save(octets, "PNG")
    octets.seek(0)
    taken = take_in(octets, title="x", alternative="y")
    assert taken.file.name.endswith(".png")
    assert Image.open(BytesIO(files_of(taken)[taken.file.name])).mode == "RGBA"


def test_of_a_moving_picture_the_first_moment_is_kept():
    frames = [Image.new("RGB", (64, 64), colour) for colour in ("red", "blue", "green")]
    octets = BytesIO()
    frames[0].save(octets, "GIF", save_all=True, append_images=frames[1:])
    image = decoded(octets.getvalue())
    red, green, blue = image.getpixel((10, 10))
    assert red > 200
    assert max(green, blue) < 50


def png_of_size(width, height):
    """The head of a PNG that claims to be huge, in a few bytes."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)

    def chunk(kind, body):
        return (
            struct.pack(">I", len(body)) + kind + body
            + struct.pack(">I", zlib.crc32(kind + body))
        )  # fmt: skip

    body = zlib.compress(b"\0" * 100_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def hostile():
    whole = image_file().getvalue()
    yield "empty", b""
    yield "text", b"geen afbeelding"
    yield "svg", b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"></svg>'
    yield "html", b"<!doctype html><script>alert(1)</script>"
    yield "pdf", b"%PDF-1.7 geen afbeelding"
    yield "truncated", whole[: len(whole) // 2]
    yield "head only", whole[:40]
    yield "gif that begins like a script", b"GIF89a/*" + b"\0" * 40 + b"*/=1;alert(1)"
    yield "bomb of dots", png_of_size(60_000, 60_000)
    yield "just too many dots", png_of_size(5_001, 5_000)
    yield "cut png", png_of_size(100, 100)[:60]
    octets = BytesIO()
    Image.new("RGB", (8, 8)).save(octets, "BMP")
    yield "another kind", octets.getvalue()
    octets = BytesIO()
    Image.new("RGB", (8, 8)).save(octets, "TIFF")
    yield "tiff named jpg", octets.getvalue()
    yield "too many bytes", whole + b"\0" * settings.PICTURE_MAX_BYTES


@pytest.mark.parametrize(("name", "octets"), list(hostile()), ids=lambda value: str(value)[:30])
def test_what_is_no_picture_of_ours_is_refused_in_words(name, octets):
    file = BytesIO(octets)
    file.name = "foto.jpg"
    with pytest.raises(RefusedPicture) as refused:
        take_in(file, title="x", alternative="y")
    assert refused.value.messages[0].endswith(".")
    assert not Picture.objects.exists()


def test_a_picture_is_described_or_decorative():
    with pytest.raises(RefusedPicture):
        take_in(image_file(), title="x")
    assert take_in(image_file(), title="x", is_decorative=True).alternative == ""


def test_the_door_serves_pictures_with_a_closed_policy_and_nothing_else(visitor):
    taken = picture()
    response = visitor.get(taken.file.url)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "image/jpeg"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert response.headers["Cache-Control"].startswith("public")
    b"".join(response.streaming_content)
    response.close()
    default_storage.save("export/geheim.zip", BytesIO(b"geheim"))
    for name in ("export/geheim.zip", "beelden/../export/geheim.zip", "beelden/", "beelden/x.svg"):
        assert visitor.get(f"/media/{name}").status_code == 404


def test_a_discarded_picture_leaves_no_file(django_capture_on_commit_callbacks):
    taken = picture()
    names = list(files_of(taken))
    with django_capture_on_commit_callbacks(execute=True):
        discard(taken)
    assert not any(default_storage.exists(name) for name in names)
