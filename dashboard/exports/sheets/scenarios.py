"""Scenarios side by side: every outcome in the year that is shown."""

from dashboard.compare_words import outcome_text
from dashboard.exports.columns import (
    evidence_cells,
    evidence_columns,
    evidence_in,
    number_cells,
    number_columns,
    rounded_cell,
    rounded_column,
)
from dashboard.exports.declaration import SheetKind
from dashboard.exports.links import SCENARIOS, link_of
from dashboard.exports.of_scenarios import (
    UNITS,
    outcome_columns,
    scenario_cells,
    scenario_columns,
)
from dashboard.exports.sheet import Sheet
from dashboard.exports.view_words import assumed_in_scenarios, scenario_filters
from dashboard.scenarios.asked import read_asked
from dashboard.scenarios.chosen import chosen
from dashboard.scenarios.side_by_side import OUTCOMES, outcomes
from dashboard.state import View
from dashboard.words import Speaker


def make(view: View, say: Speaker) -> Sheet:
    """A row for each scenario and outcome."""
    asked = read_asked(view)
    columns = (
        *scenario_columns(say),
        *outcome_columns(say),
        *number_columns("value", say("col_value"), say=say, unit="", decimals=1),
        rounded_column(say=say, unit="", decimals=1),
        *evidence_columns(say),
    )
    rows = tuple(
        (
            *scenario_cells(one, at, say=say),
            outcome,
            outcome_text(outcome, say=say),
            UNITS[outcome],
            *number_cells(figure),
            rounded_cell(figure, decimals=OUTCOMES[outcome].decimals),
            *evidence_cells([figure]),
        )
        for at, one in enumerate(chosen(view, asked, say=say))
        for outcome, figure in outcomes(asked, one).items()
    )
    return Sheet(
        key="scenarios",
        lang=say.lang,
        title=say("beside_title", year=asked.year),
        unit="",
        about=say("sheet_scenarios_about"),
        filters=scenario_filters(asked, view, say=say),
        link=link_of(SCENARIOS, view),
        names=("scenarios", str(asked.year), asked.case.basis),
        columns=columns,
        rows=rows,
        assumed=assumed_in_scenarios(asked, view, say=say),
        **evidence_in(columns, rows),
    )


SHEET = SheetKind(
    path=SCENARIOS,
    order=30,
    title=lambda say: say("sheet_scenarios"),
    make=make,
)
