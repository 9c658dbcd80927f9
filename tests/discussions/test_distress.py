"""How often words of acute distress are found, on sets of texts that nothing was learned from.

`distress.json` and `distress_1.json` were in sight while the signs and the threshold were chosen,
so they prove that what is found stays found. Of the other two only the counts were looked at: they
say how often texts of others are found.
"""

import json
import random
import time
from pathlib import Path

import pytest

from config.build import distress as learning
from movement.distress import has_words_of_distress

HERE = Path(__file__).parent
SETS = {path.name: json.loads(path.read_text()) for path in HERE.glob("distress*.json")}
# Of each set: how much of the distress is found at least, and of the rest at most. What was
# measured stands a little above and below.
FLOORS = {
    "distress.json": (0.96, 0.05),
    "distress_1.json": (0.97, 0.06),
    "distress_2.json": (0.83, 0.07),
    "distress_3.json": (0.93, 0.04),
}
ORDINARY = [
    "We wonen in een rijtje aan de rand van de stad, met een tuin en twee fietsen voor de deur.",
    "De juf belde vorige maand of wij wilden meedenken over het uitje van groep zeven.",
    "Er was koffie en er waren broodjes, en iedereen kreeg een stoel bij het raam.",
    "De gemeente stuurde daarna een brief met de datum van het volgende gesprek.",
]


def share_found(examples, *, is_acute, told=str):
    """The part of these that the page would show help lines for."""
    these = [example for example in examples if example["is_acute"] is is_acute]
    return sum(has_words_of_distress(told(example["text"])) for example in these) / len(these)


@pytest.mark.parametrize("name", FLOORS)
def test_most_words_of_distress_are_found(name):
    assert share_found(SETS[name], is_acute=True) >= FLOORS[name][0]


@pytest.mark.parametrize("name", FLOORS)
def test_few_texts_that_look_alike_are_taken_for_them(name):
    assert share_found(SETS[name], is_acute=False) <= FLOORS[name][1]


@pytest.mark.parametrize("name", FLOORS)
def test_one_sentence_is_found_in_a_long_ordinary_story(name):
    def in_a_story(text):
        return f"{' '.join(ORDINARY)} {text.rstrip('.')}. {' '.join(reversed(ORDINARY))}"

    assert share_found(SETS[name], is_acute=True, told=in_a_story) >= FLOORS[name][0] - 0.1
    assert share_found(SETS[name], is_acute=False, told=in_a_story) <= FLOORS[name][1]


def test_every_set_is_tried_and_half_of_it_is_no_distress():
    assert set(SETS) == set(FLOORS)
    for examples in SETS.values():
        assert len(examples) >= 60
        assert 0.4 <= sum(example["is_acute"] for example in examples) / len(examples) <= 0.6
        assert all(example["why"] for example in examples)


def test_nothing_is_learned_from_a_text_for_testing():
    rows = {
        row
        for examples in SETS.values()
        for one in examples
        for row in learning.rows_of(one["text"])
    }
    learned = [text for texts in learning.read_examples(rows) for text, _ in texts]
    assert len(learned) > 5_000
    assert [text for text in learned if learning.rows_of(text) & rows] == []
    tested = {
        one["text"] for examples in SETS.values() for one in examples if len(one["text"]) > 40
    }
    assert tested.isdisjoint(learned)


@pytest.mark.parametrize(
    "text",
    [
        "Ik wil do\u200bod.",
        "Ik wil d\u00f3\u00f3d",
        "ik wil dooooood",
        "ik wil d.o.o.d",
        "IK WIL DOOD",
        "kwil dood",
    ],
)
def test_spelling_hides_nothing(text):
    assert has_words_of_distress(text)


@pytest.mark.parametrize("text", ["", " ", "...", "?", "\n\n", "😀", "1", ",,,"])
def test_nothing_said_is_no_distress(text):
    assert not has_words_of_distress(text)


def test_a_long_text_takes_no_time():
    words = " ".join(ORDINARY).split()
    text = " ".join(random.Random(1).choices(words, k=4_000))[:20_000]
    has_words_of_distress(text)
    started = time.process_time()
    has_words_of_distress(text)
    assert time.process_time() - started < 0.2
