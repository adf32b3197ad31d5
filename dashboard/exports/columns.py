"""Columns that many sheets share: provinces, numbers with their range, and the evidence."""

from collections.abc import Iterable, Sequence
from typing import Any

from dashboard.exports.sheet import Cell, Column, Kind, Row, number_cell
from dashboard.numbers import known_step
from dashboard.words import Speaker
from dashboard.world import world
from geodata import Figure, joined, weakest


def province_columns(say: Speaker) -> tuple[Column, ...]:
    """Code and both names of a province."""
    return (
        Column(
            name="province_code",
            title=say("col_province_code"),
            kind="code",
            about=say("col_province_code_about"),
            hxl="#adm1+code",
        ),
        Column(
            name="province_en",
            title=say("col_province_en"),
            kind="text",
            about=say("col_province_en_about"),
            hxl="#adm1+name+i_en",
        ),
        Column(
            name="province_km",
            title=say("col_province_km"),
            kind="text",
            about=say("col_province_km_about"),
            hxl="#adm1+name+i_km",
        ),
    )


def province_cells(code: str) -> Row:
    """The same of one province."""
    province = world().geodata.provinces[code]
    return code, province.name_en, province.name_km


def text_column(name: str, title: str, about: str, *, kind: Kind = "text", hxl: str = "") -> Column:
    """A column of words or codes."""
    return Column(name=name, title=title, kind=kind, about=about, hxl=hxl or f"#meta+{name}")


def number_columns(
    name: str,
    title: str,
    *,
    say: Speaker,
    unit: str,
    decimals: int = 0,
    about: str = "",
    kind: Kind = "number",
) -> tuple[Column, Column, Column]:
    """A number and the ends of its range, each in a column of its own."""
    low, high = ("low", "high") if name == "value" else (f"{name}_low", f"{name}_high")
    tag = f"#indicator+{name}" if name == "value" else f"#indicator+value+{name}"

    def column(name: str, title: str, about: str, tag: str) -> Column:
        return Column(
            name=name,
            title=title,
            kind=kind,
            about=about,
            unit=unit,
            decimals=decimals,
            hxl=tag,
        )

    return (
        column(name, title, about or say("col_value_about"), f"{tag}+num"),
        column(low, say("col_low", title=title), say("col_low_about"), f"{tag}+low"),
        column(high, say("col_high", title=title), say("col_high_about"), f"{tag}+high"),
    )


def rounded_column(*, say: Speaker, unit: str, decimals: int = 0) -> Column:
    """The number as people read it on the page."""
    return Column(
        name="rounded",
        title=say("col_rounded"),
        kind="number",
        about=say("col_rounded_about"),
        unit=unit,
        decimals=decimals,
        hxl="#indicator+rounded",
    )


def evidence_columns(say: Speaker) -> tuple[Column, Column, Column]:
    """Status, date and sources of a row."""
    return (
        Column(
            name="status",
            title=say("table_status"),
            kind="status",
            about=say("col_status_about"),
            hxl="#status",
        ),
        Column(
            name="as_of",
            title=say("table_date"),
            kind="date",
            about=say("col_as_of_about"),
            hxl="#date",
        ),
        Column(
            name="source_ids",
            title=say("table_sources"),
            kind="code",
            about=say("col_source_ids_about"),
            hxl="#meta+source+code",
        ),
    )


def number_cells(figure: Figure | None, *, factor: float = 1.0) -> Row:
    """Value, low and high, not rounded; empty where there is no number or it has no end."""
    if figure is None:
        return None, None, None
    ends = (figure.value, figure.low, figure.high)
    return tuple(number_cell(None if end is None else factor * end) for end in ends)


def rounded_cell(figure: Figure | None, *, decimals: int = 0) -> Cell:
    """The value, rounded to what is known, as on the page."""
    if figure is None or number_cell(figure.value) is None:
        return None
    step = known_step(figure, decimals=decimals)
    return number_cell(round(round(figure.value / step) * step, max(decimals, 0)))


def evidence_cells(figures: Iterable[Figure | None]) -> Row:
    """Status, date and sources of all numbers of a row; the weakest status, the latest date."""
    found = [figure for figure in figures if figure is not None]
    if not found:
        return None, None, None
    statuses = {figure.status for figure in found}
    status = found[0].status if len(statuses) == 1 else weakest(statuses)
    sources = joined(*(figure.source_ids for figure in found))
    return status, max(figure.as_of for figure in found), " ".join(sources)


def evidence_in(columns: Sequence[Column], rows: Sequence[Row]) -> dict[str, Any]:
    """What a sheet says of all its rows: every status, the latest date, every source."""
    at = {column.name: i for i, column in enumerate(columns)}

    def cells(name: str) -> list[str]:
        return [str(row[at[name]]) for row in rows if row[at[name]]]

    named = joined(*(cell.split() for cell in cells("source_ids")))
    return {
        "statuses": tuple(dict.fromkeys(cells("status"))),
        "as_of": max(cells("as_of"), default=""),
        "sources": tuple(world().geodata.sources[source] for source in named),
    }
