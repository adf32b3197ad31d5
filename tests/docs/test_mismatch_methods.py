"""The pages of the mismatch: every result on them recomputed from the code and the data."""

from collections.abc import Callable

import pytest

from analysis.matching import PARTS
from dashboard.state import BASES
from tests.docs.mismatch.country_pages import (
    balancing_distance_page,
    mismatch_index_page,
    sahin_mismatch_page,
)
from tests.docs.mismatch.decomposition_page import decomposition_page
from tests.docs.mismatch.map_pages import least_movement_page, local_clusters_page
from tests.docs.mismatch.province_pages import (
    gap_page,
    seekers_per_vacancy_page,
    share_gap_page,
    shen_access_page,
)
from tests.docs.mismatch.seekers_page import seekers_page, trades_page
from tests.docs.mismatch.told import FOLDER, long_numbers, on_screen, says

PAGES: dict[str, Callable[[], list[str]]] = {
    "seekers": seekers_page,
    "trades": trades_page,
    "decomposition": decomposition_page,
    "gap": gap_page,
    "seekers_per_vacancy": seekers_per_vacancy_page,
    "share_gap": share_gap_page,
    "mismatch_index": mismatch_index_page,
    "shen_access": shen_access_page,
    "balancing_distance": balancing_distance_page,
    "sahin_mismatch": sahin_mismatch_page,
    "local_clusters": local_clusters_page,
    "least_movement": least_movement_page,
}


@pytest.mark.parametrize("method", PAGES)
def test_the_page_says_what_the_code_gives(method: str) -> None:
    says(method, PAGES[method]())


@pytest.mark.parametrize("method", PAGES)
def test_no_number_on_the_page_is_left_unchecked(method: str) -> None:
    text = (FOLDER / f"{method}.en.md").read_text(encoding="utf-8")
    computed = long_numbers(" ".join(PAGES[method]()))
    assert long_numbers(text) <= computed, long_numbers(text) - computed


QUOTED = {
    "seekers": [f"basis_{basis}" for basis in BASES],
    "decomposition": ["basis_durable", *(f"part_{part}" for part in PARTS)],
    "least_movement": ["jobs_title"],
}


@pytest.mark.parametrize("lang", ["en", "km"])
@pytest.mark.parametrize("method", QUOTED)
def test_words_of_the_screen_are_quoted_as_they_stand(method: str, lang: str) -> None:
    text = (FOLDER / f"{method}.{lang}.md").read_text(encoding="utf-8")
    quotes = [on_screen(key, lang) for key in QUOTED[method]]
    assert not [quote for quote in quotes if quote not in text]
