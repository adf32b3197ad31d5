"""What a link of the page of reintegration may name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.monitor.asked import TOTAL, monitor_query, read, read_asked, write_asked


@pytest.mark.parametrize(
    "search",
    [
        "",
        "?province=23",
        "?province=23&sex=female",
        "?sector=construction&sex=male",
        "?cohort=2025-Q3",
        "?lang=km&w_social=90",
    ],
)
def test_a_link_comes_back_as_it_was(search: str) -> None:
    view = read(search)
    assert monitor_query(view, read_asked(view)) == search


@pytest.mark.parametrize(
    ("search", "keys"),
    [
        ("?sex=both", ["sex"]),
        ("?sector=mining", ["sector"]),
        ("?cohort=2025", ["cohort"]),
        ("?w_social=101", ["w_social"]),
        ("?w_social=-1", ["w_social"]),
        ("?province=01&sector=construction", ["sector"]),
        ("?province=01&cohort=2025-Q3&sector=construction", ["sector", "cohort"]),
    ],
)
def test_what_is_wrong_falls_back_and_is_told(search: str, keys: list[str]) -> None:
    asked = read_asked(read(search))
    assert [one.key for one in asked.unreadable] == keys
    assert asked.place[0] in ("total", "province")


def test_a_wrong_province_is_told_once() -> None:
    view = read("?province=99")
    assert read_asked(view).place == TOTAL
    assert len(view.unreadable) + len(read_asked(view).unreadable) == 1


@given(search=st.text(max_size=60))
def test_nothing_that_a_link_holds_is_an_error(search: str) -> None:
    asked = read_asked(read(f"?sex={search}&w_social={search}&{search}"))
    assert set(write_asked(asked)) <= {"province", "sector", "cohort", "sex", "w_social"} | {
        f"w_{part}" for part in ("economic", "psychosocial", "institutions")
    }
