"""Computes the aggregates of clean records: DuckDB inside the process, or Apache Spark.

The expressions are the same, written in Ibis; an engine is what runs their SQL.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Protocol

import ibis
from ibis import ir

from records.aggregates import Aggregate, discover
from records.codes import value_of
from records.people import DIMENSIONS, clean_records, people
from records.tables import ALL, SEXES, TOTAL, Cell, Tables

Row = Mapping[str, object]
_CODED = "coded"


class Ended(Exception):
    """Nobody waits for the result any more."""


class Engine(Protocol):
    """Runs Ibis expressions over a table `clean`, and over those it keeps."""

    def keep(self, name: str, expression: ir.Table) -> None:
        """Keep the rows of the result as the table `name`, in place of an older one."""

    def rows(self, expression: ir.Table) -> Sequence[Row]:
        """The rows of the result, each by column name."""


def always() -> bool:
    """Somebody is waiting."""
    return True


def silent(step: str, done: float) -> None:
    """Progress is told to nobody."""


def aggregate(
    engine: Engine,
    *,
    fields: Sequence[str],
    as_of: date,
    events: bool = False,
    synthetic: bool = False,
    progress: Callable[[str, float], None] = silent,
    awaited: Callable[[], bool] = always,
) -> Tables:
    """All counts of the clean records that `engine` holds.

    `fields`: the keys of the fields that the records have; a question that needs others is left
    out. Raises `Ended` once `awaited` says that nobody waits.
    """
    asked = {key: one for key, one in discover().items() if _askable(one, fields)}
    persons = people(clean_records(), as_of=as_of, events=events)
    counts: dict[Cell, int] = {}
    sums: dict[tuple[Cell, str], int] = {}
    known = [name for name in DIMENSIONS if name in _present(fields)]
    progress("people", 0.0)
    engine.keep(_CODED, _coded(persons, asked))
    for i, dimension in enumerate(known):
        if not awaited():
            raise Ended
        progress("aggregate", i / len(known))
        rows = engine.rows(_grouped(dimension, tuple(asked)))
        for place, name, amount in _numbers(rows, dimension, asked):
            cell = Cell(name[0], name[1], *place)
            if len(name) == 2:
                counts[cell] = counts.get(cell, 0) + amount
            else:
                sums[cell, name[2]] = sums.get((cell, name[2]), 0) + amount
    _fill(counts)
    totals = [cell for cell in counts if cell.dimension == known[0]]
    _add_country(counts, sums, totals)
    progress("aggregate", 1.0)
    return Tables(  # in an order of its own, whatever the engine's: what is hidden follows it
        counts=dict(sorted(counts.items())),
        sums=dict(sorted(sums.items())),
        as_of=as_of,
        fields=tuple(sorted(fields)),
        synthetic=synthetic,
    )


def _askable(one: Aggregate, fields: Sequence[str]) -> bool:
    wholes = [discover()[key] for key, _ in one.whole if key != one.key]
    return set(one.needs) <= set(fields) and all(_askable(whole, fields) for whole in wholes)


def _present(fields: Sequence[str]) -> set[str]:
    return {*fields, "cohort"} if "returned" in fields else set(fields)


def _coded(persons: ir.Table, asked: Mapping[str, Aggregate]) -> ir.Table:
    """One row a person: which outcome of each aggregate, as a number, and what is added up."""
    columns: dict[str, ir.Value] = {}
    for key, one in asked.items():
        cases = []
        for i, (outcome, declared) in enumerate(one.outcomes.items()):
            if declared.holds is None:
                continue
            holds = declared.holds(persons)
            cases.append((holds, ibis.literal(i, type="int8")))
            for name, amount in declared.sums.items():
                columns[f"{key}.{outcome}.{name}"] = ibis.ifelse(holds, amount(persons), 0)
        columns[key] = ibis.cases(*cases, else_=ibis.literal(-1, type="int8"))
    return persons.select(*DIMENSIONS, "sex", **columns)


@cache
def _grouped(dimension: str, keys: tuple[str, ...]) -> ir.Table:
    """Counts and sums by `dimension` and sex, a column each, over the table of `_coded`."""
    asked = {key: discover()[key] for key in keys}
    sums = [
        f"{key}.{outcome}.{name}"
        for key, one in asked.items()
        for outcome, declared in one.outcomes.items()
        for name in declared.sums
    ]
    kinds = {**dict.fromkeys((*DIMENSIONS, "sex"), "int32"), **dict.fromkeys(keys, "int8")}
    coded = ibis.table({**kinds, **dict.fromkeys(sums, "int64")}, name=_CODED)
    columns: dict[str, ir.IntegerScalar] = {}
    for key, one in asked.items():
        for i, (outcome, declared) in enumerate(one.outcomes.items()):
            if declared.holds is not None:
                columns[f"{key}.{outcome}"] = (coded[key] == i).sum()
            for name in declared.sums:
                columns[f"{key}.{outcome}.{name}"] = coded[f"{key}.{outcome}.{name}"].sum()
    return coded.group_by(place=coded[dimension], sex=coded.sex).aggregate(**columns)


def _numbers(
    rows: Sequence[Row], dimension: str, asked: Mapping[str, Aggregate]
) -> Iterator[tuple[tuple[str, str, str], tuple[str, ...], int]]:
    """Each number with its place and its name, all others of a whole and both sexes included."""
    others = [(key, one, one.rest) for key, one in asked.items() if one.rest is not None]
    names = {name: tuple(name.split(".")) for row in rows[:1] for name in row}
    for row in rows:
        value = value_of(dimension, _number(row["place"]))
        sex = value_of("sex", _number(row["sex"]))
        numbers = {
            names[name]: _number(number)
            for name, number in row.items()
            if name not in ("place", "sex")
        }
        for key, one, rest in others:
            whole = sum(numbers[part] for part in one.whole)
            told = sum(numbers[key, other] for other in one.outcomes if other != rest)
            numbers[key, rest] = whole - told
        for part, number in numbers.items():
            yield (dimension, value, sex), part, number
            yield (dimension, value, ALL), part, number


def _fill(counts: dict[Cell, int]) -> None:
    """Nobody, where a place has people of one sex or outcome and none of another."""
    parts = {cell[:2] for cell in counts}
    for place in {cell[2:4] for cell in counts}:
        for part in parts:
            for sex in (*SEXES, ALL):
                counts.setdefault(Cell(*part, *place, sex), 0)


def _add_country(
    counts: dict[Cell, int], sums: dict[tuple[Cell, str], int], cells: Sequence[Cell]
) -> None:
    """The country, added up over one dimension that everybody is in."""
    for cell in cells:
        total = cell._replace(dimension=TOTAL[0], value=TOTAL[1])
        counts[total] = counts.get(total, 0) + counts[cell]
    for cell, name in [key for key in sums if key[0].dimension == cells[0].dimension]:
        total = cell._replace(dimension=TOTAL[0], value=TOTAL[1])
        sums[total, name] = sums.get((total, name), 0) + sums[cell, name]


def _number(found: object) -> int:
    return int(str(found or 0))
