"""What is drawn, held against what it was: text that can be compared line by line, not pixels."""

import json
import re
from hashlib import sha256
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent
_ROOM = (900.0, 560.0)
_LONGEST_PATH = 200
_DIGITS = 6


def held(name: str, drawn: object, *, rewrite: bool) -> None:
    """Compare with the golden file of that name, or write it anew."""
    path = FOLDER / f"{name}.json"
    text = json.dumps(_plain(drawn), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    if rewrite:
        path.write_text(text, encoding="utf-8")
    assert path.is_file(), f"no golden {path.name}: run make goldens and look at it"
    assert text == path.read_text(encoding="utf-8"), f"{path.name} differs: make goldens, then look"


def picture(made: Any) -> object:
    """A picture for a golden file: its words, its legend, and each drawing in one size."""
    return {
        "title": made.title,
        "unit": made.unit,
        "about": made.about,
        "plan": made.plan,
        "legend": _legend(made.legend),
        "panels": [
            {
                "title": panel.title,
                "unit": panel.unit,
                "keys": [_key(key) for key in panel.keys],
                "drawing": _drawing(panel.draw(*_ROOM)),
            }
            for panel in made.panels
        ],
    }


def _legend(legend: Any) -> object:
    grid = legend.grid
    return {
        "head": legend.head,
        "grid": grid and [_drawing(grid.drawing), grid.rows, grid.columns, grid.note],
        "keys": [_key(key) for key in legend.keys],
        "marks": [_key(key) for key in legend.marks],
    }


def _key(key: Any) -> object:
    return {"sign": key.sign.shapes, "text": key.text, "count": key.count}


def _drawing(drawing: Any) -> object:
    """An element a line; outlines of provinces, which a golden of their own has, by their hash."""
    shapes = re.sub(r"hatch-[0-9a-f]{8}", "hatch", drawing.shapes)
    shapes = re.sub(rf'd="([^"]{{{_LONGEST_PATH},}})"', _by_hash, shapes)
    return {
        "size": (drawing.width, drawing.height),
        "shapes": shapes.replace("><", ">\n<").split("\n"),
        "labels": [vars(label) for label in drawing.labels],
    }


def _by_hash(found: re.Match[str]) -> str:
    return f'd="sha256:{sha256(found[1].encode()).hexdigest()[:16]}"'


def _plain(value: Any) -> Any:
    """The same with numbers of six digits, so that another processor gives the same."""
    if isinstance(value, float):
        return float(f"{value:.{_DIGITS}g}")
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value
