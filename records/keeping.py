"""Keeps clean records as a file, where the installation has opted in; otherwise nothing is kept."""

from pathlib import Path

from records.reading import Reading


class NotOptedIn(PermissionError):
    """This installation keeps aggregates alone."""


def keep(reading: Reading, path: Path, *, opted_in: bool) -> Path:
    """Write the clean records to Parquet: codes, days and dollars; people are numbered anew.

    Raises `NotOptedIn` unless the installation keeps records.
    """
    if not opted_in:
        raise NotOptedIn(
            "This installation keeps aggregates alone. Set ATLAS_RECORDS_KEEP=yes to keep records."
        )
    quoted = str(path).replace("'", "''")
    reading.base.execute(
        "COPY (SELECT * REPLACE (dense_rank() OVER (ORDER BY person) AS person) FROM clean"
        f" ORDER BY person) TO '{quoted}' (FORMAT parquet, COMPRESSION zstd)"
    )
    return path
