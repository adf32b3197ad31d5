"""What the scenario of the map brings, by trade."""

from dashboard.exports.columns import text_column
from dashboard.exports.declaration import SheetKind
from dashboard.exports.links import SCENARIOS
from dashboard.exports.of_places import sheet_of_places
from dashboard.exports.sheet import Row, Sheet
from dashboard.scenarios.asked import read_asked
from dashboard.scenarios.places import places_of
from dashboard.scenarios.shown import shown_scenario
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import world


def make(view: View, say: Speaker) -> Sheet:
    """A row a trade."""
    asked = read_asked(view)
    shown = shown_scenario(asked, say=say)
    names: dict[str, Row] = {
        row.sector: (row.sector, say.fill(row.name_km if say.lang == "km" else row.name_en))
        for row in world().geodata.rows("sectors")
    }
    return sheet_of_places(
        places_of((shown.played(asked), asked.year)).sectors,
        key="scenario_trades",
        title=say("places_title", name=shown.name, year=asked.year),
        first=(
            text_column(
                "trade_key",
                say("col_trade_key"),
                say("col_trade_key_about"),
                kind="code",
                hxl="#sector+code",
            ),
            text_column("trade", say("places_trade"), say("col_trade_about"), hxl="#sector+name"),
        ),
        names=names,
        asked=asked,
        shown=shown,
        view=view,
        say=say,
    )


SHEET = SheetKind(
    path=SCENARIOS,
    order=32,
    title=lambda say: say("sheet_scenario_trades"),
    make=make,
)
