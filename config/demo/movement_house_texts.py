"""Demo texts: pages below /over/ on how this website works: rules, privacy, safety, access."""

HOUSE_PAGES = [
    {
        "slug": "wat-gebeurt-er-met-wat-ik-schrijf",
        "title": "Wat gebeurt er met wat ik schrijf?",
        "lead": "Een verhaal vertellen kost moed. Daarom zeggen we precies wat we ermee doen, en"
        " wat niet.",
        "body": (
            "<h2>Wie kan het lezen?</h2>"
            "<p>De meeste plekken op praat-mee zijn alleen voor leden. Staat er bij een plek"
            " “iedereen mag lezen”? Dan leest een moderator elk bericht eerst. Zoekmachines"
            " mogen niets van praat-mee laten zien.</p>"
            "<h2>Wie weet dat ik het ben?</h2>"
            "<p>Anderen zien alleen de naam die je zelf kiest. Je kunt ook anoniem schrijven. Dan"
            " ziet een ander lid niet dat het van jou is. Een moderator kan het alleen opzoeken"
            " met een reden, en die reden wordt bewaard.</p>"
            "<h2>Wanneer staat het erop?</h2>"
            "<p>Je eerste twee bijdragen leest een moderator eerst. Dat duurt meestal een werkdag."
            " Daarna staat een bijdrage er meteen. Een klein programma op onze eigen computer"
            " kijkt of er een naam, adres of nummer in staat waaraan iemand te herkennen is. Je"
            " ziet zelf wat het vond. Het vergelijkt je woorden ook met voorbeelden van grote nood,"
            " en laat dan hulplijnen zien. Dat programma kan dingen missen. Je tekst gaat nergens"
            " anders heen.</p>"
            "<h2>Wat doet LOC ermee?</h2>"
            "<p>Een medewerker kan jouw bijdrage koppelen aan een oorzaak, een richting of een"
            ' actie. Dan telt je verhaal mee op de pagina <a href="/opbrengst/">Opbrengst</a>.'
            " Daar staat niet wat je schreef en niet wie je bent. Je krijgt er wel bericht van,"
            " zodat je ziet wat ermee gebeurt.</p>"
            "<h2>Wat doen we er nooit mee?</h2>"
            "<ul>"
            "<li>We sturen het niet naar een instelling, gemeente of rechter.</li>"
            "<li>We maken er geen dossier van, en geen score.</li>"
            "<li>We zetten het niet in een brief of artikel zonder dat jij ja zegt.</li>"
            "</ul>"
            "<p>Er is één uitzondering. Is iemands leven nú in gevaar? Dan beslissen twee"
            " medewerkers van LOC samen of ze 112 bellen. Nooit een computer.</p>"
            "<h2>Kan ik het weghalen?</h2>"
            "<p>Ja, altijd, zonder reden. Je tekst is dan weg voor andere leden. Antwoorden van"
            " anderen blijven staan. Je kunt ook je hele account weghalen, met of zonder je"
            " teksten.</p>"
        ),
        "easy_body": (
            "<p>Alleen leden lezen mee. Soms mag iedereen lezen. Dan staat dat erbij.</p>"
            "<p>Niemand ziet je echte naam. Je mag ook anoniem schrijven.</p>"
            "<p>Je eerste twee berichten leest eerst iemand van ons.</p>"
            "<p>We sturen jouw tekst nooit naar een instelling of rechter.</p>"
            "<p>Is iemands leven in gevaar? Dan mogen twee mensen van ons samen 112 bellen.</p>"
            "<p>Wil je je tekst weg? Dat mag altijd.</p>"
        ),
    },
    {
        "slug": "huisregels",
        "title": "Huisregels",
        "lead": "Op praat-mee vertellen mensen over het moeilijkste in hun leven. Deze regels"
        " houden het veilig. Het zijn er weinig.",
        "body": (
            "<p>Haalt een moderator iets weg? Dan staat erbij om welke regel het gaat, en waarom."
            " Je kunt het er altijd mee oneens zijn. Dan kijkt een andere moderator.</p>"
            "<h2>Kritiek mag</h2>"
            "<p>Kritisch zijn op een organisatie is <strong>geen reden</strong> om iets weg te"
            " halen. Ook niet als die organisatie met ons meedoet. Schrijf gerust op wat er"
            " misging. Maar houd de mensen die er werken onherkenbaar.</p>"
        ),
    },
    {
        "slug": "hoe-moderatie-werkt",
        "title": "Hoe moderatie werkt",
        "lead": "Een moderator is iemand die let op de huisregels. Op deze pagina staat wat die"
        " doet, en wat jij kunt doen als je het er niet mee eens bent.",
        "body": (
            "<h2>Wie zijn de moderatoren?</h2>"
            "<p>Een klein team van LOC. Ze werken op maandag tot en met vrijdag, van 9.00 tot"
            " 17.00 uur. Buiten die uren kijkt er niemand mee.</p>"
            "<h2>Wat leest een moderator vooraf?</h2>"
            "<ul>"
            "<li>De eerste twee bijdragen van een nieuw lid.</li>"
            "<li>Een bijdrage met een link van een nieuw lid.</li>"
            "<li>Alles op een plek waar iedereen mag lezen.</li>"
            "</ul>"
            "<p>Tot die tijd zie alleen jij je bijdrage.</p>"
            "<h2>Wat kan een moderator doen?</h2>"
            "<p>Een bijdrage plaatsen, niet plaatsen, verbergen of weer laten zien. Bij niet"
            " plaatsen en verbergen hoort altijd een huisregel en een reden. Je krijgt daar"
            " bericht van. Je tekst ben je niet kwijt: je kunt hem aanpassen en opnieuw"
            " sturen.</p>"
            "<h2>Niet mee eens?</h2>"
            "<p>Laat het weten. Een <strong>andere</strong> moderator kijkt er dan naar, en geeft"
            " je een geschreven antwoord. Je mag ook mailen naar"
            ' <a href="mailto:rvjeugdzorg@loc.nl">rvjeugdzorg@loc.nl</a>.</p>'
            "<h2>Zie jij iets dat niet kan?</h2>"
            "<p>Meld het. Ook als je geen account hebt. Staat er iets over jou? Zeg dat erbij, dan"
            " kijken we daar het eerst naar.</p>"
            "<h2>Hoe vaak gebeurt dat?</h2>"
            '<p>Dat houden we bij, zonder namen. <a href="/praat-mee/cijfers/">Bekijk de'
            " cijfers</a>.</p>"
        ),
    },
    {
        "slug": "veilig-gebruiken",
        "title": "Veilig gebruiken",
        "lead": "Kijkt er iemand mee op je telefoon of computer? Lees dan eerst dit.",
        "body": (
            "<h2>De knop “Sluit deze website meteen”</h2>"
            "<p>Die staat boven aan elke pagina. Druk je erop, dan wordt het scherm meteen leeg en"
            " zie je een gewone andere website. Je kunt ook drie keer achter elkaar op de toets"
            " Shift drukken.</p>"
            "<h2>Wat doet de knop niet?</h2>"
            "<p>De knop wist <strong>niet</strong> je geschiedenis. Wie in je browser kijkt, kan"
            " nog zien dat je hier was. De knop logt je ook niet uit.</p>"
            "<h2>Wat kun je zelf doen?</h2>"
            "<ul>"
            "<li>Gebruik een privévenster. Dat heet ook wel incognito. Sluit je het, dan is de"
            " geschiedenis weg.</li>"
            "<li>Wis je geschiedenis. In de meeste browsers gaat dat met Ctrl + Shift + Delete."
            " Let op: een helemaal lege geschiedenis kan ook opvallen.</li>"
            "<li>Kies bij het inloggen voor “gedeeld apparaat”. Dan log je vanzelf uit na een"
            " kwartier, of als je de browser sluit.</li>"
            "<li>Gebruik een mailadres waar niemand anders bij kan. In onze mail staat nooit waar"
            " het over gaat. Het onderwerp is altijd “Nieuw bericht”.</li>"
            "<li>Is het niet veilig op dit apparaat? Kijk dan bij een vriend of in de"
            " bibliotheek.</li>"
            "</ul>"
            "<h2>Wat zien wij?</h2>"
            "<p>We volgen je niet. Er zijn geen cookies om te weten wie je bent, en er is geen"
            " andere website die meekijkt. Lezen kan zonder account.</p>"
        ),
        "easy_body": (
            "<p>Kijkt er iemand mee op je telefoon?</p>"
            "<p>Druk boven aan de pagina op “Sluit deze website meteen”. Of druk drie keer op"
            " Shift. Dan zie je een andere website.</p>"
            "<p>Let op: iemand kan nog zien dat je hier was. Gebruik daarom een privévenster. Of"
            " kijk op een ander apparaat.</p>"
        ),
    },
    {
        "slug": "privacy",
        "title": "Privacy",
        "lead": "We vragen zo weinig mogelijk van je. Hier staat wat we bewaren, waarom, en hoe"
        " lang.",
        "body": (
            "<h2>Wat we vragen</h2>"
            "<p>Om te lezen: niets. Voor een account: een mailadres, een wachtwoord en een naam"
            " die je zelf bedenkt. Je echte naam en geboortedatum vragen we niet. Voor een"
            " actiedag: hoe we je kunnen bereiken, en wat je nodig hebt om mee te doen.</p>"
            "<h2>Hoe lang we het bewaren</h2>"
            '<table><thead><tr><th scope="col">Wat</th><th scope="col">Hoe lang</th></tr>'
            "</thead><tbody>"
            "<tr><td>Een account dat je niet bevestigt</td><td>7 dagen</td></tr>"
            "<tr><td>Een account dat je niet meer gebruikt</td><td>2 jaar. Je krijgt eerst"
            " bericht.</td></tr>"
            "<tr><td>Wat je nodig hebt op een actiedag</td><td>tot 30 dagen na de dag</td></tr>"
            "<tr><td>Je naam, mailadres en telefoonnummer bij een actiedag</td><td>tot een jaar na"
            " de dag</td></tr>"
            "<tr><td>Wilde je alleen het verslag?</td><td>tot 3 maanden na het verslag, en nooit"
            " langer dan 2 jaar na de dag</td></tr>"
            "<tr><td>Heb je je afgemeld voor een actiedag?</td><td>tot 30 dagen na de dag</td></tr>"
            "<tr><td>Een aanvraag voor een lab</td><td>tot een jaar na ons laatste contact"
            "</td></tr>"
            "<tr><td>Een melding over een bijdrage</td><td>1 jaar</td></tr>"
            "<tr><td>Een bestand met jouw gegevens dat je opvraagt</td><td>7 dagen</td></tr>"
            "<tr><td>Internetadressen in onze logboeken</td><td>die bewaren we nooit</td></tr>"
            "</tbody></table>"
            "<h2>Wat we met niemand delen</h2>"
            "<p>Deze website vraagt niets aan andere websites. Ook de kaart en de letters komen"
            " van onszelf. Er zijn geen knoppen van sociale media en er is niemand die bezoekers"
            " telt. Waar je naar zoekt, bewaren we niet.</p>"
            "<h2>Cookies</h2>"
            "<p>Lees je alleen? Dan zetten we geen cookie. Kies je voor makkelijk lezen, dan"
            " onthoudt één cookie die keuze tot je de browser sluit. Log je in, dan zijn er twee"
            " cookies nodig: één om te weten dat jij het bent, en één die je formulieren"
            " beschermt.</p>"
            "<h2>Jouw rechten</h2>"
            "<p>Je kunt al jouw gegevens bekijken en meenemen, je gegevens aanpassen, en je"
            " account weghalen. Dat doe je zelf bij Jouw account. Heb je geen account? Mail dan"
            ' naar <a href="mailto:rvjeugdzorg@loc.nl">rvjeugdzorg@loc.nl</a>.</p>'
            "<p>Ben je niet tevreden over hoe wij met je gegevens omgaan? Dan kun je een klacht"
            " indienen bij de Autoriteit Persoonsgegevens.</p>"
            "<h2>Wie verantwoordelijk is</h2>"
            "<p>LOC Waardevolle zorg in Utrecht.</p>"
        ),
        "easy_body": (
            "<p>Je kunt hier lezen zonder account. We weten dan niet wie je bent.</p>"
            "<p>Maak je een account? Dan vragen we je mailadres en een naam die je zelf bedenkt."
            " Niet je echte naam.</p>"
            "<p>We geven jouw gegevens aan niemand.</p>"
            "<p>Wil je weg? Dan halen we alles van jou weg.</p>"
        ),
    },
    {
        "slug": "toegankelijkheid",
        "title": "Toegankelijkheid",
        "lead": "Iedereen moet deze website kunnen gebruiken. Ook wie slecht ziet, geen muis"
        " gebruikt of moeite heeft met lezen.",
        "body": (
            "<h2>Toegankelijkheidsverklaring</h2>"
            "<p>LOC Waardevolle zorg wil dat de website van Radicale vernieuwing jeugdzorg"
            " voldoet aan de regels van WCAG 2.2, niveau A en AA. Dat zijn internationale regels"
            " voor toegankelijke websites.</p>"
            "<h2>Hoe ver we zijn</h2>"
            "<p>Status: <strong>eerste maatregelen genomen</strong>. Een onderzoek door een"
            " onafhankelijk bureau is nog niet gedaan. Zolang dat er niet is, zeggen we niet dat"
            " alles klopt.</p>"
            "<h2>Wat we zelf doen</h2>"
            "<ul>"
            "<li>Een programma (axe) zoekt bij elke verandering naar fouten, in licht en donker."
            "</li>"
            "<li>We proberen de pagina's met alleen het toetsenbord, op een klein scherm en sterk"
            " vergroot.</li>"
            "<li>Alles werkt zonder JavaScript.</li>"
            "<li>De letter is gemaakt voor mensen die slecht zien.</li>"
            "<li>Bij veel teksten staat een versie in makkelijke taal.</li>"
            "</ul>"
            "<h2>Wat nog niet goed genoeg is</h2>"
            "<ul>"
            "<li>Nog niet elk artikel heeft een versie in makkelijke taal.</li>"
            "<li>De kaart en de tekening van de lijnen zijn lastig zonder te kunnen zien. Alles"
            " wat erop staat, staat daarom ook in een lijst eronder.</li>"
            "</ul>"
            "<h2>Lukt iets niet?</h2>"
            '<p>Vertel het ons: <a href="mailto:rvjeugdzorg@loc.nl">rvjeugdzorg@loc.nl</a> of'
            ' <a href="tel:0302843200">030 284 3200</a>. Je krijgt binnen vijf werkdagen'
            " antwoord. We geven je de informatie zo nodig op een andere manier.</p>"
            "<h2>Niet tevreden met ons antwoord?</h2>"
            "<p>Dan kun je een klacht indienen bij de Nationale ombudsman of bij het College voor"
            " de Rechten van de Mens.</p>"
        ),
    },
]
