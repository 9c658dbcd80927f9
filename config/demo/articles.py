"""Demo content of the news: seven articles, their series, keywords and links of evidence.

What is known of each is in its text. The day on which three of them first appeared is not
recorded; they stand at a day that fits their place in the story.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils.text import slugify

from articles import search_entries
from articles.models import Article, ArticleLink, ArticleSeries
from config.demo import articles_texts as texts
from movement.folding import fold
from movement.models import Action, Cause, Direction, Keyword, Theme

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
BYLINE = "Redactie Radicale vernieuwing jeugdzorg"
ORGANISATIONS = (
    "D3 (Dromen, Durven, Doen)", "Dushi Huis", "Entrea Lindenhout", "Fier", "Jarabee",
    "Jeugdbescherming Gelderland", "Jeugdbescherming Regio Amsterdam", "Jeugdbescherming west",
    "Leger des Heils Jeugdbescherming", "Levvel", "Partners voor Jeugd",
    "Samen Veilig Midden-Nederland (SAVE)", "Sterk Huis", "WIJeindhoven",
)  # fmt: skip
FRONT_WORDS = (
    "starten", "aanleren", "stoppen", "afleren", "terugdraaien", "rechtzetten",
    "kampvuurgesprekken", "Stopknop", "inventarisatie", "hulp dichtbij", "hulp met geld",
    "onderlinge steun", "kinderrechten", "IVRK", "EVRM", "feitenonderzoek", "gezamenlijke analyse",
    "tijd en ruimte", "kritische mensen", "ondertoezichtstelling", "uithuisplaatsing",
    "contact onder voorwaarden", "aannames", "lopende dossiers", "familiebanden", "excuses",
    "lessen",
)  # fmt: skip
CAMPFIRE = "Opstarten beweging & Kampvuurgesprekken"


# The two days of publication on record; of the other articles at most the year is.
RECORDED = {(2022, 3, 25), (2022, 11, 24)}
UNDATED = "<p>De dag van dit artikel is niet vastgelegd. De datum erboven is bij benadering.</p>"


@dataclass(frozen=True, kw_only=True)
class Demo:
    """One article of the demo."""

    slug: str
    title: str
    lead: str
    on: tuple[int, int, int]
    body: str
    easy_body: str = ""
    drawing: str = ""
    themes: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    place: int = 0
    sources: str = ""
    causes: tuple[int, ...] = field(default=())
    directions: tuple[int, ...] = field(default=())
    actions: tuple[str, ...] = field(default=())


ARTICLES = (
    Demo(
        slug="alternatieven-lab-ulft",
        title="Honderd mensen, vijf tafels: het Alternatieven-lab",
        lead="In Ulft zochten ongeveer honderd mensen naar iets beters dan de jeugdzorg van nu. "
        "Eén tafel zei: deze tekst is te moeilijk.",
        on=(2018, 12, 5),
        body=texts.LAB,
        easy_body=texts.LAB_EASY,
        drawing="circle",
        themes=("Toekomstvisie Jeugd", "Medezeggenschap"),
        keywords=("dialoogtafels", "manifest", "makkelijke taal", "eerste lijn", "vakmanschap"),
        sources="<p>Manifest <em>Écht doen wat nodig is</em>, Stichting Beroepseer, 2018.</p>",
    ),
    Demo(
        slug="activiteiten-in-2021",
        title="Zes punten: waar het vastloopt",
        lead="In 2021 vroegen we waar het misgaat. Het antwoord werd een analyse in zes punten, "
        "en een landelijke bijeenkomst.",
        on=(2021, 12, 14),
        body=texts.YEAR_2021,
        easy_body=texts.YEAR_2021_EASY,
        drawing="neighbourhood",
        themes=("Toekomstvisie Jeugd", "Rechten van kinderen en ouders"),
        keywords=("analyse", "landelijke bijeenkomst", "protocollen", "armoede", "toekomst"),
        place=1,
        causes=(1, 10),
    ),
    Demo(
        slug="manifest",
        title="Waar we voor staan: ons manifest",
        lead="We willen een samenleving waarin jeugdbescherming niet meer nodig is. "
        "Sinds 25 maart 2022 staat dat op papier.",
        on=(2022, 3, 25),
        body=texts.MANIFEST,
        easy_body=texts.MANIFEST_EASY,
        drawing="door",
        themes=("Toekomstvisie Jeugd", CAMPFIRE),
        keywords=("manifest", "jeugdbescherming", "luisteren", "toekomst"),
        place=2,
        directions=(1, 2),
    ),
    Demo(
        slug="start-van-de-actiedagen",
        title="De actiedagen zijn begonnen",
        lead="In oktober 2022 was de eerste actiedag. We begonnen met twee woorden: wat als?",
        on=(2022, 11, 24),
        body=texts.START,
        easy_body=texts.START_EASY,
        drawing="talk",
        themes=("Wat als…", CAMPFIRE),
        keywords=("actiedagen", "hulp vragen", "dialoogtafels", "ervaringsdeskundigen"),
        place=3,
    ),
    Demo(
        slug="wat-als-we-het-echt-anders-doen",
        title="Wat als we het echt anders doen?",
        lead="Ouders durven vaak geen hulp meer te vragen. Op de actiedagen zochten we samen uit "
        "hoe dat komt. En wat er wél helpt.",
        on=(2023, 6, 30),
        body=texts.WHAT_IF,
        easy_body=texts.WHAT_IF_EASY,
        drawing="cups",
        themes=("Wat als…", "Rechten van kinderen en ouders"),
        keywords=(
            "hulp vragen", "vertrouwen", "meldingen", "koffietafel", "buurthuis",
            "feitenonderzoek", "opleiding", "actiedagen",
        ),
        place=4,
        causes=(2, 3, 4, 5, 9),
        directions=(7, 9),
    ),
    Demo(
        slug="bestuurders-positief-tweede-groep",
        title="Bestuurders zijn positief. De tweede groep begint.",
        lead="Na twee bijeenkomsten willen bestuurders verder. Jarabee, Levvel en WIJeindhoven "
        "sluiten aan.",
        on=(2023, 11, 2),
        body=texts.EXECUTIVES,
        easy_body=texts.EXECUTIVES_EASY,
        drawing="circle",
        themes=(CAMPFIRE,),
        keywords=("Jarabee", "Levvel", "WIJeindhoven", "bestuurders", "tweede groep"),
        place=5,
        causes=(11,),
    ),
    Demo(
        slug="wat-starten-stoppen-en-draaien-we-terug",
        title="Wat starten, stoppen en draaien we terug?",
        lead="De balans van de beweging, in drie rijen. Ook nieuw: een voorstel voor een Stopknop.",
        on=(2024, 2, 8),
        body=texts.FRONTS,
        drawing="campfire",
        themes=(CAMPFIRE, "Starten en aanleren", "Stoppen en afleren",
                "Terugdraaien en rechtzetten"),
        keywords=(*ORGANISATIONS, *FRONT_WORDS),
        place=6,
        directions=(1, 5, 6),
        actions=("stopknop", "kampvuur"),
    ),
)  # fmt: skip


@transaction.atomic
def load(now: datetime) -> int:
    """Load or refresh the articles. Returns how many there are."""
    series, _made = ArticleSeries.objects.update_or_create(
        slug="van-analyse-naar-actie",
        defaults={
            "title": "Van analyse naar actie",
            "introduction": "Hoe de beweging groeide: van zes punten op papier naar wat we "
            "beginnen, waar we mee stoppen en wat we terugdraaien.",
        },
    )
    for demo in ARTICLES:
        article = write(demo, series if demo.place else None)
        link(article, demo)
        search_entries.enter(article)
    return len(ARTICLES)


def write(demo: Demo, series: ArticleSeries | None) -> Article:
    """Write one article with its themes and keywords."""
    values: dict[str, Any] = {
        "title": demo.title,
        "lead": demo.lead,
        "body": demo.body,
        "easy_body": demo.easy_body,
        "sources": demo.sources + (UNDATED if demo.on not in RECORDED else ""),
        "drawing": demo.drawing,
        "byline": BYLINE,
        "series": series,
        "series_position": demo.place,
        "state": Article.State.PUBLISHED,
        "published_at": datetime(*demo.on, 9, tzinfo=AMSTERDAM),
    }
    article, _made = Article.objects.update_or_create(slug=demo.slug, defaults=values)
    article.themes.set([theme(name) for name in demo.themes])
    article.keywords.set([keyword(name) for name in demo.keywords])
    return article


def theme(name: str) -> Theme:
    """The theme of this name; the foundation's demo normally made it."""
    found, _made = Theme.objects.get_or_create(name=name, defaults={"slug": slugify(name)})
    return found


def keyword(name: str) -> Keyword:
    """The keyword that folds like this name."""
    found, _made = Keyword.objects.get_or_create(
        folded=fold(name), defaults={"name": name, "slug": slugify(name)}
    )
    return found


def link(article: Article, demo: Demo) -> None:
    """Tie the article to what it is evidence of, as far as that was loaded."""
    for cause in Cause.objects.filter(number__in=demo.causes):
        ArticleLink.objects.get_or_create(article=article, cause=cause)
    for direction in Direction.objects.filter(number__in=demo.directions):
        ArticleLink.objects.get_or_create(article=article, direction=direction)
    for word in demo.actions:
        if action := Action.objects.filter(title__icontains=word).first():
            ArticleLink.objects.get_or_create(article=article, action=action)
