"""Demo texts: the analysis of 2021 and the manifesto of 2018, in our own words."""

from typing import Any

STATEMENTS: list[dict[str, Any]] = [
    {
        "kind": "analysis",
        "slug": "zes-punten-2021",
        "title": "Zes punten: waar het vastloopt",
        "owner": "Radicale vernieuwing jeugdzorg",
        "stated_on": "2021-11-11",
        "only_year": True,
        "body": (
            "<p>In 2021 keek de beweging naar een eenvoudige vraag: waarom helpt de hulp zo vaak"
            " niet? Uit de gesprekken kwamen zes punten. Op 11 november 2021 zijn ze besproken"
            " op een landelijke bijeenkomst.</p>"
            "<p>De zes punten gaan niet alleen over jeugdzorg. Ze gaan over hoe we met kinderen"
            " omgaan: thuis, op school, in de buurt en in de hulp.</p>"
        ),
        "short_body": (
            "<p>Waarom helpt de hulp vaak niet? Dit zijn zes redenen.</p>"
            "<ol><li>Kinderen mogen te weinig gewoon kind zijn.</li>"
            "<li>Je mag niet anders zijn.</li>"
            "<li>Grote mensen beslissen, en het gezin weet van niets.</li>"
            "<li>Niemand vraagt wat jij later wilt.</li>"
            "<li>We plakken een pleister, maar de wond blijft.</li>"
            "<li>Hulpverleners moeten regels volgen. Ook als de regel niet past.</li></ol>"
        ),
        "points": [
            (
                "Er is te weinig ruimte om kind te zijn",
                "Kinderen moeten veel: presteren, meedoen, zich gedragen. Wie dat niet lukt,"
                " krijgt al snel hulp. Terwijl spelen, vallen en opstaan erbij hoort.",
            ),
            (
                "Anders zijn mag niet",
                "Een kind dat niet past, krijgt een naam voor wat het heeft. De omgeving hoeft"
                " dan niet te veranderen.",
            ),
            (
                "Over het hoofd van gezinnen heen wordt beslist",
                "Besluiten vallen in overleggen waar het gezin niet bij zit. Of er wel bij zit,"
                " maar niet meetelt.",
            ),
            (
                "Er is weinig oog voor de toekomst van jongeren",
                "Hulp gaat over wat nu misgaat. Zelden over wie iemand wil worden, en wat daar"
                " voor nodig is.",
            ),
            (
                "We bestrijden de gevolgen, de oorzaken blijven",
                "Schulden, een te klein huis, eenzaamheid: die blijven bestaan. De hulp richt"
                " zich op wat eruit voortkomt.",
            ),
            (
                "Hulpverleners moeten protocollen volgen",
                "Een protocol is een vaste werkwijze. Het kan helpen. Maar als het altijd moet,"
                " kan iemand niet meer doen wat in dit gezin nodig is.",
            ),
        ],
    },
    {
        "kind": "manifesto",
        "slug": "echt-doen-wat-nodig-is-2018",
        "title": "Écht doen wat nodig is",
        "owner": "Stichting Beroepseer",
        "stated_on": "2018-01-01",
        "only_year": True,
        "body": (
            "<p>Dit manifest is van Stichting Beroepseer en komt uit 2018. Het is niet door onze"
            " beweging geschreven. We laten het hier zien omdat er op het Alternatieven-lab in"
            " Ulft over is gesproken. Elke tafel besprak toen twee van de vijf punten.</p>"
            "<p>Hieronder staan de vijf punten in onze eigen woorden.</p>"
        ),
        "points": [
            (
                "Gewone steun rond ouders, kinderen en jongeren",
                "Steun moet er vanzelf zijn, in het dagelijks leven. Niet pas als er een"
                " probleem op papier staat.",
            ),
            (
                "Sterke, vrije hulp in de buurt",
                "Wie als eerste helpt, moet vrij zijn om te doen wat nodig is. En moet kunnen"
                " blijven zolang het nodig is.",
            ),
            (
                "Vertrouw het vak van professionals",
                "Een goede hulpverlener kan iets. Geef die ruimte, en zie het vakwerk.",
            ),
            (
                "Geef jongeren en ouders meer te zeggen",
                "Zij weten hoe het is. Hun stem telt bij elk besluit.",
            ),
            (
                "Steek geld en tijd in vernieuwers",
                "Er zijn al mensen die het anders doen. Help hen verder, in plaats van weer"
                " iets nieuws te bedenken.",
            ),
        ],
        "suggestions": [
            (
                "Maak ook een korte versie voor kinderen. De tekst is te moeilijk.",
                "Een dialoogtafel op het Alternatieven-lab, 21 november 2018",
                "",
            ),
        ],
    },
]
