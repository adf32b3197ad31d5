"""What the scenario of the map brings, by province."""

from dashboard.classes import class_labels
from dashboard.exports.columns import province_cells, province_columns
from dashboard.exports.declaration import SheetKind
from dashboard.exports.links import SCENARIOS
from dashboard.exports.of_places import sheet_of_places
from dashboard.exports.sheet import Sheet, Style
from dashboard.scenario_maps import near_home_classes
from dashboard.scenarios.asked import read_asked
from dashboard.scenarios.places import places_of
from dashboard.scenarios.shown import shown_scenario
from dashboard.scenarios.side_by_side import NEAR_HOME
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import world


def make(view: View, say: Speaker) -> Sheet:
    """A row a province, where people live, jobs are and money goes."""
    asked = read_asked(view)
    shown = shown_scenario(asked, say=say)
    table = places_of((shown.played(asked), asked.year)).provinces
    breaks, colours = near_home_classes(float(table[NEAR_HOME].max()))
    return sheet_of_places(
        table,
        key="scenario_provinces",
        title=say("places_title", name=shown.name, year=asked.year),
        first=province_columns(say),
        names={code: province_cells(code) for code in world().geodata.provinces},
        asked=asked,
        shown=shown,
        view=view,
        say=say,
        style=Style(
            column=NEAR_HOME,
            breaks=breaks,
            colours=colours,
            labels=tuple(class_labels(breaks, say=say)),
        ),
    )


SHEET = SheetKind(
    path=SCENARIOS,
    order=31,
    title=lambda say: say("sheet_scenario_provinces"),
    make=make,
    by_province=True,
)
