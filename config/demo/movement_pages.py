"""Demo texts: pages below /over/ about the movement. In our own plain words."""

PAGES = [
    {
        "slug": "over-de-beweging",
        "title": "Over de beweging",
        "lead": "Radicale vernieuwing jeugdzorg is een beweging van mensen en organisaties. We"
        " willen dat hulp aan kinderen en gezinnen echt anders gaat.",
        "body": (
            "<h2>Wie we zijn</h2>"
            "<p>Jongeren, ouders en grootouders. Mensen die zelf jeugdzorg meemaakten."
            " Cliëntenraden, hulpverleners en bestuurders. We zijn het niet altijd eens. Over één"
            " ding wel: zo kan het niet blijven.</p>"
            "<h2>Wat we willen</h2>"
            "<p>Een samenleving waarin jeugdbescherming niet meer nodig is. Jeugdbescherming is"
            " hulp die een rechter oplegt. Het is er voor als het thuis niet veilig is. Toch gaat"
            " er vaak iets mis. Kinderen raken hun familie kwijt. Ouders durven geen hulp te"
            " vragen. En wat er eerst aan de hand was, is daarmee niet opgelost.</p>"
            "<h2>Wat we doen</h2>"
            "<ul>"
            "<li><strong>Luisteren.</strong> Op praat-mee en op actiedagen vertellen mensen wat ze"
            " meemaakten.</li>"
            "<li><strong>Uitzoeken.</strong> Waar komt het door? We schreven twaalf oorzaken op."
            "</li>"
            "<li><strong>Kiezen.</strong> Waar moet het heen? Dat zijn negen richtingen.</li>"
            "<li><strong>Doen.</strong> Organisaties beginnen met iets nieuws, stoppen met wat"
            " schade doet, en zetten recht wat fout ging.</li>"
            "<li><strong>Terugvertellen.</strong> Je kunt zien wat er met een verhaal is gebeurd."
            " Ook als het antwoord nee was.</li>"
            "</ul>"
            '<p><a href="/opbrengst/">Bekijk wat het tot nu toe heeft opgeleverd</a>.</p>'
            "<h2>Hoe het begon</h2>"
            "<p>In 2021 schreef de beweging op waar het vastloopt, in zes punten. In oktober 2022"
            " was de eerste actiedag, met de vraag: wat als het anders kan? Daarna volgden er"
            " meer. Er doen nu veertien organisaties mee.</p>"
            "<h2>Wie ons steunt</h2>"
            "<p>De beweging wordt gesteund door LOC Waardevolle zorg in Utrecht. LOC werkt aan"
            " zorg waarin mensen zelf iets te zeggen hebben.</p>"
        ),
        "easy_body": (
            "<p>Wij zijn een grote groep mensen. Jongeren, ouders, hulpverleners en bazen van"
            " organisaties.</p>"
            "<p>Wij willen dat hulp aan kinderen en gezinnen anders gaat. Want nu gaat er te veel"
            " mis.</p>"
            "<p>We luisteren naar wat jij meemaakte. We zoeken uit hoe het komt. We bedenken wat"
            " beter is. En we gaan het doen.</p>"
            "<p>Op deze website zie je wat we met jouw verhaal doen.</p>"
        ),
    },
    {
        "slug": "visie",
        "title": "Onze visie",
        "lead": "Waar willen we naartoe? Naar een land waarin elk kind kan opgroeien met mensen"
        " die van hem of haar houden.",
        "body": (
            "<h2>Een kind groeit op tussen mensen</h2>"
            "<p>Niet tussen regels. Ouders, familie, buren, juffen en vrienden: zij maken het"
            " verschil. Hulp moet dat sterker maken, en niet vervangen.</p>"
            "<h2>Vrijheid, veiligheid en levensvreugde</h2>"
            "<p>Die drie horen bij elkaar. Een kind dat veilig is maar niet blij, is niet"
            " geholpen. Een gezin dat geen kant op kan, ook niet.</p>"
            "<h2>Drie fronten</h2>"
            "<p>Echt veranderen doe je op drie manieren tegelijk.</p>"
            "<ol>"
            "<li><strong>Starten en aanleren.</strong> Wat gaan we voortaan wél doen?</li>"
            "<li><strong>Stoppen en afleren.</strong> Wat doet schade, en houdt dus op?</li>"
            "<li><strong>Terugdraaien en rechtzetten.</strong> Wat ging fout, en hoe maken we dat"
            " goed?</li>"
            "</ol>"
            "<h2>Radicaal betekent: bij de wortel</h2>"
            "<p>Het woord radicaal komt van het Latijnse woord voor wortel. We willen niet nog een"
            " regel erbij. We willen weten waar het door komt, en dáár iets aan doen.</p>"
            '<p><a href="/opbrengst/uitspraken/">Lees ook de zes punten en het manifest</a>.</p>'
        ),
        "easy_body": (
            "<p>Elk kind verdient mensen die van hem of haar houden.</p>"
            "<p>Hulp moet een gezin sterker maken. Niet het gezin vervangen.</p>"
            "<p>We gaan drie dingen doen. Beginnen met wat goed is. Stoppen met wat pijn doet. En"
            " goedmaken wat fout ging.</p>"
        ),
    },
    {
        "slug": "stopknop",
        "title": "De Stopknop: een voorstel",
        "lead": "De Stopknop is een idee. De knop bestaat nog niet. Heb je nu hulp nodig? Kijk dan"
        " onder aan deze pagina.",
        "body": (
            "<h2>Wat is het idee?</h2>"
            "<p>Soms gaat er nú iets mis. Een besluit doet een gezin schade, en niemand kan het"
            " tegenhouden. Een klacht duurt maanden. Een rechtszaak ook. De Stopknop moet een"
            " manier worden om even stil te zetten wat er gebeurt, zodat iemand anders mee kan"
            " kijken.</p>"
            "<p>Stopknop is een werknaam. Misschien gaat het straks anders heten.</p>"
            "<h2>Hoe ver is het?</h2>"
            "<p>Het is een <strong>voorstel</strong>. Er is nog niets besloten. Er is geen knop,"
            " geen telefoonnummer en geen formulier. Deze vragen zijn nog open:</p>"
            "<ul>"
            "<li>Wie mag op de knop drukken?</li>"
            "<li>Wie komt er dan, en hoe snel?</li>"
            "<li>Wat mag die persoon doen?</li>"
            "<li>Wat als een rechter al iets besloten heeft?</li>"
            "<li>Hoe blijft een kind veilig terwijl alles even stilstaat?</li>"
            "</ul>"
            "<p>Is er nieuws? Dan staat het op"
            ' <a href="/opbrengst/actie/voorstel-de-stopknop/">de pagina van deze actie</a>.</p>'
            "<h2>Wat kun je nu al doen?</h2>"
            "<p>Ook zonder Stopknop hoef je het niet alleen te doen.</p>"
            "<ul>"
            "<li><strong>Vraag een vertrouwenspersoon van Jeugdstem.</strong> Die is er voor"
            " jongeren en ouders, kost niets en staat naast jou: 088-555 1000.</li>"
            "<li><strong>Dien een klacht in</strong> bij de organisatie zelf. Een"
            " vertrouwenspersoon kan je helpen met de brief.</li>"
            "<li><strong>Ben je het niet eens met een besluit van de rechter?</strong> Vraag een"
            " advocaat wat kan. Met weinig geld betaal je een klein deel zelf.</li>"
            "<li><strong>Is er nu gevaar?</strong> Bel 112.</li>"
            "</ul>"
        ),
        "easy_body": (
            "<p>De Stopknop is een idee. Hij is er nog niet.</p>"
            "<p>Het idee: soms gaat er nu iets heel erg mis. Dan wil je dat iemand zegt: stop, we"
            " kijken eerst.</p>"
            "<p>Heb jij nu hulp nodig? Bel Jeugdstem: 088-555 1000. Of bel de Kindertelefoon:"
            " 0800-0432. Ben je in gevaar? Bel 112.</p>"
        ),
    },
    {
        "slug": "contact",
        "title": "Contact",
        "lead": "Heb je een vraag over de beweging of over deze website? Mail of bel ons.",
        "body": (
            "<h2>Mail of bel</h2>"
            '<p>Mail naar <a href="mailto:rvjeugdzorg@loc.nl">rvjeugdzorg@loc.nl</a>.<br>'
            'Bel <a href="tel:0302843200">030 284 3200</a>. Je krijgt dan iemand van LOC'
            " Waardevolle zorg in Utrecht.</p>"
            "<h2>Waarmee kunnen we helpen?</h2>"
            "<ul>"
            "<li>Je wilt weten wat de beweging doet.</li>"
            "<li>Je wilt naar een actiedag komen en hebt iets nodig om mee te kunnen doen.</li>"
            "<li>Je organisatie wil meedoen.</li>"
            "<li>Er staat iets over jou op deze website en je wilt dat het weggaat.</li>"
            "<li>Iets op deze website werkt niet.</li>"
            "</ul>"
            "<h2>Waarmee niet?</h2>"
            "<p>We kunnen niets doen in jouw zaak. We kennen je dossier niet en kunnen geen"
            " besluiten veranderen. Jeugdstem kan wel naast je staan: 088-555 1000. Ook deze"
            " website is geen hulplijn. Hieronder staat wie er wel meteen luistert.</p>"
        ),
    },
]
