"""The map of a view as a drawing: what assets/map draws on the page, without the page.

Sizes are pixels of a screen, so that lines, marks and names have the weight they have there.
"""

import hashlib
from collections.abc import Mapping
from typing import Any

from dashboard import theme
from dashboard.exports.drawing import Drawing, Label
from dashboard.exports.map_marks import line, mark
from dashboard.exports.map_names import Box, Camera, placed_names

Data = Mapping[str, Any]
_NARROW = 560
_WIDE = 1.2
_NAMES, _PX_A_LETTER = (10.0, 15.0), 48.0
_PADDING, _BELOW = 12, 24
_KM = (500, 200, 100, 50, 20, 10)
_SHORTEST_KM = 5
_TICK = 4
_TOO_FAR = 60


def map_drawing(
    data: Data, view: Data, *, width: float, height: float, named: bool = True
) -> Drawing:
    """The filled layer of `view` and what is drawn over it, in a frame of this size.

    `data`: as `map_data` makes it, with the `fills` of the page; `view`: as `view_data` makes it;
    `named`: whether provinces and neighbours have their names.
    """
    geometry = data["geometry"]
    fill = data["fills"][view["layer"]][view["measure"]]
    camera = fitted(geometry, width=width, height=height)
    shown = [data["overlays"][key] for key in view["show"] if key in data["overlays"]]
    size = _letters(width, height, lang=data["lang"])
    dot = 8 if width < _NARROW else 10
    dots = _places(shown, camera=camera, size=dot)
    bar, bar_label, bar_box = _scale_bar(data, camera, width=width, height=height)
    hatch = f"hatch-{hashlib.sha256(repr((fill, camera)).encode()).hexdigest()[:8]}"
    shapes = [
        _hatch(hatch, camera.k),
        f'<rect width="{width:g}" height="{height:g}" fill="{theme.SEA}"/>',
        f'<g transform="translate({camera.x:.2f} {camera.y:.2f}) scale({camera.k:.5f})">',
        *_land(geometry, k=camera.k),
        *_provinces(geometry, fill=fill, hatch=hatch, k=camera.k),
        f'<path d="{geometry["lake"]}" fill="{theme.WATER}" stroke="{theme.SHORE}"'
        f' stroke-width="{0.8 / camera.k:.4g}"/>',
        *(_picked(shown, view.get("route"), k=camera.k)),
        *(
            line(one, item, scale=camera.k)
            for one in shown
            if one["kind"] == "lines"
            for item in one["items"]
        ),
        *(
            f'<path d="{one["path"]}" fill="none" stroke="{theme.INK}"'
            f' stroke-width="{3 / camera.k:.4g}"/>'
            for one in geometry["provinces"]
            if one["code"] == view["province"]
        ),
        "</g>",
        *(
            mark(one, item["category"], exact=item["exact"], size=dot, at=at)
            for one, item, at in dots
        ),
        bar,
    ]
    names = [
        *_countries(data, camera, width=width, height=height, size=size),
        *_names(
            data,
            camera,
            frame=(width, height),
            size=size,
            first=view["province"],
            taken=bar_box,
            dots=[(x - dot / 2, y - dot / 2, x + dot / 2, y + dot / 2) for *_, (x, y) in dots],
        ),
    ]
    labels = (*(names if named else ()), bar_label)
    return Drawing(width=width, height=height, shapes="".join(shapes), labels=labels)


def fitted(geometry: Data, *, width: float, height: float) -> Camera:
    """The camera that shows all provinces, in the middle of the frame."""
    boxes = [province["bbox"] for province in geometry["provinces"]]
    left, top = (min(box[i] for box in boxes) for i in (0, 1))
    right, bottom = (max(box[i] for box in boxes) for i in (2, 3))
    tall = height - _PADDING - _BELOW
    k = min((width - 2 * _PADDING) / (right - left), tall / (bottom - top))
    y = _PADDING + (tall - k * (top + bottom)) / 2
    return Camera(k=k, x=(width - k * (left + right)) / 2, y=y)


def _letters(width: float, height: float, *, lang: str) -> float:
    """The size of names: on a small map they are smaller."""
    smallest, largest = _NAMES
    latin = min(max(min(width, _WIDE * height) / _PX_A_LETTER, smallest), largest)
    return latin + 1 if lang == "km" else latin


def _hatch(name: str, k: float) -> str:
    return (
        f'<defs><pattern id="{name}" width="7" height="7" patternUnits="userSpaceOnUse"'
        f' patternTransform="scale({1 / k:.5f}) rotate(45)"><path d="M0 0V7"'
        f' stroke="{theme.HATCH}" stroke-width="1.6" stroke-opacity="0.75"/></pattern></defs>'
    )


def _land(geometry: Data, *, k: float) -> list[str]:
    coast = "".join(one["path"] for one in geometry["provinces"])
    return [
        *(
            f'<path d="{one["path"]}" fill="{theme.LAND}" stroke="{theme.LINE}"'
            f' stroke-width="{1 / k:.4g}"/>'
            for one in geometry["neighbours"]
        ),
        f'<path d="{coast}" fill="none" stroke="{theme.COAST}" stroke-width="{2.5 / k:.4g}"'
        ' stroke-linejoin="round"/>',
    ]


def _provinces(geometry: Data, *, fill: Data, hatch: str, k: float) -> list[str]:
    parts, hatched = [], []
    for province in geometry["provinces"]:
        figure = fill["values"].get(province["code"])
        colour = fill["classes"][figure["class"]]["color"] if figure else theme.NO_DATA
        parts.append(
            f'<path d="{province["path"]}" fill="{colour}" stroke="{theme.PAPER}"'
            f' stroke-width="{1 / k:.4g}"/>'
        )
        if not figure or figure["uncertain"]:
            hatched.append(f'<path d="{province["path"]}" fill="url(#{hatch})"/>')
    return parts + hatched


def _picked(shown: list[Any], route: str | None, *, k: float) -> list[str]:
    """The broad edge of the corridor that is chosen."""
    return [
        f'<path d="{item["path"]}" fill="none" stroke="{theme.ACCENT}" stroke-opacity="0.55"'
        f' stroke-width="{13 / k:.4g}" stroke-linecap="round" stroke-linejoin="round"/>'
        for one in shown
        if one["kind"] == "lines"
        for item in one["items"]
        if route and item["id"] == route
    ]


def _places(
    shown: list[Any], *, camera: Camera, size: float
) -> list[tuple[Data, Data, tuple[float, float]]]:
    """Every place with its layer, and where it stands in the frame."""
    found = []
    for overlay in (one for one in shown if one["kind"] == "points"):
        for item in overlay["items"]:
            x, y = camera.at(item["at"])
            at = x + item["shift"][0] * size, y + item["shift"][1] * size
            found.append((overlay, item, at))
    return found


def _names(
    data: Data,
    camera: Camera,
    *,
    frame: tuple[float, float],
    size: float,
    first: str | None,
    taken: Box,
    dots: list[Box],
) -> list[Label]:
    """Names of the provinces that have room, clear of the scale bar and if possible of places."""
    found = placed_names(
        data["geometry"]["provinces"],
        names=data["names"],
        camera=camera,
        frame=frame,
        size=size,
        first=first,
        taken=(taken,),
        avoided=dots,
    )
    return [
        Label(text=data["names"][code], x=x, y=y, size=size, anchor="middle", bold=True, halo=True)
        for code, x, y in found
    ]


def _countries(
    data: Data, camera: Camera, *, width: float, height: float, size: float
) -> list[Label]:
    """Names of the neighbours, at their place or at the edge next to it."""
    labels = []
    for country in data["geometry"]["neighbours"]:
        x, y = camera.at(country["label"])
        inside = min(max(x, 44), width - 44), min(max(y, 16), height - 16)
        if ((inside[0] - x) ** 2 + (inside[1] - y) ** 2) ** 0.5 > _TOO_FAR:
            continue
        labels.append(
            Label(
                text=data["words"]["countries"][country["code"]],
                x=inside[0],
                y=inside[1],
                size=size,
                anchor="middle",
                bold=True,
                colour=theme.ABROAD,
            )
        )
    return labels


def _scale_bar(
    data: Data, camera: Camera, *, width: float, height: float
) -> tuple[str, Label, Box]:
    """The bar, its length in words, and the room that both take."""
    target = 60 if width < _NARROW else 100
    unit = camera.k / data["geometry"]["km_per_unit"]
    km = next((length for length in _KM if length * unit <= target * 1.4), _SHORTEST_KM)
    length, x, y = km * unit, float(_PADDING), height - 14
    bar = (
        f'<path d="M{x:g} {y - _TICK:g}V{y:g}H{x + length:.2f}V{y - _TICK:g}" fill="none"'
        f' stroke="{theme.INK_SOFT}" stroke-width="1.5"/>'
    )
    label = Label(
        text=data["words"]["km"][str(km)],
        x=x + length / 2,
        y=y - 12,
        size=12,
        anchor="middle",
        colour=theme.INK_SOFT,
    )
    return bar, label, (x - 4, y - 22, x + length + 4, y + 4)
