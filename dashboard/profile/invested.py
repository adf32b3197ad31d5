"""What scenarios would do in one province by a year: central values, as nobody knows the ranges.

The range of more people near home is known for the whole country, and told beside it.
"""

from dataclasses import dataclass

from dashboard.scenarios.asked import Asked
from dashboard.scenarios.chosen import Chosen
from dashboard.scenarios.places import places_of
from dashboard.scenarios.side_by_side import near_home, usd
from geodata import Figure


@dataclass(frozen=True, kw_only=True)
class Invested:
    """One scenario here, compared with no money at all.

    `usd`: spent here until the year; `country_usd`: of the whole scenario; `country`: more people
    near home in the whole country.
    """

    chosen: Chosen
    more_near_home: float
    more_after_moving: float
    lasting_jobs: float
    usd: float
    country: Figure
    country_usd: float


def invested(asked: Asked, one: Chosen, code: str) -> Invested:
    """What a scenario does in a province in the year that is asked for."""
    table = places_of((one.played(asked), asked.year)).provinces
    row = table.loc[code].to_dict()
    return Invested(
        chosen=one,
        more_near_home=row["more_near_home"],
        more_after_moving=row["more_after_moving"],
        lasting_jobs=row["lasting_jobs"],
        usd=row["usd"],
        country=near_home(asked, one),
        country_usd=usd(one),
    )
