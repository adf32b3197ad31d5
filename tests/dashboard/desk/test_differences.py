"""How two versions differ, what conflicts would turn, and that every column has its words."""

import pytest

from dashboard.data_here import SHIPPED, Data
from dashboard.desk.conflicts import OTHERS, other_data, ranks, turned_by
from dashboard.desk.differences import layer_changes, row_changes
from dashboard.desk.kind import kinds
from dashboard.desk.made import new_load, source_of, tables_of, with_load
from dashboard.desk.page_asked import read_page
from dashboard.desk.titles import column_titles, table_titles
from dashboard.words import LANGUAGES
from dashboard.world import world
from geodata import load
from geodata.declarations import TABLES
from geodata.loadable import LOADABLE
from tests.dashboard.desk.filled import checked


def then(key: str, *rows: tuple[str, ...]) -> tuple[Data, list[str]]:
    source = source_of(file_hash="ab", title="t", publisher="p", date="2026")
    tables = tables_of(checked(key, *rows), load(), source=source, date="2026")
    new = new_load(kinds()[key], tables, source=source, file_name="f", file_hash="ab")
    return with_load(SHIPPED, new, source=source), list(tables)


def test_every_layer_that_rests_on_a_count_is_named() -> None:
    data, _ = then("returnees", ("Province", "Returnees"), ("01", "150000"))
    found = {(one.layer, one.measure): len(one.codes) for one in layer_changes(SHIPPED, data)}
    assert found["returnees", "count"] == found["seekers", "durable"] == 25
    assert not any(layer in ("vacancies", "formal_jobs", "population") for layer, _ in found)
    assert layer_changes(data, data) == ()


def test_rows_are_new_changed_or_the_same_with_a_new_source() -> None:
    rows = (
        ("Name", "Province", "Stage", "Hectares"),
        ("New zone", "01", "Announced", "10"),
        ("Tai Seng Bavet SEZ", "20", "With firms", ""),
    )
    data, tables = then("zones", *rows)
    found = {one.table: one for one in row_changes(SHIPPED, data, tables)}
    zones = found["sezs"]
    assert [row.name for row in zones.added] == ["New zone"]
    assert len(zones.changed) + zones.same == 1 and zones.gone == 0
    back = {one.table: one for one in row_changes(data, SHIPPED, tables)}
    assert back["sezs"].gone == 1


@pytest.mark.parametrize("conflict", list(OTHERS))
def test_a_conflict_turns_no_layer_but_those_it_names(conflict: str) -> None:
    other = other_data(world().geodata, conflict)
    for layer, fill in world().fills.items():
        if layer not in OTHERS[conflict].layers:
            after = fill.read(other)
            for measure, reading in world().readings[layer].items():
                assert ranks(reading) == ranks(after[measure]), (layer, measure)


def test_the_total_of_returnees_turns_no_ranking_and_cassava_does() -> None:
    found = turned_by()
    assert found["returnees-total"] == () and found["census-2019"] == ()
    cassava = {one.measure: one for one in found["svay-rieng-cassava"]}
    assert cassava["cassava"].code == "20" and cassava["cassava"].after < cassava["cassava"].before
    assert set(found) == set(OTHERS)
    assert set(OTHERS) <= {row.conflict_id for row in load().rows("conflicts")}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_table_and_column_has_its_words(lang: str) -> None:
    tables = {**TABLES, **LOADABLE}
    assert set(tables) <= set(table_titles(lang, "latin"))
    columns = {column for table in tables.values() for column in table.columns}
    assert columns <= set(column_titles(lang, "latin"))


@pytest.mark.parametrize(
    ("search", "look", "compared", "wrong"),
    [
        ("", None, None, 0),
        ("?version=2&lang=km", 2, None, 0),
        ("?from=0&to=2", None, (0, 2), 0),
        ("?from=0", None, None, 0),
        ("?version=9", None, None, 1),
        ("?version=-1&from=x&to=²", None, None, 3),
        ("?version=" + "9" * 5000, None, None, 1),
    ],
)
def test_versions_in_an_address_are_read_or_told(
    search: str, look: int | None, compared: tuple[int, int] | None, wrong: int
) -> None:
    found = read_page(search, known=(2, 1, 0))
    assert (found.look, found.compared, len(found.wrong)) == (look, compared, wrong)
