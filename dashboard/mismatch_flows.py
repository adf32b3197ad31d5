"""The flows of least movement as arrows for the map component, over the corridors."""

from dashboard import theme
from dashboard.evidence import amount, evidence_text, span, told
from dashboard.figures.arrow import arrow
from dashboard.fill import Data, classes, evidence_of
from dashboard.map_data import corridors_shown, map_data
from dashboard.mismatch.market import Case
from dashboard.mismatch.movement import Flow, movement
from dashboard.words import Speaker
from dashboard.world import World, world

FLOWS = "flows"
_WIDEST, _THINNEST = 16.0, 1.2
_HARDLY = 50.0


def movement_data(case: Case, lang: str, digits: str) -> tuple[Data, Data]:
    """Fills and overlays of the map of least movement."""
    say = Speaker(lang=lang, digits=digits)
    corridors = _corridors(lang, digits)
    flows = _flows(case, say=say)
    return {FLOWS: {FLOWS: _net(case, say=say)}}, {**corridors, FLOWS: flows}


def waiting_data(lang: str, digits: str) -> tuple[Data, Data]:
    """The same as long as the movement is not known: corridors, and no number."""
    say = Speaker(lang=lang, digits=digits)
    corridors = _corridors(lang, digits)
    fill = _fill({}, note=say("being_worked_out"), say=say)
    return {FLOWS: {FLOWS: fill}}, corridors


def _corridors(lang: str, digits: str) -> Data:
    """The corridors as an overlay, where there are any."""
    overlays = map_data(lang, digits)["overlays"]
    return {key: overlays[key] for key in corridors_shown()}


def _net(case: Case, *, say: Speaker) -> Data:
    """Provinces that more people would leave, or come to, than the other way round."""
    figures = movement(case).net
    note = evidence_of(figures, geodata=world().geodata, say=say)
    values = {
        code: {
            "value": round(figure.value, 4),
            "class": int(figure.value > -_HARDLY) + int(figure.value >= _HARDLY),
            "text": amount(figure, say=say),
            "range": span(figure, say=say),
            "uncertain": False,
            "note": 0,
        }
        for code, figure in figures.items()
    }
    return _fill(values, note=note, say=say)


def _fill(values: Data, *, note: str, say: Speaker) -> Data:
    labels = (say("net_come"), say("net_neither"), say("net_leave"))
    return {
        "title": say("net_title"),
        "unit": say("net_unit"),
        "evidence": note,
        "classes": classes(labels, theme.NET, values=values, say=say),
        "uncertain": None,
        "missing": None,
        "values": values,
        "notes": [note],
    }


def _flows(case: Case, *, say: Speaker) -> Data:
    """Arrows from home to job, as wide as people are many."""
    here, found = world(), movement(case)
    widest = max((flow.people.value for flow in found.flows), default=1.0)
    items = [
        _flow(flow, i=i, widest=widest, here=here, say=say) for i, flow in enumerate(found.flows)
    ]
    return {
        "kind": "lines",
        "title": say("flows_title"),
        "shape": None,
        "color": theme.OVERLAYS["triangle"],
        "categories": {
            FLOWS: {"title": say("flows_legend"), "emphasis": 1, "count": say.fill(str(len(items)))}
        },
        "items": items,
    }


def _flow(flow: Flow, *, i: int, widest: float, here: World, say: Speaker) -> Data:
    labels = {shape.code: shape.label for shape in here.shapes.provinces}
    names = here.geodata.provinces
    width = _THINNEST + (_WIDEST - _THINNEST) * flow.people.value / widest
    return {
        "id": f"flow-{i}",
        "name": say(
            "flow_name", home=names[flow.home].name(say.lang), job=names[flow.job].name(say.lang)
        ),
        "province": flow.home,
        "category": FLOWS,
        "kind": say("flow_people", people=amount(flow.people, say=say), km=round(flow.km)),
        "lines": [say("flow_range", range=told(flow.people, say=say))],
        "place": None,
        "exact": True,
        "filled": True,
        "note": evidence_text(flow.people, geodata=here.geodata, say=say),
        "path": arrow(labels[flow.home], labels[flow.job], width=width),
    }
