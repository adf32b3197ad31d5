"""Money that the scenarios side by side spend, by instrument, place and year."""

from collections.abc import Mapping

from analysis.instruments import discover
from dashboard.components.plan_editor import place_name
from dashboard.exports.columns import evidence_columns, evidence_in, text_column
from dashboard.exports.declaration import SheetKind
from dashboard.exports.links import SCENARIOS, link_of
from dashboard.exports.of_scenarios import money, scenario_cells, scenario_columns, year_column
from dashboard.exports.sheet import Column, Row, Sheet
from dashboard.exports.view_words import assumed_in_scenarios, scenario_filters
from dashboard.mismatch.market import market
from dashboard.scenarios.asked import Asked, read_asked
from dashboard.scenarios.chosen import Chosen, chosen
from dashboard.scenarios.played import central
from dashboard.scenarios.side_by_side import sources
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import world


def make(view: View, say: Speaker) -> Sheet:
    """A row for each scenario, instrument, place and year in which money is spent."""
    asked = read_asked(view)
    columns = (
        *scenario_columns(say),
        *_columns(say),
        year_column(say),
        Column(
            name="usd",
            title=say("col_usd_year"),
            kind="number",
            about=say("col_usd_year_about"),
            unit="USD",
            hxl="#value+usd+spent",
        ),
        *evidence_columns(say),
    )
    rows = tuple(
        row
        for at, one in enumerate(chosen(view, asked, say=say))
        for row in _rows(asked, one, scenario_cells(one, at, say=say), say=say)
    )
    return Sheet(
        key="scenario_money",
        lang=say.lang,
        title=say("sheet_scenario_money"),
        unit="USD",
        about=say("sheet_scenario_money_about"),
        filters=scenario_filters(asked, view, say=say),
        link=link_of(SCENARIOS, view),
        names=("scenario_money", asked.case.basis),
        columns=columns,
        rows=rows,
        assumed=assumed_in_scenarios(asked, view, say=say),
        **evidence_in(columns, rows),
    )


def _rows(asked: Asked, one: Chosen, begins: Row, *, say: Speaker) -> list[Row]:
    """What the central result spends; a plan is a choice, so that its money is assumed."""
    here, played = world(), one.played(asked)
    evidence: Row = ("assumed", market(asked.case).as_of, " ".join(sources(played)))
    instruments: Mapping[str, str] = {
        key: say.fill(known.title.in_(say.lang)) for key, known in discover().items()
    }
    table = central(played).money.sort_values(["instrument", "place", "year"])
    return [
        (
            *begins,
            row["instrument"],
            instruments[row["instrument"]],
            str(row["place"]),
            place_name(here, str(row["place"]), say=say),
            int(row["year"]),
            money(row["usd"]),
            *evidence,
        )
        for row in table.to_dict("records")
    ]


def _columns(say: Speaker) -> tuple[Column, ...]:
    return (
        text_column(
            "instrument_key",
            say("col_instrument_key"),
            say("col_instrument_key_about"),
            kind="code",
            hxl="#modality+code",
        ),
        text_column(
            "instrument", say("col_instrument"), say("col_instrument_about"), hxl="#modality+name"
        ),
        text_column(
            "place_code",
            say("col_place_code"),
            say("col_place_code_about"),
            kind="code",
            hxl="#loc+code",
        ),
        text_column("place", say("col_place"), say("col_place_about"), hxl="#loc+name"),
    )


SHEET = SheetKind(
    path=SCENARIOS,
    order=34,
    title=lambda say: say("sheet_scenario_money"),
    make=make,
)
