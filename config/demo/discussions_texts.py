"""The invented conversations: mild, kind, about nobody. Every topic is marked “voorbeeld”."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Said:
    """One post: who, how many days after the start, and the text."""

    name: str
    day: float
    text: str
    is_anonymous: bool = False
    is_numbered: bool = False
    note: str = ""
    answers: int = 0
    state: str = "published"
    support: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Talk:
    """One conversation."""

    board: str
    title: str
    days_ago: int
    said: tuple[Said, ...]
    mode: str = "talk"
    is_pinned: bool = False
    summary: str = ""


BOARDS: dict[str, dict[str, Any]] = {
    "om-hulp-vragen": {
        "title": "Om hulp vragen",
        "description": "Durven vragen, gehoord worden, en wat daarbij hielp.",
        "audience": "public",
        "answer_days": 14,
        "position": 1,
    },
    "wat-als": {
        "title": "Wat als…",
        "description": "Hoe kan het anders? Denk hier mee over oorzaken en oplossingen.",
        "audience": "public",
        "answer_days": 14,
        "position": 2,
    },
    "ouders-onder-elkaar": {
        "title": "Ouders onder elkaar",
        "description": "Voor ouders, grootouders en pleegouders. Alleen leden lezen mee.",
        "audience": "members",
        "position": 3,
    },
    "jong-en-meegemaakt": {
        "title": "Jong en meegemaakt",
        "description": "Voor wie als kind met jeugdzorg te maken had. Alleen leden lezen mee.",
        "audience": "members",
        "position": 4,
    },
    "terugblik": {
        "title": "Terugblik",
        "description": "Gesprekken die zijn afgerond, met wat ermee is gebeurd.",
        "audience": "public",
        "state": "read-only",
        "position": 5,
    },
}

# Name and role mark. Names of demo accounts are those accounts.
SPEAKERS: dict[str, str] = {
    "Wilg": "",
    "Opa Specht": "",
    "Kastanje": "",
    "Zeewind": "",
    "Pinda": "",
    "Regenjas": "",
    "Roodborst": "",
    "Zonnebloem": "",
    "Lentewind": "",
    "Vuurtoren": "Medewerker LOC",
    "Kersenbloesem": "Medewerker LOC",
}

TOPICS: tuple[Talk, ...] = (
    Talk(
        "om-hulp-vragen",
        "Wanneer durfde jij wél om hulp te vragen?",
        13,
        (
            Said(
                "Wilg",
                0,
                "Mijn dochter sliep slecht na de verhuizing, en ik ook. Ik wilde iemand bellen. "
                "Maar ik was bang wat er dan in een verslag zou komen.\n\n"
                "Een vrouw in het buurthuis schonk koffie in en vroeg: hoe gaat het met jóú? "
                "Toen durfde ik het te vertellen. Zij hoefde niets op te schrijven.\n\n"
                "Hoe was dat bij jullie?",
                support={"recognised": 8, "strength": 5, "thanks": 3},
            ),
            Said(
                "Zeewind",
                1,
                "Ik ging een tijd ergens anders wonen. Een jaar lang zei ik dat alles prima "
                "ging.\n\nEén begeleider belde elke week even, ook toen ze al ergens anders "
                "werkte. Bij haar durfde ik het. Niet omdat ze vroeg wat er was, maar omdat ze "
                "bleef.",
                is_anonymous=True,
                note="ergens anders gaan wonen",
                support={"recognised": 6, "strength": 9, "thanks": 2},
            ),
            Said(
                "Opa Specht",
                3,
                "Bij ons hielp het dat iemand uit de straat meeging naar het gesprek. Vier oren "
                "horen meer dan twee. En je drinkt daarna samen thee.",
                answers=1,
                support={"recognised": 4, "thanks": 6},
            ),
            Said("Regenjas", 4, "", state="withdrawn"),
            Said(
                "Vuurtoren",
                6,
                "Dank jullie wel. Drie dingen keren terug: iemand die blijft, iemand die niets "
                "opschrijft, en iemand die met je meegaat.\n\nWe nemen dit mee naar de volgende "
                "actiedag. Jullie woorden, zonder namen. Daarna vertellen we hier wat eruit "
                "kwam.",
                support={"thanks": 7},
            ),
            Said(
                "Lentewind",
                7,
                "Bij mij was het de conciërge op school. Die vroeg elke ochtend of ik al gegeten "
                "had.",
                state="held",
            ),
        ),
    ),
    Talk(
        "om-hulp-vragen",
        "Welke vraag had je willen krijgen?",
        9,
        (
            Said(
                "Vuurtoren",
                0,
                "Er worden in de jeugdzorg veel vragen gesteld. Welke vraag had jij graag "
                "gekregen, en van wie? Eén zin is genoeg.",
                support={"thanks": 3},
            ),
            Said(
                "Kastanje",
                1,
                "“Wat heb je vandaag nodig?” En dan niet over volgende maand.",
                support={"recognised": 7},
            ),
            Said(
                "Pinda",
                1,
                "“Waar word je blij van?” Niemand vroeg dat.",
                is_anonymous=True,
                support={"recognised": 5, "strength": 4},
            ),
            Said("Wilg", 2, "“Zal ik even naast je komen zitten?”", support={"recognised": 6}),
        ),
        is_pinned=True,
    ),
    Talk(
        "wat-als",
        "Wat als iedereen gewoon om hulp kan vragen?",
        30,
        (
            Said(
                "Kersenbloesem",
                0,
                "Stel: om hulp vragen is zo gewoon als de weg vragen. Wat is er dan anders in "
                "jouw straat, op school, op je werk? Schrijf het op, groot of klein.",
                support={"thanks": 2},
            ),
            Said(
                "Opa Specht",
                1,
                "Dan staat er in het buurthuis elke ochtend een tafel met koffie. Geen loket, "
                "geen formulier. Wie wil, schuift aan.",
                support={"recognised": 5, "thanks": 4},
            ),
            Said(
                "Kastanje",
                4,
                "Dan leren kinderen op school niet alleen rekenen, maar ook zeggen: ik weet het "
                "even niet. En de meester zegt het ook wel eens.",
                answers=1,
                support={"recognised": 6},
            ),
            Said(
                "Zonnebloem",
                6,
                "Dan zeggen mensen die hulp geven ook: ik weet het niet, denk je mee?",
                support={"recognised": 4, "thanks": 3},
            ),
        ),
    ),
    Talk(
        "wat-als",
        "Lijstjes die met je mee reizen",
        21,
        (
            Said(
                "Pinda",
                0,
                "In elk gesprek kwam hetzelfde lijstje op tafel. De vakjes waren al ingevuld "
                "voordat ik iets had gezegd. Wat als we zonder lijstje beginnen?",
                support={"recognised": 9, "strength": 2},
            ),
            Said(
                "Roodborst",
                2,
                "Bij ons legde iemand het papier omgekeerd op tafel en zei: vertel eerst maar. "
                "Dat maakte echt verschil.",
                support={"thanks": 5},
            ),
            Said(
                "Kersenbloesem",
                5,
                "Dit past precies bij een oorzaak die op de actiedagen is genoemd. We hebben "
                "jullie berichten eraan verbonden, zodat wie de oorzaken leest ook jullie leest.",
                support={"thanks": 4},
            ),
        ),
    ),
    Talk(
        "wat-als",
        "Kampvuur: waar kreeg jij moed van?",
        16,
        (
            Said(
                "Vuurtoren",
                0,
                "Een kampvuur is een gesprek in rondes. Iedereen spreekt één keer, de anderen "
                "luisteren. De vraag van deze ronde: waar kreeg jij moed van?",
            ),
            Said("Wilg", 1, "Van iemand die zei: je bent geen dossier."),
            Said("Opa Specht", 2, "Van de eerste lach van mijn kleinkind na een lange winter."),
            Said("Zeewind", 2, "Van muziek. Hard, met de deur dicht.", is_anonymous=True),
        ),
        mode="campfire",
    ),
    Talk(
        "ouders-onder-elkaar",
        "Hoe bereid je een groot gesprek voor?",
        11,
        (
            Said(
                "Roodborst",
                0,
                "Volgende week zitten er zes mensen aan tafel en ik ben er één van. Hoe zorgen "
                "jullie dat je zegt wat je wilde zeggen?",
                is_anonymous=True,
                is_numbered=True,
                support={"recognised": 6, "strength": 7},
            ),
            Said(
                "Wilg",
                1,
                "Ik schrijf drie zinnen op een kaartje:\n\n- wat gaat goed\n- wat is moeilijk\n"
                "- wat vraag ik\n\nDat kaartje ligt voor me. Ik mag ervan voorlezen.",
                support={"thanks": 8},
            ),
            Said(
                "Roodborst",
                2,
                "Dat ga ik doen. Dank je wel.",
                is_anonymous=True,
                is_numbered=True,
                answers=2,
            ),
        ),
    ),
    Talk(
        "jong-en-meegemaakt",
        "Luisteren: wat mogen mensen in de zorg van ons leren?",
        8,
        (
            Said(
                "Kastanje",
                0,
                "Hier praten wij. Wie in de zorg werkt mag meelezen, en wacht even met antwoorden. "
                "Ik begin: leer eerst mijn hond kennen. Dan mij.",
                support={"recognised": 5, "thanks": 2},
            ),
            Said(
                "Pinda",
                1,
                "Zeg het als je weggaat. Ook als je het moeilijk vindt.",
                support={"recognised": 8, "strength": 3},
            ),
        ),
        mode="listen",
    ),
    Talk(
        "terugblik",
        "Terugblik: een korte versie van het manifest",
        60,
        (
            Said(
                "Kersenbloesem",
                0,
                "Aan een tafel werd gevraagd om een korte versie voor kinderen. De tekst was te "
                "moeilijk. Wat moet er zeker in blijven?",
            ),
            Said(
                "Zonnebloem", 2, "Dat ouders en kinderen zelf meepraten.", support={"recognised": 4}
            ),
            Said(
                "Pinda",
                3,
                "En geen woord met meer dan drie lettergrepen.",
                support={"recognised": 6, "thanks": 1},
            ),
            Said(
                "Kersenbloesem",
                9,
                "Afgesproken. De korte versie staat nu bij het manifest.",
                support={"thanks": 6},
            ),
        ),
        summary="Gevraagd: meepraten erin houden, en korte woorden. De korte versie staat nu bij "
        "het manifest.",
    ),
)

# Title of the conversation, place of the post, kind and number of what it fits.
LINKS: tuple[tuple[str, int, str, int], ...] = (
    ("Wanneer durfde jij wél om hulp te vragen?", 1, "cause", 2),
    ("Wanneer durfde jij wél om hulp te vragen?", 3, "direction", 6),
    ("Wat als iedereen gewoon om hulp kan vragen?", 2, "direction", 7),
    ("Wat als iedereen gewoon om hulp kan vragen?", 3, "direction", 8),
    ("Lijstjes die met je mee reizen", 1, "cause", 7),
)
