"""A picture of the ranking of provinces."""

from dashboard.exports.map_legend import swatch
from dashboard.exports.of_chart import chart_picture
from dashboard.exports.picture import Key, Legend, Picture
from dashboard.exports.sheet import Sheet
from dashboard.fill import fill
from dashboard.ranking import ranking_figure
from dashboard.shown import Shown
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import world


def ranking_picture(shown: Shown, *, sheet: Sheet, view: View, say: Speaker) -> Picture:
    """All provinces, highest first, in the colours of their classes on the map."""
    drawn = fill(shown, geodata=world().geodata, say=say)
    keys = [
        Key(sign=swatch(one["color"]), text=one["label"], count=one["count"])
        for one in drawn["classes"]
    ]
    return chart_picture(
        ranking_figure(world(), shown=shown, view=view, say=say),
        sheet=sheet,
        title=say("picture_ranking_title", title=drawn["title"]),
        about=say("picture_ranking_about"),
        legend=Legend(head=(drawn["unit"], say("legend_provinces")), keys=tuple(keys)),
        upright=True,
    )
