"""Words of acute distress (S7): help lines are shown beside the form, nothing is blocked.

The answer is about a text and is used at once; it is never kept as a label of a person. A list of
words cannot give it: people say it in any words, and say the same words of a dead battery. So a
small program on our own server compares each sentence, and what stands around it, with thousands of
examples that we wrote ourselves (config/build/distress_examples.txt). From those it was learned
(config/build/distress.py) how heavy each sign weighs: weights.txt. How often it is right stands in
tests/discussions/test_distress.py.
"""

from functools import lru_cache

from movement.distress import signs
from movement.distress.reading import KEPT, lines_of, sentences


def read_weights() -> dict[str, float]:
    """Return how heavy each sign weighs; what is not there weighs nothing."""
    pairs = (line.split("\t") for line in lines_of("weights.txt"))
    return {sign: int(hundredths) / 100 for sign, hundredths in pairs}


WEIGHTS = read_weights()
# The sign that every sentence has: below nought, so that nothing said is no distress.
ALWAYS = "always"


def has_words_of_distress(text: str) -> bool:
    """Whether a sentence of the text resembles what people write who may need help right now.

    It is a comparison with examples, not an understanding: it misses some, and is wrong of others.
    """
    found = sentences(text)
    return any(weight > 0 for weight in weights_of(found))


def weights_of(found: list[list[str]]) -> list[float]:
    """Return how heavy each sentence weighs, with those around it; above nought is distress."""
    weight = WEIGHTS.get
    alone = [
        sum(map(weight_of_word, words))
        + sum(weight(sign, 0.0) for sign in signs.of_words_together(words))
        for words in found
    ]
    as_before = [0.0, *(sum(weight_of_neighbour(word, "<") for word in words) for words in found)]
    as_after = [*(sum(weight_of_neighbour(word, ">") for word in words) for words in found), 0.0]
    around = zip(alone, as_before, as_after[1:], strict=False)
    return [WEIGHTS[ALWAYS] + own + before + after for own, before, after in around]


@lru_cache(maxsize=KEPT)
def weight_of_word(word: str) -> float:
    """Return how heavy a word weighs wherever it stands."""
    return sum(WEIGHTS.get(sign, 0.0) for sign in signs.of_word(word))


@lru_cache(maxsize=KEPT)
def weight_of_neighbour(word: str, side: str) -> float:
    """Return how heavy a word weighs for the sentence after it (“<”) or before it (“>”)."""
    return sum(WEIGHTS.get(sign, 0.0) for sign in signs.of_neighbour(word, side))
