"""docs/exports.md names every sheet, format and column that there is, and no other."""

import re
from pathlib import Path

from dashboard.exports.asked import MOST_BYTES, MOST_CELLS, wanted
from dashboard.exports.declaration import (
    OPTIONS,
    decks,
    formats,
    formats_of,
    pictures,
    sheets,
)

PAGE = (Path(__file__).parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")


def rows(heading: str) -> list[list[str]]:
    """The rows of the table below a heading, as cells."""
    part = PAGE[PAGE.index(f"\n## {heading}\n") + 1 :]
    part = part[: part.find("\n## ", 1)]
    lines = [line for line in part.splitlines() if line.startswith("| `")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def code(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def test_every_sheet_is_described_with_its_page_and_formats() -> None:
    found = {code(row[0])[0]: (code(row[1]), code(row[3])) for row in rows("Sheets")}
    assert found == {key: ([kind.path], list(formats_of(kind))) for key, kind in sheets().items()}


def test_every_format_is_described() -> None:
    assert [code(row[0])[0] for row in rows("Formats")] == list(formats())


def test_every_picture_is_described_with_its_page() -> None:
    found = {code(row[0])[0]: code(row[1]) for row in rows("Pictures")}
    assert found == {key: [kind.path] for key, kind in pictures().items()}
    for name in ("size", "dpi"):
        for value in OPTIONS[name]:
            assert f"`{name}={value}`" in PAGE


def test_all_slides_are_described_with_their_page() -> None:
    found = {code(row[0])[0]: code(row[1]) for row in rows("Slides")}
    assert found == {key: [kind.path] for key, kind in decks().items()}


def test_every_column_is_described() -> None:
    named = [name for row in rows("Columns") for name in code(row[0])]
    assert len(named) == len(set(named))
    there = set()
    for key, kind in sheets().items():
        asked = wanted(key, "csv", "")
        there |= {column.name for column in kind.make(asked.view, asked.say).columns}
    ends = {f"{name}{end}" for name in named for end in ("_low", "_high")}
    assert set(named) <= there <= set(named) | ends


def test_the_limits_are_those_of_the_code() -> None:
    assert f"{MOST_CELLS:,} cells or {MOST_BYTES // 1024**2} MB" in PAGE
