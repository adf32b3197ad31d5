"""Tables with what a ministry has loaded: the tables that ship stay as they are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

import pandas as pd

from geodata.declarations import TABLES
from geodata.load import Geodata
from geodata.loadable import LOADABLE
from geodata.schema import Table
from geodata.sources import Source
from geodata.together import check_together


@dataclass(frozen=True, kw_only=True, eq=False)
class Loaded:
    """One load: the source that its rows name, and rows by table, with the columns of the table."""

    source: Source
    tables: Mapping[str, pd.DataFrame] = field(default_factory=dict)


def with_loaded(geodata: Geodata, loads: Iterable[Loaded]) -> Geodata:
    """The same tables with these loads, in their order: a later row with the same key counts.

    Rows replace those with the same key and stand in their place; others follow behind.

    Raises:
        DataError: a row does not fit the rest; it says which.
        KeyError: a table that is not declared.
    """
    sources, tables = dict(geodata.sources), geodata.tables()
    for load in loads:
        sources[load.source.id] = load.source
        for name, rows in load.tables.items():
            tables[name] = _replaced(tables[name], rows, table={**TABLES, **LOADABLE}[name])
    check_together(tables, provinces=provinces_table(geodata))
    return replace(geodata, sources=sources, _tables=tables)


def provinces_table(geodata: Geodata) -> pd.DataFrame:
    """The codes of all provinces, as other tables are held against them."""
    return pd.DataFrame({"province_code": list(geodata.provinces)})


def _replaced(frame: pd.DataFrame, rows: pd.DataFrame, *, table: Table) -> pd.DataFrame:
    """`frame` with `rows`, each in the place of the one with its key or of those it belongs to."""
    columns = list(frame.columns)
    new = rows[columns].to_dict("records")
    groups = {tuple(row[column] for column in table.together) for row in new}
    found = {
        tuple(row[column] for column in table.key): row
        for row in frame.to_dict("records")
        if not table.together or tuple(row[column] for column in table.together) not in groups
    }
    for row in new:
        found[tuple(row[column] for column in table.key)] = row
    lines = range(2, len(found) + 2)
    return pd.DataFrame.from_records(list(found.values()), index=lines, columns=columns)
