"""What the scenario of the map brings, by province."""

from dashboard.exports.columns import province_cells, province_columns
from dashboard.exports.declaration import SheetKind
from dashboard.exports.links import SCENARIOS
from dashboard.exports.of_places import sheet_of_places
from dashboard.exports.sheet import Sheet
from dashboard.scenarios.asked import read_asked
from dashboard.scenarios.places import places_of
from dashboard.scenarios.shown import shown_scenario
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import world


def make(view: View, say: Speaker) -> Sheet:
    """A row a province, where people live, jobs are and money goes."""
    asked = read_asked(view)
    shown = shown_scenario(asked, say=say)
    return sheet_of_places(
        places_of((shown.played(asked), asked.year)).provinces,
        key="scenario_provinces",
        title=say("places_title", name=shown.name, year=asked.year),
        first=province_columns(say),
        names={code: province_cells(code) for code in world().geodata.provinces},
        asked=asked,
        shown=shown,
        view=view,
        say=say,
    )


SHEET = SheetKind(
    path=SCENARIOS,
    order=31,
    title=lambda say: say("sheet_scenario_provinces"),
    make=make,
    by_province=True,
)
