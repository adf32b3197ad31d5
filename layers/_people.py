"""Population as the denominator of rates, and series in code order."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geodata import NATIONAL, Figure, Geodata, joined
from geodata.provinces import CODES


def by_code(frame: pd.DataFrame) -> NDArray[np.float64]:
    """Column `value` in code order; a province without a row is zero."""
    series = frame.set_index("province_code")["value"].reindex(list(CODES)).fillna(0.0)
    return series.to_numpy(dtype=float)


def population(geodata: Geodata, *, sex: str = "all") -> NDArray[np.float64]:
    """Residents of 2019 by province, in code order."""
    table = geodata.table("population")
    return by_code(table[(table["sex"] == sex) & (table["province_code"] != NATIONAL)])


def working_age(geodata: Geodata) -> NDArray[np.float64]:
    """People aged 15 to 59 by province: population 2019 times the national share of that age."""
    share: Figure = geodata.national("aged_15_59")[-1]
    return population(geodata) * share.value / 100


def rate_sources(geodata: Geodata) -> tuple[str, ...]:
    """Sources of the denominator of a rate per 1,000 people aged 15 to 59."""
    share = geodata.national("aged_15_59")[-1]
    return joined(geodata.sources_of("population"), share.source_ids)
