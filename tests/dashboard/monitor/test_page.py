"""The page of reintegration, without and with a registry."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from dashboard.exports.asked import made, wanted
from dashboard.exports.declaration import pictures
from dashboard.exports.problem import ExportError
from dashboard.monitor.asked import Asked
from dashboard.monitor.measures import MEASURES, measured
from dashboard.monitor.released import count_of, registry
from dashboard.monitor.warned import up_and_down
from dashboard.monitor_parts import curve_chart
from dashboard.pages.monitor import PAGE
from dashboard.static_html import to_html
from dashboard.store import NewRelease, Store, releases
from dashboard.store_here import using
from dashboard.words import Speaker
from records.engine import aggregate
from records.reading import read
from records.release import Release, publish, to_json
from records.survival import curve
from records.synthetic import frame
from records.tables import TOTAL, Cell
from tests.goldens import held, picture

KNOWN = {one.key: one for one in MEASURES}


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Release:
    records = frame(rows=20_000).drop(columns=["age_group", "debt", "arrears"])
    few = records[records.province == "12"].head(40)
    kept = pd.concat([records[records.province.isin(["01", "02", "17", "22"])], few])
    path = tmp_path_factory.mktemp("records") / "records.csv"
    kept.to_csv(path, index=False)
    with read(path) as reading:
        tables = aggregate(
            reading.engine, fields=reading.fields, as_of=date(2026, 6, 30), synthetic=True
        )
    return publish(tables)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(f"sqlite:///{tmp_path}/atlas.db")
    with using(opened):
        yield opened
    opened.close()


def keep(store: Store, release: Release) -> None:
    releases.keep(
        store,
        NewRelease(
            number=release.version,
            synthetic=release.synthetic,
            author="Sok",
            note="",
            file_name="synthetic.parquet",
            file_hash="0" * 64,
            as_of=release.as_of.isoformat(),
            document=to_json(release),
        ),
    )


def page(search: str = "") -> str:
    return to_html(PAGE.layout(PAGE.view(search)))


@pytest.mark.parametrize("lang", ["en", "km"])
def test_without_a_registry_the_survey_stands_in_its_place(store: Store, lang: str) -> None:
    found = page(f"?lang={lang}")
    for number in ("431", "269", "38", "43 %", "0.638", "0.381", "0.724", "78 %"):
        assert number in found
    assert ("National, survey" if lang == "en" else "ថ្នាក់ជាតិ ការស្ទង់មតិ") in found
    assert 'href="#load"' in found


def test_without_a_database_it_says_so_and_draws_the_rest() -> None:
    found = page()
    assert "database cannot be asked" in found
    assert "0.638" in found


def test_a_finding_of_one_province_alone_is_named_for_it(store: Store) -> None:
    assert "Siem Reap, survey" in page()
    assert "Siem Reap, survey" in page("?province=17")
    assert "Siem Reap, survey" not in page("?province=01")


@pytest.mark.parametrize("search", ["", "?sex=female", "?province=01", "?sector=construction"])
def test_the_headline_is_computed_from_the_release(
    store: Store, release: Release, search: str
) -> None:
    keep(store, release)
    view = PAGE.view(search)
    place = ("province", "01") if "01" in search else TOTAL
    place = ("sector", "construction") if "sector" in search else place
    people = release.count("people", "all", place=place, sex="female" if "sex" in search else "all")
    assert people is not None
    assert f"{people:,} returnees" in to_html(PAGE.layout(view))


def test_synthetic_numbers_are_marked_everywhere(store: Store, release: Release) -> None:
    keep(store, release)
    found = page()
    assert "Synthetic records: nobody in these numbers is real" in found
    assert found.count("Synthetic, nobody is real") > 10
    assert "computed from the registry" not in found


def test_no_published_figure_stands_beside_synthetic_ones(store: Store, release: Release) -> None:
    keep(store, release)
    found = page()
    for published in ("National, survey", "CDRI", "Plan International", "0.638", "USD 431"):
        assert published not in found
    assert "Published figures never stand beside synthetic records." in found
    table = made(wanted("monitor", "csv", "")).content.decode()
    provinces = made(wanted("monitor_provinces", "csv", "")).content.decode()
    for content in (table, provinces):
        assert "SYNTHETIC_1" in content and "CDRI" not in content
    assert all("SYNTHETIC_1" in line for line in table.splitlines()[2:])


def test_published_figures_can_be_had_without_the_synthetic_ones(
    store: Store, release: Release
) -> None:
    keep(store, release)
    found = page("?published=1&sex=female")
    assert "0.638" in found and "National, survey" in found
    assert "Synthetic, nobody is real" not in found
    assert "Synthetic records are loaded here" in found
    assert 'href="/monitor?sex=female"' in found, "the way back"
    table = made(wanted("monitor", "csv", "published=1"))
    assert "synthetic" not in table.name and b"SYNTHETIC" not in table.content
    assert "CDRI" in table.content.decode()
    assert "published" in page("?published=maybe")


def test_what_is_hidden_is_hatched_and_said(store: Store, release: Release) -> None:
    keep(store, release)
    hidden = [
        cell.value
        for cell, shown in release.counts.items()
        if shown is None and cell[:2] == ("funnel", "in_work") and cell.dimension == "province"
    ]
    assert hidden
    found = page(f"?province={hidden[0]}")
    assert 'class="number unseen">hidden' in found
    assert count_of(release, "people", "all", place=("province", "01"), sex="all").why == "shown"


def test_a_number_that_was_held_back_names_its_release(store: Store, release: Release) -> None:
    cell = Cell("people", "all", "province", "01", "all")
    count, _ = release.counts[cell] or (0, 0)
    keep(store, release)
    counts = {one: shown and (shown[0], 2) for one, shown in release.counts.items()}
    keep(store, replace(release, version=2, counts=counts | {cell: (count, 1)}))
    assert f"{count:,} (release 1)" in page("?province=01")
    found = registry(Asked())
    assert found.release is not None and found.before is not None
    value = measured(found.release, KNOWN["in_work"], place=("province", "01"), sex="all")
    assert (value.value, value.why) == (None, "hidden"), "no share of counts of two releases"


def changed(release: Release, code: str, *, more: int, pay: float) -> Release:
    place = ("province", code, "all")
    counts = {one: shown and (shown[0], 2) for one, shown in release.counts.items()}
    means = {one: (shown[0], 2) for one, shown in release.means.items()}
    work = Cell("funnel", "in_work", *place)
    now = (Cell("income", "both_known", *place), "now")
    counts[work] = ((release.counts[work] or (0, 0))[0] + more, 2)
    means[now] = (round(release.means[now][0] * pay), 2)
    return replace(release, version=2, counts=counts, means=means)


def test_placement_up_and_pay_down_is_told(store: Store, release: Release) -> None:
    after = changed(release, "01", more=30, pay=0.9)
    assert up_and_down(release, after, provinces=["01", "02"]) == ("01",)
    assert up_and_down(release, changed(release, "01", more=30, pay=1.0), provinces=["01"]) == ()
    assert up_and_down(release, changed(release, "01", more=0, pay=0.9), provinces=["01"]) == ()
    keep(store, release)
    assert "pay down" not in page()
    keep(store, after)
    assert "Placement up, pay down in one province since the last release: Banteay Meanchey" in (
        page()
    )


def test_women_stand_against_men(store: Store, release: Release) -> None:
    women, men = (
        measured(release, KNOWN["in_work"], place=TOTAL, sex=sex).value
        for sex in ("female", "male")
    )
    assert women is not None and men is not None
    gap = round(women) - round(men)
    keep(store, release)
    assert f"{abs(gap)} points" in page()


def test_weights_in_the_link_change_the_index(store: Store) -> None:
    assert "With your weights" not in page()
    assert "With your weights the index would be 0.587." in page("?w_institutions=50")
    nothing = "&".join(f"w_{part}=0" for part in ("economic", "social", "psychosocial"))
    assert "All weights are nought" in page(f"?{nothing}&w_institutions=0")


def test_the_chart_and_the_tables_are_taken_with_their_mark(store: Store, release: Release) -> None:
    with pytest.raises(ExportError, match="without a registry"):
        made(wanted("monitor_survival", "svg", ""))
    keep(store, release)
    drawn = made(wanted("monitor_survival", "svg", "lang=en"))
    assert b"synthetic" in drawn.content.lower()
    table = made(wanted("monitor", "csv", "sex=female"))
    assert "synthetic" in table.name
    lines = table.content.decode().splitlines()
    people = release.count("people", "all", place=TOTAL)
    assert any(line.startswith("returned,") and f",{people}," in line for line in lines)
    hidden = made(wanted("monitor", "csv", "province=12")).content.decode()
    assert ",hidden," in hidden
    provinces = made(wanted("monitor_provinces", "csv", "")).content.decode()
    assert "SYNTHETIC_1" in provinces and "people:hidden" in provinces


@pytest.mark.parametrize("lang", ["en", "km"])
def test_the_curve_is_that_of_the_records(store: Store, release: Release, lang: str) -> None:
    keep(store, release)
    (chart,) = curve_chart(PAGE.view(f"?lang={lang}"))
    band, both, *_ = chart.to_plotly_json()["props"]["figure"]["data"]
    points = curve(release)
    assert both["y"][1:] == [100 * one.share for one in points]
    assert max(band["y"]) == 100 and min(band["y"]) == 100 * points[-1].low


@pytest.mark.parametrize("lang", ["en", "km"])
def test_the_curve_is_drawn_as_it_was(
    store: Store, release: Release, lang: str, rewrite_goldens: bool
) -> None:
    keep(store, release)
    drawn = picture(
        pictures()["monitor_survival"].make(PAGE.view(f"?lang={lang}"), Speaker(lang=lang))
    )
    held(f"survival-{lang}", drawn, rewrite=rewrite_goldens)
