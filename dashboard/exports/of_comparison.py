"""Scenarios side by side as slides: maps, who is ahead, outcomes, paths and money."""

from collections.abc import Iterator, Sequence

from analysis.instruments import discover
from analysis.scenario import YEARS
from dashboard.compare_words import outcome_text
from dashboard.components.scenario_compare import lead_text, lettered
from dashboard.exports.deck import Chart, Lines, Map, Series, Slide, Table
from dashboard.exports.map_legend import class_keys
from dashboard.exports.of_slides import map_part, ranged_text
from dashboard.exports.of_small_maps import small_data
from dashboard.exports.picture import Legend
from dashboard.figures.paths import COLOURS, DASHES
from dashboard.fill import Data, evidence_of
from dashboard.numbers import number
from dashboard.scenario_maps import difference_fill, small_fills
from dashboard.scenarios.asked import Asked
from dashboard.scenarios.chosen import Chosen
from dashboard.scenarios.evidence import resting_on
from dashboard.scenarios.plan_text import MILLION
from dashboard.scenarios.side_by_side import (
    NEAR_HOME,
    OUTCOMES,
    best_against_others,
    best_in_row,
    near_home,
    outcomes,
    path,
    usd,
    usd_by_instrument,
)
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import world


def compared(asked: Asked, some: Sequence[Chosen], *, view: View, say: Speaker) -> Iterator[Slide]:
    """Every slide of the comparison."""
    figures = [near_home(asked, one) for one in some]
    evidence = evidence_of(resting_on(asked.case, figures), geodata=world().geodata, say=say)
    names = lettered(some, say=say)
    yield from _maps(asked, some, view=view, evidence=evidence, say=say)
    yield _ahead(asked, some, names, evidence=evidence, say=say)
    yield _outcomes(asked, some, names, evidence=evidence, say=say)
    yield from _paths(asked, some, names, evidence=evidence, say=say)
    yield _money(some, names, evidence=evidence, say=say)


def _maps(
    asked: Asked, some: Sequence[Chosen], *, view: View, evidence: str, say: Speaker
) -> Iterator[Slide]:
    """Small maps on one scale, then the first less the second."""
    title, unit = say("small_maps_title", year=asked.year), say("near_home_unit", year=asked.year)
    fills = small_fills(asked, tuple(some), view.lang, view.digits)

    def part(fill: Data) -> Map:
        data, shown = small_data(fill, view=view)
        return map_part(
            data, shown, title=fill["title"], keys=Legend(keys=class_keys(fill)), named=False
        )

    yield Slide(
        title=title,
        parts=tuple(part(fill) for fill in fills.values()),
        unit=unit,
        evidence=evidence,
        notes=(say("small_maps_about"),),
    )
    if len(some) > 1:
        fill = difference_fill(asked, some[0], some[1], view.lang, view.digits)
        data, shown = small_data(fill, view=view)
        keys = Legend(head=(fill["unit"], data["words"]["provinces"]), keys=class_keys(fill))
        yield Slide(
            title=fill["title"],
            parts=(map_part(data, shown, keys=keys),),
            unit=unit,
            evidence=evidence,
        )


def _ahead(
    asked: Asked, some: Sequence[Chosen], names: list[str], *, evidence: str, say: Speaker
) -> Slide:
    """Who is ahead, in words and as bars with ranges."""
    figures = [near_home(asked, one) for one in some]
    unit = say("near_home_unit", year=asked.year)
    chart = Chart(
        kind="bars",
        names=tuple(names),
        series=(
            Series(
                name=unit,
                values=tuple(one.value for one in figures),
                lows=tuple(one.low for one in figures),
                highs=tuple(one.high for one in figures),
                colour=COLOURS[0],
                colours=COLOURS[: len(some)],
            ),
        ),
        unit=unit,
    )
    told = tuple(lead_text(asked, one, say=say) for one in best_against_others(asked, some))
    parts = (chart, Lines(title="", lines=told)) if told else (chart,)
    return Slide(
        title=outcome_text(NEAR_HOME, say=say),
        parts=parts,
        unit=unit,
        evidence=evidence,
        notes=told,
    )


def _outcomes(
    asked: Asked, some: Sequence[Chosen], names: list[str], *, evidence: str, say: Speaker
) -> Slide:
    """Every outcome with its range; the best of a row in weight."""
    found = {one.key: outcomes(asked, one) for one in some}
    rows, bold = [], set()
    for at, outcome in enumerate(OUTCOMES):
        figures = {key: one[outcome] for key, one in found.items()}
        decimals = OUTCOMES[outcome].decimals
        rows.append(
            (
                outcome_text(outcome, say=say),
                *(ranged_text(one, say=say, decimals=decimals) for one in figures.values()),
            )
        )
        best = best_in_row(figures, outcome)
        bold |= {(at, column) for column, key in enumerate(figures, start=1) if key in best}
    return Slide(
        title=say("beside_title", year=asked.year),
        about=say("beside_about", draws=say.fill(number(asked.draws))),
        parts=(
            Table(
                heads=(say("beside_outcome"), *names),
                rows=tuple(rows),
                numbers=tuple(range(1, len(names) + 1)),
                bold=frozenset(bold),
            ),
        ),
        unit="",
        evidence=evidence,
    )


def _paths(
    asked: Asked, some: Sequence[Chosen], names: list[str], *, evidence: str, say: Speaker
) -> Iterator[Slide]:
    """The first outcome over the years, as lines with ranges and as a table."""
    found = [path(asked, one, NEAR_HOME).figures for one in some]
    unit = outcome_text(NEAR_HOME, say=say)
    title = say("paths_title", outcome=unit)
    chart = Chart(
        kind="lines",
        names=tuple(say.fill(str(year)) for year in YEARS),
        series=tuple(
            Series(
                name=name,
                values=tuple(one.value if one else None for one in figures.values()),
                lows=tuple(one.low if one else None for one in figures.values()),
                highs=tuple(one.high if one else None for one in figures.values()),
                colour=COLOURS[at],
                dash=DASHES[at],
            )
            for at, (name, figures) in enumerate(zip(names, found, strict=True))
        ),
        unit=unit,
    )
    table = Table(
        heads=(say("paths_year"), *names),
        rows=tuple(
            (
                say.fill(str(year)),
                *(ranged_text(figures[year], say=say) for figures in found),
            )
            for year in YEARS
        ),
        numbers=tuple(range(1, len(names) + 1)),
        marked=frozenset({YEARS.index(asked.year)}),
    )
    for part in (chart, table):
        yield Slide(title=title, parts=(part,), unit=unit, evidence=evidence)


def _money(some: Sequence[Chosen], names: list[str], *, evidence: str, say: Speaker) -> Slide:
    """Money by instrument, the largest first."""
    split = [usd_by_instrument(one) for one in some]
    used = sorted(
        {key for one in split for key in one},
        key=lambda key: (-max(one.get(key, 0.0) for one in split), key),
    )

    def told(dollars: float) -> str:
        return say.fill(number(dollars / MILLION, step=0.1)) if dollars else say("differs_none")

    rows = [
        (
            say.fill(discover()[key].title.in_(say.lang)),
            *(told(one.get(key, 0.0)) for one in split),
        )
        for key in used
    ]
    rows.append((say("differs_all"), *(told(usd(one)) for one in some)))
    return Slide(
        title=say("differs_title"),
        parts=(
            Table(
                heads=(say("differs_instrument"), *names),
                rows=tuple(rows),
                numbers=tuple(range(1, len(names) + 1)),
                bold=frozenset((len(rows) - 1, column) for column in range(len(names) + 1)),
            ),
        ),
        unit=say("unit_usd_million"),
        evidence=evidence,
    )
