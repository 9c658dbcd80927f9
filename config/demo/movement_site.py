"""Demo texts: the site itself, help lines, house rules, themes."""

from datetime import date
from typing import Any

SETTINGS = {
    "name": "Radicale vernieuwing jeugdzorg",
    "description": (
        "Jongeren, ouders, professionals en bestuurders werken samen aan hulp die echt anders is."
        " Lees, doe mee en zie wat er met je verhaal gebeurt."
    ),
    "hero_title": "Hulp aan kinderen en gezinnen moet echt anders",
    "hero_text": (
        "Wij zijn jongeren, ouders, grootouders, mensen met ervaring, professionals en"
        " bestuurders. Samen werken we aan een samenleving waarin jeugdbescherming niet meer"
        " nodig is."
    ),
    "contact_email": "rvjeugdzorg@loc.nl",
    "contact_phone": "030 284 3200",
    "usual_wait": "binnen een werkdag",
}

CHECKED = date(2026, 11, 2)
HELP_LINES: list[dict[str, Any]] = [
    {
        "name": "Alarmnummer",
        "occasion": "Ben je nu in gevaar?",
        "number": "112",
        "website": "https://www.112.nl/",
        "for_distress": True,
        "checked_on": CHECKED,
    },
    {
        "name": "113 Zelfmoordpreventie",
        "occasion": "Denk je aan zelfmoord?",
        "number": "113",
        "other_number": "0800-0113",
        "website": "https://www.113.nl/",
        "for_distress": True,
        "checked_on": CHECKED,
    },
    {
        "name": "Kindertelefoon",
        "occasion": "Ben je onder de 18 en wil je praten?",
        "number": "0800-0432",
        "website": "https://www.kindertelefoon.nl/",
        "for_distress": True,
        "checked_on": CHECKED,
    },
    {
        "name": "Veilig Thuis",
        "occasion": "Is het thuis niet veilig?",
        "number": "0800-2000",
        "website": "https://veiligthuis.nl/",
        "for_distress": True,
        "checked_on": CHECKED,
    },
    {
        "name": "Jeugdstem",
        "occasion": "Krijg je jeugdhulp en wil je weten wat jouw rechten zijn?",
        "number": "088-555 1000",
        "website": "https://jeugdstem.nl/",
        "checked_on": CHECKED,
    },
    {
        "name": "De Luisterlijn",
        "occasion": "Wil je je verhaal kwijt, dag of nacht?",
        "number": "088-0767 000",
        "website": "https://www.deluisterlijn.nl/",
        "for_distress": True,
        "in_footer": False,
        "checked_on": CHECKED,
    },
    {
        "name": "Slachtofferhulp",
        "occasion": "Heb je iets ergs meegemaakt?",
        "number": "0900-0101",
        "website": "https://www.slachtofferhulp.nl/",
        "in_footer": False,
        "checked_on": CHECKED,
    },
]

HOUSE_RULES = [
    (
        "Maak niemand herkenbaar",
        "Schrijf geen namen, adressen, scholen of zaaknummers op. Ook niet van iemand die jou"
        " kwaad deed. Zo blijft iedereen veilig, ook de kinderen van nu die later groot zijn.",
    ),
    (
        "Spreek over wat je meemaakte, niet over wie iemand is",
        "Je mag boos zijn. Je mag zeggen dat het fout ging. Scheld niemand uit en doe niemand"
        " klein.",
    ),
    (
        "Geloof wat een ander meemaakte",
        "Ook als het bij jou anders ging. Stel vragen als je iets niet begrijpt. Zeg niet dat"
        " een ander het verkeerd voelt.",
    ),
    (
        "Geef geen bevelen",
        "Vertel wat jou hielp. De ander kiest zelf wat past.",
    ),
    (
        "Bedreig niemand en zet niet aan tot geweld",
        "Een bericht dat iemand bedreigt, halen we meteen weg. Bij direct gevaar bellen we de"
        " politie.",
    ),
    (
        "Zet hier niets neer van een ander",
        "Geen brieven, rapporten, foto's of berichten van iemand anders. Ook niet als ze over"
        " jou gaan: er staan vaak namen in.",
    ),
    (
        "Maak geen reclame",
        "Praat-mee is er om ervaringen te delen. Het is geen plek om iets te verkopen of om"
        " mensen voor iets te werven.",
    ),
]

THEMES = [
    (
        "Opstarten beweging & Kampvuurgesprekken",
        "<p>Hoe is de beweging begonnen, en wie doen er mee? Bij een kampvuurgesprek zitten"
        " mensen in een kring. Iedereen is gelijk. Daar begint het luisteren.</p>",
    ),
    (
        "Wat als…",
        "<p>Wat als ouders gewoon om hulp kunnen vragen? Met zo'n vraag beginnen onze"
        " actiedagen. Daarna zoeken we samen uit wat er nu in de weg staat.</p>",
    ),
    (
        "Starten en aanleren",
        "<p>Wat gaan we voortaan wél doen? Over hulp dicht bij huis, samen beslissen en tijd om"
        " iemand te leren kennen.</p>",
    ),
    (
        "Stoppen en afleren",
        "<p>Waar stoppen we mee? Iets nieuws beginnen is niet genoeg. Wat schade doet, moet"
        " ophouden.</p>",
    ),
    (
        "Terugdraaien en rechtzetten",
        "<p>Wat ging er mis, en hoe maken we dat goed? Over dossiers opnieuw bekijken, families"
        " bij elkaar brengen en schade erkennen.</p>",
    ),
    (
        "Rechten van kinderen en ouders",
        "<p>Kinderen en ouders hebben rechten. Die staan in verdragen: het Kinderrechtenverdrag"
        " en het Europees Verdrag voor de Rechten van de Mens. Wat betekenen die in het gewone"
        " leven?</p>",
    ),
    (
        "Toekomstvisie Jeugd",
        "<p>Hoe ziet een land eruit waarin jeugdbescherming niet meer nodig is? Hier staat waar"
        " we naartoe willen.</p>",
    ),
    (
        "Medezeggenschap",
        "<p>Jongeren en ouders praten en beslissen mee over de hulp. Niet af en toe, maar"
        " altijd. Over cliëntenraden, jongerenraden en gewoon aan tafel.</p>",
    ),
]
