"""Small maps of a load: a measure before it, after it, and what changes."""

from collections.abc import Sequence
from typing import Any

from dashboard import theme
from dashboard.classes import class_labels, class_of
from dashboard.desk.made import Change
from dashboard.fill import Data, classes, evidence_of, fill
from dashboard.numbers import number
from dashboard.scenario_maps import nice
from dashboard.shown import shown_layer
from dashboard.words import Speaker
from dashboard.world import World

_STEPS = (0.05, 0.25, 1.0)


def layer_fill(here: World, *, layer: str, measure: str, title: str, say: Speaker) -> Data:
    """A measure of a layer in one version of the data."""
    shown = shown_layer(here, layer=layer, measure=measure)
    return fill(shown, geodata=here.geodata, say=say) | {"title": title}


def change_fill(changes: Sequence[Change], *, here: World, unit: str, say: Speaker) -> Data | None:
    """How many more in each province; nothing where no number changes."""
    apart = {
        one.code: one.after.value - one.before.value
        for one in changes
        if one.after is not None and one.before is not None
    }
    most = max(map(abs, apart.values()), default=0.0)
    if most < 0.5:
        return None
    steps = [nice(most) * step for step in _STEPS]
    breaks = (*(-step for step in reversed(steps)), *steps)
    colours = (
        *reversed(theme.scale("jobs", 4)[1:]),
        theme.CLUSTERS["none"],
        *theme.scale("people", 4)[1:],
    )
    figures = {one.code: one.after for one in changes if one.after is not None}
    drawn: dict[str, Any] = {
        code: {
            "value": round(value, 4),
            "class": class_of(value, breaks=breaks),
            "text": say.fill(number(value)),
            "range": None,
            "uncertain": False,
            "note": 0,
        }
        for code, value in apart.items()
    }
    note = evidence_of(figures, geodata=here.geodata, say=say)
    return {
        "title": say("desk_change"),
        "unit": unit,
        "evidence": note,
        "classes": classes(class_labels(breaks, say=say), colours, values=drawn, say=say),
        "uncertain": None,
        "missing": None,
        "values": drawn,
        "notes": [note],
    }
