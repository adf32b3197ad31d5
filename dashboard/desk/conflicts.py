"""Where two sources disagree: whether provinces would rank otherwise with the other number."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dashboard.data_here import of_data
from dashboard.desk.kept import Cells, frame_of, table_of
from dashboard.world import world
from geodata import Geodata
from geodata.loaded import Loaded, with_loaded
from layers import Reading

Rows = Iterator[tuple[str, Cells]]


@dataclass(frozen=True, kw_only=True)
class Other:
    """The other number of a conflict: the rows that would hold it, and the layers it may turn."""

    rows: Callable[[Geodata, Any], Rows]
    layers: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Turned:
    """A measure that ranks otherwise: how many provinces change places, and the one most so."""

    layer: str
    measure: str
    count: int
    code: str
    before: int
    after: int


def _national(indicator: str) -> Callable[[Geodata, Any], Rows]:
    """The newest number of the country, as the source has it that is not used."""

    def rows(geodata: Geodata, conflict: Any) -> Rows:
        known = [row for row in geodata.rows("national") if row.indicator == indicator]
        newest = max(known, key=lambda row: row.as_of)
        other = conflict.value_b if newest.value == conflict.value_a else conflict.value_a
        yield "national", _written("national", newest, value=other)

    return rows


def _cassava(geodata: Geodata, conflict: Any) -> Rows:
    for row in geodata.rows("crops"):
        if row.crop == "cassava" and row.province_code == "20":
            yield "crops", _written("crops", row, value=conflict.value_b)


def _census(geodata: Geodata, conflict: Any) -> Rows:
    """The provisional results give the country alone: every province by the same factor."""
    for row in geodata.rows("population"):
        value = row.value * conflict.value_b / conflict.value_a
        yield "population", _written("population", row, value=value)


def _zone_area(geodata: Geodata, conflict: Any) -> Rows:
    for row in geodata.rows("sez_figures"):
        if row.indicator == "hectares" and row.value == conflict.value_b:
            yield "sez_figures", _written("sez_figures", row, value=conflict.value_a)


OTHERS: Mapping[str, Other] = {
    "returnees-total": Other(rows=_national("returnees"), layers=("returnees", "seekers")),
    "svay-rieng-cassava": Other(rows=_cassava, layers=("crop_base",)),
    "census-2019": Other(
        rows=_census,
        layers=(
            *("returnees", "seekers", "vacancies", "formal_jobs"),
            *("population", "poverty_cards"),
        ),
    ),
    "sihanoukville-zone-area": Other(rows=_zone_area),
    "returnees-children": Other(rows=_national("returnees_children"), layers=("seekers",)),
}
"""Conflicts whose two numbers are of the same thing; the rest count two different things."""


def other_data(geodata: Geodata, conflict_id: str) -> Geodata:
    """The tables with the other number of a conflict."""
    conflict = next(row for row in geodata.rows("conflicts") if row.conflict_id == conflict_id)
    tables: dict[str, list[Cells]] = {}
    for name, row in OTHERS[conflict_id].rows(geodata, conflict):
        tables.setdefault(name, []).append(row)
    source = next(iter(geodata.sources.values()))
    frames = {name: frame_of(name, rows, file=name) for name, rows in tables.items()}
    return with_loaded(geodata, [Loaded(source=source, tables=frames)])


@of_data(4)
def turned_by() -> Mapping[str, tuple[Turned, ...]]:
    """What each conflict would turn in the data that holds here."""
    here = world()
    found: dict[str, tuple[Turned, ...]] = {}
    for row in here.geodata.rows("conflicts"):
        other = OTHERS.get(row.conflict_id)
        if other is None:
            continue
        then = other_data(here.geodata, row.conflict_id)
        turned = [
            one
            for layer in other.layers
            for one in _turned(layer, here.readings[layer], here.fills[layer].read(then))
        ]
        found[row.conflict_id] = tuple(turned)
    return found


def _turned(
    layer: str, before: Mapping[str, Reading], after: Mapping[str, Reading]
) -> Iterator[Turned]:
    for measure, reading in before.items():
        old, new = ranks(reading), ranks(after[measure])
        moved = sorted(
            (code for code in old if old[code] != new.get(code)),
            key=lambda code: (-abs(old[code] - new.get(code, 0)), code),
        )
        if moved:
            first = moved[0]
            yield Turned(
                layer=layer,
                measure=measure,
                count=len(moved),
                code=first,
                before=old[first],
                after=new.get(first, 0),
            )


def ranks(reading: Reading) -> Mapping[str, int]:
    """The place of each province, the highest number first; alike to nine digits counts as one."""
    values = {code: float(f"{figure.value:.9g}") for code, figure in reading.values.items()}
    ordered = sorted(values, key=lambda code: (-values[code], code))
    return {code: at for at, code in enumerate(ordered, start=1)}


def _written(name: str, row: Any, *, value: float) -> Cells:
    """A row as text, with another value."""
    cells = {}
    for column in table_of(name).columns:
        cell = getattr(row, column)
        cells[column] = " ".join(cell) if isinstance(cell, tuple) else str(cell)
    return cells | {"value": f"{value:.12g}"}
