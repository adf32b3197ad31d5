"""The last slides of a deck: sources, what the reader has set, the link and the hash."""

from dashboard.credit import picture_credit
from dashboard.exports.deck import Deck, Lines, Part, Slide, Table
from dashboard.exports.declaration import Options
from dashboard.exports.facts import licence, link
from dashboard.exports.picture_words import changed_lines
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
    changed = changed_lines(sheet, say=say) or [say("slide_nothing_changed")]
    terms = [
        say("picture_fact", name=say("fact_link")) + " " + link(sheet, options),
        say("picture_fact", name=say("fact_hash")) + " " + sheet.content_hash,
        licence(say),
        picture_credit(say),
    ]
    told = [
        (say("picture_changed"), changed[at : at + _MOST]) for at in range(0, len(changed), _MOST)
    ]
    slides: list[tuple[str, Part]] = [(say("data_title"), sources)] if sources.rows else []
    slides += [(title, Lines(title="", lines=tuple(lines))) for title, lines in told]
    slides += [(say("slide_terms"), Lines(title="", lines=tuple(terms)))]
    return tuple(
        Slide(title=title, parts=(part,), unit="", evidence=deck.evidence) for title, part in slides
    )
