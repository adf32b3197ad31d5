"""The table `clean`: codes, days and dollars."""

from collections.abc import Sequence
from dataclasses import dataclass

import duckdb

from records.people import CLEAN

_KEPT = {"int8": "TINYINT", "int16": "SMALLINT", "date": "DATE", "float64": "DOUBLE"}
_CODES = ("TINYINT", "SMALLINT")


@dataclass(frozen=True, kw_only=True)
class Column:
    """How a field becomes clean: an expression over `raw r`, and its table of texts `m_<field>`."""

    field: str
    expression: str
    joined: bool = False


def clean_table(
    base: duckdb.DuckDBPyConnection, found: Sequence[Column], *, person: str, where: str
) -> None:
    """Make the table `clean`: codes, days and dollars; nothing else gets into it."""
    by_field = {column.field: column for column in found}
    parts = [f"{person} AS person"]
    for name, kind in CLEAN.items():
        if name == "person":
            continue
        kept = _KEPT[str(kind)]
        column = by_field.get(name)
        missing = "0" if kept in _CODES else "NULL"
        parts.append(f"({column.expression if column else missing})::{kept} AS {name}")
    joins = " ".join(
        f"LEFT JOIN m_{column.field} ON r.{column.field}::VARCHAR = m_{column.field}.text"
        for column in found
        if column.joined
    )
    base.execute(f"CREATE TABLE clean AS SELECT {', '.join(parts)} FROM raw r {joins} {where}")
