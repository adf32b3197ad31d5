import re
from collections.abc import Iterator
from itertools import combinations, pairwise
from typing import Any
from xml.etree import ElementTree

import pytest

from dashboard.exports.chart_drawing import chart_drawing
from dashboard.exports.chart_words import ChartError, pieces
from dashboard.exports.drawing import Drawing, Label
from dashboard.exports.text_width import text_width
from dashboard.theme import ACCENT
from tests.dashboard.exports.drawn import LANGS, figures

_SVG = "{http://www.w3.org/2000/svg}"
_WIDTHS = (560, 900)
_TALL = 0.5
_NAMES = sorted(figures("en"))


def _spread(name: str) -> bool:
    """Whether the axis has two labels to measure by."""
    return len(figures("en")[name]["layout"]["yaxis"]["tickvals"]) > 1


def _drawn(lang: str, name: str, width: float = 900) -> tuple[dict[str, Any], Drawing]:
    figure = figures(lang)[name]
    return figure, chart_drawing(figure, width=width)


def _elements(drawing: Drawing, kind: str) -> Iterator[dict[str, str]]:
    for one in ElementTree.fromstring(drawing.svg).iter():
        if one.get("class") == kind:
            yield {"tag": one.tag.removeprefix(_SVG), **one.attrib}


def _points(path: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)", path)]


def _box(label: Label) -> tuple[float, float, float, float]:
    wide = text_width(label.text, size=label.size, bold=label.bold)
    tall = _TALL * label.size
    before = {"start": 0.0, "middle": 0.5, "end": 1.0}[label.anchor] * wide
    if label.turned:
        bottom = label.y + before
        return label.x - tall, bottom - wide, label.x + tall, bottom
    return label.x - before, label.y - tall, label.x - before + wide, label.y + tall


def _scale(drawing: Drawing, figure: dict[str, Any], letter: str) -> Any:
    """From values to pixels, from two labels of ticks alone."""
    axis = figure["layout"][f"{letter}axis"]
    labels = [one for one in drawing.labels if one.anchor == {"x": "middle", "y": "end"}[letter]]
    found = [
        (value, next(one for one in labels if one.text == text))
        for value, text in zip(axis["tickvals"], axis["ticktext"], strict=True)
        if any(one.text == text for one in labels)
    ]
    (a, first), (b, last) = found[0], found[-1]
    start, end = getattr(first, letter), getattr(last, letter)
    return lambda value: start + (value - a) / (b - a) * (end - start)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", _NAMES)
def test_every_figure_is_drawn_with_its_words_inside(lang: str, name: str) -> None:
    for width in _WIDTHS:
        _, drawing = _drawn(lang, name, width)
        for label in drawing.labels:
            left, top, right, bottom = _box(label)
            inside = left >= -0.5 and top >= -0.5 and right <= width + 0.5
            assert inside and bottom <= drawing.height + 0.5, label
        assert "<text" not in drawing.shapes


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", _NAMES)
def test_all_labels_of_ticks_are_there_and_none_is_on_another(lang: str, name: str) -> None:
    figure, drawing = _drawn(lang, name, 560)
    for letter in "xy":
        axis = figure["layout"][f"{letter}axis"]
        if axis.get("visible") is False:
            continue
        wanted = axis.get("ticktext") or figure["data"][0][letter]
        if name == "tornado":
            wanted = [text for text in wanted if text != "0"]  # its bars do not begin at zero
        shown = [one for one in drawing.labels if one.text in {text.strip() for text in wanted}]
        assert {one.text for one in shown} >= {text.strip() for text in wanted}
    ticks = [one for one in drawing.labels if not one.bold]
    for one, other in combinations(ticks, 2):
        (a, b, c, d), (e, f, g, h) = _box(one), _box(other)
        assert a >= g or e >= c or b >= h or f >= d, (one, other)


@pytest.mark.parametrize("name", [name for name in _NAMES if name.startswith("ranking")])
def test_bars_are_as_long_as_their_values(name: str) -> None:
    figure, drawing = _drawn("en", name)
    trace, bars = figure["data"][0], list(_elements(drawing, "bar"))
    assert len(bars) == len(trace["x"])
    longest = max(range(len(bars)), key=lambda at: abs(trace["x"][at]))
    for at, bar in enumerate(bars):
        share = abs(trace["x"][at] / trace["x"][longest])
        assert float(bar["width"]) == pytest.approx(share * float(bars[longest]["width"]), abs=0.01)
        assert bar["fill"] == trace["marker"]["color"][at]
        label = next(one for one in drawing.labels if one.text == trace["y"][at])
        assert float(bar["y"]) + float(bar["height"]) / 2 == pytest.approx(label.y, abs=0.01)
    assert [float(one["y"]) for one in bars] == sorted(
        (float(one["y"]) for one in bars), reverse=True
    )


@pytest.mark.parametrize("name", ["ranking returnees count", "ranking vacancies count"])
def test_ranges_of_bars_reach_from_low_to_high(name: str) -> None:
    figure, drawing = _drawn("en", name)
    trace, x = figure["data"][0], _scale(drawing, figure, "x")
    ranges = list(_elements(drawing, "range"))
    assert ranges
    bars = {float(one["y"]): at for at, one in enumerate(_elements(drawing, "bar"))}
    for one in ranges:
        (left, y), (right, _), *_ = _points(one["d"])
        at = bars[min(bars, key=lambda top: abs(top + 7.92 - y))]
        value, error = trace["x"][at], trace["error_x"]
        assert left == pytest.approx(x(value - error["arrayminus"][at]), abs=0.05)
        assert right == pytest.approx(x(value + error["array"][at]), abs=0.05)


@pytest.mark.parametrize(
    "name",
    [name for name in _NAMES if name.startswith("paths") and _spread(name)] + ["frontier", "steps"],
)
def test_points_lie_where_their_values_are(name: str) -> None:
    figure, drawing = _drawn("km", name)
    x, y = (_scale(drawing, figure, letter) for letter in "xy")
    wanted = [
        (x(px), y(py))
        for trace in figure["data"]
        if "markers" in trace["mode"]
        for px, py in zip(trace["x"], trace["y"], strict=True)
        if py is not None
    ]
    marks = list(_elements(drawing, "mark"))
    assert len(marks) == len(wanted)
    for (px, py), mark in zip(wanted, marks, strict=True):
        if mark["tag"] == "circle":
            found = float(mark["cx"]), float(mark["cy"])
        else:
            corners = _points(mark["d"])
            found = sum(one[0] for one in corners) / 4, sum(one[1] for one in corners) / 4
        assert found == pytest.approx((px, py), abs=0.05)


def test_a_band_has_the_ends_of_its_range() -> None:
    figure, drawing = _drawn("en", "paths more_near_home")
    x, y = (_scale(drawing, figure, letter) for letter in "xy")
    bands = [trace for trace in figure["data"] if trace.get("fill")]
    drawn = list(_elements(drawing, "band"))
    assert len(drawn) == len(bands)
    for trace, band in zip(bands, drawn, strict=True):
        wanted = [(x(px), y(py)) for px, py in zip(trace["x"], trace["y"], strict=True)]
        for found, point in zip(_points(band["d"]), wanted, strict=True):
            assert found == pytest.approx(point, abs=0.05)
        assert float(band["fill-opacity"]) < 1


def test_lines_have_dashes_of_their_own() -> None:
    _, drawing = _drawn("en", "paths more_near_home")
    dashes = [one.get("stroke-dasharray") for one in _elements(drawing, "line")]
    assert len(set(dashes)) == len(dashes) == 4


def test_bars_of_a_tornado_go_from_the_middle_to_their_ends() -> None:
    figure, drawing = _drawn("en", "tornado")
    x = _scale(drawing, figure, "x")
    (line,) = _elements(drawing, "shape")
    middle = _points(line["d"])[0][0]
    assert middle == pytest.approx(x(figure["layout"]["shapes"][0]["x0"]), abs=0.05)
    ends = [end for trace in figure["data"] for end in trace["x"]]
    bars = list(_elements(drawing, "bar"))
    assert len(bars) == len(ends)
    for end, bar in zip(ends, bars, strict=True):
        left, wide = float(bar["x"]), float(bar["width"])
        assert wide == pytest.approx(abs(x(end) - x(0)), abs=0.05)
        assert (left if end > 0 else left + wide) == pytest.approx(middle, abs=0.05)


def test_steps_go_along_before_they_go_up() -> None:
    _, drawing = _drawn("en", "steps")
    (line,) = _elements(drawing, "line")
    points = _points(line["d"])
    for (x0, y0), (x1, y1) in pairwise(points):
        assert x0 == x1 or y0 == y1
    assert points[0][1] == points[1][1]


def test_a_height_of_ones_own_moves_what_is_drawn_and_loses_nothing() -> None:
    figure = figures("en")["frontier"]
    low, high = (chart_drawing(figure, width=600, height=tall) for tall in (300, 600))
    assert (low.height, high.height) == (300, 600)
    assert [one.text for one in low.labels] == [one.text for one in high.labels]


def test_the_same_figure_gives_the_same_drawing() -> None:
    figure = figures("km")["tornado"]
    assert chart_drawing(figure, width=700) == chart_drawing(figure, width=700)


@pytest.mark.parametrize(
    ("part", "key", "value"),
    [
        ("trace", "type", "pie"),
        ("trace", "text", ["a"]),
        ("trace", "visible", "legendonly"),
        ("marker", "colorscale", "Viridis"),
        ("xaxis", "type", "log"),
        ("layout", "images", []),
        ("layout", "barmode", "stack"),
        ("layout", "showlegend", True),
    ],
)
def test_what_is_not_drawn_is_refused(part: str, key: str, value: Any) -> None:
    trace = {"type": "scatter", "mode": "markers", "x": [1], "y": [1], "marker": {"color": ACCENT}}
    ready = figures("en")["frontier"]
    layout = {**ready["layout"]}
    parts = {"trace": trace, "marker": trace["marker"], "layout": layout}
    if part == "xaxis":
        layout["xaxis"] = {**layout["xaxis"], key: value}
    else:
        parts[part][key] = value  # type: ignore[index]
    with pytest.raises(ChartError, match=str(value) if key == "type" and part == "trace" else key):
        chart_drawing({"data": [trace], "layout": layout}, width=400)


def test_markup_of_other_kinds_is_refused() -> None:
    with pytest.raises(ChartError, match="<a>"):
        pieces('<a href="https://example.org">x</a>')


def test_names_of_readers_are_words_not_markup() -> None:
    assert [one.text for one in pieces("A <b>&lt;i&gt;</b>")[0]] == ["A ", "<i>"]


def test_widths_are_those_of_the_fonts() -> None:
    assert text_width("iii") < text_width("mmm")
    assert text_width("Total", bold=True) > text_width("Total")
    assert text_width("Total", size=20) == pytest.approx(20 * text_width("Total"))


def test_signs_above_and_below_take_no_room_of_their_own() -> None:
    assert text_width("ក្ក") == text_width("ក") == text_width("កិ")
