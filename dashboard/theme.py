"""The look, in one place: colours by name. CSS reads the same values as custom properties.

Sequential scales run light to dark in one hue (ColorBrewer's rules: Harrower and Brewer 2003);
the people's hue and the jobs' hue can be told apart by colour-blind readers, and later make the
two ends of the gap. Grey hatch is kept for what is uncertain or not known.
"""

from collections.abc import Mapping, Sequence

INK = "#16202b"
INK_SOFT = "#4a5663"
LINE = "#d5dade"
PAPER = "#ffffff"
PAPER_SOFT = "#f5f6f4"
ACCENT = "#0b5c8a"
SEA = "#e9f0f4"
LAND = "#f3f1ec"
WATER = "#f4f8fa"
NO_DATA = "#e4e4e2"
HATCH = "#6b7178"
COAST = "#87929b"
SHORE = "#9db3c0"
ABROAD = "#767b7f"

FONTS = '"Atlas Latin", "Atlas Khmer", "Noto Sans Khmer", sans-serif'
NAME_FONTS = '"Atlas Latin", "Atlas Khmer Name", "Noto Sans Khmer", sans-serif'

SCALES: Mapping[str, tuple[str, ...]] = {
    "people": ("#fdeedd", "#f9cfa0", "#ef9f5c", "#d2691e", "#8f3a0c"),
    "jobs": ("#e4eff7", "#b7d3e8", "#79aed3", "#3a7fb5", "#134f7d"),
    "land": ("#edf3e0", "#cfdfae", "#a3bf73", "#6d9440", "#3f6320"),
    "context": ("#efebf4", "#d2c9e2", "#aa9bc8", "#7c69a6", "#4b3a78"),
}

OVERLAYS: Mapping[str, str] = {
    "square": "#1b3a57",
    "diamond": "#3f6320",
    "triangle": "#7a1f4b",
    "circle": "#5a4a00",
    "line": "#2d3640",
}


# Two sides of one province at once: rows from few to many seekers, columns from few to many jobs.
BIVARIATE: tuple[tuple[str, ...], ...] = (
    ("#ececea", "#a8c8e0", "#3a7fb5"),
    ("#f3c08a", "#a9a39c", "#4a6987"),
    ("#d2691e", "#8f5f45", "#3b3540"),
)

CLUSTERS: Mapping[str, str] = {
    "high-low": "#d2691e",
    "high-high": "#8f5f45",
    "low-low": "#aa9bc8",
    "low-high": "#3a7fb5",
    "none": "#ececea",
}

# Provinces that people would come to, that hardly anybody leaves, that people would leave; and
# cells of a table, pale enough for ink to be read on them.
NET = ("#cfe1ef", "#f3f1ec", "#fbe3c8")
HEAT = ("#79aed3", "#b7d3e8", "#e4eff7", "#fdeedd", "#f9cfa0", "#f0a868")

# The four parts of the people in need of work, from those matched to those for whom no job is.
PARTS: Mapping[str, str] = {
    "matched": "#8fb5cf",
    "spatial": "#d2691e",
    "skills": "#7c69a6",
    "shortage": "#4a5663",
}


def diverging(breaks: Sequence[float]) -> tuple[str, ...]:
    """Colours of the classes between `breaks`: jobs below zero, people above, pale at zero."""
    below = list(breaks).index(0) + 1
    above = len(breaks) + 1 - below
    jobs, people = scale("jobs", below + 1)[1:], scale("people", above + 1)[1:]
    return (*reversed(jobs), *people)


def scale(hue: str, classes: int) -> tuple[str, ...]:
    """`classes` colours of one hue, light to dark, spread evenly over the scale."""
    colours = SCALES[hue]
    last = len(colours) - 1
    return tuple(colours[round(i * last / (classes - 1))] for i in range(classes))
