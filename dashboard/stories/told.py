"""What a view of the atlas says: its headline and evidence, the same as on its page."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit

from dashboard.components.scenario_compare import lead_text
from dashboard.components.scenario_results import headline_words, range_words
from dashboard.fill import evidence_of
from dashboard.headline import headline
from dashboard.mismatch.market import case_of
from dashboard.mismatch.parts import parts_on_every_basis
from dashboard.mismatch_words import ranges_text, three_sentences
from dashboard.page import find
from dashboard.rooms.texts import Both
from dashboard.scenarios.asked import read_asked
from dashboard.scenarios.chosen import chosen
from dashboard.scenarios.shown import shown_scenario
from dashboard.scenarios.side_by_side import best_against_others
from dashboard.state import View
from dashboard.words import LANGUAGES, Speaker
from dashboard.world import world

_READER = ("lang", "digits", "embed")


@dataclass(frozen=True, kw_only=True)
class Told:
    """`text`: the headline; `more`: what a speaker adds; `evidence`: range, status, sources."""

    text: Both
    more: Both
    evidence: Both


def told(view: str) -> Told:
    """What the page at this path and query says, in both languages."""
    found = {lang: _told(view, lang=lang) for lang in LANGUAGES}
    return Told(
        text=Both(en=found["en"][0], km=found["km"][0]),
        more=Both(en=found["en"][1], km=found["km"][1]),
        evidence=Both(en=found["en"][2], km=found["km"][2]),
    )


def in_language(view: str, lang: str, *, embed: bool = False) -> str:
    """The same view in a language, and perhaps without what stands around the page.

    >>> in_language("/mismatch?basis=unplaced&lang=en", "km", embed=True)
    '/mismatch?basis=unplaced&lang=km&embed=1'
    """
    parts = urlsplit(view or "/")
    kept = [pair for pair in parse_qsl(parts.query) if pair[0] not in _READER]
    pairs = [*kept, ("lang", lang), *([("embed", "1")] if embed else [])]
    return f"{parts.path}?{urlencode(pairs, safe=',:*')}"


def _told(view: str, *, lang: str) -> tuple[str, str, str]:
    parts = urlsplit(in_language(view, lang))
    found = find(parts.path, parts.query)
    say = Speaker(lang=lang)
    teller = _TELLERS.get(parts.path)
    if teller is not None:
        return teller(found.view, say)
    if found.page is None:
        return say("unknown_title"), "", ""
    return found.page.named(found.view, say) or say(found.page.title), "", ""


def _map(view: View, say: Speaker) -> tuple[str, str, str]:
    found = headline(world(), view=view, say=say)
    return found.text, found.more or "", found.evidence


def _mismatch(view: View, say: Speaker) -> tuple[str, str, str]:
    found = parts_on_every_basis(case_of(view))[view.basis]
    evidence = evidence_of(found.figures, geodata=world().geodata, say=say)
    text = " ".join(three_sentences(view.basis, found, say=say))
    return text, ranges_text(found, say=say), evidence


def _scenarios(view: View, say: Speaker) -> tuple[str, str, str]:
    """Of several side by side, by how much the best is ahead of the next."""
    asked = read_asked(view)
    shown = shown_scenario(asked, say=say)
    text, more = headline_words(asked=asked, shown=shown, say=say)
    reach, evidence = range_words(world(), asked=asked, shown=shown, say=say)
    some = chosen(view, asked, say=say) if view.scenarios else ()
    leads = best_against_others(asked, some)
    if leads:
        others = [lead_text(asked, one, say=say) for one in leads[1:]]
        return lead_text(asked, leads[0], say=say), " ".join(others), evidence
    return text, f"{more} {reach}", evidence


_TELLERS: Mapping[str, Callable[[View, Speaker], tuple[str, str, str]]] = {
    "/": _map,
    "/mismatch": _mismatch,
    "/scenarios": _scenarios,
}
