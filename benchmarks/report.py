"""Tables in Markdown: the same text for the terminal and for docs/benchmarks.md."""

from collections.abc import Sequence
from dataclasses import dataclass

NONE = ""


@dataclass(frozen=True, kw_only=True)
class Budget:
    """What a value may be at most, in `unit`."""

    most: float
    unit: str

    def __str__(self) -> str:
        return f"≤ {self.most:g} {self.unit}".rstrip()

    def verdict(self, value: float) -> str:
        """Whether `value` keeps the budget, and what share of it is used."""
        words = "kept" if value <= self.most else "MISSED"
        return f"{words}, {value / self.most:.0%} used" if self.most else words


def table(title: str, head: Sequence[str], rows: Sequence[Sequence[str]], *, note: str = "") -> str:
    """A Markdown table under its title; the first column to the left, numbers to the right."""
    widths = [max(len(row[i]) for row in [head, *rows]) for i in range(len(head))]
    right = [i > 0 and all(_is_number(row[i]) for row in rows) for i in range(len(head))]

    def line(cells: Sequence[str]) -> str:
        padded = (
            cell.rjust(width) if is_right else cell.ljust(width)
            for cell, width, is_right in zip(cells, widths, right, strict=True)
        )
        return f"| {' | '.join(padded)} |"

    rule = "|".join(
        "-" * (width + 1) + ":" if is_right else "-" * (width + 2)
        for width, is_right in zip(widths, right, strict=True)
    )
    parts = [f"### {title}", "", line(head), f"|{rule}|", *map(line, rows), ""]
    return "\n".join([*parts, note, ""] if note else parts)


def ms(value: float) -> str:
    """A time to three digits or so."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 1 else f"{value:.3f}"


def ratio(value: float, calibration: float) -> str:
    """A time in calibration loops."""
    return f"{value / calibration:.2f}"


def kilobytes(value: float) -> str:
    """Bytes in thousands."""
    return f"{value / 1000:,.1f}"


def _is_number(cell: str) -> bool:
    return not cell or cell[0].isdigit() or cell[0] in "-+"
