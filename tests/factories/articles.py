"""Articles and what belongs to them, with good defaults."""

from datetime import timedelta
from io import BytesIO
from itertools import count

from django.utils import timezone
from django.utils.text import slugify

_numbers = count(1)


def theme(name="", **facts):
    from movement.models import Theme

    name = name or f"Thema {next(_numbers)}"
    return Theme.objects.create(**{"name": name, "slug": slugify(name)} | facts)


def keyword(name="", **facts):
    from movement.models import Keyword

    name = name or f"trefwoord {next(_numbers)}"
    return Keyword.objects.create(**{"name": name, "slug": slugify(name)} | facts)


def article(*, themes=(), keywords=(), **facts):
    """A published article, findable, with whatever is given."""
    from articles import search_entries
    from articles.models import Article

    number = next(_numbers)
    defaults = {
        "title": f"Artikel {number}",
        "slug": f"artikel-{number}",
        "lead": "Waar dit over gaat.",
        "body": "<p>Een tekst over hulp.</p>",
        "state": "published",
        "published_at": timezone.now() - timedelta(days=1),
    }
    made = Article.objects.create(**defaults | facts)
    made.themes.set(themes)
    made.keywords.set(keywords)
    search_entries.enter(made)
    return made


def article_series(**facts):
    from articles.models import ArticleSeries

    number = next(_numbers)
    return ArticleSeries.objects.create(
        **{"title": f"Reeks {number}", "slug": f"reeks-{number}"} | facts
    )


def image_file(kind="JPEG", size=(640, 360), *, mode="RGB", name="foto.jpg", **options):
    """The bytes of a picture as a file that can be uploaded."""
    from PIL import Image

    octets = BytesIO()
    Image.effect_noise(size, 40).convert(mode).save(octets, kind, **options)
    octets.name = name
    octets.seek(0)
    return octets


def picture(**facts):
    from movement.pictures import take_in

    return take_in(image_file(), **{"title": "Foto", "alternative": "Twee bomen"} | facts)
