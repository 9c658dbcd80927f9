"""Codes that people copy by hand: no mistake of one sign goes unseen."""

from math import log2

import pytest

from movement import codes


def test_a_code_cannot_be_guessed_and_is_never_the_same():
    assert codes.DRAWN * log2(len(codes.ALPHABET)) >= 60
    made = [codes.make() for _time in range(500)]
    assert len(set(made)) == 500
    # Each sign appears: fifteen are drawn from all nineteen.
    assert set("".join(made)) == set(codes.ALPHABET)


def test_no_two_signs_look_alike_and_no_word_appears():
    for alike in ("0OQ", "1I", "2Z", "5S", "6GB", "8B", "UV", "9G", "E3"):
        assert len(set(alike) & set(codes.ALPHABET)) <= 1, alike
    assert not set("AEIOU") & set(codes.ALPHABET)


def test_a_code_is_read_back_from_its_groups():
    for _time in range(100):
        code = codes.make()
        assert codes.read(codes.grouped(code).lower()) == code


def test_every_single_mistake_and_every_swap_is_noticed():
    code = codes.make()
    wrong = [
        code[:place] + sign + code[place + 1 :]
        for place in range(len(code))
        for sign in codes.ALPHABET
        if sign != code[place]
    ]
    swapped = [
        code[:place] + code[place + 1] + code[place] + code[place + 2 :]
        for place in range(len(code) - 1)
        if code[place] != code[place + 1]
    ]
    for typed in wrong + swapped:
        with pytest.raises(codes.Mistyped):
            codes.read(typed)


@pytest.mark.parametrize("typed", ["", "x" * 5000, "\x00", "CDFG HJKL MNPR TW É", "🙂" * 16])
def test_anything_can_be_typed(typed):
    with pytest.raises(codes.Mistyped):
        codes.read(typed)


def test_what_is_kept_is_not_the_code():
    code = codes.make()
    kept = codes.digest(code)
    assert (len(kept), kept) == (64, codes.digest(code))
    assert code not in kept
