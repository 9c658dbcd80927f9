"""Words of acute distress (S7): help lines are shown beside the form, nothing is blocked.

The answer is about a text and is used at once; it is never kept as a label of a person.
"""

import re

from movement.reading import readable

SOFT = (
    r"(?:(?:gewoon|echt|alleen|maar|liever|het|liefst|nu|vandaag|vanavond|eigenlijk|soms|vaak|zo|"
    r"graag|ook|steeds|gewoonweg|zelf|hier|heel|erg|elke|dag|weer)\s+)*"
)
SELF = r"(?:mezelf|mijzelf|me\s+zelf|mij\s+zelf|m'n\s*eigen|zichzelf|jezelf)"
IDIOM = r"(?!\s*(?:van|voor\s+de\s+wereld|aan\s+zijn|tegen|gooien|spoor|moe|op|ziek|gaan\s+van))"
PATTERNS = (
    # To want to die, in any person: it may be somebody's child.
    rf"\b(?:wil|wilt|willen|wou|wilde)\s+(?:(?:ik|hij|ze|zij)\s+)?{SOFT}dood\b{IDIOM}",
    rf"\b(?:ik|hij|ze|zij)\s+{SOFT}dood\s+(?:wil|wou|wilde|wilt)\b",
    r"\bwou\s+dat\s+(?:ik|hij|zij|ze)\s+(?:er\s+niet\s+(?:meer\s+)?was|dood\s+was)\b",
    r"\bwas\s+ik\s+(?:er\s+)?maar\s+(?:dood|niet\s+meer)\b",
    rf"\b(?:wil|wilt|wilde|kan|hoef|hoeft)\s+(?:(?:ik|hij|ze|zij)\s+)?{SOFT}niet\s+(?:langer|meer)"
    r"\s+(?:verder\s+)?(?:te\s+)?(?:leven|bestaan|wakker\s+worden)\b",
    rf"\b(?:wil|wilde|hoef)\s+(?:ik\s+)?{SOFT}er\s+{SOFT}niet\s+meer\s+(?:te\s+)?zijn\b",
    r"\bniet\s+meer\s+(?:wil|wilt|wilde)\s+(?:leven|bestaan)\b",
    r"\b(?:er\s+)?niet\s+meer\s+(?:leven|zijn)\s+(?:wil|wilt)\b",
    r"\bgeen\s+zin\s+(?:meer\s+)?(?:in\s+het\s+leven|om\s+(?:verder\s+)?te\s+leven)\b",
    r"\bleven\s+hoeft\s+(?:voor\s+(?:mij|me)\s+)?(?:zo\s+)?niet\s+meer\b",
    r"\bzie\s+het\s+(?:leven\s+)?(?:echt\s+|gewoon\s+)?niet\s+meer\s+zitten(?=\s*(?:[.!?,]|$))",
    r"\b(?:beter\s+af|beter)\s+zonder\s+(?:mij|me)\b(?=\s*(?:[.!?,]|$))",
    # To plan it.
    r"\been?\s+eind(?:e)?\s+(?:te\s+)?(?:maken?|maak|wil\s+maken)?\s*aan\s+"
    r"(?:mijn|m'n|zijn|haar)\s+leven\b",
    r"\ber\s+(?:zelf\s+)?een\s+eind(?:e)?\s+aan\s+(?:te\s+)?(?:wil\s+)?ma(?:ken|ak)\b",
    r"\b(?:een\s+)?eind(?:e)?\s+aan\s+(?:mijn|m'n)\s+leven\b",
    r"\bik\s+maak\s+er\s+(?:nu\s+|vandaag\s+|vanavond\s+)?(?:een\s+)?eind(?:e)?\s+aan(?=\s*(?:[.!?,]|$))",
    r"\buit\s+het\s+leven\s+(?:te\s+)?stap(?:pen)?\b",
    r"\bwil\s+(?:ik\s+)?(?:er\s+uit|eruit)\s+stappen\b(?=\s*(?:[.!?,]|$))",
    rf"\b{SELF}\s+(?:iets|wat)\s+(?:aan\s+(?:te\s+|ga\s+|wil\s+)?doen|aandoe(?:n|t)?)\b",
    rf"\b{SELF}\s+(?:(?:weer|nu|vanavond|soms|vaak)\s+)*(?:wil\s+|te\s+|ga\s+)?"
    r"(?:van\s+kant\s+(?:te\s+)?maken|(?:te\s+)?(?:doden|snijden|snijd|verwonden|ophangen|"
    r"verhangen|vermoorden))\b",
    rf"\b(?:snijd?|verwond|snijdt)\s+(?:ik\s+)?(?:in\s+)?{SELF}\b",
    r"\b(?:ik|hij|ze|zij|we)\b[^.!?]{0,60}\b(?:zelfmoord|zelfdoding|suicide)(?!preventie)"
    r"(?:\s*(?:plegen|pleeg|pleegt|gedachten?|neigingen|plannen))",
    r"\b(?:denkt?|dacht|denken)\s+(?:ik\s+)?(?:(?:vaak|steeds|elke\s+dag|veel|weer|nu|alleen|maar|"
    r"soms|serieus|de\s+hele\s+dag)\s+)*aan\s+(?:zelfmoord|zelfdoding|suicide|doodgaan|"
    r"de\s+dood)\b(?!\s*van)",
    r"\b(?:ik|hij|ze|zij)\s+(?:ga|gaat|wil|heb|heeft|neem|neemt|slik|slikt)\b[^.!?]{0,30}"
    r"\b(?:alle\s+pillen|te\s+veel\s+pillen|een\s+overdosis|mijn\s+polsen)\b",
    r"\bvoor\s+(?:de|een)\s+trein\s+(?:te\s+|wil\s+|ga\s+)?(?:springen|spring|stappen|gooien)\b",
    r"\bvan\s+(?:de|een|het)\s+(?:brug|flat|dak|gebouw)\s+(?:af\s+)?(?:te\s+|wil\s+|ga\s+)?"
    r"(?:springen|spring)\b",
    r"\b(?:mijn|een)\s+afscheidsbrief\b",
    # Somebody is in danger now.
    r"\b(?:hij|zij|ze|vader|moeder|ex)\s+(?:gaat\s+|wil\s+)?(?:me|mij|ons|haar|hem)\s+"
    r"(?:nu\s+|nog\s+)?(?:vermoordt|vermoorden|wurgt|dood\s*maken|doodmaakt|doodslaan|doodslaat)\b",
    r"\bmaakt\s+(?:me|mij|ons|haar|hem)\s+(?:nog\s+)?(?:dood|af)\b",
    r"\b(?:ik|we)\s+(?:word|worden|ben|zijn)\s+nu\s+(?:geslagen|mishandeld|niet\s+veilig|"
    r"in\s+gevaar|opgesloten)\b",
)
ACUTE = re.compile("|".join(f"(?:{pattern})" for pattern in PATTERNS))
LONG_AGO = re.compile(
    r"\b(?:vroeger|destijds|jaren\s+geleden|toen\s+ik\s+\w+\s+(?:jaar\s+)?was|"
    r"als\s+(?:kind|tiener|puber)|inmiddels\s+gaat|nu\s+gaat\s+het\s+(?:goed|beter))\b"
)
PRESENT = re.compile(r"\b(?:wil|wilt|nu|vandaag|vanavond|nog\s+steeds)\b")


def has_words_of_distress(text: str) -> bool:
    """Whether the text has words of somebody who may need help right now.

    A look-alike ("doodmoe") is none, and neither is a memory that says it is one.
    """
    words = readable(text).lower()
    for sentence in re.split(r"(?<=[.!?])\s+|\n{2,}", words):
        sentence = " ".join(sentence.split())
        if ACUTE.search(sentence) and not is_memory(sentence):
            return True
    return False


def is_memory(sentence: str) -> bool:
    """Whether a sentence tells of long ago and not of now."""
    long_ago = LONG_AGO.search(sentence)
    return bool(long_ago and not PRESENT.search(sentence.replace(long_ago.group(), " ")))
