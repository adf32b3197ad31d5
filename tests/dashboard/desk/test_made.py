"""What a checked file makes of the data."""

import pytest

from dashboard.data_here import SHIPPED
from dashboard.desk.checked import check
from dashboard.desk.kept import loaded_of
from dashboard.desk.kind import kinds
from dashboard.desk.made import changes, new_load, source_of, tables_of, with_load, world_of
from dashboard.store import Document, Load, NewLoad
from geodata import DataError, load
from geodata.sources import Source
from tests.dashboard.desk.filled import checked, template_rows

SOURCE = source_of(
    file_hash="0123456789abcdef", title="Counts", publisher="Ministry", date="2026-10-31"
)
HEAD = ("Province", "Returnees", "Date of the number")


def made(key: str, *rows: tuple[str, ...]) -> NewLoad:
    found = checked(key, *rows)
    assert found.usable
    tables = tables_of(found, load(), source=SOURCE, date="2026-10-31")
    return new_load(
        kinds()[key], tables, source=SOURCE, file_name="counts.xlsx", file_hash="0123456789abcdef"
    )


def kept(new: NewLoad) -> Load:
    return Load(id="x", loaded_at="", digest="", **vars(new))


def test_a_count_is_previewed_before_anybody_accepts_it() -> None:
    then = with_load(SHIPPED, made("returnees", HEAD, ("01", "150000", "")), source=SOURCE)
    found = {one.code: one for one in changes(SHIPPED, then, layer="returnees", measure="count")}
    assert len(found) == 25 and all(one.differs for one in found.values())
    first = found["01"]
    assert first.before is not None and first.before.status == "estimated"
    assert first.after is not None
    assert (first.after.value, first.after.status, first.after.as_of) == (
        150_000,
        "reported",
        "2026-10-31",
    )
    assert first.after.source_ids == (SOURCE.id,)
    assert world_of(then).geodata.sources[SOURCE.id] == SOURCE


def test_what_is_kept_gives_the_same_tables_back() -> None:
    new = made("returnees", HEAD, ("01", "150000", "2026-09"))
    back = loaded_of(kept(new))
    assert back.source == SOURCE
    row = back.tables["counted_returnees"].iloc[0]
    assert (row["value"], row["as_of"], row["source_id"]) == (150_000, "2026-09", (SOURCE.id,))


def test_what_was_kept_in_another_form_is_told() -> None:
    new = made("returnees", HEAD, ("01", "1", ""))
    other: tuple[Document, ...] = (
        {},
        {"source": {}, "tables": {}},
        {**new.document, "tables": {"x": [{}]}},
    )
    for broken in other:
        load = kept(NewLoad(kind="returnees", file_name="f", file_hash="h", document=broken))
        with pytest.raises(DataError, match="Load the file again"):
            loaded_of(load)


def test_counts_above_the_country_are_refused_before_they_are_accepted() -> None:
    with pytest.raises(DataError, match="newer number of returnees"):
        with_load(SHIPPED, made("returnees", HEAD, ("01", "950000", "")), source=SOURCE)


@pytest.mark.parametrize("key", [key for key in kinds() if key not in ("vacancies", "distances")])
def test_a_template_loaded_back_changes_no_number(key: str) -> None:
    kind = kinds()[key]
    found = check(kind, template_rows(kind))
    if not found.usable:
        return
    tables = tables_of(found, load(), source=SOURCE, date="2026")
    new = new_load(kind, tables, source=SOURCE, file_name="t.xlsx", file_hash="ab" * 8)
    then = world_of(with_load(SHIPPED, new, source=SOURCE)).geodata
    for name in tables:
        before, after = load().table(name), then.table(name)
        same = [
            column
            for column in before.columns
            if column not in ("source_id", "status", "as_of", "note")
        ]
        assert len(after) == len(before)
        assert after[same].to_csv(index=False) == before[same].to_csv(index=False)


def test_a_newer_number_of_the_country_is_shared_out() -> None:
    rows = (("What", "Number", "Date"), ("Returnees", "1000000", "2026-10-01"))
    then = with_load(SHIPPED, made("national", *rows), source=SOURCE)
    reading = world_of(then).readings["returnees"]["count"]
    assert sum(figure.value for figure in reading.values.values()) == pytest.approx(1_000_000)
    assert reading.national is not None and reading.national.source_ids[0] == SOURCE.id


def test_a_new_zone_is_drawn_and_a_known_one_is_brought_up_to_date() -> None:
    rows = (
        ("Name", "Province", "Stage", "Longitude", "Latitude", "Workers"),
        ("Tai Seng Bavet SEZ", "20", "With firms", "106.1", "11.04", "12000"),
        ("Kratie Cassava SEZ", "10", "Announced", "", "", ""),
    )
    then = world_of(with_load(SHIPPED, made("zones", *rows), source=SOURCE))
    places = {place.id: place for place in then.places["sezs"]}
    assert len(places) == len(load().table("sezs")) + 1
    new = places["zone-kratie-cassava-sez"]
    assert (new.precision, new.province_code, new.source_ids) == ("province", "10", (SOURCE.id,))
    known = places["zone-02"]
    assert {one.figure.value for one in known.figures} >= {12000}


def test_a_source_is_named_after_its_file_and_what_is_said_of_it() -> None:
    assert isinstance(SOURCE, Source) and SOURCE.id.startswith("load-") and SOURCE.year == 2026
    again, other = (
        source_of(file_hash="0123456789abcdef", title="Counts", publisher=by, date="2026-10-31")
        for by in ("Ministry", "Province")
    )
    assert again == SOURCE and other.id != SOURCE.id


def test_a_later_count_of_a_province_takes_the_place_of_all_its_rows() -> None:
    head = ("Province", "Sector", "Vacancies")
    sectors = [row.sector for row in load().rows("sectors")]
    by_sector = made("vacancies", head, *(("01", one, "10") for one in sectors))
    now = with_load(SHIPPED, by_sector, source=SOURCE)
    together = made("vacancies", head, ("01", "all", "500"))
    then = world_of(with_load(now, together, source=SOURCE))
    assert [row.value for row in then.geodata.rows("counted_vacancies")] == [500]
