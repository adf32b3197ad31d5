"""A load as it is kept: its source, and rows of text, read anew by the rules of the tables."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict

import pandas as pd

from dashboard.store import Document, Load
from geodata import DataError
from geodata.declarations import TABLES
from geodata.loadable import LOADABLE
from geodata.loaded import Loaded
from geodata.read import typed_row
from geodata.schema import Table
from geodata.sources import Source

SCHEMA = 1
Cells = Mapping[str, str]
"""One row: text by column."""


def table_of(name: str) -> Table:
    """The declaration of a table that can be loaded. Raises `KeyError`."""
    return {**TABLES, **LOADABLE}[name]


def document_of(source: Source, tables: Mapping[str, Sequence[Cells]]) -> Document:
    """What is kept of a load."""
    return {
        "schema": SCHEMA,
        "source": asdict(source),
        "tables": {name: [dict(row) for row in rows] for name, rows in tables.items()},
    }


def loaded_of(load: Load) -> Loaded:
    """A kept load as tables.

    Raises:
        DataError: it was kept by other rules than today's; it says which row does not fit.
    """
    try:
        source = Source(**load.document["source"])
        tables = {
            name: frame_of(name, rows, file=load.file_name)
            for name, rows in load.document["tables"].items()
        }
    except (KeyError, TypeError, AttributeError) as problem:
        raise DataError(
            file=load.file_name,
            problem=f"the load {load.id} is kept in another form than this version's ({problem})",
            remedy="Load the file again, or restore a version without it.",
        ) from None
    return Loaded(source=source, tables=tables)


def frame_of(name: str, rows: Sequence[Cells], *, file: str) -> pd.DataFrame:
    """Rows of text as a table with typed columns. Raises `DataError` at the first wrong cell."""
    table = table_of(name)
    typed = [typed_row(file, at, row, table) for at, row in enumerate(rows, start=1)]
    return pd.DataFrame.from_records(typed, columns=list(table.columns))
