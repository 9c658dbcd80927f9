"""The picture that goes with a shared link: the title on paper, with the thread below it."""

from io import BytesIO
from pathlib import Path

from django.conf import settings
from PIL import Image, ImageDraw, ImageFont

SIZE = (1200, 630)
MARGIN = 80
# The colours of the light palette (static/css/tokens.css).
PAPER, INK, SOFT, THREAD = "#fbf8f2", "#241d17", "#51473d", "#a8243c"
FONT = Path(settings.BASE_DIR) / "static/fonts/atkinson-hyperlegible-next-latin-wght-normal.woff2"
SIZES = (84, 72, 60, 50)
MOST_LINES = 5


def letters(size: int, weight: int) -> ImageFont.FreeTypeFont:
    """The letter of the site in this size and weight."""
    font = ImageFont.truetype(str(FONT), size)
    font.set_variation_by_axes([weight])
    return font


def lines_of(title: str, font: ImageFont.FreeTypeFont) -> list[str]:
    """The title in lines that fit."""
    lines = [""]
    for word in title.split():
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= SIZE[0] - 2 * MARGIN or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def draw(title: str, site: str) -> bytes:
    """Draw the picture; the longer the title, the smaller its letter. Returns a PNG."""
    image = Image.new("RGB", SIZE, PAPER)
    pen = ImageDraw.Draw(image)
    for size in SIZES:
        font = letters(size, 720)
        lines = lines_of(title, font)
        if len(lines) * size * 1.15 < 380:
            break
    if len(lines) > MOST_LINES:
        lines = [*lines[: MOST_LINES - 1], f"{lines[MOST_LINES - 1]}…"]
    for number, line in enumerate(lines):
        pen.text((MARGIN, MARGIN + number * size * 1.15), line, fill=INK, font=font)
    ground = SIZE[1] - 100
    pen.text((MARGIN, ground - 22), site, fill=SOFT, font=letters(34, 600))
    end = MARGIN + letters(34, 600).getlength(site) + 40
    pen.line([(end, ground), (SIZE[0] - MARGIN - 16, ground)], fill=THREAD, width=8)
    x, y = SIZE[0] - MARGIN - 16, ground
    pen.ellipse([(x - 18, y - 18), (x + 18, y + 18)], fill=THREAD)
    octets = BytesIO()
    image.quantize(32).save(octets, "PNG", optimize=True)
    return octets.getvalue()
