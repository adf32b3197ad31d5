"""The path to durable work in the whole country, from what was published, without a registry."""

from typing import Any

from dash import html

from dashboard.components.evidence_line import evidence_line
from dashboard.evidence import amount
from dashboard.monitor.surveyed import finding
from dashboard.numbers import number
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import World
from geodata import Figure, joined, weakest
from geodata.own import OWN


def national_steps(here: World) -> dict[str, Figure]:
    """Returnees, those placed, and of these as many as earn enough in the survey."""
    if OWN and not all(here.geodata.has(f"national/{key}") for key in ("returnees", "placed")):
        return {}
    returned, placed = here.geodata.national("returnees")[-1], here.geodata.national("placed")[-1]
    found = {"returned": returned, "placed": placed}
    share = finding("earning_210", province=None)
    if share is not None:
        found["durable"] = Figure(
            value=placed.value * share.figure.value / 100,
            status=weakest([placed.status, share.figure.status]),
            source_ids=joined(placed.source_ids, share.figure.source_ids),
            as_of=max(placed.as_of, share.figure.as_of),
        )
    return found


def funnel_national(here: World, *, view: View, say: Speaker) -> html.Ol:
    """A bar a step, each with where it is from."""
    names = {
        "returned": say("funnel_returnees"),
        "placed": say("funnel_placed"),
        "durable": say("funnel_survey_durable"),
    }
    found = national_steps(here)
    if not found:
        return html.Ol(className="funnel")
    first = found["returned"].value
    return html.Ol(
        [
            html.Li(_row(here, names[key], figure, first=first, view=view, say=say))
            for key, figure in found.items()
        ],
        className="funnel",
    )


def _row(
    here: World, name: str, figure: Figure, *, first: float, view: View, say: Speaker
) -> list[Any]:
    share = 100 * figure.value / first
    return [
        html.Span(name, className="funnel-name"),
        html.Span(
            [
                html.Strong(amount(figure, say=say)),
                " ",
                say("monitor_percent", value=say.fill(number(share))),
            ],
            className="funnel-told",
        ),
        html.Span(
            html.Span(className="bar-fill", style={"width": f"{share:.1f}%"}), className="bar"
        ),
        html.Span(
            [
                html.Span(say("funnel_country"), className="tag"),
                " ",
                *evidence_line(figure, here=here, view=view, say=say),
            ],
            className="evidence",
        ),
    ]
