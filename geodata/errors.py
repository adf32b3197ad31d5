"""What is said when data at rest is not as it should be."""

from __future__ import annotations


class DataError(ValueError):
    """A data file is wrong: says where, what is wrong there, and what to do about it."""

    def __init__(
        self,
        *,
        file: str,
        problem: str,
        remedy: str,
        row: int | None = None,
        column: str | None = None,
    ) -> None:
        self.file = file
        self.row = row
        self.column = column
        self.problem = problem
        self.remedy = remedy
        place = [file]
        if row is not None:
            place.append(f"row {row}")
        if column is not None:
            place.append(f"column {column}")
        super().__init__(f"{', '.join(place)}: {problem.rstrip('.')}. {remedy}")
