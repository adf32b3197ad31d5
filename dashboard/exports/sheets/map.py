"""What the map shows: one layer in one measure, by province."""

from dashboard.exports.declaration import SheetKind
from dashboard.exports.links import MAP, link_of
from dashboard.exports.of_measure import sheet_of
from dashboard.exports.sheet import Sheet
from dashboard.exports.view_words import assumed_in_tables
from dashboard.shown import shown_layer
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import world


def make(view: View, say: Speaker) -> Sheet:
    """The filled layer of the view."""
    here = world()
    layer = here.fills[view.layer]
    measure = layer.measure(view.measure)
    return sheet_of(
        shown_layer(here, layer=view.layer, measure=view.measure),
        key="map",
        link=link_of(MAP, view),
        names=("map", view.layer, view.measure),
        filters=(
            (say("layer_legend"), say.fill(layer.title.in_(say.lang))),
            (say("measure_legend"), say.fill(measure.short.in_(say.lang))),
        ),
        assumed=assumed_in_tables(say),
        say=say,
    )


SHEET = SheetKind(
    path=MAP,
    order=10,
    title=lambda say: say("sheet_map"),
    make=make,
    by_province=True,
)
