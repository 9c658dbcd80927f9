"""Demo texts: what-if questions, causes, directions and actions, with the links between them."""

from typing import Any

# address, question, introduction
WHAT_IFS = [
    (
        "ouders-vragen-om-hulp",
        "Wat als ouders gewoon om hulp kunnen vragen?",
        "Veel ouders zijn bang. Als ik zeg dat het niet gaat, wat gebeurt er dan met mijn"
        " kinderen? Op de actiedagen zochten we uit waar die angst vandaan komt.",
    ),
    (
        "iedereen-vraagt-om-hulp",
        "Wat als iedereen gewoon om hulp kan vragen?",
        "Niet alleen ouders durven niet. Professionals en bestuurders ook niet. Zij horen het"
        " antwoord te weten. Wat verandert er als ook zij mogen zeggen: ik weet het niet?",
    ),
]
PARENTS, EVERYBODY = 1, 2

# title, short title, explanation, what-if questions
CAUSES: list[tuple[str, str, str, tuple[int, ...]]] = [
    (
        "Er is geen oog voor wat een kind echt in de weg zit",
        "Geen oog voor wat echt hindert",
        "<p>Een kind gaat niet naar school. Dan komt er hulp om weer naar school te gaan. Maar"
        " niemand vraagt waarom het niet gaat. Soms is dat iets heel anders: ruzie thuis, geen"
        " geld voor eten, of een klas waar niemand je mag.</p>",
        (PARENTS,),
    ),
    (
        "Ouders kunnen niet zonder angst om hulp vragen",
        "Angst om hulp te vragen",
        "<p>Wie om hulp vraagt, laat zien dat het niet lukt. Ouders zijn bang dat dit tegen hen"
        " gebruikt wordt. Dus wachten ze. Tot het zo erg is dat een ander de hulp inroept.</p>",
        (PARENTS, EVERYBODY),
    ),
    (
        "Er wordt te veel gestuurd op veiligheid en risico",
        "Te veel sturen op risico",
        "<p>Veiligheid is belangrijk. Maar wie alleen kijkt naar wat er mis kan gaan, ziet niet"
        " meer wat er goed gaat. En wie elk risico wil voorkomen, neemt al snel alles over.</p>",
        (PARENTS,),
    ),
    (
        "Meldingen gaan een eigen leven leiden",
        "Meldingen gaan hun eigen gang",
        "<p>Een zorg wordt opgeschreven. Een ander leest het en schrijft het over. Na een tijdje"
        " staat er iets anders dan wat er gebeurde. En het gaat niet meer weg.</p>",
        (PARENTS,),
    ),
    (
        "Er wordt te weinig uitgezocht wat er aan de hand is",
        "Te weinig feiten uitgezocht",
        "<p>Wat is er echt gebeurd? Wie heeft het gezien? Die vragen worden te weinig gesteld."
        " Een vermoeden wordt dan een feit, en een feit wordt een besluit.</p>",
        (PARENTS,),
    ),
    (
        "Mensen vertrouwen elkaar niet, van beide kanten",
        "Wantrouwen over en weer",
        "<p>Gezinnen vertrouwen de hulp niet. De hulp vertrouwt gezinnen niet. Beide hebben daar"
        " redenen voor. Zo gaat iedereen zich indekken, en praat niemand meer vrij.</p>",
        (PARENTS, EVERYBODY),
    ),
    (
        "Ingevulde lijsten reizen steeds mee",
        "Vinklijstjes die meereizen",
        "<p>Bij elke nieuwe hulpverlener wordt er een lijst ingevuld. Die lijst gaat mee naar de"
        " volgende. Wat één keer is aangevinkt, blijft staan. Ook als het niet klopt, of niet"
        " meer klopt.</p>",
        (PARENTS,),
    ),
    (
        "Situaties lopen uit de hand terwijl dat niet hoeft",
        "Onnodig uit de hand gelopen",
        "<p>Soms was er eerst een kleine vraag. Een dag oppas. Iemand die meegaat naar een"
        " gesprek. Die hulp kwam niet, of te laat. En toen werd het groot.</p>",
        (PARENTS,),
    ),
    (
        "Professionals hebben geen tijd om te overleggen en durven niets te vragen",
        "Geen tijd, niet durven vragen",
        "<p>Een hulpverlener hoort het te weten. Zo voelt het. Wie twijfelt, houdt dat voor zich."
        " En wie wil overleggen, heeft daar geen tijd voor.</p>",
        (EVERYBODY,),
    ),
    (
        "Opleidingen maken van de professional de expert",
        "Opgeleid tot expert",
        "<p>In de opleiding leer je wat goed is voor een ander. Je leert minder om te luisteren"
        " naar iemand die het zelf meemaakt. Terwijl die er het meest van weet.</p>",
        (EVERYBODY,),
    ),
    (
        "Leiders leerden om voor anderen te beslissen",
        "Beslissen voor een ander",
        "<p>Bestuurders en leidinggevenden zijn gewend om knopen door te hakken. Ook over het"
        " leven van mensen die ze nooit spreken.</p>",
        (EVERYBODY,),
    ),
    (
        "Niemand leerde om zich kwetsbaar te tonen",
        "Niet geleerd kwetsbaar te zijn",
        "<p>Laten zien dat iets niet lukt, voelt als falen. Dat leren we al jong. Thuis, op"
        " school en op het werk. Daarom vraagt bijna niemand om hulp.</p>",
        (EVERYBODY,),
    ),
]

# title, short title, explanation, causes that it answers
DIRECTIONS: list[tuple[str, str, str, tuple[int, ...]]] = [
    (
        "Vrijheid, veiligheid en levensvreugde eerst",
        "Vrijheid, veiligheid, vreugde",
        "<p>Niet alleen: is het veilig? Ook: is er ruimte, en is er plezier? Een kind heeft alle"
        " drie nodig. Daar begint elk gesprek mee.</p>",
        (3, 4, 5),
    ),
    (
        "Stoppen met overnemen",
        "Stoppen met overnemen",
        "<p>Help zonder het stuur over te pakken. Blijf naast iemand staan. Ook als het langzamer"
        " gaat dan je zou willen.</p>",
        (11,),
    ),
    (
        "Bouwen op wat mensen kunnen",
        "Bouwen op wat mensen kunnen",
        "<p>In elk gezin gaat ook iets goed. Er is een oma, een buurvrouw, een hobby. Begin"
        " daar, en niet bij de lijst met problemen.</p>",
        (1,),
    ),
    (
        "Kiezen vanuit wat mensen zelf belangrijk vinden",
        "Kiezen vanuit eigen waarden",
        "<p>Een goed besluit past bij wie iemand is. Dat kan alleen als je vraagt: wat is voor"
        " jou belangrijk?</p>",
        (11,),
    ),
    (
        "Kijken naar de eigen situatie, niet naar een standaardlijst",
        "De eigen situatie, geen lijst",
        "<p>Geen gezin is gelijk. Zoek eerst uit wat er hier aan de hand is. Praat met iedereen"
        " die erbij hoort. Kies daarna pas wat er nodig is.</p>",
        (3, 4, 5),
    ),
    (
        "Hulp vanuit een relatie",
        "Hulp vanuit een relatie",
        "<p>Hulp werkt als je elkaar kent. Dus: één vast iemand, die tijd heeft en blijft. Die"
        " ook iets van zichzelf laat zien.</p>",
        (9, 10),
    ),
    (
        "Gewone plekken om te praten",
        "Gewone plekken om te praten",
        "<p>Aan een koffietafel in het buurthuis vertel je meer dan in een spreekkamer. Daar"
        " schrijft niemand iets op. En je bent er nooit alleen de persoon met een probleem.</p>",
        (2, 6, 7),
    ),
    (
        "Al vroeg leren hoe je mens bent",
        "Vroeg leren mens te zijn",
        "<p>Praten over wat je voelt. Ruzie maken en het weer goedmaken. Hulp vragen. Dat kun je"
        " leren, net als rekenen. Het liefst al op de basisschool.</p>",
        (12,),
    ),
    (
        "Iedereen mag om hulp vragen",
        "Iedereen mag hulp vragen",
        "<p>Ouders, kinderen, hulpverleners, bestuurders. Wie om hulp vraagt, is niet zwak. Als"
        " iedereen het doet, wordt het gewoon.</p>",
        (2, 6, 7, 9, 10),
    ),
]

START, STOP, TURN_BACK = "start", "stop", "turn-back"
PROPOSED: dict[str, Any] = {"state": "proposed"}

# front, title, short title, explanation, directions that it carries out, more columns
ACTIONS: list[tuple[str, str, str, str, tuple[int, ...], dict[str, Any]]] = [
    (
        START,
        "Hulp dicht bij huis, informeel en gelijk",
        "Hulp dicht bij huis",
        "<p>Hulp van mensen in de buurt. Zonder formulier en zonder wachtlijst. De een helpt de"
        " ander, en de volgende keer is het andersom.</p>",
        (7, 9),
        {
            "obstacles": "Geld gaat nu vooral naar hulp met een besluit op papier. Voor een open"
            " deur in de buurt is vaak geen potje."
        },
    ),
    (
        START,
        "Besluiten met en door mensen zelf",
        "Besluiten door mensen zelf",
        "<p>Geen besluit over een gezin zonder dat gezin. En waar het kan, neemt het gezin het"
        " besluit zelf.</p>",
        (2, 4),
        {},
    ),
    (
        START,
        "Eerst helpen met geld",
        "Eerst helpen met geld",
        "<p>Schulden geven stress. Met stress kun je niet rustig opvoeden. Los daarom eerst de"
        " geldzorgen op. Soms is er daarna geen andere hulp meer nodig.</p>",
        (3, 5),
        {
            "obstacles": "Jeugdhulp en hulp bij schulden hebben elk een eigen wet, een eigen loket"
            " en een eigen budget."
        },
    ),
    (
        START,
        "Leren van voorbeelden uit de buurt",
        "Voorbeelden uit de buurt",
        "<p>Op veel plekken helpen mensen elkaar al. Ga kijken hoe zij dat doen. En neem het over"
        " wat bij jouw buurt past.</p>",
        (3, 7),
        {},
    ),
    (
        START,
        "Rechten van kinderen gaan voor",
        "Rechten van kinderen voor",
        "<p>Twee verdragen zijn de basis: het Kinderrechtenverdrag (IVRK) en het Europees Verdrag"
        " voor de Rechten van de Mens (EVRM). Een regel die daar niet bij past, past ook niet bij"
        " goede hulp.</p>",
        (1,),
        {},
    ),
    (
        START,
        "Feiten uitzoeken en samen begrijpen",
        "Feiten samen uitzoeken",
        "<p>Wat weten we zeker? Wat denken we alleen? Zoek dat uit met het gezin erbij. Schrijf"
        " het zo op dat iedereen zegt: zo was het.</p>",
        (1, 5),
        {},
    ),
    (
        START,
        "Kampvuurgesprekken",
        "Kampvuurgesprekken",
        "<p>Een kampvuurgesprek is een rustig gesprek in een kring. Iedereen is gelijk: ouder,"
        " kind, hulpverlener en bestuurder. Je hoeft niets op te lossen. Je luistert.</p>",
        (6, 8),
        {},
    ),
    (
        START,
        "Tijd en ruimte voor professionals",
        "Tijd voor professionals",
        "<p>Wie elke dag rent, kan niet luisteren. Geef hulpverleners minder gezinnen tegelijk."
        " En een plek waar ze hardop mogen twijfelen.</p>",
        (6, 9),
        {
            "obstacles": "Er zijn te weinig mensen. Minder gezinnen per hulpverlener kan alleen als"
            " er ook werk wegvalt, zoals dubbele verslagen."
        },
    ),
    (
        START,
        "Kritische mensen erbij halen",
        "Kritische mensen erbij",
        "<p>Vraag juist de mensen die boos zijn. Zij zien wat er misgaat. Geef hun een stoel aan"
        " tafel, en doe iets met wat ze zeggen.</p>",
        (2, 4),
        {},
    ),
    (
        STOP,
        "Hulp die niet werkt",
        "Hulp die niet werkt",
        "<p>Soms gaat hulp door omdat hij al begonnen was. Vraag elke keer: wordt het hier beter"
        " van? Zo niet, stop dan.</p>",
        (5,),
        {},
    ),
    (
        STOP,
        "Handelen vanuit risico",
        "Handelen vanuit risico",
        "<p>Een besluit uit angst is zelden een goed besluit. We stoppen met ingrijpen omdat er"
        " misschien iets gebeurt. We kijken naar wat er is.</p>",
        (1, 2),
        {},
    ),
    (
        STOP,
        "Ondertoezichtstellingen en uithuisplaatsingen",
        "Ots en uithuisplaatsing",
        "<p>Bij een ondertoezichtstelling (ots) beslist een jeugdbeschermer mee over een kind."
        " Bij een uithuisplaatsing woont een kind niet meer thuis. We werken naar een land waarin"
        " dat niet meer nodig is.</p>",
        (1, 2),
        {
            "obstacles": "Dit kan niet van vandaag op morgen. Soms is er op dat moment geen andere"
            " veilige plek. Er moet eerst iets beters zijn."
        },
    ),
    (
        STOP,
        "Contact met je kind als beloning",
        "Contact als beloning",
        "<p>Een kind zien is geen prijs die je kunt verdienen. Contact tussen ouder en kind is"
        " een recht. Voorwaarden horen daar niet bij, behalve als een kind echt gevaar"
        " loopt.</p>",
        (1, 4),
        {},
    ),
    (
        STOP,
        "Handelen op aannames",
        "Handelen op aannames",
        "<p>Een aanname is iets wat je denkt, maar niet weet. Die hoort niet in een dossier. En"
        " al helemaal niet in een besluit.</p>",
        (5,),
        {},
    ),
    (
        TURN_BACK,
        "Alle lopende dossiers opnieuw bekijken",
        "Dossiers opnieuw bekijken",
        "<p>Klopt wat er staat? Is het nog nodig? Bekijk elk lopend dossier opnieuw, samen met het"
        " gezin. Wat niet klopt, gaat eruit.</p>",
        (5,),
        {
            "obstacles": "Het zijn heel veel dossiers. En voor wat een rechter besloot, is weer een"
            " rechter nodig."
        },
    ),
    (
        TURN_BACK,
        "Familiebanden herstellen",
        "Familiebanden herstellen",
        "<p>Kinderen, ouders, broers, zussen en grootouders die elkaar kwijtraakten. Help hen om"
        " elkaar weer te vinden. In hun eigen tempo.</p>",
        (3, 6),
        {},
    ),
    (
        TURN_BACK,
        "Schade erkennen en excuses maken",
        "Schade erkennen",
        "<p>Zeggen wat er misging. Zeggen dat het jou spijt. Niet in een brief vol moeilijke"
        " woorden, maar in een gesprek.</p>",
        (6, 8),
        {},
    ),
    (
        TURN_BACK,
        "De lessen terugbrengen",
        "De lessen terugbrengen",
        "<p>Wat leerden we van wat er misging? Breng dat terug naar de plek waar het begon: de"
        " opleiding, het team, de gemeente, de wet.</p>",
        (8,),
        {},
    ),
    (
        TURN_BACK,
        "Voorstel: de Stopknop",
        "Voorstel: de Stopknop",
        "<p>De Stopknop is een werknaam. Het is een idee voor een manier om schade te stoppen die"
        ' nú gebeurt. De knop bestaat nog niet. <a href="/over/stopknop/">Lees hoe ver het'
        " voorstel is, en wie je nu al kan helpen</a>.</p>",
        (4, 9),
        {
            **PROPOSED,
            "obstacles": "Wie mag de knop gebruiken? Wie komt er dan, en wat mag die"
            " persoon doen? Daar is nog geen antwoord op.",
        },
    ),
]
