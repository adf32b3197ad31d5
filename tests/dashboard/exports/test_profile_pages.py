"""The profile on two pages: all of it, whole, the same numbers, and the same bytes each time."""

from pathlib import Path

import pytest

from dashboard.evidence import amount, span
from dashboard.exports.asked import Made, made, wanted
from dashboard.exports.problem import ExportError
from dashboard.exports.profile.batch import Batch, tasks
from dashboard.exports.profile.lines import lines_of
from dashboard.exports.profile.numbered import runs
from dashboard.profile.profile import profile
from dashboard.profile_rows import key_rows, scenario_rows
from dashboard.typeset import told, typeset
from dashboard.words import LANGUAGES, Speaker
from geodata.provinces import CODES
from tests.dashboard.exports.printed import pages_of

SITE = "https://atlas.test/"
SMALLEST_LETTERS = 6.9


def document(query: str, *, site: str = "") -> Made:
    return made(wanted("profile", "pdf", query, site=site))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", ["01", "12", "20"])
def test_the_pages_say_every_number_with_its_range(code: str, lang: str) -> None:
    query = f"province={code}&lang={lang}"
    asked, say = wanted("profile", "pdf", query), Speaker(lang=lang)
    text = " ".join(pages_of(document(query).content))
    closed = text.replace("– ", "–")
    for line in lines_of(profile(asked.view), say=say):
        if line.key == "need.ratio" or line.value is not None or line.figure is None:
            continue
        assert amount(line.figure, say=say, decimals=line.decimals) in text, line.key
        reach = span(line.figure, say=say, decimals=line.decimals)
        assert reach is None or reach in text or reach in closed, line.key


def test_a_number_stands_beside_what_it_counts() -> None:
    asked, say = wanted("profile", "pdf", "province=01"), Speaker(lang="en")
    first, second = pages_of(document("province=01").content)
    found = profile(asked.view)
    for row in key_rows(found, say=say):
        told = f"{row.label} {row.told.value} {row.unit} {row.told.reach}".strip()
        assert told in first, told
    for one in scenario_rows(found, say=say):
        cells = (one.near_home, one.after_moving, one.jobs, one.usd, one.country.value)
        assert " ".join(cells) in second, one.name


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_province_has_two_pages_in_letters_that_can_be_read(
    lang: str, tmp_path: Path
) -> None:
    batch = Batch(query="", languages=(lang,), folder=tmp_path, jobs=1, site=SITE)
    seen = 0
    for task in tasks(batch):
        letters = told("profile", task.data, label="letters")
        assert len(letters) == 2
        assert all(size is not None and size >= SMALLEST_LETTERS for size in letters), task.path
        assert len(pages_of(typeset("profile", task.data, output="pdf")[0])) == 2
        seen += 1
    assert seen == len(CODES)


@pytest.mark.parametrize(
    "query",
    [
        "province=18&lang=km&digits=khmer&basis=working_age&reach_km=150",
        "province=20&scenarios=border-agro&year=2028&future=second_wave&basis=unplaced",
    ],
)
def test_two_pages_are_enough_for_any_view(query: str) -> None:
    assert len(pages_of(document(query, site=SITE).content)) == 2


def test_the_same_view_gives_the_same_bytes_and_its_hash_stands_in_them() -> None:
    one, other = (document("province=24&lang=km", site=SITE) for _ in range(2))
    assert one == other
    assert one.tag.partition("-")[0] in pages_of(one.content)[1]
    english = document("province=24", site=SITE)
    assert english.tag.partition("-")[0] == one.tag.partition("-")[0]
    assert document("province=24&basis=unplaced").tag.partition("-")[0] not in one.tag


def test_the_link_is_whole_where_the_site_is_known() -> None:
    query = "province=24&basis=unplaced"
    link = "/province/24?basis=unplaced"
    with_site, without = (pages_of(document(query, site=site).content)[1] for site in (SITE, ""))
    assert f"{SITE.rstrip('/')}{link}" in with_site
    assert link in without and "https://atlas" not in without


@pytest.mark.parametrize(
    ("query", "allowed"),
    [("", "25"), ("province=26", "25"), ("province=01&bom=1", "csv"), ("province=01&x=1", "year")],
)
def test_what_cannot_be_made_is_told_with_what_can(query: str, allowed: str) -> None:
    with pytest.raises(ExportError) as problem:
        document(query)
    assert allowed in problem.value.allowed


def test_sources_are_named_by_number_in_runs() -> None:
    assert runs([]) == "" and runs([4]) == "4"
    assert runs([9, 1, 2, 3, 7, 8, 3]) == "1–3, 7, 8, 9".replace("7, 8, 9", "7–9")
