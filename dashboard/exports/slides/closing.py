"""The last slides of a deck: sources, what the reader has set, the link and the hash."""

from dashboard.exports.deck import Deck, Lines, Slide, Table
from dashboard.exports.declaration import Options
from dashboard.exports.facts import licence, link
from dashboard.exports.picture_words import changed_lines, shortened
from dashboard.words import Speaker

_MOST = 12


def closing(deck: Deck, *, options: Options, say: Speaker) -> tuple[Slide, ...]:
    """Sources as a table, then what was set otherwise, where to find the view, and the terms."""
    sheet = deck.sheet
    sources = Table(
        heads=(say("source_short"), say("col_title"), say("paths_year"), say("source_licence")),
        rows=tuple(
            (one.name(say.lang), one.title, say.fill(str(one.year)), one.licence)
            for one in sheet.sources
        ),
        numbers=(2,),
    )
    changed = shortened(changed_lines(sheet, say=say), _MOST, say=say)
    set_here = [say("picture_fact", name=say("picture_changed")), *changed]
    told = [
        *(set_here if changed else [say("slide_nothing_changed")]),
        say("picture_fact", name=say("fact_link")) + " " + link(sheet, options),
        say("picture_fact", name=say("fact_hash")) + " " + sheet.content_hash,
        licence(say),
        say("picture_boundaries"),
    ]
    slides = []
    if sources.rows:
        slides.append(
            Slide(title=say("data_title"), parts=(sources,), unit="", evidence=deck.evidence)
        )
    slides.append(
        Slide(
            title=say("slide_terms"),
            parts=(Lines(title="", lines=tuple(told)),),
            unit="",
            evidence=deck.evidence,
        )
    )
    return tuple(slides)
