"""What the sheets of a scenario by province and by trade share: the columns of the page."""

from typing import Any

from dashboard.exports.columns import evidence_cells, evidence_columns, evidence_in
from dashboard.exports.links import SCENARIOS, link_of
from dashboard.exports.of_scenarios import money
from dashboard.exports.sheet import Cell, Column, Row, Sheet, Style
from dashboard.exports.view_words import assumed_in_scenarios, scenario_filters
from dashboard.scenarios.asked import Asked
from dashboard.scenarios.chosen import Chosen
from dashboard.scenarios.places import COLUMNS
from dashboard.scenarios.side_by_side import near_home
from dashboard.state import View
from dashboard.words import Speaker

USD = COLUMNS[-1]


def sheet_of_places(
    table: Any,
    *,
    key: str,
    title: str,
    first: tuple[Column, ...],
    names: dict[str, Row],
    asked: Asked,
    shown: Chosen,
    view: View,
    say: Speaker,
    style: Style | None = None,
) -> Sheet:
    """The rows of `table` in the order of `names`: what each begins with, by its key."""
    people = [name for name in COLUMNS if name in table.columns]
    columns = (*first, *(_column(name, say=say) for name in people), *evidence_columns(say))
    evidence = evidence_cells([near_home(asked, shown)])
    rows = tuple(
        (*begins, *(_cell(name, table.at[at, name]) for name in people), *evidence)
        for at, begins in names.items()
    )
    return Sheet(
        key=key,
        lang=say.lang,
        title=title,
        unit=say("unit_persons"),
        about=say("places_about"),
        filters=(
            (say("col_scenario"), shown.name),
            *scenario_filters(asked, view, say=say),
        ),
        link=link_of(SCENARIOS, view),
        names=(key, str(asked.year), asked.case.basis),
        columns=columns,
        rows=rows,
        style=style,
        assumed=assumed_in_scenarios(asked, view, say=say),
        **evidence_in(columns, rows),
    )


def _column(name: str, *, say: Speaker) -> Column:
    titles = {
        "more_near_home": say("places_near_home"),
        "more_after_moving": say("places_after_moving"),
        "still_in_need": say("places_in_need"),
        "lasting_jobs": say("places_jobs"),
        USD: say("col_usd"),
    }
    return Column(
        name=name,
        title=titles[name],
        kind="number",
        about=say("col_usd_about") if name == USD else say("col_central_about"),
        unit="USD" if name == USD else say("unit_persons"),
        hxl=f"#value+{name}" if name == USD else f"#indicator+value+{name}+num",
    )


def _cell(name: str, value: float) -> Cell:
    return money(value) if name == USD else float(value) + 0.0
