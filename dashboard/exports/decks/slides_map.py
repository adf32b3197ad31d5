"""The map of the first page as slides: the answer, the map, the ranking, the table."""

from dashboard.exports.deck import Deck, Slide
from dashboard.exports.declaration import DeckKind
from dashboard.exports.links import MAP
from dashboard.exports.of_slides import map_part, measure_slides
from dashboard.exports.sheets.map import make as sheet_of
from dashboard.headline import headline
from dashboard.map_data import map_data, view_data
from dashboard.shown import shown_layer
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import world


def make(view: View, say: Speaker) -> Deck:
    """The filled layer of the view, and what is drawn on top."""
    here, sheet, told = world(), sheet_of(view, say), headline(world(), view=view, say=say)
    shown = shown_layer(here, layer=view.layer, measure=view.measure)
    data = map_data(view.lang, view.digits)
    fill = data["fills"][view.layer][view.measure]
    return Deck(
        sheet=sheet,
        title=sheet.title,
        answer=told.text,
        more=(told.more or "",),
        evidence=told.evidence,
        slides=(
            Slide(
                title=sheet.title,
                about=sheet.about,
                parts=(map_part(data, view_data(view)),),
                unit=fill["unit"],
                evidence=fill["evidence"],
                notes=(told.text,),
            ),
            *measure_slides(shown, sheet=sheet, view=view, say=say),
        ),
    )


DECK = DeckKind(path=MAP, order=10, title=lambda say: say("slides_map"), make=make)
