"""The key figures of one province, each with its place among all of them."""

from dataclasses import dataclass

from dashboard.mismatch.market import Case
from dashboard.mismatch.pictures import pictures
from dashboard.world import world
from geodata import Figure, Text
from layers import Reading


@dataclass(frozen=True, kw_only=True)
class KeyFigure:
    """One number of a province, or none where nobody knows it.

    `additive`: whether provinces add up to `national`; `rank`: 1 is the highest of `count`;
    `highest`: of all provinces.
    """

    key: str
    title: Text
    unit: Text
    decimals: int
    method: str | None
    figure: Figure | None
    national: Figure | None
    additive: bool
    rank: int
    count: int
    highest: float


def key_figures(case: Case, code: str) -> tuple[KeyFigure, ...]:
    """What every layer says of a province, in the order of the layers.

    People in need of work are those of `case`; no other layer hangs on it.
    """
    here, found = world(), []
    for layer_key, layer in here.fills.items():
        for measure in layer.measures:
            if not measure.in_panel:
                continue
            reading, title = here.readings[layer_key][measure.key], measure.title
            if layer_key == "seekers":
                shown = pictures(case)["seekers"]
                reading, title = shown.reading, shown.title
            found.append(
                _figure(
                    reading,
                    code,
                    key=f"{layer_key}.{measure.key}",
                    title=title,
                    unit=measure.unit,
                    decimals=measure.decimals,
                    method=layer.method,
                    additive=measure.additive,
                )
            )
    return tuple(found)


def _figure(
    reading: Reading,
    code: str,
    *,
    key: str,
    title: Text,
    unit: Text,
    decimals: int,
    method: str | None,
    additive: bool,
) -> KeyFigure:
    figure = reading.values.get(code)
    values = [one.value for one in reading.values.values()]
    return KeyFigure(
        key=key,
        title=title,
        unit=unit,
        decimals=decimals,
        method=method,
        figure=figure,
        national=reading.national,
        additive=additive,
        rank=1 + sum(value > figure.value for value in values) if figure else 0,
        count=len(values),
        highest=max(values),
    )
