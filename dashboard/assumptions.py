"""What a reader may assume otherwise: each with its default, limits and source, and its URL key."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from geodata import Geodata, Status, Text
from geodata.own import OWN

Group = Literal["place", "skills", "jobs"]
SHARES: Mapping[Group, str] = {"skills": "returnees", "jobs": "vacancies"}
"""Groups of weights over the sectors, and the side of sector_shares.csv they start from."""


@dataclass(frozen=True, kw_only=True)
class Assumption:
    """One assumption of the mismatch. `first`: its default; `step`: that of its control."""

    key: str
    group: Group
    text: Text
    unit: str
    low: float
    high: float
    step: float
    first: float
    status: Status
    source_ids: tuple[str, ...]


def assumptions(geodata: Geodata) -> Mapping[str, Assumption]:
    """All assumptions that have a control, by key: choices first, then weights of the sectors."""
    found = [
        Assumption(
            key=row.key,
            group="place",
            text=Text(en=row.text_en, km=row.text_km),
            unit=row.unit,
            low=row.low,
            high=row.high,
            step=row.step,
            first=row.central,
            status=row.status,
            source_ids=row.source_id,
        )
        for row in geodata.rows("assumptions")
        if row.distribution == "choice"
    ]
    names = {row.sector: Text(en=row.name_en, km=row.name_km) for row in geodata.rows("sectors")}
    for group, side in SHARES.items():
        rows = {row.sector: row for row in geodata.rows("sector_shares") if row.side == side}
        if not rows and OWN:
            continue
        found += [
            Assumption(
                key=f"{group}_{sector}",
                group=group,
                text=name,
                unit="percent",
                low=0,
                high=100,
                step=1,
                first=rows[sector].value,
                status=rows[sector].status,
                source_ids=rows[sector].source_id,
            )
            for sector, name in names.items()
        ]
    return {one.key: one for one in found}
