"""How sure an order or a sign is, told by the draws of the estimates.

Draws are a DataFrame draw x province. A value may be inf (no vacancy at all); nan is refused,
since what is not known cannot be ranked.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.checks import Array


@dataclass(frozen=True, kw_only=True, eq=False)
class RankCertainty:
    """`among_top`: share of draws in which a province is among the highest, per province.

    `order`: provinces from the highest median down, a row for each but the last: `higher`,
    `lower`, and `holds`, the share of draws in which the first is above the second.
    """

    among_top: "pd.Series[float]"
    order: pd.DataFrame


def rank_certainty(values_draws: pd.DataFrame, top: int = 3) -> RankCertainty:
    """Who is among the `top` highest, and whether each next step of the ranking holds.

    Provinces that tie for the last places share them; a tie of two neighbours in the ranking
    counts as half. So the shares in `among_top` sum to `top`.

    >>> draws = pd.DataFrame({"01": [5, 5, 5, 1], "02": [3, 3, 3, 3], "03": [1, 4, 2, 2]})
    >>> sure = rank_certainty(draws, top=1)
    >>> sure.among_top.tolist()
    [0.75, 0.25, 0.0]
    >>> sure.order["holds"].tolist()
    [0.75, 0.75]
    """
    values = _checked(values_draws)
    places = values.shape[1]
    if not 1 <= top <= places:
        raise ValueError(f"top: {top} does not lie within 1 to {places}, the number of provinces")
    last = np.partition(values, places - top, axis=1)[:, [places - top]]
    above, tied = values > last, values == last
    left = top - above.sum(axis=1, keepdims=True)
    member = above + tied * left / tied.sum(axis=1, keepdims=True)
    codes = values_draws.columns
    # A stable sort of what is sorted by code: equal medians keep one order.
    ranked = pd.Series(np.median(values, axis=0), index=codes).sort_index()
    ranked = ranked.sort_values(ascending=False, kind="stable")
    at = codes.get_indexer(ranked.index)
    higher, lower = values[:, at[:-1]], values[:, at[1:]]
    holds = (higher > lower).mean(axis=0) + (higher == lower).mean(axis=0) / 2
    order = pd.DataFrame({"higher": ranked.index[:-1], "lower": ranked.index[1:], "holds": holds})
    return RankCertainty(among_top=pd.Series(member.mean(axis=0), index=codes), order=order)


def sign_certainty(values_draws: pd.DataFrame) -> pd.DataFrame:
    """Share of draws `above` and `below` zero per province, and the larger as `certainty`.

    >>> draws = pd.DataFrame({"01": [5, 5, -5, 1], "02": [0, -3, -3, -3]})
    >>> sign_certainty(draws).loc["02"].tolist()
    [0.0, 0.75, 0.75]
    """
    values = _checked(values_draws)
    above, below = (values > 0).mean(axis=0), (values < 0).mean(axis=0)
    return pd.DataFrame(
        {"above": above, "below": below, "certainty": np.maximum(above, below)},
        index=values_draws.columns,
    )


def _checked(values_draws: pd.DataFrame) -> Array:
    if values_draws.empty:
        raise ValueError("values_draws: no draw, or no province")
    values = values_draws.to_numpy(dtype=float)
    for i, j in np.argwhere(np.isnan(values))[:1]:
        raise ValueError(f"values_draws: province {values_draws.columns[j]} is nan in draw {i}")
    return values
