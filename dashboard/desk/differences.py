"""What differs between two versions of the data: rows of tables, and numbers of layers."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from dashboard.data_here import Data
from dashboard.desk.kept import table_of
from dashboard.desk.made import world_of
from geodata import Figure, Geodata

_EVIDENCE = ("as_of", "status", "source_id", "note")


@dataclass(frozen=True, kw_only=True)
class LayerChange:
    """A measure of a layer, and the provinces whose numbers in it differ."""

    layer: str
    measure: str
    codes: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class RowChange:
    """Rows of a table by what became of them; `same`: only their evidence is another."""

    table: str
    added: tuple[Any, ...]
    changed: tuple[Any, ...]
    same: int
    gone: int


def layer_changes(before: Data, after: Data) -> tuple[LayerChange, ...]:
    """Every measure in which a province has another number, range or status."""
    old, new = world_of(before), world_of(after)
    found = []
    for layer, readings in new.readings.items():
        for measure, reading in readings.items():
            was = old.readings[layer][measure].values
            codes = tuple(
                code
                for code in sorted({*was, *reading.values})
                if _told(was.get(code)) != _told(reading.values.get(code))
            )
            if codes:
                found.append(LayerChange(layer=layer, measure=measure, codes=codes))
    return tuple(found)


def row_changes(before: Data, after: Data, names: Iterable[str]) -> tuple[RowChange, ...]:
    """What became of the rows of these tables."""
    old, new = world_of(before).geodata, world_of(after).geodata
    return tuple(_rows(old, new, name) for name in names)


def _rows(old: Geodata, new: Geodata, name: str) -> RowChange:
    table = table_of(name)
    compared = [column for column in table.columns if column not in _EVIDENCE]
    was = {_key(row, table.key): row for row in old.rows(name)}
    added, changed, same = [], [], 0
    now = {_key(row, table.key): row for row in new.rows(name)}
    for key, row in now.items():
        if key not in was:
            added.append(row)
        elif _values(row, compared) != _values(was[key], compared):
            changed.append(row)
        elif row.source_id != was[key].source_id:
            same += 1
    return RowChange(
        table=name,
        added=tuple(added),
        changed=tuple(changed),
        same=same,
        gone=len(was.keys() - now.keys()),
    )


def _key(row: Any, key: tuple[str, ...]) -> tuple[object, ...]:
    return tuple(getattr(row, column) for column in key)


def _values(row: Any, columns: list[str]) -> tuple[object, ...]:
    values = (getattr(row, column) for column in columns)
    return tuple(None if value != value else value for value in values)


def _told(figure: Figure | None) -> tuple[object, ...] | None:
    if figure is None:
        return None
    ends = (figure.value, figure.low, figure.high)
    return (figure.status, *(None if end is None else float(f"{end:.9g}") for end in ends))
