"""Traces of a chart: what they ask of the axes, and their shapes as SVG."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from dashboard.exports.chart_axes import Axis, End

Point = tuple[float, float]

_BAND = re.compile(r"rgba\((\d+),(\d+),(\d+),([\d.]+)\)")
_SIZE, _LEAST = 6.0, 3.0
_SIZE_REF = 1.6
_DIAMOND = 1.3


def ends(trace: Mapping[str, Any], letter: str) -> Iterator[End]:
    """What a trace asks of its axis of numbers `letter`."""
    if trace["type"] == "scatter":
        size = trace.get("marker", {}).get("size", _SIZE)
        marked = "markers" in trace.get("mode", "")
        for value in trace[letter]:
            if value is not None:
                yield End(
                    value=value,
                    pixels=max(size / _SIZE_REF, _LEAST) if marked else 0.0,
                    padded=marked or letter == "y",
                )
        return
    if letter != _along(trace):
        return
    base = trace.get("base")
    for at, length in enumerate(trace[letter]):
        first = base[at] if base else 0.0
        yield End(value=first + length, zero=base is None)
        if base:
            yield End(value=first)
        for error in _reach(trace, at):
            yield End(value=first + length + error)


def names(traces: Sequence[Mapping[str, Any]], letter: str) -> tuple[str, ...]:
    """Names along an axis, in order; empty where it has numbers."""
    found = [one for trace in traces for one in trace[letter] if isinstance(one, str)]
    return tuple(dict.fromkeys(found))


def bar(trace: Mapping[str, Any], x: Axis, y: Axis, *, share: float, shift: float) -> str:
    """Bars with outlines, then what is left and right of them: `share` of the room of each.

    `shift`: of their middle, in the same unit; bars of a group stand beside each other.
    """
    flat = _along(trace) == "x"
    along, across = (x, y) if flat else (y, x)
    lengths, places = (trace["x"], trace["y"]) if flat else (trace["y"], trace["x"])
    base = trace.get("base") or [0.0] * len(lengths)
    marker, out = trace["marker"], []
    line = marker.get("line", {})
    for at, (length, place) in enumerate(zip(lengths, places, strict=True)):
        number = across.names.index(place) if isinstance(place, str) else place
        first, last = sorted((along.at(base[at]), along.at(base[at] + length)))
        near, far = sorted(across.at(number + shift + side * share / 2) for side in (-1, 1))
        left, top, width, height = (
            (first, near, last - first, far - near)
            if flat
            else (near, first, far - near, last - first)
        )
        out.append(
            f'<rect class="bar" x="{left:.3f}" y="{top:.3f}" width="{width:.3f}"'
            f' height="{height:.3f}" {_fill(_one(marker["color"], at))}'
            f"{_stroke(_one(line.get('color'), at), _one(line.get('width', 0), at))}/>"
        )
        reach = _reach(trace, at)
        if any(reach):
            values = [along.at(base[at] + length + one) for one in reach]
            out.append(_whisker(trace["error_x"], values, (near + far) / 2, flat=flat))
    return "".join(out)


def scatter(trace: Mapping[str, Any], x: Axis, y: Axis) -> str:
    """A band, a line, marks, in this order."""
    found = [
        None if px is None or py is None else (x.at(px), y.at(py))
        for px, py in zip(trace["x"], trace["y"], strict=True)
    ]
    out = ""
    runs = list(_runs(found))
    if trace.get("fill"):
        paths = "".join(f"{_path(run)}z" for run in runs)
        out += f'<path class="band" d="{paths}" {_fill(trace["fillcolor"])}/>' if paths else ""
    line = trace.get("line", {})
    if "lines" in trace["mode"] and line.get("width", 2) and runs:
        stepped = line.get("shape") == "hv"
        paths = "".join(_path(_steps(run) if stepped else run) for run in runs)
        dashes = _dashes(line.get("dash", "solid"), line["width"])
        out += (
            f'<path class="line" d="{paths}" fill="none" stroke="{line["color"]}"'
            f' stroke-width="{line["width"]}"{dashes}/>'
        )
    if "markers" in trace["mode"]:
        out += "".join(_mark(point, trace["marker"]) for point in found if point)
    return out


def stroke(start: Point, end: Point, *, colour: str, width: float = 1.0, kind: str = "") -> str:
    """A straight line."""
    named = f' class="{kind}"' if kind else ""
    return (
        f'<path{named} d="M{start[0]:.3f} {start[1]:.3f}L{end[0]:.3f} {end[1]:.3f}" fill="none"'
        f' stroke="{colour}" stroke-width="{width}"/>'
    )


def _along(trace: Mapping[str, Any]) -> str:
    return "x" if trace.get("orientation", "v") == "h" else "y"


def _reach(trace: Mapping[str, Any], at: int) -> tuple[float, ...]:
    """How far a range goes below and above the value at `at`; empty where there is none."""
    error = trace.get("error_x")
    return (-error["arrayminus"][at], error["array"][at]) if error else ()


def _one(value: Any, at: int) -> Any:
    return value[at] if isinstance(value, list | tuple) else value


def _fill(colour: str) -> str:
    """A fill; how far it is see-through stands apart, since not every SVG reader takes rgba."""
    found = _BAND.fullmatch(colour)
    if not found:
        return f'fill="{colour}"'
    red, green, blue = (int(found[at]) for at in (1, 2, 3))
    return f'fill="#{red:02x}{green:02x}{blue:02x}" fill-opacity="{found[4]}"'


def _stroke(colour: str | None, width: float) -> str:
    return f' stroke="{colour}" stroke-width="{width}"' if colour and width else ""


def _whisker(
    error: Mapping[str, Any], values: Sequence[float], middle: float, *, flat: bool
) -> str:
    """A range: a line with a stroke across each of its ends."""
    cap = error["width"]
    lines = [((values[0], middle), (values[1], middle))]
    lines += [((value, middle - cap), (value, middle + cap)) for value in values]
    path = "".join(_path([point if flat else point[::-1] for point in one]) for one in lines)
    return (
        f'<path class="range" d="{path}" fill="none" stroke="{error["color"]}"'
        f' stroke-width="{error["thickness"]}"/>'
    )


def _runs(points: Sequence[Point | None]) -> Iterator[list[Point]]:
    """Points without a gap between them."""
    run: list[Point] = []
    for point in [*points, None]:
        if point is not None:
            run.append(point)
        elif run:
            yield run
            run = []


def _steps(run: Sequence[Point]) -> list[Point]:
    """Along first, then up."""
    out = [run[0]]
    for (_, before), (x, y) in pairwise(run):
        out += [(x, before), (x, y)]
    return out


def _path(run: Sequence[Point]) -> str:
    return "M" + "L".join(f"{x:.3f} {y:.3f}" for x, y in run)


def _dashes(dash: str, width: float) -> str:
    unit = max(width, 3.0)
    lengths = {"solid": (), "dash": (3, 3), "dot": (1, 1), "dashdot": (3, 1, 1, 1)}[dash]
    listed = " ".join(f"{one * unit:g}" for one in lengths)
    return f' stroke-dasharray="{listed}"' if listed else ""


def _mark(point: Point, marker: Mapping[str, Any]) -> str:
    x, y = point
    r = marker.get("size", _SIZE) / 2
    line = marker.get("line", {})
    style = _fill(marker["color"]) + _stroke(line.get("color"), line.get("width", 0))
    if "opacity" in marker:
        style += f' opacity="{marker["opacity"]:g}"'
    symbol = marker.get("symbol", "circle")
    if symbol == "circle":
        return f'<circle class="mark" cx="{x:.3f}" cy="{y:.3f}" r="{r:g}" {style}/>'
    d = r * _DIAMOND
    corners = (
        [(x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)]
        if symbol == "square"
        else [(x, y - d), (x + d, y), (x, y + d), (x - d, y)]
    )
    return f'<path class="mark" d="{_path(corners)}z" {style}/>'
