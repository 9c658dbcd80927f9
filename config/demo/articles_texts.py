"""Texts of the demo articles, written for this site from the facts that are known."""

LAB = """
<p>Op 21 november 2018 kwamen ongeveer honderd mensen naar het DRU Industriepark in Ulft. Het was
een gewone woensdag, maar de vraag was groot: wat kun je doen in plaats van jeugdzorg zoals we die
kennen? Stichting Beroepseer organiseerde de dag en noemde hem het Alternatieven-lab.</p>
<h2>Vijf tafels, anderhalf uur</h2>
<p>Na de lunch ging iedereen aan een van vijf dialoogtafels zitten. Een dialoogtafel is een tafel
waar je samen zoekt, en niet tegen elkaar praat. Elke tafel had een gastheer en anderhalf uur de
tijd. De gastheren waren WALHALLAb, JIM-aanpak, Briedis, de gemeente Oude IJsselstreek en Buurtzorg
Jong.</p>
<p>Op elke tafel lagen twee van de vijf punten uit het manifest <em>Écht doen wat nodig is</em>. Zo
kwam elk punt op twee tafels terug, en hoorde je hoe anders mensen er tegenaan kijken.</p>
<h2>De vijf punten</h2>
<ol>
<li>Steun rond ouders, kinderen en jongeren die vanzelf spreekt.</li>
<li>Een sterke en onafhankelijke eerste lijn: hulp waar je zo binnenloopt.</li>
<li>Erken het gezag en het vak van de mensen die het werk doen.</li>
<li>Geef ouders en jongeren meer te zeggen.</li>
<li>Investeer in mensen die vernieuwen.</li>
</ol>
<h2>Een tekst die te moeilijk was</h2>
<p>Eén tafel zei iets wat niemand had verwacht: deze tekst is te moeilijk. Als het over kinderen
gaat, moeten kinderen hem kunnen lezen. De tafel vroeg om een korte versie.</p>
<blockquote><p>Wie mag meepraten, begint bij wie het kan lezen.</p></blockquote>
<p>Die vraag nemen we serieus. Daarom heeft bijna elk artikel op deze site een makkelijke versie.
En daarom staan de vijf punten van het manifest hier ook in gewone woorden.</p>
"""
LAB_EASY = """
<p>Op 21 november 2018 was er een dag in Ulft. Er kwamen ongeveer honderd mensen.</p>
<p>Ze zaten aan vijf tafels. Ze zochten samen naar iets beters dan de jeugdzorg van nu.</p>
<p>Op tafel lag een manifest. Dat is een tekst met wat je wilt veranderen.</p>
<p>Eén tafel zei: deze tekst is te moeilijk. Kinderen kunnen hem niet lezen.</p>
<p>Dat klopte. Daarom maken we nu makkelijke versies. Je leest er nu een.</p>
"""

YEAR_2021 = """
<p>In 2021 stelden we onszelf een simpele vraag: waar gaat het mis? Niet bij één gezin of één
organisatie, maar in de manier waarop we het met elkaar doen. Het antwoord werd een analyse in zes
punten.</p>
<h2>Zes punten waar het vastloopt</h2>
<ol>
<li><strong>Er is te weinig ruimte om kind te zijn.</strong> Spelen, vallen en opstaan horen erbij,
maar krijgen weinig plek.</li>
<li><strong>Je mag niet anders zijn.</strong> Wie afwijkt van het gemiddelde, krijgt snel een
etiket.</li>
<li><strong>Er wordt over hoofden heen besloten.</strong> Gezinnen horen vaak achteraf wat er gaat
gebeuren.</li>
<li><strong>Er is weinig oog voor de toekomst van jongeren.</strong> Het gaat over vandaag en over
gevaar, niet over later en over dromen.</li>
<li><strong>We bestrijden wat we zien, niet waar het vandaan komt.</strong> De oorzaak blijft.</li>
<li><strong>Hulpverleners moeten het protocol volgen.</strong> Dat kost tijd en aandacht die een
gezin nodig heeft.</li>
</ol>
<h2>Samen om tafel op 11 november</h2>
<p>Op 11 november 2021 was er een landelijke bijeenkomst. Daar lagen de zes punten op tafel.
Jongeren, ouders, ervaringsdeskundigen en mensen uit het werk zochten uit of ze klopten. Een
ervaringsdeskundige is iemand die het zelf heeft meegemaakt en met die kennis anderen helpt.</p>
<h2>Breder dan zorg alleen</h2>
<p>Eén ding werd snel duidelijk: zorgorganisaties kunnen dit niet alleen. Armoede, wonen, school en
de buurt doen ook mee. Wie alleen de zorg verandert, laat de oorzaken staan. Daarom zoekt de
beweging ook mensen van buiten de jeugdzorg.</p>
<p>De zes punten staan nog steeds op de site. Je kunt bij elk punt zien wat er later mee is
gedaan.</p>
"""
YEAR_2021_EASY = """
<p>In 2021 vroegen we: waar gaat het mis in de jeugdzorg?</p>
<p>We schreven zes punten op:</p>
<ol>
<li>Je hebt te weinig ruimte om kind te zijn.</li>
<li>Je mag niet anders zijn.</li>
<li>Anderen beslissen over jou.</li>
<li>Er is weinig aandacht voor jouw toekomst.</li>
<li>De oorzaak van problemen blijft bestaan.</li>
<li>Hulpverleners zitten vast aan regels.</li>
</ol>
<p>Op 11 november 2021 praatten we met elkaar over die punten.</p>
<p>We leerden: de zorg kan dit niet alleen. Ook school, de buurt en de gemeente moeten meedoen.</p>
"""

MANIFEST = """
<p>Op 25 maart 2022 zetten we op papier waar we voor staan. Een manifest is een tekst waarin je zegt
wat je wilt veranderen, en waarom. Dit is geen plan van een bureau. Het is een richting, waar
iedereen die meedoet zich aan kan houden.</p>
<h2>Waar we heen willen</h2>
<p>We willen een samenleving waarin jeugdbescherming niet meer nodig is. Dat klinkt ver weg. Toch
helpt het om het hardop te zeggen. Want dan kun je bij elke stap vragen: brengt dit ons dichterbij,
of verder weg?</p>
<h2>Wat dat van ons vraagt</h2>
<p>Het vraagt dat we luisteren naar mensen die het hebben meegemaakt, voordat we beslissen. Het
vraagt dat we durven stoppen met dingen die niet helpen. En het vraagt dat we terugkijken naar wat
er is misgegaan, ook als dat pijn doet.</p>
<blockquote><p>Vernieuwen is niet alleen iets nieuws beginnen. Het is ook iets ouds
loslaten.</p></blockquote>
<h2>Niet het enige manifest</h2>
<p>Er waren eerder manifesten, van anderen. Stichting Beroepseer schreef er in 2018 een met vijf
punten. We zetten ze naast elkaar, met de naam van de eigenaar erbij. Zo kun je zelf zien waar ze op
elkaar lijken.</p>
"""
MANIFEST_EASY = """
<p>Een manifest is een tekst. Je schrijft op wat je wilt veranderen.</p>
<p>Wij schreven ons manifest op 25 maart 2022.</p>
<p>Wij willen dat jeugdbescherming niet meer nodig is. Dat duurt lang. Maar het geeft richting.</p>
<p>Eerst luisteren. Dan pas beslissen. Stoppen met wat niet helpt. En goedmaken wat fout ging.</p>
"""

START = """
<p>Praten over verandering is makkelijker dan veranderen. Daarom begonnen we in oktober 2022 met de
actiedagen. De eerste had een titel die meteen een vraag was: <em>Wat als…</em></p>
<h2>Wat een actiedag is</h2>
<p>Een actiedag is een bijeenkomst waar je niet alleen luistert. Je denkt mee, je zoekt mee, en je
gaat weg met iets om te doen. Iedereen is welkom: ouders, jongeren, mensen uit wijkteams, mensen die
leidinggeven. Je hoeft geen deskundige te zijn. Jouw ervaring is genoeg.</p>
<h2>Waarom “Wat als…”</h2>
<p>Wie begint met een oplossing, krijgt een discussie. Wie begint met <em>wat als</em>, krijgt een
gesprek. De eerste vraag was: wat als ouders gewoon om hulp kunnen vragen? Later werd die vraag
groter: wat als <strong>iedereen</strong> gewoon om hulp kan vragen?</p>
<h2>Van oorzaak naar richting</h2>
<p>Aan de tafels zoeken we eerst oorzaken. Wat zit erachter? Daarna zoeken we richtingen: welke kant
moeten we op? Pas dan komen er acties. Zo lossen we niet steeds hetzelfde op.</p>
<p>De dagen volgen elkaar op. In januari, februari, maart en mei 2023 gingen we verder, en in juni
en oktober ook. Je hoeft niet alles te hebben meegemaakt om aan te sluiten.</p>
"""
START_EASY = """
<p>In oktober 2022 was de eerste actiedag.</p>
<p>Op een actiedag praat je samen. Je zoekt uit waarom het misgaat. En wat er beter kan.</p>
<p>Iedereen mag komen. Je hoeft er niet voor geleerd te hebben.</p>
<p>We beginnen met de woorden: wat als? Bijvoorbeeld: wat als ouders gewoon hulp kunnen vragen?</p>
"""

WHAT_IF = """
<p>Stel, het gaat thuis even niet. Je slaapt slecht, er is vaak ruzie, je kind wil niet naar school.
Je zou iemand kunnen bellen. Maar je doet het niet. Want wat gebeurt er als je eerlijk bent?</p>
<p>Die vraag kwam op bijna elke actiedag terug. Aan de tafels zaten ouders, jongeren, mensen die in
wijkteams werken en bestuurders. Ze begonnen niet met oplossingen. Ze begonnen met twee woorden:
<em>wat als</em>.</p>
<h2>Bang om iets te zeggen</h2>
<p>Ouders vertelden dat hulp vragen voelt als een risico. Je weet niet wie meeleest. Je weet niet
wat er met je woorden gebeurt. Dus wacht je, tot het echt niet meer gaat. Dan is de hulp vaak groot
en zwaar, terwijl die klein had kunnen zijn.</p>
<p>Zo groeit het wantrouwen aan twee kanten. De ouder zegt minder. De professional ziet minder en
wordt voorzichtiger. Niemand wil dat, en toch gebeurt het.</p>
<blockquote><p>Wat als ouders gewoon om hulp kunnen vragen, zonder bang te zijn voor wat er dan
komt?</p></blockquote>
<h2>Lijstjes die blijven</h2>
<p>In de jeugdzorg wordt veel aangevinkt. Een kruisje is snel gezet, maar het gaat lang mee. Het
reist van verslag naar verslag. Wie het later leest, weet niet meer waarom het er staat. En of het
ooit klopte, is vaak niet uitgezocht.</p>
<p>De tafels schreven drie oorzaken op die bij elkaar horen:</p>
<ul>
<li>er wordt te veel gestuurd op veiligheid en risico;</li>
<li>meldingen gaan een eigen leven leiden;</li>
<li>er wordt te weinig uitgezocht wat er echt aan de hand is.</li>
</ul>
<h2>Een tafel met koffie</h2>
<p>Hoe dan wel? Vaak kwam hetzelfde beeld terug: een tafel in het buurthuis, met koffie. Je hoeft
niets aan te vragen. Er is iemand die luistert en die jou ook iets over zichzelf vertelt. Soms is
dat genoeg. Soms is het een begin.</p>
<p>Dat klinkt klein. Maar het vraagt veel van organisaties. Zij moeten tijd maken voor iets waar
geen formulier bij hoort.</p>
<h2>Ook professionals durven niet</h2>
<p>Aan een van de tafels draaide iemand de vraag om: wat als <strong>iedereen</strong> om hulp kan
vragen? Want ook wie hulp geeft, heeft vaak geen tijd om te overleggen. In de opleiding leer je dat
jij de expert bent. Dan is “ik weet het niet” een moeilijke zin.</p>
<h2>Hoe we verdergaan</h2>
<p>De oorzaken en richtingen staan op de pagina <a href="/opbrengst/">Opbrengst</a>. Organisaties
zeggen toe wat zij ermee doen. Lukt iets niet, dan schrijven we dat ook op, met de reden erbij.</p>
"""
WHAT_IF_EASY = """
<p>Veel ouders zijn bang om hulp te vragen. Ze denken: straks komt er een melding. Straks raken we
ons kind kwijt.</p>
<p>Daarom vragen ze te laat hulp. Of helemaal niet.</p>
<p>Wij denken dat het anders kan. Bijvoorbeeld met een koffietafel in het buurthuis. Daar praat je
gewoon met iemand. Er is geen lijst en er komt geen verslag.</p>
<p>Wij willen dat iedereen om hulp mag vragen. Ook de mensen die hulp géven.</p>
"""

EXECUTIVES = """
<p>Bestuurders zijn de mensen die een organisatie leiden. Twee keer kwamen zij bij elkaar om over de
vernieuwing te praten. Na die twee keer waren ze positief: ze willen verder. Halverwege november
begint een tweede groep.</p>
<h2>Waarom juist bestuurders</h2>
<p>Wie in een gezin werkt, kan veel veranderen. Maar niet alles. Als je tijd krijgt per formulier,
dan maak je formulieren. Als fouten worden gestraft, dan durf je niets te proberen. Die regels komen
van boven. Dus moeten bestuurders meedoen.</p>
<h2>Drie organisaties erbij</h2>
<p>In de tweede groep zitten Jarabee, Levvel en WIJeindhoven. Dat is goed nieuws, ook omdat ze van
elkaar verschillen. Twee organisaties geven jeugdhulp. De derde werkt met buurtteams in een stad. Zo
komt de vraag uit meer hoeken.</p>
<h2>Wat we van elkaar vragen</h2>
<p>Meedoen betekent hier niet: een handtekening zetten. Het betekent dat je laat zien wat je begint,
waar je mee stopt en wat je terugdraait. En dat je ook eerlijk bent als iets niet lukt.</p>
<p>Wie meedoet, zie je op de <a href="/deelnemers/">landkaart</a>.</p>
"""
EXECUTIVES_EASY = """
<p>Bestuurders zijn de bazen van een organisatie.</p>
<p>Zij praatten twee keer over wat er anders moet. Ze willen verder.</p>
<p>In november begint een tweede groep. Daarin zitten Jarabee, Levvel en WIJeindhoven.</p>
<p>Meedoen betekent: laten zien wat je doet. En eerlijk zijn als iets niet lukt.</p>
"""

FRONTS = """
<p>Wat begin je? Waar stop je mee? En wat draai je terug? Met die drie vragen maakten we de balans
op. We vroegen wat er in de beweging al gebeurt en wat er nog moet gebeuren. Het antwoord staat in
drie rijen. Wij noemen ze fronten.</p>
<h2>Starten en aanleren</h2>
<p>Hier gaat het om nieuwe gewoonten. Beslissen mét mensen, niet over mensen. Hulp dichtbij, gewoon
en gelijkwaardig. Als geld het probleem is: eerst helpen met geld. Plekken opzoeken waar mensen
elkaar al steunen, en daarvan leren. De rechten van kinderen voorop. Eerst de feiten uitzoeken, en
samen begrijpen wat er speelt. En kritische mensen juist uitnodigen.</p>
<p>Ook de kampvuurgesprekken horen hierbij. Een kampvuurgesprek is een gesprek zonder agenda, waarin
iedereen even belangrijk is. Je zit in een kring, iemand vertelt, de rest luistert.</p>
<h2>Stoppen en afleren</h2>
<p>Dit is vaak het moeilijkst. Want je stopt met iets wat je jaren hebt gedaan. Stoppen met handelen
uit angst voor risico. Stoppen met ondertoezichtstellingen en uithuisplaatsingen. Stoppen met
contact onder voorwaarden. Stoppen met doen alsof we iets zeker weten. Stoppen met hulp die niet
helpt.</p>
<h2>Terugdraaien en rechtzetten</h2>
<p>Er is ook schade gemaakt. Die verdwijnt niet als je het vanaf morgen anders doet. Daarom vragen
we om alle dossiers die nu lopen opnieuw te bekijken. Om banden in families te herstellen. Om te
erkennen wat er fout ging, en excuses te maken. En om de lessen terug te brengen naar de plek waar
het misging.</p>
<h2>Nieuw: de Stopknop</h2>
<p>In deze lijst staat een voorstel dat nog geen vorm heeft: de <em>Stopknop</em>. Dat is een
werknaam. Het idee is dat iemand die ziet dat er nu schade ontstaat, op een knop kan drukken, en dat
het dan ook echt stopt. Wie drukt er, wie beslist, en hoe snel? Dat weten we nog niet. De Stopknop
bestaat dus nog niet. Heb je nu hulp nodig? Onder aan elke pagina staan mensen die meteen
luisteren.</p>
<h2>Wat je ermee kunt</h2>
<table>
<thead><tr><th>Front</th><th>De vraag</th></tr></thead>
<tbody>
<tr><td>Starten en aanleren</td><td>Wat ga je nieuw doen?</td></tr>
<tr><td>Stoppen en afleren</td><td>Waar houd je mee op?</td></tr>
<tr><td>Terugdraaien en rechtzetten</td><td>Wat maak je goed?</td></tr>
</tbody>
</table>
<p>Alle acties staan bij elkaar op de pagina <a href="/opbrengst/">Opbrengst</a>. Daar zie je ook
welke oorzaak en welke richting erbij horen.</p>
"""
