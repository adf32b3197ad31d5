"""Estimates per 1,000 people aged 15 to 59."""

from geodata import Figure, Geodata, joined
from geodata.provinces import CODES
from layers._counted import Counts, rate_of
from layers._declaration import Reading
from layers._estimation import Estimate
from layers._people import rate_sources, working_age


def per_1000(
    geodata: Geodata,
    count: Estimate,
    *,
    counts: Counts,
    national: Figure,
    sources: tuple[str, ...],
    as_of: str,
) -> Reading:
    """`count` and its counted provinces, `counts`, as rates; `national`: the country's number."""
    adults, more = working_age(geodata), rate_sources(geodata)
    counted = {
        code: rate_of(figure, 1000 / float(adults[CODES.index(code)]), sources=more)
        for code, figure in counts.items()
    }
    rate = count.scaled(1000 / adults)
    return Reading(
        values=rate.figures(source_ids=joined(sources, more), as_of=as_of, counted=counted),
        national=rate_of(national, 1000 / float(adults.sum()), sources=more),
        draws=rate.draws,
    )
