"""What the decks share: a map, and a measure of the provinces as bars and as a table."""

import math
from collections.abc import Mapping
from typing import Any

from dashboard.evidence import amount, short_sources, span, status_text
from dashboard.exports.deck import Chart, Map, Series, Slide, Table
from dashboard.exports.drawing import Drawing
from dashboard.exports.map_drawing import map_drawing
from dashboard.exports.map_legend import legend
from dashboard.exports.picture import Legend
from dashboard.exports.sheet import Sheet
from dashboard.fill import evidence_of
from dashboard.numbers import date_text
from dashboard.shown import Shown
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import world
from geodata import Figure

Data = Mapping[str, Any]


def map_part(
    data: Data, view: Data, *, title: str = "", keys: Legend | None = None, named: bool = True
) -> Map:
    """The map that the component draws from `data` and `view`.

    `title`, `keys`: where it is one of many; `named`: with names of provinces.
    """

    def draw(width: float, height: float) -> Drawing:
        return map_drawing(data, view, width=width, height=height, named=named)

    geometry, abroad = data["geometry"], data["words"]["countries"]
    values = data["fills"][view["layer"]][view["measure"]]["values"]
    return Map(
        draw=draw,
        outlines={
            **{one["path"]: data["names"][one["code"]] for one in geometry["provinces"]},
            **{one["path"]: abroad[one["code"]] for one in geometry["neighbours"]},
        },
        told={
            data["names"][code]: " · ".join(filter(None, (one["text"], one["range"])))
            for code, one in values.items()
        },
        legend=keys or legend(data, view),
        title=title,
    )


def measure_slides(shown: Shown, *, sheet: Sheet, view: View, say: Speaker) -> tuple[Slide, ...]:
    """A measure of the provinces, highest first: as bars with ranges, then as a table."""
    figures = shown.reading.values
    order = sorted(figures, key=lambda code: -figures[code].value)
    evidence = evidence_of(figures, geodata=world().geodata, say=say)
    unit = say.fill(shown.unit.in_(say.lang))
    about = say.fill(shown.about.in_(say.lang))
    return (
        Slide(
            title=say("slide_ranking", title=sheet.title),
            parts=(_bars(shown, order, unit=unit, say=say),),
            unit=unit,
            evidence=evidence,
            notes=(about,),
        ),
        Slide(
            title=sheet.title,
            parts=(_table(shown, order, unit=unit, view=view, say=say),),
            unit=unit,
            evidence=evidence,
            notes=(about,),
        ),
    )


def finite(value: float | None) -> float | None:
    """A number that a chart can show."""
    return value if value is not None and math.isfinite(value) else None


def _bars(shown: Shown, order: list[str], *, unit: str, say: Speaker) -> Chart:
    figures = shown.reading.values
    drawn = [code for code in order if math.isfinite(figures[code].value)]
    return Chart(
        kind="bars",
        names=tuple(world().geodata.provinces[code].name(say.lang) for code in drawn),
        series=(
            Series(
                name=say.fill(shown.title.in_(say.lang)),
                values=tuple(figures[code].value for code in drawn),
                lows=tuple(finite(figures[code].low) for code in drawn),
                highs=tuple(finite(figures[code].high) for code in drawn),
                colour=shown.colours[-1],
                colours=tuple(shown.colours[shown.class_of(code)] for code in drawn),
            ),
        ),
        unit=unit,
        decimals=shown.decimals,
    )


def _table(shown: Shown, order: list[str], *, unit: str, view: View, say: Speaker) -> Table:
    provinces = world().geodata.provinces
    codes = [*order, *(code for code in provinces if code not in order)]
    rows = tuple(
        (
            say.fill(str(at)) if (figure := shown.reading.values.get(code)) else "",
            provinces[code].name(say.lang),
            *_cells(figure, decimals=shown.decimals, say=say),
        )
        for at, code in enumerate(codes, start=1)
    )
    return Table(
        heads=(
            say("table_rank"),
            say("table_province"),
            say("table_value", unit=unit),
            say("table_range"),
            say("table_status"),
            say("table_date"),
            say("table_sources"),
        ),
        rows=rows,
        numbers=(0, 2, 3),
        marked=frozenset(at for at, code in enumerate(codes) if code == view.province),
    )


def _cells(figure: Figure | None, *, decimals: int, say: Speaker) -> tuple[str, ...]:
    """Value, range, status, date and sources."""
    if figure is None:
        return say("legend_missing"), "", "", "", ""
    return (
        amount(figure, say=say, decimals=decimals),
        span(figure, say=say, decimals=decimals) or say("no_range"),
        status_text([figure.status], say=say),
        say.fill(date_text(figure.as_of, lang=say.lang)),
        short_sources(figure.source_ids, geodata=world().geodata, say=say),
    )


def ranged_text(figure: Figure | None, *, say: Speaker, decimals: int = 0) -> str:
    """A value, its range below it."""
    if figure is None:
        return say("not_defined")
    reach = span(figure, say=say, decimals=decimals)
    value = amount(figure, say=say, decimals=decimals)
    return f"{value}\n{reach}" if reach else value
