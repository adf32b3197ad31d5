"""How wide words are, as they are set: Khmer cannot be measured letter by letter."""

from functools import lru_cache

from dashboard.typeset import told


@lru_cache(maxsize=64)
def widths(texts: tuple[str, ...], *, bold: bool = False) -> tuple[float, ...]:
    """The width of each text, as a part of the size of its letters."""
    found = told("measure", {"texts": texts, "bold": bold}, label="widths")
    return tuple(float(width) for width in found[0])
