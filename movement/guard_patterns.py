"""What the recognisability check looks for, each as a pattern over readable text."""

import re
from pathlib import Path

I = re.IGNORECASE  # noqa: E741
FIRST_NAMES = frozenset(
    (Path(__file__).parent / "first_names.txt").read_text(encoding="utf-8").split()
)
NOT_A_NAME = frozenset((Path(__file__).parent / "no_names.txt").read_text(encoding="utf-8").split())
# How a verb ends that got a capital by mistake: “Vraagt”, “Slaapt”. A name that is known wins.
VERB = re.compile(r"[bdfgklmpv]t$")
# Names that, without a capital, are rather the word.
RATHER_A_WORD = {
    "elke",
    "ben",
    "lieve",
    "koos",
    "riet",
    "storm",
    "max",
    "roos",
    "hoop",
    "mei",
    "bas",
}
NAME = r"(?P<name>[A-Za-z][a-z]+(?:-[A-Z][a-z]+)?)\b"
BEFORE_SURNAME = r"(?:(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Tt]er|[Tt]en|[Ee]l|'t)\s+){0,2}"
SURNAME = rf"(?:\s+{BEFORE_SURNAME}[A-Z][a-z]+)?"
MONTH = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|mrt|maart|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|"
    r"sep(?:t(?:ember)?)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
COUNTED = ("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")
UNIT = r"(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen)"
DIGIT = rf"(?:\d|nul|{UNIT})"
# Small numbers in words: a day of the month, a group, an age.
FEW = (
    r"(?:een|eerste|twee|tweede|drie|derde|vier|vierde|vijf|vijfde|zes|zesde|zeven|zevende|acht|"
    r"achtste|negen|negende|tien|tiende|elf|elfde|twaalf|twaalfde|dertien|dertiende|veertien|"
    r"veertiende|vijftien|zestien|zeventien|achttien|negentien|twintig(?:ste)?|"
    r"(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen)[ee]?n?twintig(?:ste)?|dertig(?:ste)?|"
    r"eenendertig(?:ste)?)"
)
YEAR = r"(?:'?\d{2,4}|(?:tweeduizend|negentien(?:honderd)?)\w*)"
DATE = (
    rf"(?:\d{{1,2}}\s*[-/.]\s*\d{{1,2}}\s*[-/.]\s*'?\d{{2,4}}|"
    rf"(?:\d{{1,2}}(?:e|ste|de)?|{FEW})\s+{MONTH}(?:\s+{YEAR}\b)?)"
)
FULL_DATE = (
    rf"(?:\d{{1,2}}\s*[-/.]\s*\d{{1,2}}\s*[-/.]\s*'?\d{{2,4}}|"
    rf"(?:\d{{1,2}}(?:e|ste|de)?|{FEW})\s+{MONTH}\s+{YEAR}\b)"
)

# Numbers ------------------------------------------------------------------------------------

NINE_DIGITS = re.compile(r"(?<![\d/.-])\d(?:[ .-]?\d){8}(?![\d/]|[.-]\d)")
NAMED_BSN = re.compile(
    r"\b(?:bsn|burgerservicenummer|sofinummer)\b\W{0,3}(?:is|was)?\W{0,3}"
    r"(?P<found>\d[\d .]{6,11}\d)",
    I,
)
TELEPHONE = re.compile(
    r"(?<![\w/.-])(?:\(?\+\d{1,3}\)?|00\d{2}|\(?0\s?[1-9])(?:[ .\-/()]{0,3}\d){7,11}(?![\d/]|-\d)"
)
# Without its nought, or with the letter o for it.
BARE_TELEPHONE = re.compile(
    r"(?<!\w)o6(?:[ .\-/]{0,3}\d){8}(?!\d)"
    r"|\b(?:nummer|nr|tel|telefoon|mobiel|mob|bel|app|whatsapp)\b\W{0,3}(?:(?:is|me|mij|op|maar|ons)\W{1,3}){0,3}"
    r"(?P<found>6(?:[ .-]?\d){8})(?!\d)",
    I,
)
# A number that is said: “nul zes, twaalf…” begins like a mobile one and goes on in digits or words.
SAID_TELEPHONE = re.compile(
    rf"\b(?:nul|0)[\s,.-]{{0,3}}(?:zes|6)(?:[\s,.-]{{0,3}}(?:\d|nul\b|{UNIT}\b|\w{{2,14}}(?:tien|tig)\b|"
    rf"tien\b|elf\b|twaalf\b)){{3,8}}|\b(?:(?:nul|{UNIT})[\s,.-]{{1,3}}){{7,}}(?:nul|{UNIT})\b",
    I,
)
DOT = r"(?:\.|\s\.\s|\s?(?:\(dot\)|\[dot\]|\(punt\)|\[punt\])\s?|\s(?:punt|dot)\s)"
PROVIDER = (
    r"(?:g-?mail|hotmail|outlook|live|msn|yahoo|icloud|proton(?:mail)?|ziggo|kpn(?:mail|planet)?|planet|"
    r"xs4all|home|hetnet|upcmail|casema|telfort|solcon|telenet|skynet)"
)
EMAIL = re.compile(
    r"(?:[\w+-]{1,30}\s\.\s){0,3}[\w.+-]{1,64}"
    r"(?:@\s?|\s{1,2}@\s{1,2}|\s?(?:\(at\)|\[at\]|\(a\)|\[a\]|\(apen?staart(?:je)?\)|"
    r"[\s-]?\bapen?staart(?:je)?\b[\s-]?)\s?)"
    rf"[a-z0-9-]{{1,63}}(?:{DOT}[a-z0-9-]{{1,63}}){{0,3}}{DOT}[a-z]{{2,12}}\b"
    # Said aloud, with a provider that everybody knows.
    rf"|[\w.+-]{{2,64}}\s(?:at|apen?staart(?:je)?)\s{PROVIDER}{DOT}(?:com|nl|net|be|me)\b"
    rf"|[\w.+-]{{2,64}}\s?(?:@|\bapen?staart(?:je)?\b)\s?{PROVIDER}\b",
    I,
)
# How long an account number is in each country (ISO 13616), the Netherlands apart.
LENGTHS = {
    15: "NO", 16: "BE", 18: "DK|FI", 19: "SI", 20: "AT|EE|LT|LU", 21: "CH|HR|LV", 22: "BG|DE|GB|IE",
    24: "CZ|ES|RO|SE|SK", 25: "PT", 26: "TR", 27: "FR|GR|IT", 28: "CY|HU|MA|PL", 31: "MT",
}  # fmt: skip
IBAN = re.compile(
    r"\b(?:"
    + "|".join(
        rf"(?:{countries})[ .-]?\d{{2}}(?:[ .-]?[A-Z0-9]){{{length - 4}}}"
        for length, countries in LENGTHS.items()
    )
    + r")\b",
    I,
)
# A Dutch account has this shape, also with a digit mistyped.
DUTCH_IBAN = re.compile(r"\bN[ .-]?L(?:[ .-]?\d){2}(?:[ .-]?[A-Z]){4}(?:[ .-]?\d){10}\b", I)
ADDITION = r"(?:\s?-?\s?(?:bis|hs|huis|[a-zA-Z]{1,2}|[IV]{1,3}))?"
NUMBERED = rf"(?:(?:huis)?-?(?:nummer|nr\.?|no\.)\s*(?:is\s+)?(?:\d{{1,5}}{ADDITION}|{FEW}))\b"
ZIP = r"[1-9]\d{3}[\s-]?(?!sa|sd|ss)[a-z]{2}\b"
POSTCODE = re.compile(
    r"(?:\b[1-9]\d{3}(?:\s?(?!SA|SD|SS)[A-Z]{2}|(?!sa|sd|ss)[a-z]{2})\b[\s,]{0,3}"
    rf"(?:(?:huisnummer|huisnr\.?|nummer|nr\.?|op)\s*)?\d{{1,5}}{ADDITION}\b)"
    r"|(?:\b(?:[A-Z][\w'-]+\s+)?\d{1,5}\s?[a-zA-Z]?\s?,?\s[1-9]\d{3}\s?(?!SA|SD|SS)[A-Z]{2}\b)"
    # The number and the postcode each with its word, in either order.
    rf"|(?i:\b{NUMBERED}[^!?\n]{{0,20}}?\bpostcode\s*(?:is\s+|:\s*)?{ZIP})"
    rf"|(?i:\bpostcode\s*(?:is\s+|:\s*)?{ZIP}[^!?\n]{{0,20}}?\b{NUMBERED})"
    rf"|(?i:\bpostcode\s*(?:is\s+|:\s*)?{ZIP}[\s,]{{1,3}}\d{{1,5}}{ADDITION}\b)"
    rf"|(?i:\b{ZIP}[\s,]{{1,3}}{NUMBERED})"
    rf"|(?i:\b(?:wonen|woon|woont|zit|zitten|adres)\b[^.!?\n\d]{{0,20}}{ZIP}[\s,]{{1,3}}\d{{1,5}}{ADDITION}\b(?=\s*(?:[.,!?)]|$)))"
)
HOUSE = (
    rf"(?:(?:,?\s*(?:op\s+)?{NUMBERED})|"
    r"\s*(?!jaar|uur|keer|dagen|weken|maanden|euro|mensen)"
    r"\d{1,4}(?:\s?-?\s?(?:[a-zA-Z]|bis|hs|[IV]{1,3}))?\b)"
    r"(?!\s*(?:jaar|uur|keer|dagen|weken|maanden|euro|mensen|kinderen|minuten|meter|kilometer|km|"
    r"huizen|woningen|gezinnen|adressen))"
)
STREET = re.compile(
    r"\b(?:(?:van|de|den|het|op|aan)\s+)?[A-Z][\w'-]*(?:\s+(?:van\s+|de\s+|der\s+|den\s+|het\s+|"
    r"'s\s+){0,2}[A-Z][\w'-]*){0,2}"
    r"(?:straat|laan|weg|plein|kade|gracht|dijk|singel|steeg|pad|hof|dreef|plantsoen|ring|"
    r"boulevard|markt|wal|erf|akker|veld|oord|burg|baan|vaart|haven|park|horst|kamp|donk|brink|hoeve|"
    r"gaarde|drift|meent|allee|werf)\b"
    rf"(?:{HOUSE}|\s+{FEW}\b(?=\s*(?:[.,!?)]|$|in\s|te\s)))"
    rf"|\b(?i:aan|op|in|naar)\s+(?i:de|het)\s+(?:Singel|Dijk|Kade|Laan|Markt|Plein(?:\s\d{{4}})?|Gracht|Haven|Hof|Brink|Dam){HOUSE}"
    rf"|\bPlein(?:\s\d{{4}})?{HOUSE}"
    rf"|(?i:\b{NUMBERED})\s+(?:in|aan|op|van)\s+(?:(?:de|het)\s+)?[A-Z]\w*(?:straat|laan|weg|plein|kade|"
    r"gracht|dijk|singel|steeg|pad|hof|dreef|markt)\b"
    # Somebody lives there, whatever the street is called.
    r"|(?i:\b(?:wonen|woon|woont|adres(?:\s+is|:)?))\s+(?:(?:aan|op|in)\s+)?(?:(?:de|het)\s+)?"
    r"[A-Z][\w'-]+(?:\s[A-Z][\w'-]+)?\s+\d{1,4}\s?[a-z]?(?=\s*(?:[.,!?)]|$|in\s|te\s))"
    # Without a capital only what can hardly be another word.
    r"|\b[a-z]{3,}(?<!hoofd)(?<!zij)(?<!win)(?<!achter)(?:straat|laan|plein|gracht|kade|dijk|singel|"
    rf"dreef|plantsoen|steeg|weg)\b(?<!onderweg)(?<!halverweg)(?<!vanweg)(?<!snelweg)(?<!rijksweg){HOUSE}"
)
CASE = re.compile(
    r"\bC\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4,7}(?:\s?/\s?[A-Z]{2}\s?RK\s?\d{2}\s?[-/]\s?\d{1,6})?"
    r"|\b(?:JE|FA|KG|HA)[\s./-]?RK[\s./-]?\d{2}\s?[-./]\s?\d{1,6}"
    r"|\b\d{2}\s?[/.-]\s?\d{6}\s?[-/.]\s?\d{2}\b"
    r"|\bECLI:[A-Z]{2}:[A-Z]+:\d{4}:\w+"
    r"|\b(?:zaak|dossier|rekest|parket|client|kind|registratie|rol|beschikkings?)-?\s?"
    r"(?:nummer|nr\.?|kenmerk)\s*(?:is|was|:|=)?\s*(?:[A-Za-z]{1,4}[ /.-]?)?\d[\w/.-]{2,20}"
    r"|\b(?:kenmerk|referentie|dossier|zaak|rekest|beschikking)\b\s*(?:is|was|:|=|nr\.?)?\s*"
    r"(?=(?:[\w/.-]*\d){4})(?:[A-Za-z]{1,5}[ /.-]?)?\d[\w/.-]{3,20}",
    I,
)
BORN = (
    r"(?:geboren|geboorte(?:da(?:tum|g)|jaar)?|dob|geb\.?(?:\s?(?:dat|d)\.?)?|jarig|verjaardag|verjaart|"
    r"ter\s+wereld|bevallen)"
)
SOMEBODY = (
    r"(?:zoon(?:tje)?|dochter(?:tje)?|kind(?:je)?|jongen|meisje|hij|ze|zij|broer(?:tje)?|"
    r"zus(?:je)?|baby|jongste|oudste)"
)
BIRTH = re.compile(
    rf"\b{BORN}(?:\b|(?<=\.))[^.!?\n]{{0,22}}?(?P<found>{DATE})"
    rf"|\b(?P<before>{DATE})[^.!?\n]{{0,40}}?\b(?:geboren|ter\s+wereld|jarig|bevallen)\b"
    rf"|\b(?:{SOMEBODY}\s+(?:is|was|komt)|ik\s+(?:ben|kom)|ben\s+ik|ben)\s+van\s+(?P<of>{FULL_DATE})"
    rf"|\b{SOMEBODY}\s*[(,]\s*[°*]?\s*(?P<beside>{FULL_DATE})"
    rf"|(?<!\d)[°*]\s?(?P<since>{FULL_DATE})"
    # A day on which somebody gets an age.
    rf"|\b(?P<day>{DATE})\s+(?:is|wordt|werd)\s+(?:\w+\s+){{0,3}}?(?:\d{{1,2}}|{FEW})\b(?=\s*(?:jaar|[.,!?]|$))"
    rf"|\b{SOMEBODY}\s+(?:is|wordt|werd)\s+(?:op\s+)?(?P<on>{DATE})\s+(?:\d{{1,2}}|{FEW})\b",
    I,
)
COORDINATES = re.compile(
    r"-?\b\d{1,2}[.,]\d{3,}\s*°?\s*[NZ]?\s*[,;/ ]\s*-?\d{1,3}[.,]\d{3,}(?:\b|(?=[OEW]\b))"
    r"|\b[lL]at\w*\W{0,3}\d{1,2}[.,]\d{3,}\W{1,3}[lL]on\w*\W{0,3}\d{1,3}[.,]\d{3,}"
    # An open location code (“plus code”) has twenty signs of its own.
    r"|\b(?=[A-Z]*\d)[2-9CFGHJMPQRVWX]{4,8}\+[2-9CFGHJMPQRVWX]{2,3}\b"
    r"|\b\d{1,2}\s?°\s?\d{1,2}(?:[.,]\d+)?\s?['’′]?[\s\d.\"″]*[NSZOEW]?\b",
)
PLATE = re.compile(
    r"(?<![\w-])(?:[A-Z]{2}-\d{2}-\d{2}|\d{2}-\d{2}-[A-Z]{2}|\d{2}-[A-Z]{2}-\d{2}|"
    r"[A-Z]{2}-\d{2}-[A-Z]{2}|[A-Z]{2}-[A-Z]{2}-\d{2}|\d{2}-[A-Z]{2}-[A-Z]{2}|"
    r"\d{2}-[A-Z]{3}-\d|\d-[A-Z]{3}-\d{2}|[A-Z]{2}-\d{3}-[A-Z]|[A-Z]-\d{3}-[A-Z]{2}|"
    r"[A-Z]{3}-\d{2}-[A-Z]|\d-[A-Z]{2}-\d{3}|\d{3}-[A-Z]{2}-\d|[A-Z]-\d{2}-[A-Z]{3})(?![\w-])"
    r"|\b(?:k\s?e\s?n\s?t\s?e\s?k\s?e\s?n|nummerbord|nummerplaat)(?:nummer)?\b\W{0,3}(?:is|was|van\s+\w+)?\W{0,3}"
    r"(?:(?=\w*\d)[\w-]{6,9}\b"
    r"|(?=[A-Z\s-]{0,8}\d)[A-Z0-9]{1,3}[ -][A-Z0-9]{1,3}[ -][A-Z0-9]{1,3}\b)",
    I,
)

# Places and accounts on the web -------------------------------------------------------------

REST = r"[^\s<>()\]]*"
MAP_LINK = re.compile(
    rf"(?:https?://)?(?:\bmaps\.app\.goo\.gl|\bgoo\.gl/maps|\b(?:www\.)?google\.[a-z.]+/maps|"
    rf"\bmaps\.google\.[a-z.]+|\bmaps\.apple\.com|\b(?:www\.)?openstreetmap\.org|\bosm\.org|"
    rf"\b(?:www\.)?waze\.com|\bbing\.com/maps|\b(?:what3words\.com|w3w\.co)){REST}"
    r"|(?<!/)///[a-z]+\.[a-z]+\.[a-z]+|\bgeo:-?\d[\d.,-]+",
    I,
)
ACCOUNT_LINK = re.compile(
    rf"(?:https?://)?\b(?:www\.|m\.|nl\.|nl-nl\.)?(?:instagram\.com|facebook\.com|fb\.com|fb\.me|"
    rf"youtube\.com(?=/(?:@|c/|user/|channel/))|tiktok\.com|twitter\.com|x\.com|linkedin\.com/in|snapchat\.com|threads\.net|"
    rf"t\.me|telegram\.me|wa\.me|chat\.whatsapp\.com|whatsapp\.com/channel|discord\.gg|"
    rf"discord\.com/invite|signal\.(?:me|group)|m\.me|twitch\.tv|reddit\.com/u|bsky\.app/profile"
    rf")/{REST}",
    I,
)
MEDIA_NAMES = (
    "insta", "snap", "tiktok", "facebook", "fb", "discord", "telegram", "signal", "whatsapp",
    "twitter", "roblox", "playstation", "psn", "xbox",
    "fortnite", "skype", "linkedin", "mastodon", "bluesky",
)  # fmt: skip
MEDIA = rf"(?:{'|'.join(MEDIA_NAMES)})(?:gram|chat)?"
ACCOUNT = re.compile(
    r"(?<![\w.@/])@[A-Za-z_](?:[\w.]{1,28}\w)\b"
    rf"|\b{MEDIA}\b(?:-?account|naam)?[\s,]*(?:(?:is|heet|naam|:|=|onder|als|via|op|ik|ben|je|me|"
    r"vind|add)\s*){1,4}(?P<found>(?=[\w.]*[\d_.][\w.]*\w)[A-Za-z][\w.]{2,28}\w)"
    rf"|\b{MEDIA}\b(?:-?account|naam)?\s*:\s*(?P<named>(?=\S*[\d_.]\w|\w+\s*(?:[.,;!?)\n]|$))[A-Za-z][\w.]{{2,29}}(?:\#\d{{4}})?)"
    # A name of which the signs are said in words.
    rf"|\b{MEDIA}\b[^.!?\n]{{0,25}}?\b(?P<spelled>\w{{2,20}}\s+(?:punt(?:je)?|underscore|laag\s+streepje|"
    r"liggend\s+streepje|streepje|hekje|hashtag)\b(?:\s+\w{1,20})?)"
    rf"|\b(?:op\s+)?{MEDIA}\s+heet(?:\s+ik)?\s+(?!anders|niet|nu|ook|daar|zo|eigenlijk|gewoon|nog)"
    r"(?P<called>[A-Za-z][\w.]{3,28}\w)"
    # Somebody says how to be found, and under which name.
    rf"|\b(?:vind|vindt|volg|volgt|zoek|zoekt|voeg|add|check)\b[^.!?\n]{{0,30}}\b{MEDIA}\b\s+"
    r"(?:(?:als|onder|via|is|heet|met|de|naam)\s+){1,3}(?P<known>[A-Za-z][\w.]{3,28}\w)"
    rf"|\b(?:vind|vindt|volg|volgt|zoek|zoekt|voeg|add)\b[^.!?\n]{{0,30}}\b{MEDIA}\b\s+(?:(?:naar|op|als)\s+)"
    r"(?P<full>(?-i:[A-Z][a-z]+\s[A-Z][\w-]+))",
    I,
)

# People -------------------------------------------------------------------------------------

GROUP = (
    rf"(?:groep\s?(?:[1-8]\s?[a-e]?\b|{UNIT}\b)|gr\.?\s?[1-8]\s?[a-e]?\b|"
    r"(?:klas|leerjaar)\s?[1-6][a-z]?\b|\b(?:vmbo|havo|vwo|mavo)(?:-\w{1,2})?\s?[1-6][a-z]?\b|"
    r"(?:[1-6]e|eerste|tweede|derde|vierde|vijfde|zesde)\s+(?:klas\b|jaar\s+van)|"
    r"\b(?:vmbo|praktijkonderwijs|vso|(?:peuter|kleuter|baby)groep)\b|"
    r"[1-6]\s?(?:vmbo|havo|vwo|mavo|gym(?:nasium)?|ath(?:eneum)?)\b"
    r"(?:-?\w{1,2}\b)?|brugklas(?:\s?\w\d?\b)?|kleuterklas|eindexamenklas|(?:[hv]|mh|hv)[1-6][a-z]?\b)"
)
KIND_OF_SCHOOL = (
    r"(?i:basisschool|school|obs|cbs|rkbs|pcbs|ibs|sbo|so|vso|jenaplanschool|montessorischool|"
    r"dalton(?:school)?|daltonschool|vrije\s+school|kindcentrum|ikc|lyceum|college|mavo|"
    r"gymnasium|praktijkschool|kleuterschool|peuterspeelzaal|kinderdagverblijf|kdv|bso|speciaal\s+onderwijs)"
)


def school_name(group: str) -> str:
    """How a school is named; what could be something else stands in a group of this name."""
    return (
        rf"(?:{KIND_OF_SCHOOL}[\s,]+(?:(?i:de|het|'t|sint|st\.|op|van)\s+)?[A-Z][\w'-]+"
        r"|(?:(?:[dD]e|[hH]et|'t)\s+)?(?:[A-Z][\w'-]*\s){0,2}(?:[A-Z][\w'-]*(?:college|lyceum|"
        r"school|gymnasium)|[A-Z][\w'-]+\s(?:College|Lyceum|School|Gymnasium))\b"
        r"|(?:(?<=\bop\s)|(?<=\bvan\s)|(?<=\bbij\s)|(?<=\bnaar\s))(?:[dD]e|[hH]et|'t)\s+"
        rf"(?P<{group}>[A-Z][\w'-]+)(?:\s[A-Z][\w'-]+)?)"
    )


SCHOOL = re.compile(
    rf"(?i:\b{GROUP})[^.!?\n]{{0,30}}?{school_name('later')}"
    rf"|{school_name('first')}[^.!?\n]{{0,40}}?(?i:\b{GROUP})"
    # A name that stands right before the group; and what is short for a school, before any word.
    rf"|\b(?:[dD]e|[hH]et|'t)\s+(?P<close>[A-Z]\w+)(?:\s[A-Z]\w+)?\s*[,(]\s*(?i:{GROUP})"
    rf"|(?i:\b(?:obs|cbs|rkbs|pcbs|sbo)\s+(?:(?:de|het|'t)\s+)?\w{{3,}}\W{{1,3}}(?:\w+\s){{0,2}}{GROUP})"
)
RELATIVE = (
    r"(?:(?:klein|pleeg|stief|half|adoptie|petekind)?-?(?:zoon(?:tje)?|dochter(?:tje)?|kind(?:je)?|"
    r"kinderen|zonen|zoons|dochters|broer(?:tje)?|zus(?:je|ter)?)|meid|knul|ventje|neef(?:je)?|nicht(?:je)?|meisje|jongen|jongetje|baby|"
    r"tweeling|meiden|jongens|oudste|jongste|middelste|partner|ex|ex-man|ex-vrouw|ex-partner)"
)
OWN = r"(?i:mijn|m'n|mn|me|onze|ons|zijn|z'n|haar|d'r|hun)"
CHILD = re.compile(
    rf"\b(?P<instead>(?:(?:{OWN}|(?i:de|het|een))\s+)"
    rf"(?:(?i:oudste|jongste|lieve|kleine|eigen|andere|enige)\s+)?(?i:{RELATIVE}))"
    rf"(?:,?\s+(?i:die\s+|genaamd\s+|genoemd\s+)?(?i:heet\s+|heten\s+|is\s+genaamd\s+)?|\s*[(,]\s*){NAME}"
    rf"(?:(?:,\s|\s+en\s+){NAME.replace('?P<name>', '?:').replace('[A-Za-z]', '[A-Z]')})*{SURNAME}"
)
# After a colon something may be said too: there only a name that is known.
CHILD_LISTED = re.compile(
    rf"\b(?P<instead>{OWN}\s+(?:(?i:oudste|jongste)\s+)?(?i:{RELATIVE}))\s*:\s*{NAME}{SURNAME}"
)
CHILD_OF = re.compile(
    r"\b(?P<instead>(?i:ouders?|moeder|vader|mama|papa|oma|opa|pleegouders?|voogd)\s+van)\s+"
    rf"{NAME}{SURNAME}"
)
CHILD_AFTER = re.compile(
    rf"\b{NAME}(?:\s*[,(]\s*|\s+(?i:is|was)\s+)(?P<instead>(?i:mijn|m'n|mn|onze|ons)\s+"
    rf"(?:(?i:oudste|jongste)\s+)?(?i:{RELATIVE}))\b"
)
# A first name that is known, where it can only be somebody of one's own: with the word for
# “our”, or with an age.
CHILD_KNOWN = re.compile(
    rf"\b(?P<instead>(?i:mijn|m'n|mn|onze|ons)\s+(?:(?i:oudste|jongste|lieve|kleine)\s+)?){NAME}{SURNAME}"
)
CHILD_WITH_AGE = re.compile(
    rf"\b{NAME}{SURNAME}(?:\s+(?i:van)\s+(?:\d{{1,2}}|(?i:{FEW}))\b(?!\s+(?i:uur|dagen|weken|maanden|keer))"
    rf"|\s*[(,]\s*(?:(?i:van)\s+)?(?:\d{{1,2}}|(?i:{FEW}))\s*(?:(?i:jaar|jr\.?)\s*)?[),]"
    rf"|\s+(?i:is|wordt|werd)\s+(?:\d{{1,2}}|(?i:{FEW}))(?=\s*(?i:jaar\b)|\s*[.,!?]|$))"
)
# In the middle of a sentence, and not where people speak to each other or name a place.
NOT_AFTER = (
    "de", "het", "dank je", "dankjewel", "bedankt", "hoi", "hallo", "beste", "lieve", "dag", "hey",
    "sterkte", "sint", "prins", "koning", "minister",
    "kat", "hond", "poes", "cavia", "konijn", "pony",
)  # fmt: skip
IN_PASSING = re.compile(
    r"(?<=[a-z] )"
    + "".join(rf"(?<!\b[{word[0]}{word[0].upper()}]{word[1:]} )" for word in NOT_AFTER)
    + r"(?P<found>(?P<name>[A-Z][a-z]{2,}))\b(?!\s+[A-Z]|-)"
)
INITIALS = rf"(?:[A-Z]\.\s?){{1,4}}{BEFORE_SURNAME}"
TITLE = r"(?i:mevrouw|mevr\.?|mw\.?|meneer|mijnheer|dhr\.?|mr\.?|drs\.?|dr\.?|heer)"
JOB = (
    r"(?:juf(?:frouw)?|meester|mentor|leraar|lerares|docente?|leerkracht|"
    r"(?:gezins)?voogd(?:es)?|jeugdbeschermer|jeugdbeschermster|jeugdreclasseerder|"
    r"jeugdzorgwerker|jeugdwerker|"
    r"hulpverle(?:ne|e)nster|hulpverlener|(?:ambulant\s+)?begeleid(?:er|ster)|behandelaar|"
    r"psycholo(?:og|ge)|psychiater|orthopedago(?:og|ge)|therapeute?|(?:huis|kinder|school)?arts|"
    r"dokter|(?:kinder)?rechter|advocaa?te?|raadsonderzoek(?:er|ster)|gedragsdeskundige|"
    r"gedragswetenschapper|(?:school)?maatschappelijk\s+werk(?:er|ster)|casemanager|"
    r"casusregisseur|gezinsmanager|gezinscoach|coach|wijkteammedewerker|wijkagent|agent|directeur|"
    r"conrector|conciërge|pleeg(?:moeder|vader|ouder)|groepsleid(?:er|ster))"
)
PROFESSIONAL = re.compile(
    rf"\b(?P<instead>(?i:{JOB}|"
    r"mevrouw|mevr\.?|mw\.?|meneer|mijnheer|dhr\.?|mr\.|drs\.|dr\.|prof\.|ds\.|buurvrouw|buurman|oom|tante|opa|oma))"
    rf"\s*,?\s+(?i:heet\s+|genaamd\s+)?(?:{TITLE}\s+)?(?:{INITIALS})?"
    rf"{BEFORE_SURNAME}{NAME}{SURNAME}"
)
# An organisation is often named after somebody; what follows the name tells which it is.
ORGANISATION = re.compile(r"\s+(?:[Ss]tichting|[Gg]roep|[Ff]onds|[Hh]uis|[Ss]chool|[Zz]org)\b")
# Initials and a surname: so people stand under letters and reports.
INITIALLED = re.compile(rf"(?<![\w.]){INITIALS}{NAME.replace('[A-Za-z]', '[A-Z]')}")
# A letter that ends with two names, or with the name of a job.
SIGNED = re.compile(
    r"\b(?i:(?:vriendelijke\s+|hartelijke\s+|lieve\s+|veel\s+)?(?:groet(?:en|jes)?|gr\.?|liefs))"
    rf"[\s,.!]+(?i:van\s+)?(?P<found>{NAME}\s+{BEFORE_SURNAME}[A-Z][a-z]+)"
)
CALLED = re.compile(
    rf"\b(?i:(?:hij|zij|ze|hem|haar|kind|zoon|dochter|baby|\w*(?:voogd|beschermer|werker|begeleider|"
    rf"begeleidster|rechter|coach))\s+heet(?:te)?|mijn\s+(?:echte\s+)?naam\s+is|"
    rf"ik\s+heet|heet\s+ik)\s+(?:(?i:eigenlijk|echt|trouwens)\s+)?(?P<found>{NAME}{SURNAME})"
)
# The other way round: the name and then the job, or the job and later the name.
BESIDE_A_JOB = re.compile(
    rf"\b(?P<found>{NAME}{SURNAME}),?\s+(?i:de|het|onze|mijn|m'n|haar|zijn|een)\s+(?i:(?:nieuwe|oude|eerste)\s+)?(?i:{JOB})\b"
)
AFTER_A_JOB = re.compile(
    rf"\b(?i:{JOB})\b[^.,!?\n]{{1,25}},\s(?P<found>{NAME}\s+{BEFORE_SURNAME}[A-Z][a-z]+)"
)
