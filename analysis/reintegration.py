"""The Reintegration Index from its parts, with weights that anybody can change.

A published index may name some of its parts only. What the others come to together follows from
the weights that are believed to be behind it, and stays what it is when weights are changed.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Reweighted:
    """The index with weights of one's own.

    `value`: from 0 to 1; `others`: what the parts that nobody published come to on average, None
    where all are known; `possible`: whether that lies between 0 and 1, so that the weights behind
    the published index can be right.
    """

    value: float
    others: float | None
    possible: bool


def reweighted(
    index: float,
    parts: Mapping[str, float],
    *,
    behind: Mapping[str, float],
    weights: Mapping[str, float],
) -> Reweighted:
    """The index if parts counted as `weights` say, and not as those `behind` the published one.

    `parts`: those that are known; `behind` and `weights` name all parts, in any unit. Where all
    parts are known, `index` and `behind` are not used. Raises `ValueError` where weights are
    negative, all nought, or name other parts.

    >>> found = reweighted(0.6, {"a": 0.3}, behind={"a": 1, "b": 1}, weights={"a": 3, "b": 1})
    >>> round(found.value, 3), round(found.others, 3)
    (0.45, 0.9)
    """
    for named in (behind, weights):
        if min(named.values(), default=-1.0) < 0 or sum(named.values()) <= 0:
            raise ValueError("Weights are nought or more, and not all nought.")
    if set(behind) != set(weights) or set(parts) - set(weights):
        raise ValueError("All weights name the same parts, and every part that is known.")
    total = sum(weights.values())
    known = sum(weights[part] * value for part, value in parts.items())
    rest = [part for part in weights if part not in parts]
    if not rest:
        return Reweighted(value=known / total, others=None, possible=True)
    left = sum(behind[part] for part in rest)
    if left <= 0:
        raise ValueError("Parts that nobody published need a weight behind the index.")
    told = sum(behind[part] * value for part, value in parts.items())
    others = (index * sum(behind.values()) - told) / left
    value = (known + sum(weights[part] for part in rest) * others) / total
    return Reweighted(value=value, others=others, possible=0 <= others <= 1)
