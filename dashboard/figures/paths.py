"""Lines over years, each with its range as a pale band, named by a letter at its end.

The names stand above the chart, a row each, with a piece of the line: no box hides a line, and
nothing is left to colour alone, since each line has dashes of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard import theme
from dashboard.figures.plain import PLAIN

COLOURS = (
    theme.SCALES["people"][3],
    theme.SCALES["jobs"][3],
    theme.OVERLAYS["triangle"],
    theme.OVERLAYS["circle"],
)
"""Colours of the first to the fourth line: those of the theme that colour-blind eyes tell apart."""

DASHES = ("solid", "dash", "dot", "dashdot")
_PIECES = ("\u2501\u2501\u2501", "\u2501 \u2501", "\u2022\u2022\u2022\u2022", "\u2501\u2219\u2501")
_ROW_PX, _PLOT_PX, _FOOT_PX = 24, 320, 36
_FAINT = 0.11
_LEAST_APART = 0.07


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line: its name and letter, and by year its value, range and words; None: not defined."""

    name: str
    letter: str
    values: Sequence[float | None]
    lows: Sequence[float | None]
    highs: Sequence[float | None]
    told: Sequence[str]


def paths(
    lines: Sequence[Line],
    *,
    years: Sequence[int],
    year_names: Sequence[str],
    unit: str,
    ticks: Sequence[tuple[float, str]],
) -> dict[str, Any]:
    """A Plotly figure of up to four lines over `years`; `ticks` are (value, label) of the axis."""
    top = _ROW_PX * len(lines) + 36
    return {
        "data": [
            *(_band(line, years, at) for at, line in enumerate(lines)),
            *(_line(line, years, at) for at, line in enumerate(lines)),
        ],
        "layout": {
            "height": top + _PLOT_PX + _FOOT_PX,
            "margin": {"l": 4, "r": 28, "t": top, "b": _FOOT_PX},
            **PLAIN,
            "hovermode": "closest",
            "annotations": [
                *(_key(line, at, top=top) for at, line in enumerate(lines)),
                _unit(unit),
                *_ends(lines, years[-1]),
            ],
            "xaxis": {
                "tickvals": list(years),
                "ticktext": list(year_names),
                "range": [years[0] - 0.15, years[-1] + 0.15],
                "showgrid": False,
                "fixedrange": True,
                "ticks": "outside",
                "tickcolor": theme.LINE,
            },
            "yaxis": {
                "tickvals": [value for value, _ in ticks],
                "ticktext": [label for _, label in ticks],
                "gridcolor": theme.LINE,
                "zerolinecolor": theme.INK_SOFT,
                "fixedrange": True,
                "automargin": True,
                "rangemode": "tozero",
            },
        },
    }


def _band(line: Line, years: Sequence[int], at: int) -> dict[str, Any]:
    """The range, there and back; years without a value are left out."""
    ends = [
        (year, low, high)
        for year, low, high in zip(years, line.lows, line.highs, strict=True)
        if low is not None and high is not None
    ]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [year for year, *_ in ends] + [year for year, *_ in reversed(ends)],
        "y": [high for *_, high in ends] + [low for _, low, _ in reversed(ends)],
        "fill": "toself",
        "fillcolor": faded(COLOURS[at], _FAINT),
        "line": {"width": 0},
        "hoverinfo": "skip",
    }


def _line(line: Line, years: Sequence[int], at: int) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": line.name,
        "x": list(years),
        "y": list(line.values),
        "customdata": list(line.told),
        "hovertemplate": "%{customdata}<extra></extra>",
        "line": {"color": COLOURS[at], "width": 2.5, "dash": DASHES[at]},
        "marker": {"color": COLOURS[at], "size": 5},
    }


def _key(line: Line, at: int, *, top: int) -> dict[str, Any]:
    piece = f'<span style="color:{COLOURS[at]}"><b>{_PIECES[at]}</b></span>'
    return {
        "text": f"{piece} <b>{line.letter}</b> {line.name}",
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 1,
        "xanchor": "left",
        "yanchor": "top",
        "yshift": top - _ROW_PX * at,
        "showarrow": False,
        "align": "left",
    }


def _unit(unit: str) -> dict[str, Any]:
    return {
        "text": unit,
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 1,
        "xanchor": "left",
        "yanchor": "bottom",
        "yshift": 6,
        "showarrow": False,
        "font": {"color": theme.INK_SOFT},
    }


def _ends(lines: Sequence[Line], last: int) -> list[dict[str, Any]]:
    """Letters at the ends of the lines, pushed apart where lines end close to each other."""
    ends = [(line.values[-1], at) for at, line in enumerate(lines)]
    known = sorted((value, at) for value, at in ends if value is not None)
    every = [one for line in lines for one in (*line.lows, *line.highs) if one is not None]
    apart = _LEAST_APART * ((max([*every, 0.0]) - min([*every, 0.0])) or 1.0)
    places: list[tuple[float, int]] = []
    for value, at in known:
        lowest = places[-1][0] + apart if places else value
        places.append((max(value, lowest), at))
    return [
        {
            "text": f"<b>{lines[at].letter}</b>",
            "x": last,
            "y": place,
            "xanchor": "left",
            "xshift": 8,
            "showarrow": False,
            "font": {"color": COLOURS[at], "size": 19},
        }
        for place, at in places
    ]


def faded(colour: str, share: float) -> str:
    """A colour of the theme, so far see-through.

    >>> faded("#ff8000", 0.5)
    'rgba(255,128,0,0.5)'
    """
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},{share:g})"
