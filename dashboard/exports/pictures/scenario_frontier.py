"""What more money would bring: the best use of each budget, and the scenarios below it."""

from html import unescape

from dashboard import theme
from dashboard.components.scenario_frontier import frontier_chart
from dashboard.components.scenario_prices import limit_sentences
from dashboard.exports.declaration import PictureKind
from dashboard.exports.links import SCENARIOS
from dashboard.exports.of_chart import chart_picture, chart_sheet, sign
from dashboard.exports.picture import Key, Legend, Picture
from dashboard.exports.view_words import scenario_filters
from dashboard.scenarios.asked import read_asked
from dashboard.scenarios.best import wish_of
from dashboard.scenarios.chosen import chosen
from dashboard.scenarios.shown import shown_scenario
from dashboard.scenarios.side_by_side import near_home
from dashboard.state import View
from dashboard.wish_controls import goal_text
from dashboard.words import Speaker


def make(view: View, say: Speaker) -> Picture:
    """The frontier; what the page tells at a diamond stands in the legend."""
    asked = read_asked(view)
    wish = wish_of(asked)
    figure = frontier_chart(asked=asked, wish=wish, chosen=chosen(view, asked, say=say), say=say)
    filters = (
        (say("goal_legend"), goal_text(wish.goal, say=say)),
        *scenario_filters(asked, view, say=say),
    )
    best, standing = figure["data"]
    told = [unescape(str(data[1])) for data in standing["customdata"]]
    diamond = sign("diamond", theme.PARTS["spatial"], edge=theme.INK)
    keys = [Key(sign=diamond, text=text) for text in told]
    return chart_picture(
        figure,
        sheet=chart_sheet(
            figure,
            key="scenario_frontier",
            title=say("frontier_title"),
            filters=filters,
            figures=[near_home(asked, shown_scenario(asked, say=say))],
            asked=asked,
            view=view,
            say=say,
        ),
        title=say("frontier_title"),
        about=" ".join([say("picture_frontier_about"), *limit_sentences(wish, say=say)]),
        legend=Legend(
            keys=(
                Key(sign=sign("circle", best["marker"]["color"]), text=say("picture_best_use")),
                *keys,
            )
        ),
    )


PICTURE = PictureKind(
    path=SCENARIOS, order=34, title=lambda say: say("picture_scenario_frontier"), make=make
)
