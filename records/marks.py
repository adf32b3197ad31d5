"""How synthetic records say that nobody in them is real: in every row, and in the file's name."""

from collections.abc import Sequence

from geodata.digits import tidy

_HEADINGS = ("synthetic", "is synthetic", "is_synthetic", "សំយោគ")
YES = ("true", "yes", "y", "t", "1", "1.0", "synthetic", "សំយោគ")
"""What a cell of the mark holds where the row is synthetic."""


def marked_by(headings: Sequence[str]) -> int | None:
    """The place of the column that marks synthetic rows."""
    said = [tidy(heading).lower() for heading in headings]
    return next((said.index(one) for one in _HEADINGS if one in said), None)


def is_marked(cell: object) -> bool:
    """Whether a cell of that column marks its row."""
    return tidy(str(cell)).lower() in YES


def is_named(file_name: str) -> bool:
    """Whether the name of a file says that its records are synthetic."""
    return "synthetic" in file_name.lower() or "សំយោគ" in file_name
