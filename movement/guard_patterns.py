"""What the recognisability check looks for, each as a pattern over readable text."""

import re
from pathlib import Path

I = re.IGNORECASE  # noqa: E741
FIRST_NAMES = frozenset(
    (Path(__file__).parent / "first_names.txt").read_text(encoding="utf-8").split()
)
NOT_A_NAME = frozenset((Path(__file__).parent / "no_names.txt").read_text(encoding="utf-8").split())
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
# A number that is said: “nul zes, twaalf…” begins like a mobile one and goes on in digits or words.
SAID_TELEPHONE = re.compile(
    rf"\b(?:nul|0)[\s,.-]{{0,3}}(?:zes|6)(?:[\s,.-]{{0,3}}(?:\d|nul\b|{UNIT}\b|\w{{2,14}}(?:tien|tig)\b|"
    rf"tien\b|elf\b|twaalf\b)){{3,8}}|\b(?:(?:nul|{UNIT})[\s,.-]{{1,3}}){{7,}}(?:nul|{UNIT})\b",
    I,
)
EMAIL = re.compile(
    r"[\w.+-]{1,64}(?:@|\s@\s|\s?(?:\(at\)|\[at\]|\bapenstaartje\b)\s?)"
    r"[a-z0-9-]{1,63}(?:\s?(?:\.|\(dot\)|\[dot\]|\(punt\)|\spunt\s)\s?[a-z0-9-]{1,63}){0,3}"
    r"(?:\.|\s?\(dot\)\s?|\s?\[dot\]\s?|\s?\(punt\)\s?|\spunt\s)[a-z]{2,12}\b",
    I,
)
IBAN = re.compile(r"\b[A-Z]{2}\s?\d{2}(?:[ .-]?[A-Z0-9]){11,30}\b", I)
# A Dutch account has this shape, also with a digit mistyped.
DUTCH_IBAN = re.compile(r"\bNL\s?\d{2}\s?[A-Z]{4}(?:[ .-]?\d){10}\b", I)
POSTCODE = re.compile(
    r"(?:\b[1-9]\d{3}(?:\s?(?!SA|SD|SS)[A-Z]{2}|(?!sa|sd|ss)[a-z]{2})\b[\s,]{0,3}"
    r"(?:(?:huisnummer|huisnr\.?|nummer|nr\.?|op)\s*)?\d{1,5}\s?-?[a-zA-Z]{0,2}\b)"
    r"|(?:\b(?:[A-Z][\w'-]+\s+)?\d{1,5}\s?[a-zA-Z]?\s?,?\s[1-9]\d{3}\s?(?!SA|SD|SS)[A-Z]{2}\b)"
)
HOUSE = (
    r"(?:,?\s*(?:huis)?(?:nummer|nr\.?)\s*)?\s*(?!jaar|uur|keer|dagen|weken|maanden|euro|mensen)"
    r"\d{1,4}(?:\s?-?\s?(?:[a-zA-Z]|bis|hs|[IV]{1,3}))?\b"
    r"(?!\s*(?:jaar|uur|keer|dagen|weken|maanden|euro|mensen|kinderen|minuten|meter|kilometer|km|"
    r"huizen|woningen|gezinnen|adressen))"
)
STREET = re.compile(
    r"\b(?:(?:van|de|den|het|op|aan)\s+)?[A-Z][\w'-]*(?:\s+(?:van\s+|de\s+|der\s+|den\s+|het\s+|"
    r"'s\s+){0,2}[A-Z][\w'-]*){0,2}"
    r"(?:straat|laan|weg|plein|kade|gracht|dijk|singel|steeg|pad|hof|dreef|plantsoen|ring|"
    r"boulevard|markt|wal|erf|akker|veld|oord|burg|baan|vaart|haven|park|horst|kamp|donk)\b"
    rf"{HOUSE}"
    # Without a capital only what can hardly be another word.
    r"|\b[a-z]{3,}(?<!hoofd)(?<!zij)(?<!win)(?<!achter)(?:straat|laan|plein|gracht|kade|dijk|singel|"
    rf"dreef|plantsoen|steeg|weg)\b(?<!onderweg)(?<!halverweg)(?<!vanweg)(?<!snelweg)(?<!rijksweg){HOUSE}"
)
CASE = re.compile(
    r"\bC\s?/\s?\d{1,2}\s?/\s?\d{4,7}(?:\s?/\s?[A-Z]{2}\s?RK\s?\d{2}\s?[-/]\s?\d{1,6})?"
    r"|\b(?:JE|FA|KG|HA)\s?RK\s?\d{2}\s?[-/]\s?\d{1,6}"
    r"|\b\d{2}\s?[/.-]\s?\d{6}\s?[-/.]\s?\d{2}\b"
    r"|\bECLI:[A-Z]{2}:[A-Z]+:\d{4}:\w+"
    r"|\b(?:zaak|dossier|rekest|parket|client|kind|registratie|rol|beschikkings?)-?\s?"
    r"(?:nummer|nr\.?|kenmerk)\s*(?:is|was|:|=)?\s*(?:[A-Za-z]{1,4}[ /.-]?)?\d[\w/.-]{2,20}"
    r"|\b(?:kenmerk|referentie|dossier|zaak|rekest|beschikking)\b\s*(?:is|was|:|=|nr\.?)?\s*"
    r"(?=(?:[\w/.-]*\d){4})(?:[A-Za-z]{1,5}[ /.-]?)?\d[\w/.-]{3,20}",
    I,
)
BORN = (
    r"(?:geboren|geboorteda(?:tum|g)|geboorte|geb\.?(?:\s?dat\.?)?|jarig|verjaardag|verjaart|"
    r"ter\s+wereld|bevallen)"
)
SOMEBODY = (
    r"(?:zoon(?:tje)?|dochter(?:tje)?|kind(?:je)?|jongen|meisje|hij|ze|zij|broer(?:tje)?|"
    r"zus(?:je)?|baby|jongste|oudste)"
)
BIRTH = re.compile(
    rf"\b{BORN}(?:\b|(?<=\.))[^.!?\n]{{0,22}}?(?P<found>{DATE})"
    rf"|\b(?P<before>{DATE})[^.!?\n]{{0,40}}?\b(?:geboren|ter\s+wereld|jarig|bevallen)\b"
    rf"|\b{SOMEBODY}\s+(?:is|was|komt)\s+van\s+(?P<of>{FULL_DATE})"
    rf"|\b{SOMEBODY}\s*[(,]\s*(?P<beside>{FULL_DATE})"
    # A day on which somebody gets an age.
    rf"|\b(?P<day>{DATE})\s+(?:is|wordt|werd)\s+(?:\w+\s+){{0,3}}?(?:\d{{1,2}}|{FEW})\b(?=\s*(?:jaar|[.,!?]|$))"
    rf"|\b{SOMEBODY}\s+(?:is|wordt|werd)\s+(?:op\s+)?(?P<on>{DATE})\s+(?:\d{{1,2}}|{FEW})\b",
    I,
)
COORDINATES = re.compile(
    r"-?\b\d{1,2}[.,]\d{3,}\s*°?\s*[NZ]?\s*[,;/ ]\s*-?\d{1,3}[.,]\d{3,}\b"
    r"|\b\d{1,2}\s?°\s?\d{1,2}(?:[.,]\d+)?\s?['’′]?[\s\d.\"″]*[NSZOEW]?\b",
)
PLATE = re.compile(
    r"(?<![\w-])(?:[A-Z]{2}-\d{2}-\d{2}|\d{2}-\d{2}-[A-Z]{2}|\d{2}-[A-Z]{2}-\d{2}|"
    r"[A-Z]{2}-\d{2}-[A-Z]{2}|[A-Z]{2}-[A-Z]{2}-\d{2}|\d{2}-[A-Z]{2}-[A-Z]{2}|"
    r"\d{2}-[A-Z]{3}-\d|\d-[A-Z]{3}-\d{2}|[A-Z]{2}-\d{3}-[A-Z]|[A-Z]-\d{3}-[A-Z]{2}|"
    r"[A-Z]{3}-\d{2}-[A-Z]|\d-[A-Z]{2}-\d{3}|\d{3}-[A-Z]{2}-\d|[A-Z]-\d{2}-[A-Z]{3})(?![\w-])"
    r"|\b(?:kenteken|nummerbord|nummerplaat)\b\W{0,3}(?:is|was|van\s+\w+)?\W{0,3}"
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
    rf"tiktok\.com|twitter\.com|x\.com|linkedin\.com/in|snapchat\.com|threads\.net|"
    rf"t\.me|telegram\.me|wa\.me|chat\.whatsapp\.com|whatsapp\.com/channel|discord\.gg|"
    rf"discord\.com/invite|signal\.(?:me|group)|m\.me|twitch\.tv|reddit\.com/u|bsky\.app/profile"
    rf")/{REST}",
    I,
)
MEDIA = (
    r"(?:insta(?:gram)?|snap(?:chat)?|tiktok|facebook|fb|discord|telegram|signal|whatsapp|twitter|"
    r"roblox|playstation|psn|xbox|fortnite|skype|linkedin|mastodon|bluesky)"
)
ACCOUNT = re.compile(
    r"(?<![\w.@/])@[A-Za-z_](?:[\w.]{1,28}\w)\b"
    rf"|\b{MEDIA}\b(?:-?account|naam)?\s*(?:(?:is|heet|naam|:|=|onder|als|via|op|ik|ben|je|me|"
    r"vind|add)\s*){1,4}(?P<found>(?=[\w.]*[\d_.][\w.]*\w)[A-Za-z][\w.]{2,28}\w)"
    rf"|\b{MEDIA}\b(?:-?account|naam)?\s*:\s*(?P<named>[A-Za-z][\w.]{{2,29}}(?:\#\d{{4}})?)"
    # Somebody says how to be found, and under which name.
    rf"|\b(?:vind|vindt|volg|volgt|zoek|zoekt|voeg|add|check)\b[^.!?\n]{{0,30}}\b{MEDIA}\b\s+"
    r"(?:(?:als|onder|via|is|heet|met|de|naam)\s+){1,3}(?P<known>[A-Za-z][\w.]{3,28}\w)",
    I,
)

# People -------------------------------------------------------------------------------------

GROUP = (
    rf"(?:groep\s?(?:[1-8]\b|{UNIT}\b)|klas\s?[1-6][a-z]?\b|"
    r"(?:[1-6]e|eerste|tweede|derde|vierde|vijfde|zesde)\s+(?:klas\b|jaar\s+van)|"
    r"\b(?:vmbo|praktijkonderwijs|vso)\b|[1-6]\s?(?:vmbo|havo|vwo|mavo|gymnasium)\b"
    r"(?:-?\w{1,2}\b)?|brugklas(?:\s?\w\d?\b)?|kleuterklas|eindexamenklas|(?:[hv]|mh|hv)[1-6][a-z]?\b)"
)
KIND_OF_SCHOOL = (
    r"(?i:basisschool|school|obs|cbs|rkbs|pcbs|ibs|sbo|so|vso|jenaplanschool|montessorischool|"
    r"dalton(?:school)?|daltonschool|vrije\s+school|kindcentrum|ikc|lyceum|college|mavo|"
    r"gymnasium|praktijkschool|kleuterschool|peuterspeelzaal|kdv|bso|speciaal\s+onderwijs)"
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
)
RELATIVE = (
    r"(?:(?:klein|pleeg|stief|half|adoptie|petekind)?-?(?:zoon(?:tje)?|dochter(?:tje)?|kind(?:je)?|"
    r"kinderen|broer(?:tje)?|zus(?:je|ter)?)|neef(?:je)?|nicht(?:je)?|meisje|jongen|jongetje|baby|"
    r"tweeling|meiden|jongens|oudste|jongste|middelste|partner|ex|ex-man|ex-vrouw|ex-partner)"
)
OWN = r"(?i:mijn|m'n|mn|me|onze|ons|zijn|z'n|haar|d'r|hun)"
CHILD = re.compile(
    rf"\b(?P<instead>(?:(?:{OWN}|(?i:de|het|een))\s+)"
    rf"(?:(?i:oudste|jongste|lieve|kleine|eigen|andere|enige)\s+)?(?i:{RELATIVE}))"
    rf"(?:,?\s+(?i:die\s+|genaamd\s+|genoemd\s+)?(?i:heet\s+)?|\s*[(:,]\s*){NAME}"
    rf"(?:(?:,\s|\s+en\s+){NAME.replace('?P<name>', '?:').replace('[A-Za-z]', '[A-Z]')})*{SURNAME}"
)
CHILD_OF = re.compile(
    r"\b(?P<instead>(?i:ouders?|moeder|vader|mama|papa|oma|opa|pleegouders?|voogd)\s+van)\s+"
    rf"{NAME}{SURNAME}"
)
CHILD_AFTER = re.compile(
    rf"\b{NAME}\s*[,(]\s*(?P<instead>(?i:mijn|m'n|mn|onze|ons)\s+"
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
)  # fmt: skip
IN_PASSING = re.compile(
    r"(?<=[a-z] )"
    + "".join(rf"(?<!\b[{word[0]}{word[0].upper()}]{word[1:]} )" for word in NOT_AFTER)
    + r"(?P<found>(?P<name>[A-Z][a-z]{2,}))\b(?!\s+[A-Z]|-)"
)
INITIALS = rf"(?:[A-Z]\.\s?){{1,4}}{BEFORE_SURNAME}"
TITLE = r"(?i:mevrouw|mevr\.?|mw\.?|meneer|mijnheer|dhr\.?|mr\.?|drs\.?|dr\.?|heer)"
PROFESSIONAL = re.compile(
    r"\b(?P<instead>(?i:juf(?:frouw)?|meester|mentor|leraar|lerares|docente?|leerkracht|"
    r"(?:gezins)?voogd(?:es)?|jeugdbeschermer|jeugdbeschermster|jeugdreclasseerder|"
    r"jeugdzorgwerker|jeugdwerker|"
    r"hulpverle(?:ne|e)nster|hulpverlener|(?:ambulant\s+)?begeleid(?:er|ster)|behandelaar|"
    r"psycholo(?:og|ge)|psychiater|orthopedago(?:og|ge)|therapeute?|(?:huis|kinder|school)?arts|"
    r"dokter|(?:kinder)?rechter|advocaa?te?|raadsonderzoek(?:er|ster)|gedragsdeskundige|"
    r"gedragswetenschapper|(?:school)?maatschappelijk\s+werk(?:er|ster)|casemanager|"
    r"casusregisseur|gezinsmanager|gezinscoach|coach|wijkteammedewerker|wijkagent|agent|directeur|"
    r"conrector|conciërge|pleeg(?:moeder|vader|ouder)|groepsleid(?:er|ster)|"
    r"mevrouw|mevr\.?|mw\.?|meneer|mijnheer|dhr\.?|mr\.|drs\.|buurvrouw|buurman|oom|tante|opa|oma))"
    rf"\s*,?\s+(?i:heet\s+|genaamd\s+)?(?:{TITLE}\s+)?(?:{INITIALS})?"
    rf"{BEFORE_SURNAME}{NAME}{SURNAME}"
)
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
