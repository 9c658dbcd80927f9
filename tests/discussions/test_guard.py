"""What the check finds, and what it lets pass, by examples in a data file."""

import json
import re
import time
from pathlib import Path

import pytest

from movement import guard, markdown
from movement.distress import has_words_of_distress
from movement.models import HelpLine

HERE = Path(__file__).parent
RECOGNISABLE = json.loads((HERE / "recognisable.json").read_text())
# By other writers. The patterns know these sets, so they prove that what is found stays found. At
# first sight 52 of 60 were found in the second and 60 of 60 in the third, with 4 and 2 of 60 false
# alarms. Of each: the least found, the most false.
TRIED = {
    "recognisable_1.json": (0.98, 0.02),
    "recognisable_2.json": (0.95, 0.03),
    "recognisable_3.json": (0.98, 0.02),
}
pytestmark = pytest.mark.django_db


def by_text(example):
    return example["text"][:40]


@pytest.mark.parametrize("example", RECOGNISABLE, ids=by_text)
def test_a_text_shows_what_can_be_recognised(example):
    found = {finding.kind for finding in guard.inspect(example["text"])}
    assert found == set(example["kinds"]), example["why"]


@pytest.mark.parametrize("name", TRIED)
def test_most_of_what_others_wrote_is_found_and_few_ordinary_texts(name):
    examples = json.loads((HERE / name).read_text())
    found = [bool(guard.inspect(one["text"])) for one in examples if one["kinds"]]
    alarms = [bool(guard.inspect(one["text"])) for one in examples if not one["kinds"]]
    assert sum(found) / len(found) >= TRIED[name][0]
    assert sum(alarms) / len(alarms) <= TRIED[name][1]


def test_what_may_not_be_published_is_told_as_what_it_is():
    for one in json.loads((HERE / "recognisable_1.json").read_text()):
        for kind in set(one["kinds"]) & guard.FORBIDDEN:
            assert kind in {finding.kind for finding in guard.inspect(one["text"])}, one["text"]


@pytest.mark.parametrize("name", ["recognisable.json", *TRIED])
def test_half_of_the_examples_pass_untouched(name):
    examples = json.loads((HERE / name).read_text())
    untouched = [example for example in examples if not example["kinds"]]
    assert len(examples) >= 60
    assert 0.4 <= len(untouched) / len(examples) <= 0.6
    assert all(example["why"] for example in examples)


def test_no_example_stands_in_the_code():
    """What is found follows from rules: a list of examples would find nothing else."""
    code = " ".join(
        path.read_text().lower() for path in (HERE.parents[1] / "movement").rglob("*.py")
    )
    for sign in (r"\s+", r"\s", r"\b", "(?:", "(?<", "(", ")", "?", '"', "'", "|", ",", "."):
        code = code.replace(sign, " ")
    code = f" {' '.join(code.split())} "
    sets = [json.loads(path.read_text()) for path in HERE.glob("*.json")]
    for example in [one for examples in sets for one in examples]:
        words = re.sub(r"[^\w@/:-]+", " ", example["text"].lower()).split()
        # A saying of two or three words is a word of the language, not an example.
        assert len(words) < 4 or f" {' '.join(words)} " not in code, example["text"]


def test_a_finding_names_its_passage_and_what_could_stand_there():
    text = "Dag. Mijn zoon Daan slaapt bij juf Els."
    found = guard.inspect(text)
    assert [text[f.start : f.end] for f in found] == ["Mijn zoon Daan", "juf Els"]
    assert guard.blanked(text, found) == "Dag. Mijn zoon slaapt bij juf."


@pytest.mark.parametrize("sign", ["\u200b", "\u00ad", "\u2060", "\ufeff", "\u202e"])
def test_invisible_signs_hide_nothing(sign):
    number = sign.join("06" + "12345678")
    assert [f.kind for f in guard.inspect(f"Bel {number}.")] == ["phone"]
    assert has_words_of_distress(f"Ik wil do{sign}od.")


def test_other_digits_hide_nothing():
    number = "".join(chr(ord("０") + int(d)) for d in "0612345678")
    assert [f.kind for f in guard.inspect(f"Bel {number}")] == ["phone"]


def test_help_lines_and_our_own_contact_are_no_secret():
    HelpLine.objects.create(
        name="Iemand", occasion="Altijd", number="088-555 1000", checked_on="2026-01-01"
    )
    text = "Bel 088-5551000, 030 284 3200 of mail rvjeugdzorg@loc.nl"
    assert guard.inspect(text) == []


def test_a_name_of_this_conversation_may_be_addressed():
    assert [f.kind for f in guard.inspect("@Wilg dank je")] == ["account"]
    assert guard.inspect("@Wilg dank je", known_names={"Wilg"}) == []


@pytest.mark.parametrize("text", ["06" * 10_000, "a@" * 10_000, "mijn zoon " * 2_000, "1 " * 9_000])
def test_no_text_keeps_the_check_busy(text):
    started = time.process_time()
    guard.inspect(text[:20_000])
    has_words_of_distress(text[:20_000])
    assert time.process_time() - started < 2


@pytest.mark.parametrize(
    ("source", "never"),
    [
        ("<script>alert(1)</script>", "<script"),
        ("[x](javascript:alert(1))", 'javascript:alert(1)"'),
        ("![x](https://example.org/a.png)", "<img"),
        ("<img src=x onerror=alert(1)>", "<img"),
        ("# Kop", "<h1"),
        ("[x](data:text/html,hoi)", 'href="data'),
    ],
)
def test_a_post_holds_only_what_it_may(source, never):
    assert never not in markdown.render(source)


def test_links_are_not_followed_and_lines_break():
    html = markdown.render("Zie https://example.org/a\nnieuwe regel")
    assert 'rel="nofollow noopener"' in html
    assert "<br" in html


@pytest.mark.parametrize(
    "source",
    [">" * 20_000, "- " * 10_000, "[" * 20_000, "*a_" * 6_000, "`" * 20_000, "a\n" * 9_000],
)
def test_no_source_keeps_the_drawing_busy(source):
    started = time.process_time()
    markdown.render_anew(source)
    assert time.process_time() - started < 2
