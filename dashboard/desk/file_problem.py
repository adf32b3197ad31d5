"""Why a file cannot be opened, in words, and how much of one is read."""

from collections.abc import Callable, Sequence

from dashboard.words import Speaker

Told = Callable[[Speaker], str]
Row = tuple[int, Sequence[str]]
"""The number of a row in its file, and its cells as text."""

LARGEST_MB = 10
MOST_ROWS = 20_000
MOST_COLUMNS = 100
LONGEST_CELL = 1_000


class FileProblem(Exception):
    """A file that is not read. `told`: what is wrong with it and what to do, in words."""

    def __init__(self, told: Told) -> None:
        super().__init__("a file cannot be opened")
        self.told = told


def check_row(number: int, cells: Sequence[str]) -> None:
    """Raise `FileProblem` where a row has too many cells, or one too long."""
    if number > MOST_ROWS:
        raise FileProblem(lambda say: say("opened_rows", most=f"{MOST_ROWS:,}"))
    if len(cells) > MOST_COLUMNS and any(cells[MOST_COLUMNS:]):
        raise FileProblem(lambda say: say("opened_columns", row=number, most=MOST_COLUMNS))
    if any(len(cell) > LONGEST_CELL for cell in cells):
        raise FileProblem(lambda say: say("opened_cell", row=number, most=f"{LONGEST_CELL:,}"))
