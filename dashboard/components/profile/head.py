"""The head of a profile: which province, the answer in words, who is counted, and where to go."""

from dataclasses import replace
from typing import Any

from dash import dcc, html

from dashboard.components.attributes import attributes
from dashboard.components.links import method_link
from dashboard.exports.links import MAP, MISMATCH, PROVINCE, QUERIES
from dashboard.exports.route import PATH
from dashboard.fill import evidence_of
from dashboard.mismatch.market import case_of
from dashboard.mismatch.readings import readings
from dashboard.mismatch_view import plain
from dashboard.mismatch_words import basis_text
from dashboard.profile_words import about_province, headline
from dashboard.province_view import province_link
from dashboard.state import BASES, View
from dashboard.words import Speaker
from dashboard.world import World
from geodata.provinces import Province

_TOLD = ("seekers", "vacancies", "gap")


def profile_head(here: World, *, province: Province, view: View, say: Speaker) -> list[Any]:
    """Everything above the first part."""
    found = readings(case_of(view))
    figures = {key: found[key].values[province.code] for key in _TOLD}
    other = "en" if say.lang == "km" else "km"
    return [
        html.P(say("profile_kind"), className="kicker"),
        html.H1([province.name(say.lang), " ", html.Span(province.name(other), lang=other)]),
        html.P(about_province(province, say=say), className="about"),
        html.P(headline(province, figures, say=say), className="more"),
        html.P(
            [
                evidence_of(figures, geodata=here.geodata, say=say),
                " ",
                method_link("gap", view=view, say=say),
            ],
            className="evidence",
        ),
        html.Div(
            [_counted(view, province.code, say=say), _ways(view, province.code, say=say)],
            className="profile-bar",
        ),
    ]


def _counted(view: View, code: str, *, say: Speaker) -> html.P:
    """Who is counted; the other ways to count are links."""
    parts: list[Any] = [say("profile_counted")]
    for at, basis in enumerate(BASES):
        name = basis_text(basis, say=say)
        parts.append(" · " if at else " ")
        if basis == view.basis:
            parts.append(html.Strong(name))
        else:
            parts.append(dcc.Link(name, href=province_link(replace(view, basis=basis), code)))
    return html.P(parts, className="counted")


def _ways(view: View, code: str, *, say: Speaker) -> html.Nav:
    """The same as a PDF, and the province on the other pages."""
    pdf = f"{PATH}profile.pdf{QUERIES[PROVINCE].write(replace(view, province=code))}"
    on_map = replace(view, province=code, scenarios=(), assumed=(), basis=BASES[0])
    on_mismatch = replace(plain(view), province=code)
    return html.Nav(
        [
            html.A(say("profile_pdf"), href=pdf, download="", className="take-pdf"),
            dcc.Link(say("profile_on_map"), href=f"{MAP}{QUERIES[MAP].write(on_map)}"),
            dcc.Link(
                say("profile_on_mismatch"),
                href=f"{MISMATCH}{QUERIES[MISMATCH].write(on_mismatch)}",
            ),
        ],
        className="ways",
        **attributes(aria_label=say("profile_ways")),
    )
