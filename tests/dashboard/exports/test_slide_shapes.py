"""Paths of drawings as corners: cut at the frame, hatched by strokes."""

import math

import pytest

from dashboard.exports.slides.clip import cut
from dashboard.exports.slides.hatch import hatching
from dashboard.exports.slides.shapes import outlines
from dashboard.exports.slides.svg_path import Ring, rings
from dashboard.world import world

_SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">{}</svg>'


def _area(ring: Ring) -> float:
    points = ring.points
    turned = zip(points, (*points[1:], points[0]), strict=True)
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in turned)) / 2


def test_a_ring_within_a_ring_and_parts_apart_stay_apart() -> None:
    found = rings("M0 0h10v10h-10zm2 2h2v2h-2zM20 0L30 0L30 10z")
    assert [_area(one) for one in found] == [100, 4, 50]
    assert all(one.closed for one in found)


def test_a_circle_of_two_arcs_is_round() -> None:
    (ring,) = rings("M-5 0A5 5 0 1 1 5 0A5 5 0 1 1 -5 0z")
    assert all(math.hypot(x, y) == pytest.approx(5) for x, y in ring.points)
    assert _area(ring) == pytest.approx(math.pi * 25, rel=0.02)


def test_a_curve_ends_where_it_should_and_bends() -> None:
    (ring,) = rings("M0 0C0 10 10 10 10 0")
    assert ring.points[-1] == pytest.approx((10, 0)) and not ring.closed
    assert max(y for _, y in ring.points) == pytest.approx(7.5, abs=0.1)


def test_a_command_that_no_drawing_uses_is_refused() -> None:
    with pytest.raises(ValueError, match="not drawn"):
        rings("M0 0Q1 1 2 2")


@pytest.mark.parametrize("code", [shape.code for shape in world().shapes.provinces])
def test_the_outline_of_a_province_fills_its_box(code: str) -> None:
    shape = next(one for one in world().shapes.provinces if one.code == code)
    points = [point for ring in rings(shape.path) for point in ring.points]
    xs, ys = zip(*points, strict=True)
    assert (min(xs), min(ys), max(xs), max(ys)) == pytest.approx(shape.bbox, abs=0.6)


def test_groups_move_and_grow_what_is_in_them() -> None:
    svg = _SVG.format(
        '<defs><path d="M0 0z"/></defs><g transform="translate(10 20) scale(2)">'
        '<rect x="1" y="1" width="3" height="4" fill="#112233" stroke="#445566" stroke-width="1.5"'
        ' stroke-dasharray="2 1" fill-opacity="0.5"/></g>'
    )
    (one,) = outlines(svg)
    assert one.rings[0].points == ((12.0, 22.0), (18.0, 22.0), (18.0, 30.0), (12.0, 30.0))
    assert (one.fill, one.line) == ("#112233", "#445566")
    assert (one.alpha, one.line_width) == (0.5, 3)
    assert one.dashes == (4, 2)


def test_what_cannot_be_put_on_a_slide_is_refused() -> None:
    with pytest.raises(ValueError, match="ellipse"):
        list(outlines(_SVG.format("<ellipse/>")))


def test_what_lies_beyond_the_frame_is_cut_off() -> None:
    square = Ring(points=((-10.0, -10.0), (50.0, -10.0), (50.0, 50.0), (-10.0, 50.0)), closed=True)
    inside = cut(square, width=20, height=30)
    assert inside is not None and _area(inside) == 600
    away = Ring(points=((-5.0, -5.0), (-1.0, -5.0), (-1.0, -1.0)), closed=True)
    assert cut(away, width=20, height=30) is None
    stroke = cut(Ring(points=((-2.0, 5.0), (30.0, 5.0)), closed=False), width=20, height=30)
    assert stroke is not None and stroke.points == ((0, 5), (20, 5))


def test_hatching_stays_within_its_outline() -> None:
    svg = _SVG.format('<path d="M0 0h60v40h-60zM10 10h20v20h-20z" fill="url(#x)"/>')
    (one,) = outlines(svg)
    assert one.hatched
    strokes = hatching(one)
    assert len(strokes.rings) > 10 and strokes.line is not None
    for ring in strokes.rings:
        (x0, y0), (x1, y1) = ring.points
        middle = ((x0 + x1) / 2, (y0 + y1) / 2)
        assert 0 <= middle[0] <= 60 and 0 <= middle[1] <= 40
        assert not (10 < middle[0] < 30 and 10 < middle[1] < 30)
        assert x0 + y0 == pytest.approx(x1 + y1)
