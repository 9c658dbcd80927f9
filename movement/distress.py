"""Words of acute distress (S7): help lines are shown beside the form, nothing is blocked.

The answer is about a text and is used at once; it is never kept as a label of a person.

People say it in any order and any words. So what is looked for are meanings that stand near one
another: a wish beside death, “not any more” beside living, a means beside what is done with it,
violence beside now. Sayings are taken out first; a denial, a memory, and who speaks about it from
outside (prevention, a film, a course) are none.
"""

import re

from movement.reading import readable

# Near: so many signs before and after, within one sentence.
NEAR = 75

# Sayings in which death, an end or a knife is not meant.
SAYINGS = re.compile(
    r"\bdood\s+(?:van\s+het\s+lachen|voor\s+de\s+wereld|aan\s+zijn|spoor|tij|punt|gewicht|lichaam|moe|"
    r"op|ziek|gegaan\s+van|sinds|door|in\s+(?:19|20)\d\d)\b"
    r"|\b(?:ga|ging|gaan|lag|lagen|lach\w*)\s+(?:\w+\s+)?dood\s+van\b"
    r"|\bde\s+dood\s+van\s+(?!mij\b|me\b)"
    r"|\bover\s+(?:mijn|m'n)\s+(?:dood|lijk)\b"
    r"|\b(?:schrik\w*|schrok|schaam\w*|erger\w*|verveel\w*|lach\w*|werk\w*|schrikken)\s+(?:\w+\s+)?"
    r"(?:me|mij|je|jezelf|ons|zich)?\s*(?:echt\s+|bijna\s+)?dood\b"
    r"|\bom\s+(?:je|jezelf|me)\s+dood\s+te\s+(?:lachen|schamen|ergeren|vervelen)\b"
    r"|\b(?:zwijgen|zweeg|zwegen|liep|lopen|loopt|gooien|gegooid|telefoon|batterij|accu)\b"
    r"[^.!?,]{0,20}\bdood\b"
    r"|\b(?:hond|kat|konijn|hamster|paard|vis|vogel|dier|plant)\w*\b[^.!?,]{0,30}\bdood\w*\b"
    r"|\b(?:niet|nooit|geen)\s+(?:meer\s+|langer\s+)?(?:dood|sterven|suicidaal|suicidale|zelfmoord\w*|"
    r"zelfdoding|automutil\w*)\b"
    r"|\bniet\s+dat\b[^.!?]{0,40}\bdood\b"
    r"|\bzonder\s+(?:\w+\s+){1,2}(?:te\s+)?leven\b"
    r"|\bleven\s+(?:van|in|zoals|onder|volgens)\b"
    r"|\beinde?\s+(?:te\s+)?(?:maken?|maak|komen|komt)?\s*aan\s+(?!(?:mijn|m'n|zijn|haar|het|dit)\s+leven\b)"
    r"(?:de|het|die|dat|deze|dit|al|onze|hun|zulke|wachtlijst\w*)\b"
    r"|\b(?:een\s+)?einde?\s+maken\s+aan\s+(?!(?:mijn|m'n|zijn|haar|het|dit)\s+leven\b)\w+"
    r"|\bsnijdt\s+(?:\w+\s+){0,3}?(?:onderwerp|ziel|hart|hout)\b"
)

SELF = (
    r"(?:mezelf|mijzelf|me\s+zelf|mij\s+zelf|m'n\s*eigen|zichzelf|jezelf|haarzelf|hemzelf|me|zich)"
)
OUT_OF_LIFE = (
    r"dood|dood\s?(?:ga|gaat|gaan|ging|ben|bent|is)|sterf|sterven|gestorven|euthanasie|overlijden|"
    r"verdwijn|verdwijnt|verdwijnen|(?:er|hier)\s+uit\s*stappen|in\s+de\s+hemel|"
    r"(?:voor\s+(?:altijd|eeuwig)|eeuwig)\s+(?:slapen|rust\w*|weg)|"
    r"(?:slapen|rust|weg)[\s,]+(?:voorgoed|voor\s+(?:altijd|eeuwig))"
)
WISH = (
    r"\b(?:wil|wilt|willen|wou|wilde|wens\w*|bid|bidt|hoop|hoopt|liefst|liever|beter|gedachten?|denkt?|"
    r"denken|dacht|gedacht|laat|laten|opgelucht|plan|rustig|overweegt?|verlang\w*|fantaseert?|droom\w*|zou|kon|had|was|waren|hoeft?|kan|kun\w*)\b"
)
HARM = (
    r"(?:van\s+kant|snijd\w*|snijdt|snij|snijden|gesneden|verwond\w*|ophang\w*|op\s+te\s+hangen|"
    r"opgehangen|opknop\w*|verhang\w*|doden|doodmak\w*|verdrinken|beschadig\w*|krast?|krassen|gekrast|"
    r"vergiftig\w*|(?:iets|wat)\s+aan(?:doe\w*)?|aandoe\w*|aan\s+te\s+doen)"
)
NOW = (
    r"\b(?:nu|en\s+ik|kelder|kamer|vandaag|vanavond|vannacht|vanochtend|gisteren|net|zojuist|straks|morgen|weer|opnieuw|"
    r"elke|iedere|steeds|help|bang|dreigt|dreigde|zegt|zei|gaat|als\s+ik|als\s+we|thuis|hier)\b"
)
VICTIM = r"\b(?:me|mij|ons|hem|haar|hen|mijn|m'?n|onze|de\s+kinderen|het\s+kind|ik|we|wij|hij|ze)\b"
PILLS = (
    r"\b(?:pil|pillen|slaappil\w*|tablet\w*|medicijnen|medicatie|paracetamol\w*|oxazepam\w*|strip\w*|"
    r"touw|strop|gif|insuline|chloor)\b"
)
PILLS_FOR_IT = (
    r"\b(?:klaar|klaarligg\w*|klaargelegd|gespaard|opgespaard|spaar|verzameld|gekocht|besteld|"
    r"verstopt|in\s+huis\s+gehaald|genoeg|te\s+veel|teveel|alle|allemaal|hele|in\s+een\s+keer|"
    r"(?:\d+|tien|vijftien|twintig|dertig|veertig|een\s+handvol|handenvol)\s+(?:\w+\s+)?(?:pil|tablet|"
    r"paracetamol|slaappil|medicij)\w*)\b(?!\s+ten\s+spijt)"
)
HEIGHT = (
    r"\b(?:op|van|bij|langs|aan|uit|over)\s+(?:de|een|het)\s+(?:rand\s+van\s+het\s+)?(?:dak|brug|"
    r"viaduct|flat|balkon|gebouw|spoor|rails|perron|rand|raam|reling|toren)\b"
)
TRAIN = r"\b(?:voor|onder)\s+(?:de|een|die)\s+(?:trein|metro|tram|vrachtwagen|auto|bus)\b"
JUMP = (
    r"\b(?:spring\w*|gesprongen|sprong|stap|stappen|gestapt|gooi\w*|gegooid|sta|staat|loop|lopen|"
    r"lig)\b"
)
SOMEBODY = (
    r"\b(?:ik|'?k|ben|heb|hij|zij|ze|mijn|m'?n|mn|zoon|dochter|kind|zus\w*|broer\w*|moeder|vader|"
    r"vriend\w*|iemand)\b"
)
# The end of what is said.
STOP = r"(?=\s*(?:[.!?,;]|$))"

# Each kind of saying it: what is found first, and what has to stand near it.
KINDS: tuple[tuple[str, ...], ...] = (
    # To wish for death, in any person: it may be somebody's child.
    (
        rf"\b(?:{OUT_OF_LIFE})\b(?!\s+van)",
        r"\b(?:ik|'?k|hij|zij|ze|me|mij|mezelf|we|laat)\b|^",
        rf"{WISH}|\bvoorgoed\b|\bvoor\s+altijd\b",
    ),
    (
        r"\b(?:nie|niet|nooit|geen)\b[^.!?]{0,25}\b(?:leve|leven|bestaan|geleefd|bestond|geboren|"
        r"wakker(?!\s+(?:liggen|lig|gelegen)))\b",
        rf"{WISH}|\b(?:geen\s+(?:reden\w*|zin)|vol|volhoud\w*)\b",
    ),
    (
        r"\b(?:er|hier)\s+(?:(?:gewoon|echt|maar|liever|straks|ook|morgen)\s+)*niet\s+(?:meer|langer)\s+"
        r"(?:te\s+)?(?:zijn|ben|was|zou\s+zijn)\b(?!\s+dan)",
        r"\b(?:ik|'?k|hij|ze|zij)\b",
    ),
    (r"\bleven\b", r"\b(?:geen|hoeft|heeft)\b", r"\b(?:zin|waarde|reden\w*|niet\s+meer)\b"),
    (r"\bleven\b", r"\b(?:zat|beu|niet\s+meer\s+vol|niet\s+meer\s+aan|stopt|stoppen)\b", r"\bik\b"),
    (r"\b(?:heeft|had)\s+(?:het\s+)?(?:allemaal|alles)\b", r"\bgeen\s+zin\s+meer\b"),
    (r"\balles\b|\bhet\b", r"\bgeen\s+zin\s+meer\b", r"\b(?:vaarwel|sorry|doei|dag\s+allemaal)\b"),
    (r"\bbeter(?:\s+af)?\s+zonder\s+(?:mij|me)\b(?=\s*(?:[.!?,]|$))",),
    (r"\bniemand\b", r"\b(?:mij|me)\b", r"\b(?:mist|missen)\b"),
    (r"\bgeen\s+(?:enkele\s+|andere\s+)?uitweg(?:\s+meer)?(?!\s+dan)\b",),
    (r"\bzie\s+het\s+(?:leven\s+)?(?:echt\s+|gewoon\s+)?niet\s+meer\s+zitten(?=\s*(?:[.!?,]|$))",),
    (
        r"\b(?:trek|hou|houd)\s+(?:ik\s+)?(?:het|dit)\s+niet\b",
        r"\b(?:stap\s+eruit|leven|ik\s+wil\s+weg)\b",
    ),
    # To plan it, or to have tried.
    (r"\bzelf\s*(?:moord|doding)(?:poging\w*|gedachten?|neiging\w*|plan\w*)?\b",),
    (r"\bsuicid(?:e|aal|ale)\w*\b",),
    (r"\b(?:kms|kys|unalive|afscheidsbrie\w*)\b",),
    (
        r"\beinde?\s+aan\b|\beinde?\s+(?:te\s+)?ma\w+\s+aan\b",
        r"\b(?:er|leven)\b",
        r"\bma(?:ak|akt|ken|akte)\b|\bgemaakt\b",
    ),
    (r"\beinde?\s+aan\s+(?:mijn|m'n|zijn|haar)\s+leven\b",),
    (r"\buit\s+het\s+leven\b", r"\bstap\w*\b"),
    (r"\b(?:er\s+uit|eruit)\s+stappen\b(?=\s*(?:[.!?,]|$))", r"\bik\b"),
    (PILLS, PILLS_FOR_IT, SOMEBODY),
    (
        HEIGHT,
        r"\b(?:spring\w*|gesprongen|sprong|sta|gestaan|stap|expres|klim\w*|hang|hing)\b",
        SOMEBODY,
    ),
    (TRAIN, JUMP, SOMEBODY),
    (r"\boverdosis\b", r"\b(?:ik|hij|zij|ze|mijn|m'?n|heeft|heb)\b"),
    (r"\bals\s+ik\s+spring\b|\b(?:zoals?\s+)?ik\s+spring(?=\s*(?:[.!?,]|$))",),
    (r"\bmijn\s+polsen\b",),
    (
        rf"\b{SELF}\b",
        rf"\b{HARM}\b",
        r"\b(?:ik|'?k|hij|zij|ze|zoon|dochter|kind|zichzelf|mezelf)\b",
    ),
    (r"\b(?:krast?|snijdt?|snijden|krassen)\b", r"\b(?:armen|arm|benen|been|polsen|huid)\b"),
    (r"\bautomutil\w+",),
    (r"\bik\s+(?:snijd?|kras)(?=\s*(?:weer|elke\s+\w+)?\s*(?:[.!?,;]|$))",),
    (
        r"\bhang(?:t|en)?\b",
        r"\b(?:me|mij|mezelf|zich|zichzelf)\b",
        r"\bop\b(?=\s*(?:[.!?,;]|$|als))",
    ),
    (
        r"\b(?:rij|rijd|rijden|fiets|loop)\b",
        r"\btegen\s+(?:een|de)\s+(?:boom|muur|pijler)\b|\b(?:kanaal|water|rivier|sloot)\s+in\b",
        rf"{WISH}|\bga\b|\bexpres\b",
    ),
    (
        rf"\b{SELF}\b",
        r"\b(?:pijn\s+(?:te\s+)?(?:doe\w*|deed)|(?:doe\w*|deed)\b[^.!?]{0,15}\bpijn)\b",
        r"\b(?:ik|hij|ze|zij|zoon|dochter)\b",
    ),
    (rf"\b{SELF}\b", rf"\baf{STOP}", r"\bmaak\w*\b"),
    (r"\b(?:polsen|aders?)\b", r"\b(?:door\w*|open\w*|snij\w*|gesneden)\b"),
    (r"\b(?:pistool|geweer|vuurwapen|kapmes|bijl)\b", SOMEBODY),
    (r"\bkeel\b", r"\b(?:dicht\w*|knijp\w*|kneep|greep|grijpt|mes)\b"),
    (r"\b(?:mij|me|ons|haar|hem)\s+(?:af|kapot)\s?maa?k\w*\b",),
    # Cannot go on, said short: nothing is named that could be meant instead.
    (
        rf"\bik\s+(?:kan|wil|hoef)\s+(?:(?:echt|gewoon|het|dit|zo|nu|helemaal)\s+)*niet\s+"
        rf"(?:meer|langer|verder)(?:\s+zo)?{STOP}",
    ),
    (
        rf"\b(?:kan|wil)\s+ik\s+(?:(?:echt|gewoon|het|dit|zo)\s+)*niet\s+(?:meer|langer|verder){STOP}",
    ),
    (r"\bgeen\s+(?:enkele\s+)?hoop\s+meer\b",),
    (r"\bgeen\s+plek\b", r"\b(?:mij|me)\b", r"\b(?:wereld|leven|aarde)\b"),
    (r"\bwaarom\b", r"\bik\s+(?:eigenlijk\s+)?(?:nog\s+)?(?:leef|besta|er\s+nog\s+ben)\b"),
    (r"\bhoeft?\b", r"\b(?:voor\s+(?:mij|me)|van\s+mij)\b", r"\bniet\s+meer\b"),
    (
        r"\b(?:als|dat)\s+ik\s+(?:er\s+)?(?:weg|dood|verdwenen|niet)\b",
        r"\b(?:beter|opgelucht|rust|voorgoed|mist)\b",
    ),
    (r"\bbeter\b", r"\bzonder\s+(?:mij|me)\b(?!\s+\w)"),
    (
        r"\bzorg\b",
        r"\bvoor\b",
        r"\b(?:mama|papa|moeder|vader|kinderen|hond|kat)\b",
        r"\b(?:doei|dag|vaarwel|sorry)\b",
    ),
    (r"\bik\s+ga\s+het\s+doen\b|\bga\s+ik\s+het\s+doen\b",),
    (
        rf"{WISH}",
        r"\b(?:auto|vrachtwagen|trein|bus)\b",
        r"\b(?:raakt|rijdt|aanrijdt|schept)\b",
        r"\b(?:me|mij)\b",
    ),
    (
        r"\b(?:leven|leef|bestaan)\b",
        r"\b(?:niet\s+meer\s+(?:\w+\s+)?zitten|niks\s+(?:meer\s+)?waard|niets\s+(?:meer\s+)?waard|zinloos|"
        r"afgelopen|voorbij|niet\s+meer\s+nodig|ophoudt|ophouden|niet\s+aan\s+kunnen)\b",
        SOMEBODY,
    ),
    (
        r"\bwas(?:\s+ik)?(?:\s+er)?\s+maar\s+(?:niet|weg)\b|\bwas\s+ik\s+(?:er\s+)?maar\b",
        r"\bniet|weg|dood\b",
    ),
    (
        r"\b(?:een|tot|alleen\s+maar)\s+last\b",
        r"\bik\b",
        r"\b(?:iedereen|anderen|jullie|hun|haar|hem)\b",
    ),
    (
        r"\beruit\s+(?:te\s+)?(?:wil\s+)?stap\w*\b",
        r"\bik\b",
        r"\b(?:gedacht|nagedacht|denk|wil|beter|leven)\b",
    ),
    (r"\biets\s+(?:doms|ergs|stoms)\b", r"\bik\b", r"\b(?:punt|ga|doen|doe|bang)\b"),
    (
        r"\b(?:armen|arm|polsen|benen)\b",
        r"\bopen\w*\b|\bkapot\w*\b",
        r"\b(?:ik|mezelf|zichzelf|haar|zijn)\b",
    ),
    (r"\bmes\b", r"\b(?:bedreig\w*|dreig\w*|keel|gestoken|steekt|steken)\b"),
    (r"\b(?:brug|dak|flat|viaduct|balkon)\s+af\b", r"\b(?:ga|wil|spring\w*|moet)\b"),
    (r"\b(?:geslagen|mishandeld|misbruikt|verkracht)\b", r"\bdoor\b", r"\bword\w*\b", VICTIM),
    (r"\bbedreig\w*\b", r"\b(?:mes|vermoord\w*|dood|wapen|pistool)\b"),
    # To be weary of it all, and in the way.
    (r"\b(?:moe|klaar|uitgeput)\b", r"\b(?:van|met)\s+(?:het|mijn|dit)\s+leven\b|\blevensmoe\b"),
    (r"\blevensmoe\b",),
    (r"\b(?:iedereen|jullie|alleen)\b", r"\btot\s+last\b", r"\bik\b"),
    (r"\bgeen\s+toekomst\b", r"\bik\b", r"\b(?:meer|voor\s+(?:mij|me))\b"),
    (
        r"\b(?:waardeloos|niets\s+waard|nutteloos)\b",
        r"\bik\b",
        r"\b(?:weg|leven|dood|stoppen|stop)\b",
    ),
    # To say goodbye.
    (r"\bafscheid\b", r"\bvan\s+(?:iedereen|alles|het\s+leven|jullie\s+allemaal)\b"),
    (
        r"\bmijn\s+laatste\s+(?:bericht|dag|avond|nacht)\b",
        r"\b(?:zoeken|sorry|vaarwel|vergeef|spijt)\b",
    ),
    (r"\bvaarwel\b", r"\b(?:zin|sorry|leven|spijt|jullie|iedereen)\b"),
    # Somebody is in danger from somebody.
    (
        r"\b(?:slaat|slaan|sloeg|sloegen|geslagen|schopt|schopte|geschopt|wurg\w*|gewurgd|mishandel\w*|"
        r"verkracht\w*|knijp\w*|gestompt|stompt|trapt|getrapt|schudt|vastgebonden|"
        r"gegijzeld|bont\s+en\s+blauw|misbruik\w*|vermoord\w*|doodsla\w*|doodmaa\w*|dood\s*maken|doodschiet\w*|"
        r"neersteek\w*|opgesloten|iets\s+aan(?:doet|\s+te\s+doen)|aandoet|wat\s+aandoe\w*)\b",
        VICTIM,
        NOW,
    ),
    (r"\bmaakt\s+(?:me|mij|ons|haar|hem)\s+(?:nog\s+)?(?:dood|af)(?=\s*(?:[.!?,]|$))",),
    (
        r"\bmet\s+een\s+(?:mes|pistool|wapen|bijl|geweer)\b",
        r"\b(?:staat|is|loopt|komt|dreigt|deur)\b",
    ),
    (r"\bmes\b", r"\bin\s+(?:mijn|zijn|haar)\s+hand\w*\b"),
    (
        r"\bdreig\w*\b",
        r"\b(?:brand|steken|mes|ontvoer\w*|vermoord\w*|doden|iets|wat\s+aan|kapot\s+te|slaan|schieten)\b",
    ),
    # What a child says who cannot say it.
    (
        r"\b(?:op|in|bij)\s+mijn\s+(?:kamer|bed)\b|\bmijn\s+(?:kamer|bed)\s+in\b|\baan\s+(?:me|mij)\b|"
        r"\b(?:me|mij)\s+aan\b",
        r"\b(?:komt|kwam|zit|zat|raakt)\b",
        r"\b(?:nacht|nachts|durf|geheim|niemand|bang|mag\s+het\s+niet)\b",
    ),
    (
        r"\b(?:help|bang|durf|in\s+gevaar|niet\s+veilig)\b",
        r"\b(?:komt\s+eraan|voor\s+de\s+deur|aan\s+de\s+deur|in\s+huis|dronken|schreeuwt|verstopt|opgesloten|niet\s+naar\s+huis|bonkt|ben\s+nu|"
        r"zijn\s+nu)\b",
    ),
)
FOUND = [(re.compile(first), [re.compile(one) for one in rest]) for first, *rest in KINDS]

# Who speaks about it from outside: prevention, study, news, a question that somebody asked.
ABOUT_IT = re.compile(
    r"preventie|\b(?:training|cursus|workshop|lezing|boek|film|serie|documentaire|podcast|cijfers|"
    r"onderzoek|protocol|beleid|artikel|thema-?avond|voorlichting|opleiding)\b"
    r"|\b(?:vroeg|vroegen|vraagt|vragen)\s+(?:\w+\s+){0,2}of\b"
)
LONG_AGO = re.compile(
    r"\b(?:vroeger|destijds|ooit|toentertijd|\w+\s+jaar\s+geleden|jaren\s+geleden|in\s+mijn\s+jeugd|"
    r"toen\s+ik\s+(?:\w+\s+){0,3}was|als\s+(?:kind|tiener|puber|jongere|meisje|jongen)|"
    r"inmiddels\s+gaat|nu\s+gaat\s+het\s+(?:goed|beter)|in\s+(?:19|20)\d\d)\b"
)
WELL_NOW = (
    r"nu\s+(?:ben\s+ik\s+(?:blij|trots|moeder|vader)|gaat|help|leef|heb|kan|weet|werk|sta|"
    r"niet\s+meer)"
)
PRESENT = re.compile(
    rf"\b(?!{WELL_NOW})(?:wil|wilt|nu|vandaag|vanavond|vannacht|nog\s+steeds|weer|sinds)\b"
)


def has_words_of_distress(text: str) -> bool:
    """Whether the text has words of somebody who may need help right now.

    A look-alike ("doodmoe") is none, and neither is a memory that says it is one.
    """
    words = readable(text).lower()
    sentences = re.split(r"(?<=[.!?])\s+|\n{2,}", words)
    for place, one in enumerate(sentences):
        # What belongs together is often said in two: a farewell, a means and its use.
        both = " ".join(f"{one.rstrip('.!')}, {''.join(sentences[place + 1 : place + 2])}".split())
        alone = " ".join(one.split())
        if is_acute(alone) or (len(alone) < NEAR and is_acute(both[: NEAR * 2])):
            return True
    return False


def is_acute(sentence: str) -> bool:
    """Whether it is said of somebody, and of now."""
    plain = SAYINGS.sub(" ~ ", sentence)
    for first, rest in FOUND:
        for match in first.finditer(plain):
            around = plain[max(0, match.start() - NEAR) : match.end() + NEAR]
            if all(one.search(around) for one in rest):
                return not is_memory(sentence) and not ABOUT_IT.search(sentence)
    return False


def is_memory(sentence: str) -> bool:
    """Whether a sentence tells of long ago and not of now."""
    long_ago = LONG_AGO.search(sentence)
    return bool(long_ago and not PRESENT.search(sentence.replace(long_ago.group(), " ")))
