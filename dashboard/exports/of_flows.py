"""Who would have to go where, as slides: the map with its arrows, and the largest flows."""

from dashboard.evidence import amount, span
from dashboard.exports.deck import Slide, Table
from dashboard.exports.of_slides import map_part
from dashboard.fill import evidence_of
from dashboard.map_data import corridors_shown, map_data
from dashboard.mismatch.market import Case
from dashboard.mismatch.movement import movement
from dashboard.mismatch_flows import FLOWS, movement_data
from dashboard.numbers import number
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import world

_LARGEST = 12


def flow_slides(case: Case, view: View, *, say: Speaker) -> tuple[Slide, ...]:
    """The least moving that would give work to as many as possible; nothing where nobody moves."""
    here, flows = world(), movement(case).flows
    if not flows:
        return ()
    fills, overlays = movement_data(case, view.lang, view.digits)
    data = {**map_data(view.lang, view.digits), "fills": fills, "overlays": overlays}
    shown = {
        "layer": FLOWS,
        "measure": FLOWS,
        "show": [*corridors_shown(), FLOWS],
        "province": view.province,
    }
    names = here.geodata.provinces
    evidence = evidence_of(
        {str(at): flow.people for at, flow in enumerate(flows)}, geodata=here.geodata, say=say
    )
    table = Table(
        heads=(
            say("col_home"),
            say("col_job"),
            say("flow_people_head"),
            say("table_range"),
            say("flow_km_head"),
        ),
        rows=tuple(
            (
                names[flow.home].name(say.lang),
                names[flow.job].name(say.lang),
                amount(flow.people, say=say),
                span(flow.people, say=say) or say("no_range"),
                say.fill(number(flow.km)),
            )
            for flow in flows[:_LARGEST]
        ),
        numbers=(2, 3, 4),
    )
    unit = say("unit_persons")
    return (
        Slide(
            title=say("movement_title"),
            parts=(map_part(data, shown),),
            unit=unit,
            evidence=evidence,
        ),
        Slide(title=say("flows_table_title"), parts=(table,), unit=unit, evidence=evidence),
    )
