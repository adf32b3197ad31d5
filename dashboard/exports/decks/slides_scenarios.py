"""Scenarios as slides: the answer, where people find work, and the scenarios side by side."""

from dashboard.components.scenario_results import headline_words, range_words
from dashboard.exports.deck import Deck, Lines, Slide
from dashboard.exports.declaration import DeckKind
from dashboard.exports.links import SCENARIOS
from dashboard.exports.of_comparison import compared
from dashboard.exports.of_drivers import driver_slides, frontier_slides
from dashboard.exports.of_slides import map_part
from dashboard.exports.picture_words import plan_lines, shortened
from dashboard.exports.sheets.scenarios import make as sheet_of
from dashboard.map_data import map_data
from dashboard.scenario_parts import fills, map_view
from dashboard.scenarios.asked import read_asked
from dashboard.scenarios.chosen import Chosen, chosen
from dashboard.scenarios.shown import shown_scenario
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import world

_MOST = 14


def make(view: View, say: Speaker) -> Deck:
    """The scenario of the page, then all that stand side by side."""
    here, asked, sheet = world(), read_asked(view), sheet_of(view, say)
    shown, some = shown_scenario(asked, say=say), chosen(view, asked, say=say)
    answer, more = headline_words(asked=asked, shown=shown, say=say)
    reach, evidence = range_words(here, asked=asked, shown=shown, say=say)
    drawn = fills(view)
    on_map = map_view(view)
    fill = drawn[on_map["layer"]][on_map["measure"]]
    data = {**map_data(view.lang, view.digits), "fills": drawn}
    return Deck(
        sheet=sheet,
        title=sheet.title,
        answer=answer,
        more=(more, reach),
        evidence=evidence,
        slides=(
            Slide(
                title=fill["title"],
                about=fill["unit"],
                parts=(map_part(data, on_map),),
                unit=fill["unit"],
                evidence=fill["evidence"],
                notes=(answer, more, reach),
            ),
            *_plan(shown, evidence=evidence, say=say),
            *compared(asked, some, view=view, say=say),
            *driver_slides(asked, shown, say=say),
            *frontier_slides(asked, some, say=say),
        ),
    )


def _plan(shown: Chosen, *, evidence: str, say: Speaker) -> tuple[Slide, ...]:
    """What the scenario of the map spends on what, where and when."""
    if not shown.plan:
        return ()
    lines = shortened(plan_lines(shown.plan, say=say), _MOST, say=say)
    return (
        Slide(
            title=say("slide_plan", name=shown.name),
            parts=(Lines(title="", lines=tuple(lines)),),
            unit=say("unit_usd_million"),
            evidence=evidence,
        ),
    )


DECK = DeckKind(path=SCENARIOS, order=30, title=lambda say: say("slides_scenarios"), make=make)
