"""One look in two places, told apart by everyone."""

import re
from pathlib import Path

import pytest

from dashboard import theme
from dashboard.look import look

ASSETS = Path(__file__).resolve().parents[2] / "assets"
LOOK = look(latin="optional")
TOKEN = re.compile(r"(--[a-z-]+): ?[^;]+;")


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(
    "name",
    [
        "INK",
        "INK_SOFT",
        "LINE",
        "PAPER",
        "PAPER_SOFT",
        "ACCENT",
        "SEA",
        "LAND",
        "WATER",
        "NO_DATA",
        "HATCH",
    ],
)
def test_stylesheet_and_theme_have_the_same_colours(name: str) -> None:
    found = re.search(rf"--{name.lower().replace('_', '-')}:(#[0-9a-f]{{6}});", LOOK)
    assert found and found.group(1) == getattr(theme, name)


@pytest.mark.parametrize("file", ["atlas.css", "join/join.css", "workshop/workshop.css"])
def test_a_stylesheet_names_only_what_the_look_or_itself_sets(file: str) -> None:
    css = (ASSETS / file).read_text(encoding="utf-8")
    used = set(re.findall(r"var\((--[a-z-]+)", css))
    assert used and used <= {*TOKEN.findall(LOOK), *TOKEN.findall(css)}
    assert "@font-face" not in css


@pytest.mark.parametrize("ink", [theme.INK, theme.INK_SOFT, theme.ACCENT])
@pytest.mark.parametrize("paper", [theme.PAPER, theme.PAPER_SOFT])
def test_text_can_be_read(ink: str, paper: str) -> None:
    assert contrast(ink, paper) >= 4.5


@pytest.mark.parametrize("hue", theme.SCALES)
def test_scales_run_from_light_to_dark_in_steps_that_show(hue: str) -> None:
    levels = [luminance(colour) for colour in theme.SCALES[hue]]
    assert levels == sorted(levels, reverse=True)
    steps = [
        contrast(one, other)
        for one, other in zip(theme.SCALES[hue], theme.SCALES[hue][1:], strict=False)
    ]
    assert min(steps) >= 1.15


@pytest.mark.parametrize("classes", [3, 4, 5])
@pytest.mark.parametrize("hue", theme.SCALES)
def test_fewer_classes_keep_both_ends(hue: str, classes: int) -> None:
    colours = theme.scale(hue, classes)
    assert len(set(colours)) == classes
    assert (colours[0], colours[-1]) == (theme.SCALES[hue][0], theme.SCALES[hue][-1])
