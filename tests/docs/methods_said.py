"""What a page of a method says, and the numbers that its tests work out anew."""

import re
from collections import Counter
from functools import cache
from pathlib import Path

import geodata
from geodata import Geodata
from geodata.provinces import CODES
from layers import FillLayer, Reading, discover

FOLDER = Path(__file__).parents[2] / "docs" / "methods"
METHODS = sorted(path.name.removesuffix(".en.md") for path in FOLDER.glob("*.en.md"))


def page(name: str, *, lang: str = "en") -> str:
    return (FOLDER / f"{name}.{lang}.md").read_text(encoding="utf-8")


def headings(text: str) -> list[str]:
    return re.findall(r"^## .+", text, flags=re.MULTILINE)


def tables(text: str) -> list[str]:
    return re.findall(r"^\|[-|]+\|$", text, flags=re.MULTILINE)


def long_numbers(text: str) -> Counter[str]:
    """Numbers of three digits or more, such as 910,000, 0.206 and 2025."""
    found = re.findall(r"\d+(?:[.,]\d+)*", text)
    return Counter(number for number in found if sum(map(str.isdigit, number)) >= 3)


def says(name: str, *phrases: str) -> None:
    """Assert that the English page holds each of `phrases`, wrapped lines or not."""
    words = " ".join(page(name).split())
    missing = [
        phrase for phrase in phrases if not re.search(rf"(?<![\d.,]){re.escape(phrase)}", words)
    ]
    assert not missing, f"{name}.en.md does not say {missing}"


def whole(value: float) -> str:
    return f"{value:,.0f}"


def at(code: str) -> int:
    return CODES.index(code)


@cache
def data() -> Geodata:
    return geodata.load()


@cache
def reading(layer: str, measure: str = "count") -> Reading:
    found = discover()[layer]
    assert isinstance(found, FillLayer)
    return found.read(data())[measure]


def low_high(layer: str, code: str) -> tuple[str, str]:
    figure = reading(layer).values[code]
    assert figure.low is not None and figure.high is not None
    return whole(figure.low), whole(figure.high)
