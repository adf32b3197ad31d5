"""Scenarios side by side as small maps, on one scale."""

from dashboard.exports.declaration import PictureKind
from dashboard.exports.links import SCENARIOS
from dashboard.exports.of_small_maps import small_map, small_sheet
from dashboard.exports.picture import Picture
from dashboard.scenario_maps import by_province, small_fills
from dashboard.scenarios.asked import read_asked
from dashboard.scenarios.chosen import chosen
from dashboard.scenarios.side_by_side import near_home
from dashboard.state import View
from dashboard.words import Speaker


def make(view: View, say: Speaker) -> Picture:
    """A map for each scenario that is compared."""
    asked = read_asked(view)
    some = chosen(view, asked, say=say)
    fills = small_fills(asked, some, view.lang, view.digits)
    names = [f"scenario_{at}" for at, _ in enumerate(some, start=1)]
    sheet = small_sheet(
        "scenario_maps",
        {name: by_province(asked, one) for name, one in zip(names, some, strict=True)},
        titles={name: one.name for name, one in zip(names, some, strict=True)},
        figures=tuple(near_home(asked, one) for one in some),
        asked=asked,
        view=view,
        say=say,
    )
    return Picture(
        sheet=sheet,
        title=sheet.title,
        unit=sheet.unit,
        panels=tuple(small_map(fill, view=view) for fill in fills.values()),
        boundaries=True,
    )


PICTURE = PictureKind(
    path=SCENARIOS, order=31, title=lambda say: say("picture_scenario_maps"), make=make
)
