"""What the recognisability check looks for, each as a pattern over readable text."""

import re
from pathlib import Path

I = re.IGNORECASE  # noqa: E741
FIRST_NAMES = frozenset(
    (Path(__file__).parent / "first_names.txt").read_text(encoding="utf-8").split()
)
NOT_A_NAME = frozenset((Path(__file__).parent / "no_names.txt").read_text(encoding="utf-8").split())
NAME = r"(?P<name>[A-Za-z][a-z]+(?:-[A-Z][a-z]+)?)\b"
SURNAME = r"(?:\s+(?:(?:van|de|der|den|ter|ten|el)\s+){0,2}[A-Z][a-z]+)?"
MONTH = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|mrt|maart|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|"
    r"sep(?:t(?:ember)?)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
DATE = (
    rf"(?:\d{{1,2}}\s*[-/.]\s*\d{{1,2}}\s*[-/.]\s*\d{{2,4}}|\d{{1,2}}\s+{MONTH}(?:\s+'?\d{{2,4}})?)"
)

# Numbers ------------------------------------------------------------------------------------

NINE_DIGITS = re.compile(r"(?<![\d/.-])\d(?:[ .-]?\d){8}(?![\d/]|[.-]\d)")
NAMED_BSN = re.compile(
    r"\b(?:bsn|burgerservicenummer|sofinummer)\b\W{0,3}(?:is|was)?\W{0,3}"
    r"(?P<found>\d[\d .]{6,11}\d)",
    I,
)
TELEPHONE = re.compile(
    r"(?<![\w/.-])(?:\(?\+\d{1,3}\)?|00\d{2}|\(?0[1-9])(?:[ .\-/()]{0,2}\d){7,11}(?![\d/]|-\d)"
)
EMAIL = re.compile(
    r"[\w.+-]{1,64}\s?(?:@|\(at\)|\[at\]|\bapenstaartje\b)\s?"
    r"[a-z0-9-]{1,63}(?:\s?(?:\.|\(dot\)|\[dot\]|\(punt\)|\spunt\s)\s?[a-z0-9-]{1,63}){0,3}"
    r"(?:\.|\s?\(dot\)\s?|\s?\[dot\]\s?|\s?\(punt\)\s?|\spunt\s)[a-z]{2,12}\b",
    I,
)
IBAN = re.compile(r"\b[A-Z]{2}\s?\d{2}(?:[ .-]?[A-Z0-9]){11,30}\b", I)
POSTCODE = re.compile(
    r"(?:\b[1-9]\d{3}(?:\s?(?!SA|SD|SS)[A-Z]{2}|(?!sa|sd|ss)[a-z]{2})\b[\s,]{0,3}"
    r"(?:(?:huisnummer|huisnr\.?|nummer|nr\.?|op)\s*)?\d{1,5}\s?-?[a-zA-Z]{0,2}\b)"
    r"|(?:\b(?:[A-Z][\w'-]+\s+)?\d{1,5}\s?[a-zA-Z]?\s?,?\s[1-9]\d{3}\s?(?!SA|SD|SS)[A-Z]{2}\b)"
)
STREET = re.compile(
    r"\b(?:(?:van|de|den|het|op|aan)\s+)?[A-Z][\w'-]*(?:\s+[A-Z][\w'-]*){0,2}"
    r"(?:straat|laan|weg|plein|kade|gracht|dijk|singel|steeg|pad|hof|dreef|plantsoen|ring|"
    r"boulevard|markt|wal|erf|akker|veld|oord|burg)\s+"
    r"(?!jaar|uur|keer|dagen|weken|maanden|euro|mensen)\d{1,4}(?:\s?-?\s?[a-zA-Z])?\b"
    r"(?!\s*(?:jaar|uur|keer|dagen|weken|maanden|euro|mensen|kinderen|minuten|kilometer|km))"
)
CASE = re.compile(
    r"\bC\s?/\s?\d{1,2}\s?/\s?\d{4,7}(?:\s?/\s?[A-Z]{2}\s?RK\s?\d{2}\s?[-/]\s?\d{1,6})?"
    r"|\b(?:JE|FA|KG|HA)\s?RK\s?\d{2}\s?[-/]\s?\d{1,6}"
    r"|\b\d{2}\s?[/.-]\s?\d{6}\s?[-/.]\s?\d{2}\b"
    r"|\bECLI:[A-Z]{2}:[A-Z]+:\d{4}:\w+"
    r"|\b(?:zaak|dossier|rekest|parket|client|kind|registratie|rol|beschikkings?)-?\s?"
    r"(?:nummer|nr\.?|kenmerk)\s*(?:is|was|:|=)?\s*(?:[A-Za-z]{1,4}[ /.-]?)?\d[\w/.-]{2,20}",
    I,
)
BIRTH = re.compile(
    rf"\b(?:geboren|geboortedatum|geb\.?|geboortedag|jarig|verjaardag)\b\s*(?:is|was|:|op|dag)?"
    rf"\s*(?:op|is|:|de)?\s*(?P<found>{DATE})"
    rf"|\b(?P<before>{DATE})\s*\W{{0,2}}\s*(?:werd|is|was)?\s*(?:\w+\s+){{0,3}}geboren\b"
    rf"|\b(?:zoon|dochter|kind|zoontje|dochtertje)\s*\(\s*{DATE}\s*\)",
    I,
)
COORDINATES = re.compile(
    r"-?\b\d{1,2}[.,]\d{3,}\s*[,;/ ]\s*-?\d{1,3}[.,]\d{3,}\b"
    r"|\b\d{1,2}\s?°\s?\d{1,2}(?:[.,]\d+)?\s?['’′]?[\s\d.\"″]*[NSZOEW]?\b",
)
PLATE = re.compile(
    r"(?<![\w-])(?:[A-Z]{2}-\d{2}-\d{2}|\d{2}-\d{2}-[A-Z]{2}|\d{2}-[A-Z]{2}-\d{2}|"
    r"[A-Z]{2}-\d{2}-[A-Z]{2}|[A-Z]{2}-[A-Z]{2}-\d{2}|\d{2}-[A-Z]{2}-[A-Z]{2}|"
    r"\d{2}-[A-Z]{3}-\d|\d-[A-Z]{3}-\d{2}|[A-Z]{2}-\d{3}-[A-Z]|[A-Z]-\d{3}-[A-Z]{2}|"
    r"[A-Z]{3}-\d{2}-[A-Z]|\d-[A-Z]{2}-\d{3}|\d{3}-[A-Z]{2}-\d|[A-Z]-\d{2}-[A-Z]{3})(?![\w-])"
    r"|\b(?:kenteken|nummerbord)\b\W{0,3}(?:is|was)?\W{0,3}(?=\w*\d)[\w-]{6,9}\b",
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
    rf"|\b{MEDIA}\b(?:-?account|naam)?\s*:\s*(?P<named>[A-Za-z][\w.]{{2,29}})",
    I,
)

# People -------------------------------------------------------------------------------------

GROUP = (
    r"(?:groep\s?[1-8]\b|klas\s?[1-6][a-z]?\b|[1-6]\s?(?:vmbo|havo|vwo|mavo|gymnasium)\b"
    r"(?:-?\w{1,2}\b)?|brugklas(?:\s?\w\d?\b)?|kleuterklas|eindexamenklas|(?:[hv]|mh|hv)[1-6][a-z]?\b)"
)
SCHOOL_NAME = (
    r"(?:(?:(?i:basisschool|school|obs|cbs|rkbs|pcbs|ibs|sbo|vso|jenaplanschool|montessorischool|"
    r"dalton(?:school)?|daltonschool|vrije\s+school|kindcentrum|ikc|lyceum|college|mavo|"
    r"gymnasium|praktijkschool)\s+(?:(?i:de|het|'t|sint|st\.)\s+)?[A-Z][\w'-]+)"
    r"|(?:(?:[dD]e|[hH]et|'t)\s+)?[A-Z][\w'-]*(?:\s[A-Z][\w'-]*)?\s?(?i:college|lyceum|school|"
    r"gymnasium)\b|(?<=\bop\s)[dD]e\s+[A-Z][\w'-]+|(?<=\bvan\s)[dD]e\s+[A-Z][\w'-]+)"
)
SCHOOL = re.compile(
    rf"(?i:\b{GROUP})[^.!?\n]{{0,30}}?{SCHOOL_NAME}|{SCHOOL_NAME}[^.!?\n]{{0,30}}?(?i:\b{GROUP})"
)
RELATIVE = (
    r"(?:(?:klein|pleeg|stief|half|petekind)?-?(?:zoon(?:tje)?|dochter(?:tje)?|kind(?:je)?|"
    r"broer(?:tje)?|zus(?:je|ter)?)|neef(?:je)?|nicht(?:je)?|meisje|jongen|jongetje|baby|"
    r"tweeling|oudste|jongste|middelste|partner|ex|ex-man|ex-vrouw|ex-partner)"
)
CHILD = re.compile(
    rf"\b(?P<instead>(?:(?i:mijn|m'n|onze|ons|zijn|haar|hun|de|het|een)\s+)"
    rf"(?:(?i:oudste|jongste|lieve|kleine|eigen|andere|enige)\s+)?(?i:{RELATIVE}))"
    rf"(?:,?\s+(?i:die\s+|genaamd\s+|genoemd\s+)?(?i:heet\s+)?|\s*[(:,]\s*){NAME}{SURNAME}"
)
CHILD_AFTER = re.compile(
    rf"\b{NAME}\s*[,(]\s*(?P<instead>(?i:mijn|m'n|onze|ons)\s+"
    rf"(?:(?i:oudste|jongste)\s+)?(?i:{RELATIVE}))\b"
)
PROFESSIONAL = re.compile(
    r"\b(?P<instead>(?i:juf(?:frouw)?|meester|mentor|leraar|lerares|docente?|leerkracht|"
    r"(?:gezins)?voogd(?:es)?|jeugdbeschermer|jeugdreclasseerder|jeugdzorgwerker|jeugdwerker|"
    r"hulpverle(?:ne|e)nster|hulpverlener|(?:ambulant\s+)?begeleid(?:er|ster)|behandelaar|"
    r"psycholo(?:og|ge)|psychiater|orthopedago(?:og|ge)|therapeute?|(?:huis|kinder|school)?arts|"
    r"dokter|(?:kinder)?rechter|advocaa?te?|raadsonderzoek(?:er|ster)|gedragsdeskundige|"
    r"gedragswetenschapper|(?:school)?maatschappelijk\s+werk(?:er|ster)|casemanager|"
    r"gezinsmanager|gezinscoach|coach|wijkteammedewerker|wijkagent|agent|directeur|"
    r"conrector|conciërge|pleeg(?:moeder|vader|ouder)|groepsleid(?:er|ster)|"
    r"mevrouw|mevr\.?|mw\.?|meneer|mijnheer|dhr\.?|buurvrouw|buurman|oom|tante|opa|oma))"
    rf"\s*,?\s+(?i:heet\s+|genaamd\s+|mevrouw\s+|mevr\.?\s+|meneer\s+)?(?:(?:van|de|der|den|ter|ten)\s+){{0,2}}{NAME}{SURNAME}"
)
CALLED = re.compile(
    rf"\b(?i:(?:hij|zij|ze|hem|haar|kind|zoon|dochter|baby)\s+heet(?:te)?|mijn\s+(?:echte\s+)?naam\s+is|"
    rf"ik\s+heet|heet\s+ik)\s+(?:(?i:eigenlijk|echt|trouwens)\s+)?(?P<found>{NAME}{SURNAME})"
)
