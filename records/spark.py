"""Apache Spark as the engine, for a registry that outgrows one machine.

PySpark and Java are asked for when this module is used, and only then: see docs/records.md.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import ibis
from ibis import ir
from ibis.config import Config

from records.engine import Row

MISSING = (
    "ATLAS_RECORDS_ENGINE is spark, but {what} is missing. Install it"
    " (pip install -r requirements-heavy.txt; sudo apt-get install openjdk-17-jre-headless),"
    " or set ATLAS_RECORDS_ENGINE=duckdb."
)


class EngineMissing(RuntimeError):
    """Spark is wanted and not there; the message says what to install."""


class _Options(Config):  # type: ignore[misc]  # Ibis has no types
    treat_nan_as_null: bool = False


class Spark:
    """Runs expressions on a Spark session that has the view `clean`."""

    def __init__(self, session: Any) -> None:
        self._session = session
        self._kept: dict[str, Any] = {}

    def keep(self, name: str, expression: ir.Table) -> None:
        """Keep the rows of the result as the view `name`, in place of an older one."""
        if name in self._kept:
            self._kept.pop(name).unpersist()
        self._kept[name] = self._session.sql(_sql(expression)).cache()
        self._kept[name].createOrReplaceTempView(name)

    def rows(self, expression: ir.Table) -> Sequence[Row]:
        """The rows of the result, each by column name."""
        return [row.asDict() for row in self._session.sql(_sql(expression)).collect()]

    def close(self) -> None:
        """Let go of the session."""
        self._session.stop()


def spark_over(clean: Path, *, master: str = "local[*]") -> Spark:
    """Spark over clean records in Parquet (see `records.keeping`). Raises `EngineMissing`."""
    try:
        from pyspark.errors import PySparkRuntimeError
        from pyspark.sql import SparkSession
    except ImportError:
        raise EngineMissing(MISSING.format(what="PySpark")) from None
    try:
        session = (
            SparkSession.builder.master(master)
            .appName("records")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "8")
            .config("spark.sql.session.timeZone", "UTC")
            .getOrCreate()
        )
    except (PySparkRuntimeError, OSError):
        raise EngineMissing(MISSING.format(what="Java 17 or newer")) from None
    session.read.parquet(str(clean)).createOrReplaceTempView("clean")
    return Spark(session)


def _sql(expression: ir.Table) -> str:
    """The SQL of Spark. Ibis asks for an option that only its own connection would set."""
    if ibis.options.pyspark is None:
        ibis.options.pyspark = _Options()
    return str(ibis.to_sql(expression, dialect="pyspark"))
