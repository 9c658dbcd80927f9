"""What an article needs before everyone may read it, and what is worth a second look."""

import re
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.readability import sentences_of, words_of
from movement.links import dead_links
from movement.rich_text import TAG

LONG_SENTENCE = 25
MOST_KEYWORDS = 10
HEADING = re.compile(r"<h([2-4])>(.*?)</h\1>", re.S)
IMAGE = re.compile(r"<img\b[^>]*>")
ALTERNATIVE = re.compile(r'\salt="[^"]*"')


@dataclass(frozen=True)
class Candidate:
    """What is about to be published, as it stands in the form."""

    lead: str = ""
    body: str = ""
    easy_body: str = ""
    sources: str = ""
    themes: int = 0
    keywords: int = 0
    path: str = "/nieuws/nieuw/"
    texts: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "texts", (self.body, self.easy_body))


def refusals(candidate: Candidate) -> dict[str, str]:
    """What has to be mended first, by the field where that is done."""
    found = {}
    if not candidate.lead.strip():
        found["lead"] = _("Write an introduction: lists and search engines show it.")
    if not TAG.sub("", candidate.body).strip():
        found["body"] = _("There is no text yet.")
    if not candidate.themes:
        found["themes"] = _("Choose at least one theme.")
    for name, text in zip(("body", "easy_body"), candidate.texts, strict=True):
        if any(not ALTERNATIVE.search(image) for image in IMAGE.findall(text)):
            found[name] = _("A picture has no description. Remove it and put it in again.")
        elif not headings_in_order(text):
            found[name] = _("A small heading comes before the first heading. Swap them.")
    return found


def headings_in_order(text: str) -> bool:
    """Whether no heading skips a level; the title of the article is the level above."""
    level = 1
    for found, _words in HEADING.findall(text):
        if int(found) > level + 1:
            return False
        level = int(found)
    return True


def warnings(candidate: Candidate) -> list[str]:
    """What may be right, but deserves a second look."""
    found = []
    long = [s for s in sentences_of(candidate.body) if len(words_of(s)) > LONG_SENTENCE]
    if long:
        found.append(
            ngettext(
                "%(count)d sentence has more than 25 words, such as: “%(first)s”",
                "%(count)d sentences have more than 25 words, such as: “%(first)s”",
                len(long),
            )
            % {"count": len(long), "first": shortened(long[0])}
        )
    if not candidate.easy_body:
        found.append(_("There is no easy version yet."))
    for href in dead_links([*candidate.texts, candidate.sources], base=candidate.path):
        found.append(_("Visitors cannot follow the link to %(path)s.") % {"path": href})
    if candidate.keywords > MOST_KEYWORDS:
        found.append(
            _("There are %(count)d keywords. More than ten help nobody to find it.")
            % {"count": candidate.keywords}
        )
    return found


def shortened(sentence: str) -> str:
    """The first words of a sentence."""
    words = sentence.split()
    return " ".join(words[:8]) + ("…" if len(words) > 8 else "")
