"""Learn from examples what words of acute distress weigh: `movement/distress/weights.txt`.

Run by hand when the examples, the meanings or the signs change; it takes some minutes and gives the
same file each time:

    python -m config.build.distress

The examples stand in `distress_examples.txt`. Those in `tests/discussions/distress*.json` are for
testing only: what shares six words in a row with one of them is left out here.

The method is a logistic regression with gradient descent. A text is a row of sentences; of an
ordinary text every one is ordinary, of a text of distress at least one is not, and which one is
found while learning: the sentence that already weighs most gets most of the blame.
"""

import json
import math
import random
import re
from collections import Counter
from collections.abc import Iterable
from multiprocessing import Pool
from pathlib import Path

from movement.distress import ALWAYS, signs
from movement.distress.reading import sentences

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "config/build/distress_examples.txt"
WEIGHTS = ROOT / "movement/distress/weights.txt"
TESTS = sorted((ROOT / "tests/discussions").glob("distress*.json"))
# An example with choices, (so|like this), stands for at most so many texts.
MOST_TEXTS = 12
IN_A_ROW = 6
# So many texts of an example are also learned as a part of a longer story.
MOST_BETWEEN = 12
LONGEST_AROUND = 200
# A sign that fewer texts have says nothing yet.
FEWEST = 3
ROUNDS, STEP, DECAY = 15, 0.02, 1e-3
# How sure it must be. Lower finds more and is wrong more often; chosen on two of the sets for
# testing (distress.json and distress_1.json), so that five in a hundred ordinary texts that look
# alike show the help lines, which harms nobody.
SURE = 0.0
# What weighs less than this, in hundredths, is left out: it changes nothing and fills the file.
LIGHTEST = 4
PARTS = 5

Text = tuple[str, bool]
Signs = list[list[int]]


def main() -> None:
    """Learn, write the weights, and say how often they are right."""
    held_out = {row for path in TESTS for text, _ in tests_of(path) for row in rows_of(text)}
    examples = read_examples(held_out)
    print(f"{len(examples)} examples, {sum(map(len, examples))} texts")
    with Pool() as pool:
        learned = pool.map(part_of, [(examples, part) for part in range(PARTS)])
    report("by cross-validation", [one for part in learned for one in part])
    weights = learn_from(examples)
    kept = {
        sign: round(weight * 100)
        for sign, weight in weights.items()
        if abs(weight * 100) >= LIGHTEST or sign == ALWAYS
    }
    kept[ALWAYS] -= round(SURE * 100)
    rows = "".join(f"{sign}\t{kept[sign]}\n" for sign in sorted(kept))
    WEIGHTS.write_text(
        "# How heavy each sign weighs, in hundredths: learned by config/build/distress.py.\n"
        + rows,
        encoding="utf-8",
    )
    print(f"{WEIGHTS.relative_to(ROOT)}: {len(kept)} signs, {len(rows.encode()) / 1000:.0f} kB")
    rounded = {sign: weight / 100 for sign, weight in kept.items()}
    for path in TESTS:
        report(path.name, [(weigh(text, rounded), is_acute) for text, is_acute in tests_of(path)])


def tests_of(path: Path) -> list[Text]:
    """Return the texts of a set for testing."""
    rows = json.loads(path.read_text(encoding="utf-8"))
    return [(row["text"], row["is_acute"]) for row in rows]


def rows_of(text: str) -> set[str]:
    """Return each six words in a row of a text."""
    words = re.findall(r"\w+", text.lower())
    return {" ".join(words[at : at + IN_A_ROW]) for at in range(len(words) - IN_A_ROW + 1)}


def read_examples(held_out: set[str]) -> list[list[Text]]:
    """Return each example as the texts it stands for, without those that are for testing."""
    found = []
    for line in EXAMPLES.read_text(encoding="utf-8").splitlines():
        if line[:2] in ("+ ", "- "):
            texts = texts_of(line[2:])
            kept = [(text, line[0] == "+") for text in texts if not rows_of(text) & held_out]
            found.append(kept)
    return [texts for texts in found if texts]


def texts_of(example: str) -> list[str]:
    """Return texts with one of each of the choices, (so|like this), in an example."""
    parts = re.split(r"\(([^()]*\|[^()]*)\)", example)
    choice = random.Random(example)
    found = {}
    for _ in range(MOST_TEXTS * 3 if len(parts) > 1 else 1):
        chosen = "".join(
            choice.choice(part.split("|")) if place % 2 else part
            for place, part in enumerate(parts)
        )
        found[re.sub(r"\s+([,.?!:]|$)", r"\1", " ".join(chosen.split()))] = True
    return list(found)[:MOST_TEXTS]


def part_of(work: tuple[list[list[Text]], int]) -> list[tuple[float, bool]]:
    """Learn from all parts but one, and weigh the texts of that one."""
    examples, part = work
    mixed = [*examples]
    random.Random(5).shuffle(mixed)
    weights = learn_from([texts for place, texts in enumerate(mixed) if place % PARTS != part])
    return [
        (weigh(text, weights) - SURE, is_acute)
        for texts in mixed[part::PARTS]
        for text, is_acute in texts[:1]
    ]


def signs_of(text: str) -> list[list[str]]:
    """Return the signs of each sentence of a text."""
    found = sentences(text) or [[]]
    return [[ALWAYS, *signs.of_sentence(found, place)] for place in range(len(found))]


def weigh(text: str, weights: dict[str, float]) -> float:
    """Return how heavy the heaviest sentence weighs."""
    return max(sum(weights.get(sign, 0.0) for sign in one) for one in signs_of(text))


def learn_from(examples: list[list[Text]]) -> dict[str, float]:
    """Return what each sign weighs, from each text alone and some between ordinary ones."""
    alone = [text for texts in examples for text in texts]
    ordinary = [text for text, is_acute in alone if not is_acute and len(text) < LONGEST_AROUND]
    choice = random.Random(7)
    between = [
        (". ".join((choice.choice(ordinary), text, choice.choice(ordinary))), is_acute)
        for texts in examples
        for text, is_acute in texts[:MOST_BETWEEN]
    ]
    return learn([*alone, *between])


def learn(texts: list[Text]) -> dict[str, float]:
    """Return what each sign weighs, so that these texts come out right."""
    seen = [(signs_of(text), is_acute) for text, is_acute in texts]
    often = Counter(sign for one, _ in seen for sign in {sign for row in one for sign in row})
    names = sorted(sign for sign, count in often.items() if count >= FEWEST)
    number = {sign: place for place, sign in enumerate(names)}
    rows = [
        ([[number[sign] for sign in row if sign in number] for row in one], is_acute)
        for one, is_acute in seen
    ]
    return dict(zip(names, descend(rows, len(names)), strict=True))


def descend(rows: list[tuple[Signs, bool]], size: int) -> list[float]:
    """Return the weights that go down to the least mistakes; the mean of the later rounds."""
    weights, total = [0.0] * size, [0.0] * size
    order, steps, shrunk = [*range(len(rows))], 0, 1.0
    mixing = random.Random(0)
    for turn in range(ROUNDS):
        mixing.shuffle(order)
        for place in order:
            steps += 1
            step = STEP / (1 + STEP * DECAY * steps)
            found, is_acute = rows[place]
            heavy = [shrunk * sum([weights[sign] for sign in row]) for row in found]
            # All weights shrink a little each time; one factor does it for all.
            shrunk *= 1 - step * DECAY
            for row, blame in zip(found, blames(heavy, is_acute), strict=True):
                if abs(blame) > 1e-3:
                    change = step * blame / shrunk
                    for sign in row:
                        weights[sign] += change
        if turn >= ROUNDS // 2:
            total = [sofar + shrunk * one for sofar, one in zip(total, weights, strict=True)]
    return [one / (ROUNDS - ROUNDS // 2) for one in total]


def blames(heavy: list[float], is_acute: bool) -> list[float]:
    """Return for each sentence how far, and which way, it is to move."""
    if not is_acute:
        return [-chance(weight) for weight in heavy]
    most = max(heavy)
    shares = [math.exp(weight - most) for weight in heavy]
    mean = sum(w * share for w, share in zip(heavy, shares, strict=True)) / sum(shares)
    return [chance(-mean) * share / sum(shares) for share in shares]


def chance(weight: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, weight))))


def report(name: str, weighed: Iterable[tuple[float, bool]]) -> None:
    """Print how many of the texts of distress are found, and how many others."""
    found: list[bool] = []
    alarms: list[bool] = []
    for weight, is_acute in weighed:
        (found if is_acute else alarms).append(weight > 0)
    print(
        f"{name}: {sum(found)} of {len(found)} found ({sum(found) / len(found):.1%}), "
        f"{sum(alarms)} of {len(alarms)} false alarms ({sum(alarms) / len(alarms):.1%})"
    )


if __name__ == "__main__":
    main()
