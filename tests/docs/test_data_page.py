"""docs/data.md describes every table: none missing, none invented, rows and sources right."""

from pathlib import Path

import pytest

from geodata import load
from geodata.declarations import PROVINCES, TABLES
from geodata.load import HERE
from geodata.provinces import CODES
from geodata.read import read_table

PAGE = Path(__file__).parents[2] / "docs" / "data.md"
NAMES = ("provinces", *TABLES)
SOURCE_COLUMNS = ("source_id", "source_a", "source_b")


def rows() -> dict[str, list[str]]:
    """The table of the page: what, rows and sources, by the name of the table."""
    found = {}
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("| `"):
            assert cells[0].strip("`") not in found, f"docs/data.md describes {cells[0]} twice"
            found[cells[0].strip("`")] = cells[1:]
    return found


def counted(name: str) -> tuple[str, str]:
    """Rows of a table and the sources they name, as the page writes them."""
    if name == "provinces":
        path = HERE / "tables" / "provinces.csv"
        frame = read_table(path, table=PROVINCES, provinces=CODES)
    else:
        frame = load().table(name)
    columns = [column for column in SOURCE_COLUMNS if column in frame]
    named = {source for column in columns for cell in frame[column] for source in cell}
    return f"{len(frame)}", " ".join(f"`{source}`" for source in sorted(named))


@pytest.mark.parametrize("name", NAMES)
def test_every_table_is_described(name: str) -> None:
    assert name in rows(), f"docs/data.md does not describe {name}: add a row for it"
    what, *facts = rows()[name]
    assert what
    count, named = counted(name)
    right = f"| `{name}` | {what} | {count} | {named} |"
    assert facts == [count, named], f"docs/data.md, {name}: the row should be\n{right}"


def test_no_table_is_described_that_does_not_exist() -> None:
    assert set(rows()) <= set(NAMES)
