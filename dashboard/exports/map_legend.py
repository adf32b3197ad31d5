"""The legend of a map for a picture: classes with their counts, hatch, and marks that are shown."""

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard import theme
from dashboard.exports.drawing import Drawing, Label
from dashboard.exports.map_marks import line, mark
from dashboard.exports.picture import Grid, Key, Legend

Data = Mapping[str, Any]
_SIGN = (22.0, 14.0)
_CELL = 24.0
_MANY = 5
_DARK = 0.2


def legend(data: Data, view: Data) -> Legend:
    """What is in the legend of the page's map."""
    fill, words = data["fills"][view["layer"]][view["measure"]], data["words"]
    keys = [] if fill.get("grid") else list(class_keys(fill))
    if fill["uncertain"]:
        pale = fill["classes"][0 if fill.get("grid") else 2 if len(fill["classes"]) > _MANY else 1]
        sign = swatch(pale["color"], hatched=True)
        keys.append(
            Key(sign=sign, text=fill["uncertain"]["text"], count=fill["uncertain"]["count"])
        )
    if fill["missing"]:
        sign = swatch(theme.NO_DATA, hatched=True)
        keys.append(Key(sign=sign, text=words["missing"], count=fill["missing"]["count"]))
    return Legend(
        head=(fill["unit"], words["provinces"]) if fill["unit"] else None,
        grid=_grid(fill) if fill.get("grid") else None,
        keys=tuple(keys),
        marks=(*_marks(data, view["show"]), *_selected(data, view, fill=fill)),
    )


def _selected(data: Data, view: Data, *, fill: Data) -> tuple[Key, ...]:
    """The province with an outline, and its value."""
    if not view["province"]:
        return ()
    sign = _sign(
        f'<rect x="1.5" y="1.5" width="19" height="11" fill="none" stroke="{theme.INK}"'
        ' stroke-width="2.5"/>'
    )
    figure = fill["values"].get(view["province"])
    value = figure["text"] if figure else data["words"]["missing"]
    return (Key(sign=sign, text=data["names"][view["province"]], count=value),)


def class_keys(fill: Data) -> tuple[Key, ...]:
    """The classes of a fill, with how many provinces are in each."""
    return tuple(
        Key(sign=swatch(one["color"]), text=one["label"], count=one["count"])
        for one in fill["classes"]
    )


def swatch(colour: str, *, hatched: bool = False) -> Drawing:
    """A piece of a class."""
    lines = (
        f'<path d="M-2 14L12 0M4 16L20 0M12 16L26 2" stroke="{theme.HATCH}" stroke-width="1.2"/>'
        if hatched
        else ""
    )
    return _sign(f'<rect width="{_SIGN[0]:g}" height="{_SIGN[1]:g}" fill="{colour}"/>{lines}')


def _sign(shapes: str) -> Drawing:
    return Drawing(width=_SIGN[0], height=_SIGN[1], shapes=shapes)


def _marks(data: Data, show: Sequence[str]) -> list[Key]:
    """A key for each kind of mark that is drawn, and one for those whose place is not exact."""
    keys: list[Key] = []
    inexact: Drawing | None = None
    for overlay in (data["overlays"][key] for key in show if key in data["overlays"]):
        for name, category in overlay["categories"].items():
            items = [item for item in overlay["items"] if item["category"] == name]
            if not items:
                continue
            sign = _mark_sign(overlay, name, exact=True)
            keys.append(Key(sign=sign, text=category["title"], count=category["count"]))
            if overlay["kind"] == "points" and not all(item["exact"] for item in items):
                inexact = inexact or _mark_sign(overlay, name, exact=False)
    if inexact:
        keys.append(Key(sign=inexact, text=data["words"]["inexact"]))
    return keys


def _mark_sign(overlay: Data, category: str, *, exact: bool) -> Drawing:
    if overlay["kind"] == "lines":
        return _sign(line(overlay, {"category": category, "path": "M1 7H21"}))
    middle = (_SIGN[0] / 2, _SIGN[1] / 2)
    return _sign(mark(overlay, category, exact=exact, size=10, at=middle))


def _grid(fill: Data) -> Grid:
    """Two sides at once: a square of classes, few to many from the lower left corner."""
    shapes, labels = [], []
    for at, one in enumerate(fill["classes"]):
        x, y = 1 + _CELL * (at % 3), 1 + _CELL * (2 - at // 3)
        shapes.append(
            f'<rect x="{x:g}" y="{y:g}" width="{_CELL:g}" height="{_CELL:g}"'
            f' fill="{one["color"]}" stroke="{theme.PAPER}"/>'
        )
        labels.append(
            Label(
                text=one["count"],
                x=x + _CELL / 2,
                y=y + _CELL / 2,
                size=12,
                anchor="middle",
                colour=theme.PAPER if _dark(one["color"]) else theme.INK,
            )
        )
    side = 3 * _CELL + 2
    return Grid(
        drawing=Drawing(width=side, height=side, shapes="".join(shapes), labels=tuple(labels)),
        rows=f"\u2191 {fill['grid']['rows']}",
        columns=f"\u2192 {fill['grid']['columns']}",
        note=fill["grid"]["note"],
    )


def _dark(colour: str) -> bool:
    """Whether white can be read on a colour better than ink."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return 0.2126 * red**2.2 + 0.7152 * green**2.2 + 0.0722 * blue**2.2 < _DARK
