"""The answer in words before the picture: a sentence computed from the data."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dashboard.evidence import amount, evidence_text, span
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import World
from geodata import Figure, joined, weakest
from geodata.provinces import CODES
from layers import Reading


@dataclass(frozen=True, kw_only=True)
class Headline:
    """`text`: the sentence; `more`: what goes with it; `evidence`: range, status and sources."""

    text: str
    more: str | None
    evidence: str


def highest(reading: Reading, *, count: int = 3) -> tuple[str, ...]:
    """Codes of the provinces with the highest values, highest first."""
    ranked = sorted(reading.values, key=lambda code: -reading.values[code].value)
    return tuple(ranked[:count])


def total_of(reading: Reading, *, codes: Sequence[str]) -> Figure:
    """The sum over some provinces; its range comes from the draws, not from adding ranges."""
    figures = [reading.values[code] for code in codes]
    value = sum(figure.value for figure in figures)
    status = weakest(figure.status for figure in figures)
    low = high = None
    if status == "estimated":
        if reading.draws is None:
            raise ValueError("An estimate without draws has no range for a sum")
        columns = [CODES.index(code) for code in codes]
        low, high = np.quantile(reading.draws[:, columns].sum(axis=1), (0.1, 0.9))
        low, high = float(low), float(high)
    return Figure(
        value=value,
        low=low,
        high=high,
        status=status,
        source_ids=joined(*(figure.source_ids for figure in figures)),
        as_of=max(figure.as_of for figure in figures),
    )


def headline(here: World, *, view: View, say: Speaker) -> Headline:
    """The headline of the filled layer that `view` shows."""
    measure = here.fills[view.layer].measure(view.measure)
    reading = here.readings[view.layer][view.measure]
    top = highest(reading)
    names = [here.geodata.provinces[code].name(say.lang) for code in top]
    first = reading.values[top[0]]
    key = total_of(reading, codes=top) if measure.additive else first
    fields = {
        "first": names[0],
        "second": names[1],
        "third": names[2],
        "first_value": amount(first, say=say, decimals=measure.decimals),
        "top3": amount(key, say=say, decimals=measure.decimals),
        "total": amount(reading.national, say=say, decimals=measure.decimals)
        if reading.national
        else "",
    }
    more = None
    if measure.companion:
        other, sentence = measure.companion
        companion = next(iter(here.readings[other].values()))
        more = say.fill(
            sentence.in_(say.lang),
            top3=amount(total_of(companion, codes=top), say=say),
            total=amount(companion.national, say=say) if companion.national else "",
        )
    evidence = evidence_text(key, geodata=here.geodata, say=say)
    reach = span(key, say=say, decimals=measure.decimals)
    if reach:
        evidence = say("headline_range", range=reach, evidence=evidence)
    return Headline(
        text=say.fill(measure.headline.in_(say.lang), **fields), more=more, evidence=evidence
    )
