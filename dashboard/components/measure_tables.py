"""Measures of the whole country, local clusters, and how sure a ranking is."""

from typing import Any

from dash import html

from analysis.measures import Measure, discover
from dashboard.components.attributes import attributes
from dashboard.components.links import method_link
from dashboard.components.section import section_head
from dashboard.components.table import scroll_table
from dashboard.evidence import amount, span
from dashboard.mismatch.market import Case
from dashboard.mismatch.readings import clusters, national, ranks, readings
from dashboard.numbers import number
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import World
from geodata import Figure

_TOP = 3


def national_list(here: World, *, case: Case, view: View, say: Speaker) -> list[Any]:
    """The measures of the whole country: value, range, what it says and how it is made."""
    found = national(case)
    rows: list[Any] = []
    for measure in discover().values():
        levels = [(key, level) for key, level in _levels(measure, say=say) if key in found]
        if not levels:
            continue
        rows.append(html.Dt(say.fill(measure.title.in_(say.lang))))
        rows.append(
            html.Dd(
                [
                    *(_figure(measure, level, found[key], say=say) for key, level in levels),
                    html.P(
                        [
                            say.fill(measure.says.in_(say.lang)),
                            " ",
                            method_link(measure.key, view=view, say=say),
                        ],
                        className="about",
                    ),
                ]
            )
        )
    return [
        section_head(
            here,
            title=say("national_title"),
            about=say("national_about"),
            figures=found.values(),
            method=None,
            view=view,
            say=say,
        ),
        html.Dl(rows, className="key-figures"),
    ]


def _levels(measure: Measure, *, say: Speaker) -> list[tuple[str, str]]:
    """Keys of the figures of one measure, with what tells them apart."""
    if not measure.by_market:
        return [(measure.key, "")]
    return [
        (measure.key, say("level_province")),
        (f"{measure.key}_sector", say("level_sector")),
        (f"{measure.key}_both", say("level_both")),
    ]


def _figure(measure: Measure, level: str, figure: Figure, *, say: Speaker) -> html.P:
    unit = say.fill(measure.unit.in_(say.lang))
    return html.P(
        [
            html.Strong(amount(figure, say=say, decimals=measure.decimals)),
            html.Span(f" {unit} {level}".rstrip()),
            html.Span(span(figure, say=say, decimals=measure.decimals) or "", className="range"),
        ]
    )


def clusters_table(here: World, *, case: Case, view: View, say: Speaker) -> list[Any]:
    """Local clusters, smallest p first."""
    measure, found = discover()["local_clusters"], clusters(case).sort_values("p")
    names = measure.categories or {}
    rows = [
        html.Tr(
            [
                html.Th(here.geodata.provinces[str(code)].name(say.lang), scope="row"),
                html.Td(say.fill(number(row["statistic"], step=0.01)), className="number"),
                html.Td(say.fill(f"{row['p']:.3f}"), className="number"),
                html.Td(say.fill(f"{row['p_adjusted']:.2f}"), className="number"),
                html.Td(say.fill(names[row["category"]].in_(say.lang))),
            ],
            **attributes(data_row=str(code)),
        )
        for code, row in found[found["statistic"].notna()].to_dict("index").items()
    ]
    standing = int(found["stands_out"].sum())
    title = say.fill(measure.title.in_(say.lang))
    sides = readings(case)
    heads = [
        say("table_province"),
        say("table_statistic"),
        say("table_p"),
        say("table_p_adjusted"),
        say("table_cluster"),
    ]
    return [
        section_head(
            here,
            title=title,
            about=say("clusters_about", count=standing),
            figures=[*sides["seekers"].values.values(), *sides["vacancies"].values.values()],
            method=measure.key,
            view=view,
            say=say,
        ),
        scroll_table(heads, rows, label=title, numbers=(1, 2, 3)),
    ]


def certainty(here: World, *, case: Case, key: str, say: Speaker) -> html.P:
    """How sure the first three places of a ranking are, in words."""
    found = ranks(case, key)
    first = found.among_top.sort_values(ascending=False).head(_TOP)
    names = [here.geodata.provinces[str(code)].name(say.lang) for code in first.index]
    shares = [round(100 * share) for share in first]
    order = found.order.iloc[: _TOP - 1].sort_values("holds").iloc[0]
    higher, lower = (
        here.geodata.provinces[order[end]].name(say.lang) for end in ("higher", "lower")
    )
    return html.P(
        " ".join(
            [
                say(
                    "certain_top",
                    first=names[0],
                    a=shares[0],
                    second=names[1],
                    b=shares[1],
                    third=names[2],
                    c=shares[2],
                ),
                say("certain_order", higher=higher, lower=lower, share=round(100 * order["holds"])),
            ]
        ),
        className="about",
    )
