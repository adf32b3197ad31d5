"""What a scenario brings by province and by trade: the central result, compared with no money."""

from dataclasses import dataclass, replace

import pandas as pd

from analysis.play import Result
from dashboard.mismatch.remembered import remembered
from dashboard.scenarios.played import Played, central

COLUMNS = ("more_near_home", "more_after_moving", "still_in_need", "lasting_jobs", "usd")
"""More people placed near home and after moving, people still in need, lasting jobs, dollars."""


@dataclass(frozen=True, kw_only=True)
class Places:
    """Two tables with `COLUMNS`; `sectors` has no dollars, because money goes to places."""

    provinces: pd.DataFrame
    sectors: pd.DataFrame


@remembered(24)
def places_of(asked: tuple[Played, int]) -> Places:
    """By province, where people live, and by their trade, in a year.

    Lasting jobs are counted where the job is, and by its sector. Dollars are those spent until the
    year; what is spent along a corridor as a whole is shared by its provinces alike.
    """
    played, year = asked
    found, nothing = central(played), central(replace(played, plan=()))
    provinces = _more(found.by_province(year), nothing.by_province(year))
    provinces["usd"] = _usd(found, year)
    sectors = _more(found.by_sector(year), nothing.by_sector(year))
    return Places(provinces=provinces, sectors=sectors)


def _more(found: pd.DataFrame, nothing: pd.DataFrame) -> pd.DataFrame:
    table = pd.DataFrame(
        {
            "more_near_home": found["placed_near_home"] - nothing["placed_near_home"],
            "more_after_moving": found["placed_after_moving"] - nothing["placed_after_moving"],
            "still_in_need": found["still_in_need"],
            "lasting_jobs": found["lasting_jobs"],
        }
    )
    return table.round(6)


def _usd(result: Result, year: int) -> "pd.Series[float]":
    """Dollars spent by province until the end of `year`."""
    baseline = result.baseline
    total = pd.Series(0.0, index=list(baseline.provinces))
    money = result.money[result.money["year"] <= year].groupby("place")["usd"].sum()
    for place, usd in money.items():
        inside = [baseline.provinces[i] for i in baseline.passes.get(str(place), [])] or [
            str(place)
        ]
        total[inside] += usd / len(inside)
    return total
