"""A map as a picture: its scale, its colours, its names and its counts are those of the numbers."""

import re
from bisect import bisect_right
from collections import Counter

import pytest

from dashboard import theme
from dashboard.exports.drawing import Drawing
from dashboard.exports.map_drawing import fitted, map_drawing
from dashboard.exports.picture import Picture
from dashboard.map_data import map_data
from dashboard.words import LANGUAGES, Speaker
from dashboard.world import world
from geodata.provinces import CODES
from tests.dashboard.exports.opened import picture

SIZES = [(320.0, 260.0), (720.0, 560.0), (1200.0, 640.0)]
BY_PROVINCE = {
    "map_picture": "layer=vacancies&measure=per_1000&show=none",
    "mismatch_map": "basis=unplaced",
    "mismatch_second": "second=vacancies",
    "scenario_map": "year=2030",
}


def drawn(one: Picture, width: float = 720, height: float = 560) -> Drawing:
    return one.panels[0].draw(width, height)


def fills(drawing: Drawing) -> dict[str, str]:
    """The colour of each province, found by its outline."""
    outlines = {
        one["path"]: one["code"] for one in map_data("en", "latin")["geometry"]["provinces"]
    }
    found = re.findall(r'<path d="([^"]+)" fill="(#[0-9a-f]{6})"', drawing.shapes)
    return {outlines[path]: colour for path, colour in found if path in outlines}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_scale_bar_is_as_long_as_it_says(lang: str, width: float, height: float) -> None:
    data = map_data(lang, "latin")
    drawing = drawn(picture("map_picture", f"lang={lang}"), width, height)
    found = re.search(r'd="M([\d.]+) [\d.]+V[\d.]+H([\d.]+)V', drawing.shapes)
    assert found
    long = float(found.group(2)) - float(found.group(1))
    km_per_px = (
        data["geometry"]["km_per_unit"] / fitted(data["geometry"], width=width, height=height).k
    )
    said = {say: int(km) for km, say in data["words"]["km"].items()}
    km = next(said[label.text] for label in drawing.labels if label.text in said)
    assert long * km_per_px == pytest.approx(km, rel=1e-3)
    assert 0 < long < 0.4 * width


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("key", BY_PROVINCE)
def test_the_colours_are_those_of_the_classes_of_the_values(key: str, lang: str) -> None:
    one = picture(key, f"{BY_PROVINCE[key]}&lang={lang}")
    style = one.sheet.style
    assert style
    at = [column.name for column in one.sheet.columns].index(style.column)
    classes = {
        str(row[0]): bisect_right(style.breaks, float(row[at] or 0)) for row in one.sheet.rows
    }
    assert fills(drawn(one)) == {code: style.colours[at] for code, at in classes.items()}
    counted = Counter(classes.values())
    keys = one.legend.keys[: len(style.labels)]
    assert [key.text for key in keys] == list(style.labels)
    assert [key.count for key in keys] == [str(counted[at]) for at in range(len(style.labels))]
    for key_, colour in zip(keys, style.colours, strict=False):
        assert f'fill="{colour}"' in key_.sign.shapes


def test_small_maps_and_their_difference_show_the_columns_of_their_sheets() -> None:
    one = picture("scenario_maps", "scenarios=zones-at-gates,do-nothing")
    assert len(one.panels) == 2 and len({panel.title for panel in one.panels}) == 2
    columns = [column.name for column in one.sheet.columns]
    for at, panel in enumerate(one.panels, start=1):
        values = {str(row[0]): row[columns.index(f"scenario_{at}")] for row in one.sheet.rows}
        found = fills(panel.draw(300, 260))
        by_value = sorted(CODES, key=lambda code: float(values[code] or 0))
        order = [key.sign.shapes.partition('fill="')[2][:7] for key in panel.keys]
        drawn_order = [order.index(found[code]) for code in by_value]
        assert drawn_order == sorted(drawn_order)
        assert [key.count for key in panel.keys] == [
            str(list(found.values()).count(colour)) for colour in order
        ]
        assert not [label for label in panel.draw(300, 260).labels if label.bold]
    apart = picture("scenario_difference", "scenarios=zones-at-gates,do-nothing").sheet
    for row, both in zip(apart.rows, one.sheet.rows, strict=True):
        assert float(row[3] or 0) == pytest.approx(float(both[3] or 0) - float(both[4] or 0))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_uncertain_is_hatched_and_counted(lang: str) -> None:
    one = picture("map_picture", f"lang={lang}&show=none")
    name = re.search(r'<pattern id="(.+?)"', drawn(one).shapes)
    assert name
    hatched = drawn(one).shapes.count(f'fill="url(#{name.group(1)})"')
    unsure = one.legend.keys[-1]
    assert unsure.count == str(hatched) and theme.HATCH in unsure.sign.shapes


def test_marks_that_are_shown_are_in_the_legend_with_their_counts() -> None:
    none = picture("map_picture", "show=none").legend.marks
    assert none == ()
    some = picture("map_picture", "show=crossings,corridors")
    overlays = map_data("en", "latin")["overlays"]
    wanted = [
        (category["title"], category["count"])
        for key in ("crossings", "corridors")
        for category in overlays[key]["categories"].values()
        if category["count"] != "0"
    ]
    marks = [(one.text, one.count) for one in some.legend.marks]
    assert marks[: len(wanted)] == wanted
    for colour in (overlays["crossings"]["color"], overlays["corridors"]["color"]):
        assert colour in drawn(some).shapes


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_selected_province_has_an_outline_and_stands_in_the_legend(lang: str) -> None:
    one = picture("map_picture", f"province=07&show=none&lang={lang}")
    say = Speaker(lang=lang)
    name = world().geodata.provinces["07"].name(lang)
    (mark,) = one.legend.marks
    values = map_data(lang, "latin")["fills"]["returnees"]["count"]["values"]
    assert (mark.text, mark.count) == (name, say.fill(values["07"]["text"]))
    path = next(
        one["path"]
        for one in map_data(lang, "latin")["geometry"]["provinces"]
        if one["code"] == "07"
    )
    assert f'<path d="{path}" fill="none" stroke="{theme.INK}"' in drawn(one).shapes
    assert name in {label.text for label in drawn(one).labels}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_names_stand_apart_and_within_the_frame(lang: str, width: float, height: float) -> None:
    from dashboard.typeset.measured import widths

    data = map_data(lang, "latin")
    view = {"layer": "returnees", "measure": "count", "show": ["sezs"], "province": "12"}
    labels = map_drawing(data, view, width=width, height=height).labels
    names = [label for label in labels if label.text in data["names"].values()]
    assert len(names) >= (8 if width < 500 else 20)
    wide = widths(tuple(label.text for label in names), bold=True)
    boxes = [
        (
            one.x - em * one.size / 2,
            one.y - one.size / 2,
            one.x + em * one.size / 2,
            one.y + one.size / 2,
        )
        for one, em in zip(names, wide, strict=True)
    ]
    for at, (left, top, right, bottom) in enumerate(boxes):
        assert left > 0 and top > 0 and right < width and bottom < height
        for other in boxes[:at]:
            apart = right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top
            assert apart


def test_digits_follow_the_view_but_not_in_codes() -> None:
    one = picture("map_picture", "lang=km&digits=khmer")
    said = [key.text + key.count for key in one.legend.keys]
    assert not re.search("[0-9]", "".join(said))
    assert one.sheet.content_hash == picture("map_picture").sheet.content_hash
