"""Where sources disagree: both numbers, which is used, and whether provinces rank otherwise."""

from collections.abc import Mapping
from typing import Any

from dash import html

from dashboard.components.links import source_links
from dashboard.desk.conflicts import Turned, turned_by
from dashboard.numbers import date_text, number
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import World, world


def conflicts(view: View, *, say: Speaker) -> list[Any]:
    """A section a conflict."""
    here, turned = world(), turned_by()
    units = _units(say)
    blocks = []
    for row in here.geodata.rows("conflicts"):
        sides = [
            html.Li(
                [
                    html.Strong(f"{say.fill(number(value))} {units[row.unit]}"),
                    " ",
                    say.fill(date_text(as_of, lang=say.lang)),
                    ", ",
                    *source_links(source, geodata=here.geodata, view=view, say=say),
                ]
            )
            for value, as_of, source in (
                (row.value_a, row.as_of_a, row.source_a),
                (row.value_b, row.as_of_b, row.source_b),
            )
        ]
        km = say.lang == "km"
        blocks.append(
            html.Section(
                [
                    html.H3(say.fill(row.topic_km if km else row.topic_en)),
                    html.Ul(sides),
                    html.P(say.fill(row.choice_km if km else row.choice_en)),
                    *_ranking(turned.get(row.conflict_id), here=here, say=say),
                ],
                className="conflict",
            )
        )
    return blocks


def _ranking(found: tuple[Turned, ...] | None, *, here: World, say: Speaker) -> list[Any]:
    """Whether the ranking of provinces changes with the choice."""
    if found is None:
        return [html.P(say("conflict_two_things"), className="about")]
    if not found:
        return [html.P(say("conflict_same_ranking"), className="about")]
    told = [
        html.Li(
            say(
                "conflict_turned",
                layer=here.fills[one.layer].measure(one.measure).title.in_(say.lang),
                count=one.count,
                name=here.geodata.provinces[one.code].name(say.lang),
                before=one.before,
                after=one.after,
            )
        )
        for one in found
    ]
    return [
        html.P(say("conflict_other_ranking"), className="about"),
        html.Ul(told, className="about"),
    ]


def _units(say: Speaker) -> Mapping[str, str]:
    return {
        "persons": say("unit_persons"),
        "ha": say("unit_ha"),
        "workers": say("unit_workers"),
        "vacancies": say("unit_vacancies"),
    }
