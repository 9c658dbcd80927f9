"""The texts of the demo's action days. What is not known is left out or said."""

from typing import Any

SERIES = {
    "title": "Aan de slag met alternatieven",
    "introduction": (
        "<p>In oktober 2022 was de eerste “Wat als…”-actiedag. Daarna volgden er zeven. "
        "Eerst ging het over alternatieven voor <em>jeugdbescherming</em>. Halverwege werd dat "
        "<em>jeugdzorg</em>: het gaat om meer.</p>"
        "<p>Samen brachten de dagen twaalf oorzaken en negen richtingen. "
        "Welke dag precies wat bracht, is niet altijd vastgelegd.</p>"
    ),
}

QUESTIONS = (
    ("ouders-vragen-om-hulp", "Wat als ouders gewoon om hulp kunnen vragen?"),
    ("iedereen-vraagt-om-hulp", "Wat als iedereen gewoon om hulp kan vragen?"),
)
BOTH = tuple(slug for slug, _question in QUESTIONS)
PROTECTION = "Aan de slag met alternatieven voor jeugdbescherming"
CARE = "Aan de slag met alternatieven voor jeugdzorg"
UTRECHT = {"town": "Utrecht", "province": "Utrecht", "is_online": True}
WHAT_IF = ("Wat als…",)

HELD: dict[str, dict[str, Any]] = {
    "alternatieven-lab-ulft": {
        "kind": "lab",
        "title": "Alternatieven-lab in Ulft",
        "starts_at": "2018-11-21T00:00",
        "ends_at": "2018-11-21T23:59",
        "precision": "day",
        "place": "DRU Industriepark",
        "town": "Ulft",
        "province": "Gelderland",
        "turnout": "ongeveer 100 mensen",
        "organised_by": "Stichting Beroepseer",
        "summary": "Na de lunch vijf dialoogtafels over het manifest “Écht doen wat nodig is”.",
        "brought": "Vijf tafels over het manifest. Eén tafel vroeg om een korte versie voor "
        "kinderen: de tekst was te moeilijk.",
        "programme": "<p>Na de lunch zat iedereen anderhalf uur aan een van de vijf "
        "dialoogtafels. Aan elke tafel lagen twee van de vijf punten van het manifest.</p>",
        "report": "<p>Ongeveer honderd mensen kwamen naar het DRU Industriepark in Ulft. "
        "Vijf organisaties ontvingen hen ieder aan een eigen tafel.</p>"
        "<p>Eén tafel zei dat de tekst van het manifest te moeilijk is voor kinderen. "
        "Die tafel vroeg om een korte versie.</p>"
        "<p><em>Welke twee punten bij welke tafel lagen, is niet vastgelegd. De verdeling op "
        "deze pagina is een voorbeeld.</em></p>",
        "report_published_at": "2018-11-21T23:59",
        "themes": ("Toekomstvisie Jeugd",),
    },
    "landelijke-bijeenkomst-2021": {
        "kind": "national",
        "title": "Landelijke bijeenkomst over de analyse in zes punten",
        "starts_at": "2021-11-11T00:00",
        "ends_at": "2021-11-11T23:59",
        "precision": "day",
        "summary": "Een gesprek met het hele land over wat er misgaat in de jeugdzorg.",
        "brought": "De analyse in zes punten is besproken.",
        "themes": ("Toekomstvisie Jeugd",),
    },
    "wat-als-oktober-2022": {
        "title": PROTECTION,
        "series_position": 1,
        "starts_at": "2022-10-01T00:00",
        "ends_at": "2022-10-31T23:59",
        "precision": "month",
        "summary": "De eerste “Wat als…”-actiedag.",
        "brought": "Hiermee begon de reeks. De vraag lag open op tafel.",
        "questions": BOTH[:1],
        "themes": WHAT_IF,
    },
    "vervolg-19-januari-2023": {
        "title": PROTECTION,
        "series_position": 2,
        "starts_at": "2023-01-19T00:00",
        "ends_at": "2023-01-19T23:59",
        "precision": "day",
        "summary": "De eerste vervolgdag.",
        "questions": BOTH[:1],
        "themes": WHAT_IF,
    },
    "vervolg-30-januari-2023": {
        "title": PROTECTION,
        "series_position": 3,
        "starts_at": "2023-01-30T00:00",
        "ends_at": "2023-01-30T23:59",
        "precision": "day",
        "summary": "Een tweede dag in dezelfde maand.",
        "themes": WHAT_IF,
    },
    "vervolg-februari-2023": {
        "title": PROTECTION,
        "series_position": 4,
        "starts_at": "2023-02-01T00:00",
        "ends_at": "2023-02-28T23:59",
        "precision": "month",
        "themes": WHAT_IF,
    },
    "vervolg-maart-2023": {
        "title": CARE,
        "series_position": 5,
        "starts_at": "2023-03-01T00:00",
        "ends_at": "2023-03-31T23:59",
        "precision": "month",
        "brought": "Vanaf hier staat er “jeugdzorg” in de titel. Wanneer dat precies "
        "veranderde, is niet vastgelegd.",
        "themes": WHAT_IF,
    },
    "vervolg-mei-2023": {
        "title": CARE,
        "series_position": 6,
        "starts_at": "2023-05-01T00:00",
        "ends_at": "2023-05-31T23:59",
        "precision": "month",
        "themes": WHAT_IF,
    },
    "utrecht-20-juni-2023": {
        "title": CARE,
        "series_position": 7,
        "starts_at": "2023-06-20T10:00",
        "ends_at": "2023-06-20T12:00",
        "summary": "Een ochtend in Utrecht, en online.",
        "brought": "Twee tafels: over meldingen, en over hulp vragen als professional "
        "(de verdeling is een voorbeeld).",
        "questions": BOTH,
        "themes": WHAT_IF,
        **UTRECHT,
    },
    "utrecht-13-oktober-2023": {
        "title": CARE,
        "series_position": 8,
        "starts_at": "2023-10-13T10:00",
        "ends_at": "2023-10-13T12:00",
        "summary": "Verder met de oorzaken en richtingen, in Utrecht en online.",
        "brought": "Daarna is alles op een rij gezet langs drie fronten: starten, stoppen en "
        "terugdraaien.",
        "questions": BOTH,
        "themes": WHAT_IF,
        **UTRECHT,
    },
}

AHEAD: dict[str, dict[str, Any]] = {
    "wat-als-iedereen-om-hulp-kan-vragen": {
        "title": "Wat als iedereen gewoon om hulp kan vragen?",
        "series_position": 9,
        "state": "open",
        "is_example": True,
        "weeks": 3,
        "from": "10:00",
        "until": "12:00",
        "place": "Buurthuis (voorbeeld)",
        "address": "Voorbeeldstraat 1",
        "address_after_confirmation": True,
        "places": 40,
        "online_places": 100,
        "summary": "Een ochtend aan tafel met ouders, jongeren, professionals en bestuurders. "
        "We zoeken uit wat hulp vragen moeilijk maakt. En we spreken af wie wat gaat doen.",
        "programme": "<ul><li>9.45 uur: binnenlopen, koffie en thee</li>"
        "<li>10.00 uur: welkom, wat doen we vandaag?</li>"
        "<li>10.15 uur: aan tafel</li><li>11.30 uur: wie doet wat?</li>"
        "<li>12.00 uur: einde, wie wil blijft nog even</li></ul>",
        "for_whom": "Iedereen die wil meedenken. Kom gerust samen met iemand die je vertrouwt.",
        "accessibility": "De zaal is gelijkvloers. Er is een stille plek.",
        "travel_costs": "Je reiskosten krijg je terug.",
        "contact": "rvjeugdzorg@loc.nl, 030 284 3200",
        "questions": BOTH,
        "themes": WHAT_IF,
        **UTRECHT,
    },
    "kampvuurgesprek-stoppen": {
        "kind": "campfire",
        "title": "Kampvuurgesprek: waar stoppen we mee?",
        "state": "open",
        "is_example": True,
        "weeks": 8,
        "from": "19:00",
        "until": "21:00",
        "place": "Voorbeeldboerderij",
        "town": "Arnhem",
        "province": "Gelderland",
        "places": 12,
        "summary": "Een kampvuurgesprek is een kring waarin iedereen gelijk is. Er is geen "
        "voorzitter en er wordt niets opgeschreven zonder dat jij dat goed vindt.",
        "for_whom": "Mensen met eigen ervaring, en wie wil luisteren.",
        "travel_costs": "Je reiskosten krijg je terug.",
        "contact": "rvjeugdzorg@loc.nl, 030 284 3200",
        "themes": ("Opstarten beweging & Kampvuurgesprekken", "Stoppen en afleren"),
    },
}

# name, kind, town, province: hosts of a table in Ulft. What is not known stays empty.
HOSTS = {
    "walhallab": ("WALHALLAb", "initiative", "", ""),
    "jim-aanpak": ("JIM-aanpak", "initiative", "", ""),
    "briedis": ("Briedis", "other", "", ""),
    "gemeente-oude-ijsselstreek": (
        "Gemeente Oude IJsselstreek",
        "municipality",
        "",
        "Gelderland",
    ),
    "buurtzorg-jong": ("Buurtzorg Jong", "provider", "", ""),
}
ULFT_PAIRS = {1: (1, 2), 2: (2, 3), 3: (3, 4), 4: (4, 5), 5: (5, 1)}

UNRECORDED = "Voorbeeld: op welke dag welke oorzaak op tafel kwam, is niet vastgelegd."

TABLES: dict[str, list[dict[str, Any]]] = {
    "alternatieven-lab-ulft": [
        {"title": f"Dialoogtafel van {name}", "host": name}
        for name, _kind, _town, _province in HOSTS.values()
    ],
    "wat-als-oktober-2022": [
        {
            "title": "Wat maakt hulp vragen moeilijk? (voorbeeld)",
            "opening": UNRECORDED,
            "brought": (2, 3, 6, 7),
            "led": (
                ("Er moeten gewone plekken zijn om te praten (voorbeeld)", "direction", 7),
                ("Hulp met geld eerst, de rest daarna (voorbeeld)", "action", 3),
            ),
            "became": (
                (
                    "Maak met de buurt een kaart van plekken waar je zo binnenloopt (voorbeeld)",
                    "start",
                    "Samen een kaart maken van plekken waar je zo binnenloopt (voorbeeld)",
                ),
            ),
        }
    ],
    "utrecht-20-juni-2023": [
        {"title": "Wat gebeurt er met een melding?", "opening": UNRECORDED, "brought": (4, 5, 8)},
        {"title": "Waarom vragen professionals niet?", "opening": UNRECORDED, "brought": (9, 10)},
    ],
    "wat-als-iedereen-om-hulp-kan-vragen": [
        {
            "title": "Een plek in de buurt waar niets wordt opgeschreven",
            "causes": (2, 6),
            "questions": "Waar ga jij heen als je even wilt praten?\nWat maakt die plek veilig?",
        },
        {
            "title": "Eerst uitzoeken, dan pas iets vinden",
            "causes": (4, 5),
            "questions": "Wanneer werd iets over jou opgeschreven dat niet klopte?\n"
            "Wie had je dat willen vragen?",
        },
        {
            "title": "Hulp vragen als professional",
            "causes": (9, 10),
            "questions": "Wanneer wist jij het zelf niet?\nWat hielp je toen?",
        },
    ],
}

STEPS = (
    (
        "alternatieven-lab-ulft",
        "Een korte versie van het manifest maken, voor kinderen",
        "Wie dit zou doen, is niet vastgelegd",
    ),
    (
        "utrecht-13-oktober-2023",
        "Het voorstel voor een Stopknop uitwerken (werktitel)",
        "De beweging",
    ),
)
