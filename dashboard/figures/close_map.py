"""One province drawn close, with what lies in and around it; and its place in the country."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from dashboard import theme
from dashboard.exports.drawing import Drawing, Label
from dashboard.figures.labels import Room, around, box_of
from dashboard.figures.map_glyphs import MARK, mark, stroke
from dashboard.figures.visible import roomy
from dashboard.figures.window import Window, window

Data = Mapping[str, Any]

_OWN, _OTHER, _COUNTRY = 17.0, 12.5, 12.0
_OWN_COLOUR = theme.SCALES["people"][1]
_DOT = 3.2


def close_map(
    data: Data, code: str, *, capital: tuple[str, tuple[float, float]], width: float, height: float
) -> Drawing:
    """The province and its surroundings. `data`: as `map_data` makes it.

    `capital`: its name and its place in map units.
    """
    geometry = data["geometry"]
    frame = window(geometry, code, width=width, height=height)
    marks = _marks(data["overlays"], frame, width=width, height=height)
    dot = frame.to(capital[1])
    shapes = "".join(
        [
            _rect(0, 0, width, height, fill=theme.SEA),
            f'<svg x="0" y="0" width="{width:g}" height="{height:g}" viewBox="{frame.left:.2f}'
            f' {frame.top:.2f} {frame.width:.2f} {frame.height:.2f}" preserveAspectRatio="none">',
            *_land(geometry, code, line=1 / frame.scale),
            *_routes(data["overlays"], scale=1 / frame.scale),
            "</svg>",
            *(mark(*one) for one in marks),
            f'<circle cx="{dot[0]:.1f}" cy="{dot[1]:.1f}" r="{_DOT}" fill="{theme.INK}"'
            f' stroke="{theme.PAPER}" stroke-width="1"/>',
            _rect(0.5, 0.5, width - 1, height - 1, stroke=theme.LINE),
        ]
    )
    room = Room(width=width, height=height)
    for at, *_ in marks:
        room.take((at[0] - MARK, at[1] - MARK, at[0] + MARK, at[1] + MARK))
    room.take((dot[0] - _DOT, dot[1] - _DOT, dot[0] + _DOT, dot[1] + _DOT))
    labels = _labels(data, code, frame, room, capital=(capital[0], dot))
    return Drawing(width=width, height=height, shapes=shapes, labels=labels)


def place_in_country(data: Data, code: str, *, width: float) -> Drawing:
    """The whole country, the province in colour; without words."""
    geometry = data["geometry"]
    boxes = [one["bbox"] for one in geometry["provinces"]]
    left, top = (min(box[i] for box in boxes) - 6 for i in (0, 1))
    right, bottom = (max(box[i] for box in boxes) + 6 for i in (2, 3))
    height = width * (bottom - top) / (right - left)
    line = 0.7 * (right - left) / width
    return Drawing(
        width=width,
        height=height,
        shapes="".join(
            [
                f'<svg x="0" y="0" width="{width:g}" height="{height:.2f}" viewBox="{left:.2f}'
                f' {top:.2f} {right - left:.2f} {bottom - top:.2f}">',
                *(
                    f'<path d="{one["path"]}" stroke="{theme.PAPER}" stroke-width="{line:.3f}"'
                    f' fill="{theme.ACCENT if one["code"] == code else theme.LINE}"/>'
                    for one in geometry["provinces"]
                ),
                *(
                    _outline(one["path"], colour=theme.ACCENT, width=3 * line)
                    for one in geometry["provinces"]
                    if one["code"] == code
                ),
                f'<path d="{geometry["lake"]}" fill="{theme.PAPER}"/>',
                "</svg>",
            ]
        ),
    )


def _land(geometry: Data, code: str, *, line: float) -> list[str]:
    paths = [
        f'<path d="{one["path"]}" fill="{theme.LAND}" stroke="{theme.LINE}"'
        f' stroke-width="{line:.3f}"/>'
        for one in geometry["neighbours"]
    ]
    paths += [
        f'<path d="{one["path"]}" fill="{_OWN_COLOUR if one["code"] == code else theme.PAPER}"'
        f' stroke="{theme.HATCH}" stroke-opacity="0.45" stroke-width="{line:.3f}"/>'
        for one in geometry["provinces"]
    ]
    paths.append(
        f'<path d="{geometry["lake"]}" fill="{theme.WATER}" stroke="#9db3c0"'
        f' stroke-width="{0.8 * line:.3f}"/>'
    )
    paths += [
        _outline(one["path"], colour=theme.INK, width=1.8 * line)
        for one in geometry["provinces"]
        if one["code"] == code
    ]
    return paths


def _routes(overlays: Data, *, scale: float) -> list[str]:
    return [
        f'<path d="{item["path"]}" fill="none" stroke="{one["color"]}" stroke-linecap="round"'
        f" {stroke(one['categories'][item['category']]['emphasis'], scale)}/>"
        for one in overlays.values()
        if one["kind"] == "lines"
        for item in one["items"]
    ]


def _marks(
    overlays: Data, frame: Window, *, width: float, height: float
) -> list[tuple[tuple[float, float], Data, Data]]:
    """Place in the drawing, item and layer of every place in the frame."""
    found = []
    for layer in overlays.values():
        if layer["kind"] != "points":
            continue
        for item in layer["items"]:
            x, y = frame.to(item["at"])
            at = x + 2 * MARK * item["shift"][0], y + 2 * MARK * item["shift"][1]
            if MARK <= at[0] <= width - MARK and MARK <= at[1] <= height - MARK:
                found.append((at, item, layer))
    return found


def _labels(
    data: Data, code: str, frame: Window, room: Room, *, capital: tuple[str, tuple[float, float]]
) -> tuple[Label, ...]:
    """The names of the province, its capital, the provinces around it, and the countries."""
    names, geometry = data["names"], data["geometry"]
    countries = data["words"]["countries"]
    own = next(one for one in geometry["provinces"] if one["code"] == code)
    first = Label(
        text=names[code],
        x=0,
        y=0,
        size=_OWN,
        anchor="middle",
        bold=True,
        colour=theme.INK,
        halo=True,
    )
    other = replace(first, size=_OTHER, bold=False, colour=theme.INK_SOFT)
    land = replace(first, size=_COUNTRY, colour=theme.HATCH)
    shown = [one for one in geometry["provinces"] if _shown(one["bbox"], frame)]
    above = [one["path"] for one in shown]
    wanted = [
        _within(first, own["path"], frame, room),
        around(capital[0], capital[1], size=_OTHER, gap=2.2 * _DOT, bold=False, colour=theme.INK)
        if capital[0] != names[code]
        else [],
        *(
            _within(replace(other, text=names[one["code"]]), one["path"], frame, room)
            for one in shown
            if one["code"] != code
        ),
        *(
            _within(replace(land, text=countries[one["code"]]), one["path"], frame, room, above)
            for one in geometry["neighbours"]
        ),
    ]
    return tuple(label for some in wanted if (label := room.first(some)))


def _within(
    label: Label, path: str, frame: Window, room: Room, above: Sequence[str] = ()
) -> list[Label]:
    """The words at every place where the shape has room for them, the best first."""
    left, top, right, bottom = box_of(label)
    places = roomy(
        path,
        frame,
        width=room.width,
        height=room.height,
        wanted=(right - left, bottom - top),
        above=above,
    )
    return [replace(label, x=x, y=y) for x, y in places]


def _shown(box: Sequence[float], frame: Window) -> bool:
    return (
        box[0] < frame.left + frame.width
        and box[2] > frame.left
        and box[1] < frame.top + frame.height
        and box[3] > frame.top
    )


def _outline(path: str, *, colour: str, width: float) -> str:
    return (
        f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{width:.3f}"'
        ' stroke-linejoin="round"/>'
    )


def _rect(
    x: float, y: float, width: float, height: float, *, fill: str = "none", stroke: str = "none"
) -> str:
    return (
        f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" fill="{fill}"'
        f' stroke="{stroke}"/>'
    )
