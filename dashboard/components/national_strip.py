"""The national facts, dated, with their sources: conflicts shown as the conflicts they are."""

from typing import Any

from dash import html

from dashboard.components.attributes import attributes
from dashboard.components.links import source_links
from dashboard.evidence import amount, status_text
from dashboard.numbers import date_text
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import World
from geodata import Figure
from geodata.own import OWN

_LATEST = ("placed", "income_before", "income_after", "vacancies", "indebted_households")
_RETURNEES = ("2026-02", "2025-10")


def has_facts(here: World) -> bool:
    """Whether all facts are known, which they may not be for areas of one's own."""
    if OWN is None:
        return True
    if not all(here.geodata.has(f"national/{key}") for key in (*_LATEST, "returnees")):
        return False
    known = {figure.as_of for figure in here.geodata.national("returnees")}
    return known.issuperset(_RETURNEES)


def national_strip(here: World, *, view: View, say: Speaker) -> html.Section:
    """Five facts in a row."""
    latest = {key: here.geodata.national(key)[-1] for key in _LATEST}
    both = tuple(here.geodata.national_at("returnees", as_of) for as_of in _RETURNEES)
    before, after = latest["income_before"], latest["income_after"]
    change = 100 * (after.value - before.value) / before.value
    facts: list[tuple[str, str, tuple[Figure, ...]]] = [
        (
            say("fact_returnees_value", a=amount(both[0], say=say), b=amount(both[1], say=say)),
            say("fact_returnees"),
            both,
        ),
        (
            say("fact_more_than", value=amount(latest["placed"], say=say)),
            say("fact_placed"),
            (latest["placed"],),
        ),
        (amount(latest["vacancies"], say=say), say("fact_vacancies"), (latest["vacancies"],)),
        (
            say("fact_income_value", a=amount(before, say=say), b=amount(after, say=say)),
            say("fact_income", percent=round(abs(change))),
            (before, after),
        ),
        (
            say("fact_percent", value=amount(latest["indebted_households"], say=say)),
            say("fact_debt"),
            (latest["indebted_households"],),
        ),
    ]
    tiles = [
        _tile(here, value=value, text=text, figures=figures, view=view, say=say)
        for value, text, figures in facts
    ]
    return html.Section(
        html.Ul(tiles), className="strip", **attributes(aria_label=say("national_facts"))
    )


def _tile(
    here: World, *, value: str, text: str, figures: tuple[Figure, ...], view: View, say: Speaker
) -> html.Li:
    parts: list[Any] = []
    for i, figure in enumerate(dict.fromkeys((f.as_of, f.source_ids, f.status) for f in figures)):
        as_of, ids, status = figure
        parts += [
            html.Br() if i else None,
            say(
                "fact_evidence",
                status=status_text([status], say=say),
                date=date_text(as_of, lang=say.lang),
            ),
            " ",
            *source_links(ids, geodata=here.geodata, view=view, say=say),
        ]
    return html.Li(
        [
            html.P(value, className="fact-value"),
            html.P(text, className="fact-text"),
            html.P([part for part in parts if part is not None], className="evidence"),
        ]
    )
