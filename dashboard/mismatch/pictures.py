"""What the maps of the mismatch can show: both sides, and every measure of provinces."""

from collections.abc import Mapping
from dataclasses import replace

from analysis.measures import Measure
from dashboard import theme
from dashboard.data_here import of_data
from dashboard.mismatch.market import Case
from dashboard.mismatch.readings import province_measures, readings, unsure
from dashboard.own_layers import limits, signed_limits
from dashboard.shown import Shown, shown_layer, wide
from dashboard.world import world
from geodata import Text
from geodata.own import OWN
from layers import Reading

PAIR = "pair"
CLUSTERS = "local_clusters"
NONE = "none"


def picture_names() -> Mapping[str, Text]:
    """Short names of all pictures that show one number a province, in the order offered."""
    here = world()
    measures = {key: one.short for key, one in province_measures().items()}
    first = {"gap": measures.pop("gap")}
    sides = {key: here.fills[key].title for key in ("seekers", "vacancies")}
    return {**first, **sides, **measures}


@of_data(8)
def pictures(case: Case) -> Mapping[str, Shown]:
    """Every one of them in a case."""
    return {key: _picture(case, key) for key in picture_names()}


def _limits(measure: Measure, reading: Reading) -> tuple[float, ...]:
    """Classes for areas of one's own: those of provinces would hold most of them in one."""
    values = [figure.value for figure in reading.values.values()]
    return signed_limits(values) if measure.signed else limits(values)


def _picture(case: Case, key: str) -> Shown:
    reading = readings(case)[key]
    measure = province_measures().get(key)
    if measure is None:
        layer = shown_layer(world(), layer=key, measure=case.basis if key == "seekers" else "count")
        return replace(layer, reading=reading, unsure=wide(reading, breaks=layer.breaks))
    breaks = _limits(measure, reading) if OWN else measure.breaks
    return Shown(
        title=measure.title,
        unit=measure.unit,
        about=measure.says,
        breaks=breaks,
        colours=theme.diverging(breaks)
        if measure.signed
        else theme.scale(measure.hue, len(breaks) + 1),
        decimals=measure.decimals,
        method=key,
        reading=reading,
        unsure=unsure(case, key) if measure.signed else wide(reading, breaks=breaks),
        by_sign=measure.signed,
    )
