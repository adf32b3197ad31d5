"""What a survey found, for a province where it did, or else for the whole country."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from dashboard.world import world
from geodata import Figure, joined, weakest
from geodata.figure import figure_of
from geodata.provinces import NATIONAL

Topic = Literal["work", "skills", "debt"]
RECOVERY = "income_recovery"

TOPICS: Mapping[str, Topic] = {
    "without_work": "work",
    "earning_210": "work",
    "income_before": "work",
    "income_after": "work",
    RECOVERY: "work",
    "migrate_again": "work",
    "certified": "skills",
    "indebted_households": "debt",
    "repayment_difficulty": "debt",
    "no_savings": "debt",
    "idpoor_card": "debt",
    "nssf_member": "debt",
    "identity_document": "debt",
    "travel_document": "debt",
}
"""Findings that the page tells, in their order, by the part that tells them."""


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One finding. `place`: the code of the province, or `NATIONAL`."""

    figure: Figure
    place: str


def finding(indicator: str, *, province: str | None, sex: str = "all") -> Finding | None:
    """The newest finding for a province, or else for the country; None where nobody asked.

    That of the country is for the same sex: one for all says nothing of women.
    """
    if indicator == RECOVERY:
        return _recovery(province=province, sex=sex)
    for place in filter(None, (province, NATIONAL)):
        rows = [
            row
            for row in world().geodata.rows("survey")
            if (row.indicator, row.province_code, row.sex) == (indicator, place, sex)
        ]
        if rows:
            return Finding(figure=figure_of(max(rows, key=lambda row: row.as_of)), place=place)
    return None


def elsewhere(indicator: str) -> tuple[Finding, ...]:
    """Findings of provinces where there is none for the country."""
    found = {}
    for row in world().geodata.rows("survey"):
        if row.indicator == indicator and row.sex == "all" and row.province_code != NATIONAL:
            found[row.province_code] = Finding(figure=figure_of(row), place=row.province_code)
    return tuple(found.values())


def _recovery(*, province: str | None, sex: str) -> Finding | None:
    """Income after return as a share of that before, where both are of the same people."""
    after = finding("income_after", province=province, sex=sex)
    before = finding("income_before", province=province, sex=sex)
    if after is None or before is None or after.place != before.place or not before.figure.value:
        return None
    figures = (after.figure, before.figure)
    figure = Figure(
        value=100 * after.figure.value / before.figure.value,
        status=weakest(one.status for one in figures),
        source_ids=joined(*(one.source_ids for one in figures)),
        as_of=max(one.as_of for one in figures),
    )
    return Finding(figure=figure, place=after.place)
