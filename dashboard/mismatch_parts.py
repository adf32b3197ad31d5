"""The parts of the page of the mismatch, each drawn for a view."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from dash import dcc, html

from dashboard import ids
from dashboard.components.attributes import attributes
from dashboard.components.block import Block
from dashboard.components.figure_table import figure_table
from dashboard.components.heat_table import heat_table
from dashboard.components.links import method_link
from dashboard.components.measure_tables import certainty, clusters_table, national_list
from dashboard.components.mismatch_panel import mismatch_panel
from dashboard.components.movement_parts import movement_head, movement_tables
from dashboard.components.notice import notice
from dashboard.components.parts_bars import parts_bars
from dashboard.components.province_map import ProvinceMap
from dashboard.components.split_table import parts_table, split_table
from dashboard.components.take_picture import take_picture
from dashboard.components.take_slides import take_slides
from dashboard.components.take_table import take_table
from dashboard.data_here import of_data
from dashboard.evidence import amount
from dashboard.fill import evidence_of
from dashboard.map_data import corridors_shown, map_data
from dashboard.mismatch.market import Case, case_of, weights_fall_back
from dashboard.mismatch.movement import movement
from dashboard.mismatch.parts import by_province_is_known, parts_on_every_basis
from dashboard.mismatch.pictures import NONE, pictures
from dashboard.mismatch_flows import FLOWS, movement_data, waiting_data
from dashboard.mismatch_view import choices, plain
from dashboard.mismatch_words import ranges_text, three_sentences
from dashboard.ranking import ranking_figure
from dashboard.state import View
from dashboard.static_html import to_html
from dashboard.words import Speaker
from dashboard.world import world


@dataclass(frozen=True, kw_only=True)
class Part:
    """A part that hangs on the case alone; `known`: whether it can be drawn at once."""

    draw: Callable[..., list[Any]]
    known: Callable[[Case], bool] = lambda case: True


PARTS = {
    ids.SPLIT: Part(draw=split_table, known=by_province_is_known),
    ids.PARTS_TABLE: Part(draw=parts_table, known=by_province_is_known),
    ids.HEAT: Part(draw=heat_table),
    ids.MOVEMENT_HEAD: Part(draw=movement_head, known=movement.knows),
    ids.MOVEMENT_TABLES: Part(draw=movement_tables, known=movement.knows),
    ids.NATIONAL: Part(draw=national_list),
    ids.CLUSTERS: Part(draw=clusters_table),
}
WAITING = "waiting"
"""What marks a part that is still being worked out."""


def part(id: str, view: View, *, css: str = "part") -> Block:
    """A part that hangs on the case, or a sentence as long as it is being worked out."""
    if PARTS[id].known(case_of(view)):
        content = part_html(id, plain(view))
    else:
        say = Speaker(lang=view.lang, digits=view.digits)
        content = to_html(html.P(say("being_worked_out"), className=f"hint {WAITING}"))
    return Block(content, id=id, tag="section", className=css)


@of_data(256)
def part_html(id: str, view: View) -> str:
    """Its HTML, for a view made plain."""
    say = Speaker(lang=view.lang, digits=view.digits)
    return to_html(PARTS[id].draw(world(), case=case_of(view), view=view, say=say))


def top(view: View) -> tuple[str, str, str]:
    """What the link got wrong, the answer in words, and the bars."""
    here, say = world(), Speaker(lang=view.lang, digits=view.digits)
    case = case_of(view)
    every = parts_on_every_basis(case)
    found = every[view.basis]
    values = {key: one.first for key, one in here.assumptions.items()} | dict(view.assumed)
    unusable = [
        html.P(say("notice_weights", group=title))
        for group, title in (("skills", say("dials_skills")), ("jobs", say("dials_jobs")))
        if weights_fall_back(values, group)  # type: ignore[arg-type]
    ]
    words = [
        html.H1(" ".join(three_sentences(view.basis, found, say=say))),
        html.P(
            say(
                "headline_matched",
                count=amount(found["matched"], say=say),
                reach=f"{values['reach_km']:g}",
            ),
            className="more",
        ),
        html.P(
            [
                ranges_text(found, say=say),
                " · ",
                evidence_of(found.figures, geodata=here.geodata, say=say),
                " ",
                method_link("decomposition", view=view, say=say),
            ],
            className="evidence",
        ),
    ]
    jumps = html.Nav(
        [html.A(text, href=f"#{target}") for target, text in _jumps(say).items()],
        className="jump",
        **attributes(aria_label=say("contents")),
    )
    bars = parts_bars(every, view=view, choices=choices(), say=say)
    taken = take_picture("mismatch_bars", view=view, say=say)
    told = to_html([*notice(view, say=say), *unusable])
    return told, to_html(words), to_html([*bars, taken, jumps])


def _jumps(say: Speaker) -> dict[str, str]:
    """The parts of the page, for those who look for one."""
    return {
        ids.MAPS: say("jump_maps"),
        "ranking": say("jump_ranking"),
        ids.SPLIT: say("jump_border"),
        ids.PARTS_TABLE: say("jump_provinces"),
        ids.HEAT: say("jump_trades"),
        ids.MOVEMENT_HEAD: say("jump_moving"),
        ids.CLUSTERS: say("jump_clusters"),
        ids.MISMATCH_TABLE: say("jump_table"),
    }


def movement_map(view: View) -> ProvinceMap:
    """The flows; as long as they are not known, a map without numbers."""
    case = case_of(view)
    fills, overlays = (
        movement_data(case, view.lang, view.digits)
        if movement.knows(case)
        else waiting_data(view.lang, view.digits)
    )
    return ProvinceMap(
        id=ids.MOVEMENT_MAP,
        view={
            "layer": FLOWS,
            "measure": FLOWS,
            "show": [*corridors_shown(), FLOWS],
            "province": view.province,
        },
        legend_below=True,
        **{**map_data(view.lang, view.digits), "fills": fills, "overlays": overlays},
    )


def certain(view: View) -> str:
    """How sure the ranking is."""
    say = Speaker(lang=view.lang, digits=view.digits)
    return to_html(certainty(world(), case=case_of(view), key=view.measure, say=say))


def panel(view: View) -> str:
    """The selected province."""
    say = Speaker(lang=view.lang, digits=view.digits)
    return to_html(mismatch_panel(world(), case=case_of(view), view=view, say=say))


def table(view: View) -> str:
    """The table of what the left map shows, the selected province marked."""
    say = Speaker(lang=view.lang, digits=view.digits)
    shown = pictures(case_of(view))[view.measure]
    table = to_html(figure_table(world(), shown=shown, view=view, say=say))
    marked = table.replace(
        f'<tr data-row="{view.province}"', f'<tr class="selected" data-row="{view.province}"'
    )
    return f"{marked}{to_html(take_table('mismatch', view=view, say=say))}"


def files(view: View) -> tuple[str, str, str, str]:
    """Links to pictures of the first and second map, the ranking and the map of moving."""
    say = Speaker(lang=view.lang, digits=view.digits)
    names = ("mismatch_map", "mismatch_second", "mismatch_ranking", "movement_map")
    first, second, ranking, moving = (
        to_html(take_picture(name, view=view, say=say)) for name in names
    )
    slides = to_html(take_slides("slides_mismatch", view=view, say=say))
    return f"{first}{slides}", "" if view.second == NONE else second, ranking, moving


def chart(view: View) -> dcc.Graph:
    """The ranking of what the left map shows."""
    say = Speaker(lang=view.lang, digits=view.digits)
    shown = pictures(case_of(view))[view.measure]
    return dcc.Graph(
        id=ids.MISMATCH_CHART,
        figure=ranking_figure(world(), shown=shown, view=view, say=say),
        config={"displayModeBar": False, "responsive": True},
        clear_on_unhover=True,
    )
