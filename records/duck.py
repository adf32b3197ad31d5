"""DuckDB as the engine: inside the process, no server."""

from collections.abc import Sequence
from functools import lru_cache

import duckdb
import ibis
from ibis import ir

from records.engine import Row


class Duck:
    """Runs expressions on a connection that holds a table `clean`."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection

    def keep(self, name: str, expression: ir.Table) -> None:
        """Keep the rows of the result as the table `name`, in place of an older one."""
        self._connection.execute(f"CREATE OR REPLACE TABLE {name} AS {_sql(expression)}")

    def rows(self, expression: ir.Table) -> Sequence[Row]:
        """The rows of the result, each by column name."""
        found = self._connection.execute(_sql(expression))
        names = [column[0] for column in found.description or ()]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


@lru_cache(maxsize=32)
def _sql(expression: ir.Table) -> str:
    return str(ibis.to_sql(expression, dialect="duckdb"))
