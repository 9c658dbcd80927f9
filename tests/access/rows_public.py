"""The pages that visitors read: home, articles, days, organisations, outcomes, search."""

from tests.access.rows import EVERYONE, MOVED, NO, Row, everyone, nobody, row

NEWS = ("Merkconceptbericht", "Merklaterbericht", "Merkwegbericht")
TALKS = ("Merkgesprek", "Merkwachtgesprek", "Merkdichtgesprek", "Merkbijdrage", "Merkwachtend")
HIDDEN_NEWS = {
    "shows": {"Merkopenbericht": EVERYONE, **nobody(*NEWS, *TALKS)},
    "proof": ("superuser", "admin:articles_article_changelist", NEWS),
}


def draft(name, words, path_of, admin, note):
    """A page that nobody finds, whose words its editors do see in the admin."""
    return row(
        name, everyone(NO), path_of, note=note, shows=nobody(words),
        proof=("superuser", admin, (words,)),
    )  # fmt: skip


ROWS = [
    row("home", everyone(), **HIDDEN_NEWS),
    row("articles:list", everyone(), **HIDDEN_NEWS),
    row("articles:feed", everyone(), **HIDDEN_NEWS),
    row("articles:series", everyone(), "merkreeks", **HIDDEN_NEWS),
    row("year", everyone(), lambda w: w.article.published_at.year, **HIDDEN_NEWS),
    row("theme", everyone(), "merkthema", **HIDDEN_NEWS),
    row("keyword", everyone(), "merkwoord", **HIDDEN_NEWS),
    draft(
        "keyword", "Merkconceptbericht", lambda w: w.secret_keyword.slug,
        "admin:articles_article_changelist", "of a draft only",
    ),
    row("articles:detail", everyone(), "merk-open-bericht", shows="Merkopentekst"),
    *(
        draft(
            address, f"Merk{name}bericht", f"merk-{name}-bericht",
            "admin:articles_article_changelist", name,
        )
        for address in ("articles:detail", "articles:picture")
        for name in ("concept", "later", "weg")
    ),
    row("articles:picture", everyone(), "merk-open-bericht"),
    row("pages:list", everyone(), shows={"Merkpagina": EVERYONE, **nobody("Merkconceptpagina")},
        proof=("superuser", "admin:movement_page_changelist", ("Merkconceptpagina",))),
    row("pages:detail", everyone(), "merkpagina", shows="Merkpagina"),
    draft("pages:detail", "Merkconceptpagina", "merkconcept",
          "admin:movement_page_changelist", "concept"),
    row("statements", everyone(),
        shows={"Merkmanifest": EVERYONE, **nobody("Merkconceptmanifest")},
        proof=("superuser", "admin:movement_statement_changelist", ("Merkconceptmanifest",))),
    row("statement", everyone(), "merkmanifest", shows="Merkmanifest"),
    draft("statement", "Merkconceptmanifest", "merkconceptmanifest",
          "admin:movement_statement_changelist", "concept"),
    row("what_ifs", everyone(), shows="Merk: wat als?"),
    row("outcomes", everyone(),
        shows={"Merkoorzaak": EVERYONE, "Merkactie": EVERYONE,
               **nobody("Merkverborgenoorzaak", "Merkverborgenrichting", "Merkverborgenactie")},
        proof=("superuser", "admin:movement_cause_changelist", ("Merkverborgenoorzaak",))),
    row("cause", everyone(), "merkoorzaak",
        shows={"Merkoorzaak": EVERYONE, **nobody("Merkverborgenrichting")},
        proof=("superuser", "admin:movement_direction_changelist", ("Merkverborgenrichting",))),
    draft("cause", "Merkverborgenoorzaak", "merkverborgen",
          "admin:movement_cause_changelist", "not public"),
    row("direction", everyone(), "merk",
        shows={"Merkrichting": EVERYONE, **nobody("Merkverborgenoorzaak")},
        proof=("superuser", "admin:movement_cause_changelist", ("Merkverborgenoorzaak",))),
    draft("direction", "Merkverborgenrichting", "merkverborgen",
          "admin:movement_direction_changelist", "not public"),
    row("action", everyone(), "merkactie",
        shows={"Toezegging van Merkorganisatie": EVERYONE,
               **nobody("Merkverborgenrichting", "Toezegging van Merkverborgenorganisatie")},
        proof=("superuser", "admin:participants_commitment_changelist",
               ("Toezegging van Merkverborgenorganisatie",))),
    draft("action", "Merkverborgenactie", "merkverborgen",
          "admin:movement_action_changelist", "not public"),
    row("participants:list", everyone(),
        shows={"Merkorganisatie": EVERYONE, **nobody("Merkverborgenorganisatie")},
        proof=("superuser", "admin:participants_organisation_changelist",
               ("Merkverborgenorganisatie",))),
    row("participants:map_data", everyone(),
        shows={"Merkorganisatie": EVERYONE, **nobody("Merkverborgenorganisatie")},
        proof=("superuser", "admin:participants_organisation_changelist",
               ("Merkverborgenorganisatie",))),
    *(
        row(name, everyone(),
            shows={"Merkorganisatie": EVERYONE, **nobody("Merkverborgenorganisatie")},
            proof=("superuser", "admin:participants_organisation_changelist",
                   ("Merkverborgenorganisatie",)))
        for name in ("participants:csv", "participants:geojson")
    ),
    row("participants:growth", everyone(), shows=nobody("Merkverborgenorganisatie"),
        proof=("superuser", "admin:participants_organisation_changelist",
               ("Merkverborgenorganisatie",))),
    row("participants:join", everyone()),
    row("participants:joined", everyone()),
    row("organisation", everyone(), "merkorganisatie", shows="Merkorganisatie"),
    draft("organisation", "Merkverborgenorganisatie", "merkverborgen",
          "admin:participants_organisation_changelist", "not public"),
    row("search", everyone(), query="?q=merk", shows=nobody(*NEWS, "Merkwachtend")),
    row("sitemap", everyone(),
        shows={"merk-open-bericht": EVERYONE,
               **nobody("merk-concept", "merk-later", "merkconcept", "gesprek")}),
    row("robots", everyone(), shows="Sitemap"),
    row("security", everyone(), shows="Contact"),
    row("newsletter", everyone(), shows="rvjeugdzorg@loc.nl"),
    Row("nieuwsbrief/<path:rest>", lambda w: "/nieuwsbrief/archief/", everyone()),
    row("alive", everyone()),
    row("ready", everyone()),
    row("media", everyone(), "beelden/0123456789abcdef0123456789abcdef.webp", shows="merkbeeld"),
    row("media", everyone(NO), "iets-anders.txt", note="anything else"),
]  # fmt: skip

DAYS = [
    row("actiondays:list", everyone(),
        shows={"Merkdag": EVERYONE, "Merkdagenreeks": EVERYONE,
               **nobody("Merkconceptdag", "Merkstraat", "merkvergadering", "Merkconceptreeks")},
        proof=("superuser", "admin:actiondays_actionday_changelist", ("Merkconceptdag",))),
    row("actiondays:feed", everyone(),
        shows={"Merkdag": EVERYONE, **nobody("Merkconceptdag", "Merkstraat", "merkvergadering")}),
    row("actiondays:calendar", everyone(),
        shows={"Merkdag": EVERYONE, **nobody("Merkconceptdag", "Merkstraat", "merkvergadering")}),
    row("actiondays:series", everyone(), "merkdagenreeks", shows="Merkdag"),
    draft("actiondays:series", "Merkconceptreeks", "merkconcept",
          "admin:actiondays_series_changelist", "of concepts only"),
    row("actiondays:detail", everyone(), "merkdag",
        shows={"Merkdag": EVERYONE, **nobody("Merkstraat", "merkvergadering", "Merkaanmelder")}),
    draft("actiondays:detail", "Merkconceptdag", "merkconceptdag",
          "admin:actiondays_actionday_changelist", "concept"),
    row("actiondays:register", everyone(), "merkdag",
        shows={"Merkdag": EVERYONE, **nobody("Merkstraat", "merkvergadering", "Merkaanmelder")}),
    draft("actiondays:register", "Merkconceptdag", "merkconceptdag",
          "admin:actiondays_actionday_changelist", "concept"),
    row("actiondays:registered", {**everyone(), "author": MOVED}, "merkdag",
        shows=nobody("Merkaanmelder")),
    draft("actiondays:registered", "Merkconceptdag", "merkconceptdag",
          "admin:actiondays_actionday_changelist", "concept"),
    row("actiondays:day_calendar", everyone(), "merkdag",
        shows={"BEGIN:VEVENT": EVERYONE, **nobody("Merkstraat", "merkvergadering")}),
    draft("actiondays:day_calendar", "Merkconceptdag", "merkconceptdag",
          "admin:actiondays_actionday_changelist", "concept"),
    row("actiondays:this_month", everyone(MOVED)),
    row(
        "actiondays:month",
        everyone(),
        lambda w: w.day.starts_at.year,
        lambda w: w.day.starts_at.month,
        shows={"Merkdag": EVERYONE, **nobody("Merkconceptdag", "Merkstraat", "merkvergadering")},
    ),
    row("actiondays:lab", everyone()),
    row("actiondays:lab_asked", everyone()),
]  # fmt: skip

PERSONAL = [
    row("personal_link", everyone(NO), "verzonnen-sleutel", note="forged"),
    row("personal_link", everyone(MOVED), lambda w: w.stop_link.rstrip("/").rsplit("/", 1)[1]),
    row("mail_stop", everyone(NO), note="without a link"),
    row("actiondays:registration", everyone(NO), note="without a link",
        shows=nobody("Merkaanmelder")),
    row("personal_link", everyone(MOVED),
        lambda w: w.day_stop_link.rstrip("/").rsplit("/", 1)[1], note="stops mail of a day"),
    row("actiondays:mail_stop", everyone(NO), note="without a link", shows=nobody("Merkdag")),
    row("actiondays:own_calendar", everyone(NO), note="without a link"),
    row("actiondays:own_export", everyone(NO), note="without a link"),
    row("participants:proposal", everyone(NO), note="without a link"),
    row("participants:request", everyone(NO), note="without a link",
        shows=nobody("Merkverzoek")),
    row("discussions:paper_code", everyone()),
    row("discussions:paper", everyone(MOVED), note="without a code"),
    row("articles:preview", everyone(NO), note="without a link", shows=nobody("Merkconcept")),
    row("discussions:report_status", everyone(NO), note="without a link",
        shows=nobody("Merkmelding")),
]  # fmt: skip
