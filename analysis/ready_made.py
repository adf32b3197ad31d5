"""The ready scenarios: the same money spent as the sources argue for, in nothing, and at best.

Rows come from tables (`library`, `library_money`), handed in as objects with the columns as
attributes; a row `fixed` has its allocations there, one `optimised` is made by the optimiser.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from analysis.limits import Limits
from analysis.optimise import Goal, Programme
from analysis.scenario import Allocation, Scenario
from geodata.text import Text


@dataclass(frozen=True, kw_only=True)
class Ready:
    """One ready scenario. `scenario` is None where the optimiser makes it for a baseline."""

    key: str
    title: Text
    says: Text
    source_ids: tuple[str, ...]
    scenario: Scenario | None


def ready_scenarios(listed: Iterable[Any], money: Iterable[Any]) -> tuple[Ready, ...]:
    """All ready scenarios, in the order of the table.

    >>> from types import SimpleNamespace as Row
    >>> texts = {"name_en": "Firms", "name_km": "សហគ្រាស", "says_en": "Grants", "says_km": "ជំនួយ"}
    >>> listed = [Row(scenario="firms", kind="fixed", source_id=("TEAM",), **texts)]
    >>> money = [Row(scenario="firms", instrument="enterprise_fund", place="01", usd=5e6,
    ...              first_year=2026.0, years=2.0)]
    >>> ready_scenarios(listed, money)[0].scenario.allocations[0].years
    2
    """
    rows = list(money)
    return tuple(
        Ready(
            key=row.scenario,
            title=Text(en=row.name_en, km=row.name_km),
            says=Text(en=row.says_en, km=row.says_km),
            source_ids=tuple(row.source_id),
            scenario=_fixed(row, rows) if row.kind == "fixed" else None,
        )
        for row in listed
    )


def budget(ready: Iterable[Ready]) -> float:
    """Dollars that each of them spends which spends any; all the same by the table's check."""
    return max((one.scenario.usd for one in ready if one.scenario), default=0.0)


def made(one: Ready, programme: Programme, usd: float, *, goal: Goal = "near_home") -> Scenario:
    """The scenario of a ready one: its own, or the best use of `usd` by `goal`."""
    if one.scenario is not None:
        return one.scenario
    return programme.best(usd, goal=goal, limits=Limits(), name=one.title.en).scenario


def _fixed(row: Any, money: Iterable[Any]) -> Scenario:
    return Scenario(
        name=row.name_en,
        allocations=tuple(
            Allocation(
                instrument=part.instrument,
                place=part.place,
                usd=part.usd,
                first_year=int(part.first_year),
                years=int(part.years),
            )
            for part in money
            if part.scenario == row.scenario
        ),
    )
