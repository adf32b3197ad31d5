"""Each kind of question: what is an answer, what all answers come to, how it is said."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.rooms.question import Option, Question
from dashboard.rooms.questions import checked, kind_of, kinds
from dashboard.rooms.refused import Refused
from dashboard.rooms.tallies import by_group, tally_of
from dashboard.rooms.texts import Both
from dashboard.store import KeptAnswer
from dashboard.words import Speaker
from tests.dashboard.rooms.asking import question

KEYS = ["road", "zone", "skills"]
RIGHT: dict[str, st.SearchStrategy[Any]] = {
    "single": st.sampled_from(KEYS),
    "multiple": st.lists(st.sampled_from(KEYS), unique=True, min_size=1),
    "ranking": st.permutations(KEYS),
    "points": st.integers(0, 100).map(lambda n: {"road": n, "zone": 100 - n}),
    "budget": st.integers(0, 200).map(lambda n: {"skills": n, "zone": 200 - n}),
    "rating": st.integers(1, 5),
    "text": st.text(min_size=1, max_size=80).filter(lambda text: text.strip().isalnum()),
}
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=8,
)


def asked(kind: str, **settings: Any) -> Question:
    return checked(question(kind=kind, settings=settings))


def kept(content: Any, *, number: int = 0, **more: Any) -> KeptAnswer:
    return KeptAnswer(
        id=f"a{number}", question="q1", phone=f"p{number}", turn=1, content=content, **more
    )


def test_every_kind_is_tested() -> None:
    assert set(kinds()) == set(RIGHT)


@pytest.mark.parametrize("kind", RIGHT)
def test_a_right_answer_is_taken_tallied_and_said(kind: str) -> None:
    @given(st.lists(RIGHT[kind], min_size=1, max_size=12))
    def holds(answers: list[Any]) -> None:
        one = asked(kind)
        contents = [kind_of(one).check(one, answer) for answer in answers]
        found = tally_of(one, [kept(content, number=n) for n, content in enumerate(contents)])
        assert found["answers"] == len(answers)
        assert all(0 <= row["share"] <= 1 for row in found["rows"])
        for lang in ("en", "km"):
            assert kind_of(one).answered(one, contents[0], Speaker(lang=lang))
            assert found["said"][lang]
        again = tally_of(one, [kept(content, number=n) for n, content in enumerate(contents[::-1])])
        assert again == found, "the order of answers does not count"

    holds()


@pytest.mark.parametrize("kind", RIGHT)
def test_anything_else_is_refused_and_never_fails(kind: str) -> None:
    @given(ANYTHING)
    def holds(answer: Any) -> None:
        one = asked(kind)
        try:
            content = kind_of(one).check(one, answer)
        except Refused as refused:
            assert refused.status == 422
        else:
            assert kind_of(one).check(one, content) == content

    holds()


@given(ANYTHING)
def test_what_is_no_question_is_refused_and_never_fails(anything: Any) -> None:
    for wrong in (anything, question(settings=anything), question(kind=anything)):
        try:
            checked(wrong)
        except Refused as refused:
            assert refused.status == 422


def test_a_vote_is_counted_by_hand() -> None:
    found = tally_of(asked("single"), [kept("road"), kept("road"), kept("zone")])
    assert [(row["key"], row["value"]) for row in found["rows"]] == [
        ("road", 2),
        ("zone", 1),
        ("skills", 0),
    ]
    assert found["said"]["en"] == "Chosen most often, by 67%: Road"


def test_two_that_are_even_are_both_named() -> None:
    found = tally_of(asked("single"), [kept("road"), kept("zone")])
    assert found["said"]["en"] == "Chosen most often, by 50%: Road, Zone"


def test_a_ranking_gives_points_by_place() -> None:
    found = tally_of(
        asked("ranking"), [kept(["zone", "road", "skills"]), kept(["zone", "skills", "road"])]
    )
    assert {row["key"]: (row["value"], row["firsts"]) for row in found["rows"]} == {
        "road": (1.5, 0),
        "zone": (3.0, 2),
        "skills": (1.5, 0),
    }


def test_only_the_first_places_can_be_asked_for() -> None:
    one = asked("ranking", most=2)
    assert kind_of(one).check(one, ["zone", "road"]) == ["zone", "road"]
    for wrong in (["zone"], ["zone", "zone"], ["zone", "road", "skills"], ["zone", "sea"]):
        with pytest.raises(Refused, match="rank"):
            kind_of(one).check(one, wrong)


def test_a_budget_is_divided_to_the_last_million() -> None:
    one = asked("budget", total=50)
    assert kind_of(one).check(one, {"road": 50}) == {"road": 50, "zone": 0, "skills": 0}
    with pytest.raises(Refused) as refused:
        kind_of(one).check(one, {"road": 49})
    assert refused.value.fields == {"total": 50, "given": 49}
    found = tally_of(
        one,
        [kept({"road": 50, "zone": 0, "skills": 0}), kept({"road": 0, "zone": 40, "skills": 10})],
    )
    assert [row["value"] for row in found["rows"]] == [25, 20, 5]
    assert sum(row["share"] for row in found["rows"]) == pytest.approx(1)


@pytest.mark.parametrize("part", [True, 10.5, -10, "10", None])
def test_points_are_whole_and_not_negative(part: Any) -> None:
    with pytest.raises(Refused):
        kind_of(asked("points")).check(asked("points"), {"road": part, "zone": 100})


def test_a_text_is_seen_by_others_once_it_was_let_through() -> None:
    answers = [
        kept("<script>alert(1)</script>", passed=True),
        kept("no", number=1, passed=False),
        kept("not yet", number=2),
    ]
    found = tally_of(asked("text"), answers)
    assert [one["text"] for one in found["texts"]] == ["<script>alert(1)</script>"]
    assert found["answers"] == 3


@pytest.mark.parametrize("text", ["", "  ", "\n\t", "\u200b\u202e", "x" * 281])
def test_a_text_has_something_to_read_and_an_end(text: str) -> None:
    with pytest.raises(Refused, match="words"):
        kind_of(asked("text")).check(asked("text"), text)


def test_a_group_of_two_is_not_shown() -> None:
    groups = [
        Option(key=key, text=Both(en=key, km=key)) for key in ("officials", "employers", "nobody")
    ]
    answers = [
        *(kept("road", number=n, group="officials") for n in range(3)),
        *(kept("zone", number=n, group="employers") for n in range(3, 5)),
    ]
    officials, employers, nobody = by_group(asked("single"), answers, groups)
    assert officials["rows"][0]["value"] == 3 and "few" not in officials
    assert employers["few"] and "rows" not in employers
    assert nobody["few"] and nobody["answers"] == 0
