"""What can be asked for, and how whoever asks for something else is told."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.exports import asked as asked_module
from dashboard.exports.asked import LONGEST_QUERY, file_name, made, wanted
from dashboard.exports.declaration import (
    Format,
    SheetKind,
    formats,
    formats_of,
    kinds,
    pictures,
    sheets,
)
from dashboard.exports.problem import ExportError
from dashboard.state import BASES
from dashboard.world import world


def refused(sheet: str, format: str, query: str = "") -> ExportError:
    with pytest.raises(ExportError) as told:
        wanted(sheet, format, query)
    assert "\n" not in told.value.message and len(told.value.message) < 200
    return told.value


@pytest.mark.parametrize("name", ["", "maps", "../map", "map.csv", "__init__", "MAP", "map\x00"])
def test_an_unknown_sheet_is_told_with_those_there_are(name: str) -> None:
    assert refused(name, "csv").allowed == tuple(kinds())


@pytest.mark.parametrize("name", ["", "xls", "CSV", "csv/..", "text", "__init__"])
def test_an_unknown_format_is_told_with_those_there_are(name: str) -> None:
    assert refused("map", name).allowed == formats_of(sheets()["map"])


def test_a_table_without_provinces_does_not_come_as_a_map() -> None:
    told = refused("mismatch_flows", "gpkg")
    assert told.allowed == ("csv", "xlsx", "parquet", "datapackage")


def test_an_unknown_parameter_is_told_with_those_there_are() -> None:
    told = refused("map", "csv", "?layers=returnees")
    assert "'layers'" in told.message and "layer" in told.allowed
    assert "plan" not in told.allowed
    assert "plan" in refused("scenarios", "csv", "?plans=").allowed


@pytest.mark.parametrize(
    ("sheet", "query", "allowed"),
    [
        ("map", "basis=everyone", BASES),
        ("map", "layer=<script>", None),
        ("map", "layer=vacancies&measure=nothing", ("count", "per_1000")),
        ("map", "lang=fr", ("en", "km")),
        ("map", "province=99", None),
        ("mismatch", "reach_km=1e9", ()),
        ("mismatch", "measure==1+1", None),
        ("scenarios", "year=1999", ()),
        ("scenarios", "plan=x:01:5:2026:3", ()),
        ("scenarios", "scenarios=nothing-like-it", None),
        ("scenarios", "set=all.realisation:9", ()),
        ("scenarios", "budget=-1", ()),
        ("scenarios", "goal=profit", ()),
        ("sources", "digits=roman", ("latin", "khmer")),
    ],
)
def test_a_value_that_cannot_be_read_never_falls_back_in_silence(
    sheet: str, query: str, allowed: tuple[str, ...] | None
) -> None:
    told = refused(sheet, "csv", query)
    if allowed is not None:
        assert told.allowed == allowed
    else:
        assert told.allowed


def test_options_are_for_the_formats_that_know_them() -> None:
    assert refused("map", "xlsx", "bom=1").allowed == ("csv",)
    assert refused("map", "csv", "hxl=yes").allowed == ("0", "1")
    assert wanted("map", "csv", "hxl=1&bom=0").options.hxl
    assert not wanted("map", "csv", "hxl=1&bom=0").options.bom


def test_a_query_without_end_is_not_read() -> None:
    refused("map", "csv", "lang=" + "x" * LONGEST_QUERY)
    refused("map", "csv", "&".join(["lang=en"] * 80))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=200))
def test_whatever_is_asked_is_read_or_told(sheet: str, format: str, query: str) -> None:
    for names in ((sheet, format), ("map", "csv"), ("scenarios", "csv")):
        try:
            wanted(*names, query)
        except ExportError as told:
            assert told.message.encode("utf-8")


@pytest.mark.parametrize("key", sheets())
def test_file_names_are_safe_everywhere(key: str) -> None:
    for format in formats_of(sheets()[key]):
        name = made(wanted(key, format, "")).name
        assert re.fullmatch(r"corridor-atlas-[a-z0-9-]{1,80}\.[a-z]{3,8}", name)


def test_a_name_takes_nothing_from_what_is_dangerous() -> None:
    for names in [("../../etc/passwd",), ('a"; x="b',), ("a\r\nSet-Cookie: x",), ("ក" * 300,), ()]:
        found = file_name(names, "csv")
        assert re.fullmatch(r"corridor-atlas[a-z0-9-]*\.csv", found) and len(found) < 90


@pytest.mark.parametrize("limit", ["MOST_CELLS", "MOST_BYTES"])
def test_a_file_that_would_be_too_large_is_not_made(
    limit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asked_module, limit, 10)
    with pytest.raises(ExportError, match="choose less"):
        made(wanted("map", "csv", ""))


def test_every_module_of_the_folders_declares_itself() -> None:
    folder = asked_module.__file__.rpartition("/")[0]
    for part, found in (("sheets", sheets()), ("pictures", pictures()), ("formats", formats())):
        from pathlib import Path

        files = {path.stem for path in Path(folder, part).glob("*.py")} - {"__init__"}
        assert set(found) == files
    assert all(isinstance(one, SheetKind) and one.key == key for key, one in sheets().items())
    assert all(isinstance(one, Format) and one.key == key for key, one in formats().items())
    assert not set(sheets()) & set(pictures())
    for some in (sheets(), pictures(), formats()):
        orders = [one.order for one in some.values()]
        assert orders == sorted(set(orders))


def test_a_saved_scenario_that_cannot_be_read_is_told() -> None:
    told = refused("scenarios", "csv", "scenarios=plan,aaaaaaaaaaaaaaaa.1")
    assert "aaaaaaaaaaaaaaaa.1" in told.message


def test_provinces_that_a_view_may_name_are_those_of_the_world() -> None:
    assert refused("map", "csv", "province=00").allowed == tuple(world().geodata.provinces)
