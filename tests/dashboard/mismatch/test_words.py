"""The three sentences: every basis, every part that may be none, both languages."""

import re
from collections.abc import Mapping

import pytest

from analysis.matching import PARTS
from dashboard.mismatch.parts import Parts
from dashboard.mismatch_words import (
    basis_text,
    part_text,
    ranges_text,
    story,
    three_sentences,
)
from dashboard.state import BASES
from dashboard.words import LANGUAGES, Speaker
from geodata import Figure

SAY = {lang: Speaker(lang=lang) for lang in LANGUAGES}
END = {"en": ".", "km": "។"}
# 100,000 people: 40,000 matched, 30,000 without a job anywhere, 20,000 too far, 10,000 other trade.
USUAL = {"matched": 40_000, "shortage": 30_000, "spatial": 20_000, "skills": 10_000}


def figure(value: float) -> Figure:
    return Figure(
        value=value,
        low=0.9 * value,
        high=1.1 * value,
        status="estimated",
        source_ids=("TEAM",),
        as_of="2025",
    )


def by_hand(**changed: float) -> Parts:
    values = {**USUAL, **changed}
    return Parts(
        figures={"seekers": figure(sum(values.values()))}
        | {part: figure(value) for part, value in values.items()}
    )


def numbers(sentence: str) -> list[str]:
    # A number of five digits or more; "USD 210" is none of them.
    return re.findall(r"\d{1,3}(?:,\d{3})+", sentence)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("basis", BASES)
def test_each_sentence_tells_its_number(basis: str, lang: str) -> None:
    first, second, third = three_sentences(basis, by_hand(), say=SAY[lang])
    assert sorted(numbers(first)) == ["100,000", "30,000"]
    assert numbers(second) == ["20,000"]
    assert numbers(third) == ["10,000"]
    for sentence in (first, second, third):
        assert sentence.endswith(END[lang])
        assert "{" not in sentence and "}" not in sentence


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("basis", BASES)
@pytest.mark.parametrize("part", ["shortage", "spatial", "skills"])
@pytest.mark.parametrize("value", [0, 300])
def test_a_part_that_is_none_is_told_in_words_not_as_zero(
    part: str, value: float, basis: str, lang: str
) -> None:
    usual = three_sentences(basis, by_hand(), say=SAY[lang])
    told = three_sentences(basis, by_hand(**{part: value}), say=SAY[lang])
    at = ["shortage", "spatial", "skills"].index(part)
    assert len(numbers(told[at])) == (1 if part == "shortage" else 0), "all seekers, or no number"
    assert told[at].endswith(END[lang]) and "{" not in told[at]
    assert not re.search(r"\b0\b|\b300\b", told[at])
    assert told[at] != usual[at]
    assert [told[i] for i in range(1, 3) if i != at] == [usual[i] for i in range(1, 3) if i != at]


@pytest.mark.parametrize("part", ["shortage", "spatial", "skills"])
def test_half_a_per_cent_is_a_number_again(part: str) -> None:
    others = sum(USUAL.values()) - USUAL[part]
    at = ["shortage", "spatial", "skills"].index(part)

    def said(count: float) -> str:
        found = three_sentences("durable", by_hand(**{part: count}), say=SAY["en"])[at]
        return re.sub(r"[0-9][0-9,]*", "#", found)

    just_below, just_above = (others * share / (1 - share) for share in (0.0049, 0.0051))
    assert said(just_below) == said(0)
    assert said(just_above) == said(USUAL[part]) != said(0)


def test_each_basis_and_each_part_has_a_name_of_its_own() -> None:
    for say in SAY.values():
        assert len({basis_text(basis, say=say) for basis in BASES}) == len(BASES)
        assert len({part_text(part, say=say) for part in PARTS}) == len(PARTS)
        firsts = {three_sentences(basis, by_hand(), say=say)[0] for basis in BASES}
        assert len(firsts) == len(BASES), "the sentence says who is counted"
        enough = {three_sentences(basis, by_hand(shortage=0), say=say)[0] for basis in BASES}
        assert len(enough) == len(BASES) and not enough & firsts


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_ranges_stand_in_the_order_of_the_sentences(lang: str) -> None:
    told = ranges_text(by_hand(), say=SAY[lang])
    assert numbers(told) == ["27,000", "33,000", "18,000", "22,000", "9,000", "11,000"]
    assert "{" not in told and "None" not in told
    without = ranges_text(by_hand(shortage=0), say=SAY[lang])
    assert "None" not in without and re.search(r"\b0\b", without)


def counted(durable: Parts, unplaced: Parts) -> Mapping[str, Parts]:
    return {"durable": durable, "unplaced": unplaced, "working_age": durable}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_story_turns_only_where_the_shortage_comes_and_goes(lang: str) -> None:
    short, enough = by_hand(), by_hand(shortage=0, spatial=8_000, skills=7_000)
    turned = story("durable", counted(short, enough), say=SAY[lang])
    assert set(numbers(turned)) >= {"100,000", "55,000", "8,000", "7,000"}
    stays = story("durable", counted(short, by_hand(shortage=12_000)), say=SAY[lang])
    assert set(numbers(stays)) >= {"30,000", "12,000"}
    for said in (turned, stays):
        assert said.endswith(END[lang]) and "{" not in said


def test_khmer_digits_reach_into_the_sentences() -> None:
    said = three_sentences("durable", by_hand(), say=Speaker(lang="km", digits="khmer"))
    assert "១០០,០០០" in said[0] and not re.search("[0-9]", "".join(said))
