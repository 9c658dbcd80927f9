"""Invented plain Dutch for bulk data. Nobody in particular says this about anybody."""

from random import Random

SENTENCES = (
    "Wij zochten hulp dicht bij huis en die was er niet.",
    "Het hielp dat iemand gewoon bleef luisteren.",
    "Ik had graag eerder geweten wat er over ons werd besloten.",
    "Op school was er iemand die vroeg hoe het met mij ging.",
    "Een buurvrouw kookte twee keer per week voor ons.",
    "Wat als we beginnen met vragen in plaats van met een formulier?",
    "Er kwamen steeds nieuwe mensen en wij moesten elke keer opnieuw beginnen.",
    "Rust in huis was belangrijker dan nog een gesprek.",
    "Wij hebben samen een plan gemaakt en dat plan was van ons.",
    "Soms is een kop koffie het begin van vertrouwen.",
    "Niemand vroeg wat wij zelf al hadden geprobeerd.",
    "Ik herken dit en ik denk dat veel mensen dit herkennen.",
    "Een vast gezicht maakt meer verschil dan een lang rapport.",
    "We hebben geleerd om eerst te vragen wat goed gaat.",
    "Geldzorgen maakten alles zwaarder, ook voor de kinderen.",
    "Mijn oma paste op en dat gaf ons lucht.",
    "Wij willen graag meedenken, maar dan wel vanaf het begin.",
    "Het gesprek aan de keukentafel ging over ons en niet met ons.",
    "In onze buurt is nu een plek waar je zo binnen kunt lopen.",
    "De regels waren duidelijk, maar ze pasten niet bij ons.",
    "Als professional wil ik tijd om naast iemand te staan.",
    "Wij stoppen met een lijst die niemand leest.",
    "Dat iemand sorry zei, heeft veel betekend.",
    "Een jongere vroeg of het ook in gewone taal kon.",
)
OPENINGS = (
    "Wat helpt bij",
    "Ervaringen met",
    "Een vraag over",
    "Samen nadenken over",
    "Hoe ging het met",
)
SUBJECTS = (
    "hulp dicht bij huis",
    "rust in het gezin",
    "school en thuis",
    "een vast gezicht",
    "samen beslissen",
    "geld en zorgen",
    "stoppen met lijstjes",
    "vertrouwen",
    "de eerste stap",
    "praten met jongeren",
)


class Writer:
    """Writes texts from one source of chance; a pool keeps hundred thousands of them quick."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self._posts = [self._post() for _ in range(500)]

    def title(self, number: int) -> str:
        """Return a title that says it is generated."""
        opening, subject = self.chance.choice(OPENINGS), self.chance.choice(SUBJECTS)
        return f"{opening} {subject} ({number})"

    def sentence(self) -> str:
        """Return one sentence."""
        return self.chance.choice(SENTENCES)

    def paragraph(self, sentences: int = 4) -> str:
        """Return some sentences."""
        return " ".join(self.chance.choices(SENTENCES, k=sentences))

    def post(self) -> str:
        """Return a post in Markdown of about a hundred words."""
        return self.chance.choice(self._posts)

    def article(self, paragraphs: int = 8) -> str:
        """Return the HTML of an article with headings and a list."""
        parts = []
        for number in range(paragraphs):
            if number % 3 == 0:
                parts.append(f"<h2>{self.chance.choice(SUBJECTS).capitalize()}</h2>")
            parts.append(f"<p>{self.paragraph(6)}</p>")
        items = "".join(f"<li>{self.sentence()}</li>" for _ in range(4))
        return "".join([*parts, f"<ul>{items}</ul>"])

    def _post(self) -> str:
        parts = [
            self.paragraph(self.chance.randint(2, 5)) for _ in range(self.chance.randint(1, 3))
        ]
        if self.chance.random() < 0.2:
            parts.append("\n".join(f"- {self.sentence()}" for _ in range(3)))
        if self.chance.random() < 0.2:
            parts.append(f"Voor ons was **{self.chance.choice(SUBJECTS)}** het belangrijkst.")
        return "\n\n".join(parts)
