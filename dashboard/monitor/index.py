"""The Reintegration Index and its parts, with the weights of the table and of the reader."""

from collections.abc import Mapping
from dataclasses import dataclass

from analysis.reintegration import Reweighted, reweighted
from dashboard.monitor.asked import Asked
from dashboard.monitor.surveyed import Finding, finding
from dashboard.world import world
from geodata import Figure
from geodata.figure import figure_of

PARTS = ("economic", "social", "psychosocial", "institutions")


@dataclass(frozen=True, kw_only=True)
class Index:
    """`whole`: as published; `parts`: those that are known; `weights`: as the reader has them.

    `mine`: the index with these weights; None where nothing is known, or all weights are nought.
    """

    whole: Finding | None
    parts: Mapping[str, Finding]
    first: Mapping[str, Figure]
    weights: Mapping[str, int]
    mine: Reweighted | None


def index_of(asked: Asked, *, sex: str = "all") -> Index:
    """The index of the people that are asked for, or of the country."""
    province = asked.place[1] if asked.place[0] == "province" else None
    whole = finding("reintegration_index", province=province, sex=sex)
    found = {part: finding(f"index_{part}", province=province, sex=sex) for part in PARTS}
    parts = {part: one for part, one in found.items() if one is not None}
    if whole is not None:
        parts = {part: one for part, one in parts.items() if one.place == whole.place}
    first = {row.part: figure_of(row) for row in world().geodata.rows("index_weights")}
    weights = {part: round(figure.value) for part, figure in first.items()} | dict(asked.weights)
    mine = None
    if whole is not None and any(weights.values()):
        mine = reweighted(
            whole.figure.value,
            {part: one.figure.value for part, one in parts.items()},
            behind={part: figure.value for part, figure in first.items()},
            weights={part: float(value) for part, value in weights.items()},
        )
    return Index(whole=whole, parts=parts, first=first, weights=weights, mine=mine)
