"""Bulk people, organisations, articles and days."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from random import Random

from allauth.account.models import EmailAddress
from django.utils.text import slugify

from actiondays.models import ActionDay
from articles.models import Article, ArticleKeyword
from config.population.texts import SUBJECTS, Writer
from movement.folding import fold
from movement.models import Keyword, Theme
from participants import gazetteer
from participants.models import Cohort, Organisation, Participation, Person

ADDRESSES = "bulk.example.org"
BATCH = 2000


def add_people(count: int, *, now: datetime) -> Sequence[Person]:
    """Add members with a confirmed address and no password. Returns all bulk members."""
    bulk = Person.objects.filter(email__endswith=f"@{ADDRESSES}").order_by("pk")
    first = bulk.count() + 1
    people = [
        Person(
            email=f"mens{number}@{ADDRESSES}",
            pseudonym=f"Mens {number}",
            folded_pseudonym=fold(f"Mens {number}"),
            password="!",
            is_trusted=True,
            joined_at=now - timedelta(days=400),
        )
        for number in range(first, first + count)
    ]
    Person.objects.bulk_create(people, batch_size=BATCH)
    EmailAddress.objects.bulk_create(
        (EmailAddress(user=p, email=p.email, verified=True, primary=True) for p in people),
        batch_size=BATCH,
    )
    return list(bulk)


def add_organisations(count: int, *, writer: Writer) -> None:
    """Add example organisations, spread over the country, each taking part."""
    chance = writer.chance
    cohorts = list(Cohort.objects.all()) or [
        Cohort.objects.create(number=1, name="Eerste groep", slug="eerste-groep")
    ]
    towns = gazetteer.names()
    first = Organisation.objects.filter(slug__startswith="bulk-").count() + 1
    organisations = []
    for number in range(first, first + count):
        place = gazetteer.find(chance.choice(towns))
        organisations.append(
            Organisation(
                name=f"Voorbeeldorganisatie {number}",
                slug=f"bulk-{number}",
                kind=chance.choice(Organisation.Kind.values),
                town=place.name,
                province=place.province,
                latitude=place.latitude,
                longitude=place.longitude,
                is_nationwide=chance.random() < 0.05,
                own_words=writer.paragraph(2),
                is_example=True,
            )
        )
    Organisation.objects.bulk_create(organisations, batch_size=BATCH)
    Participation.objects.bulk_create(
        Participation(organisation=organisation, cohort=chance.choice(cohorts))
        for organisation in organisations
    )
    _spread(Organisation.themes.through, "organisation_id", organisations, chance)


def add_articles(count: int, *, writer: Writer, now: datetime) -> None:
    """Add published articles over the past years, with themes and keywords."""
    chance = writer.chance
    first = Article.objects.filter(slug__startswith="bulk-").count() + 1
    articles = []
    for number in range(first, first + count):
        published_at = now - timedelta(hours=12 * number)
        articles.append(
            Article(
                title=writer.title(number),
                slug=f"bulk-{number}",
                lead=writer.paragraph(2),
                body=writer.article(),
                easy_body=writer.article(3) if chance.random() < 0.5 else "",
                byline="Redactie (voorbeeld)",
                state=Article.State.PUBLISHED,
                published_at=published_at,
            )
        )
    Article.objects.bulk_create(articles, batch_size=500)
    _spread(Article.themes.through, "article_id", articles, chance)
    keywords = _keywords()
    ArticleKeyword.objects.bulk_create(
        ArticleKeyword(content_object=article, tag=keyword)
        for article in articles
        for keyword in chance.sample(keywords, k=min(3, len(keywords)))
    )


def add_days(count: int, *, writer: Writer, now: datetime) -> None:
    """Add days, one a week, of which one in twenty is still to come."""
    chance = writer.chance
    first = ActionDay.objects.filter(slug__startswith="bulk-").count() + 1
    towns = gazetteer.names()
    days = []
    for number in range(first, first + count):
        start = now + timedelta(weeks=max(1, count // 20) - number + first - 1, hours=10)
        place = gazetteer.find(chance.choice(towns))
        days.append(
            ActionDay(
                title=f"Wat als… {chance.choice(SUBJECTS)} ({number})",
                slug=f"bulk-{number}",
                summary=writer.paragraph(2),
                state=ActionDay.State.OPEN if start > now else ActionDay.State.CLOSED,
                starts_at=start,
                ends_at=start + timedelta(hours=2),
                place="Buurthuis (voorbeeld)",
                town=place.name,
                province=place.province,
                introduction=writer.article(2),
                places=60,
            )
        )
    ActionDay.objects.bulk_create(days, batch_size=500)
    _spread(ActionDay.themes.through, "actionday_id", days, chance)


def _keywords() -> list[Keyword]:
    """Return the keywords there are, with those of the bulk data made when they miss."""
    Keyword.objects.bulk_create(
        [Keyword(name=name, slug=slugify(name), folded=fold(name)) for name in SUBJECTS],
        ignore_conflicts=True,
    )
    return list(Keyword.objects.standing().order_by("pk"))


def _spread(through: type, column: str, rows: Sequence, chance: Random) -> None:  # type: ignore[type-arg]
    """Give each row one theme or two."""
    themes = list(Theme.objects.order_by("pk").values_list("pk", flat=True))
    if not themes:
        return
    through.objects.bulk_create(  # type: ignore[attr-defined]
        (
            through(**{column: row.pk, "theme_id": theme})
            for row in rows
            for theme in chance.sample(themes, k=min(len(themes), chance.randint(1, 2)))
        ),
        batch_size=BATCH,
    )
