"""The whole profile of a province, in the view of a reader."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.mismatch.market import Case, case_of
from dashboard.mismatch.parts import by_province_is_known
from dashboard.profile.figures import KeyFigure, key_figures
from dashboard.profile.invested import Invested, invested
from dashboard.profile.nearby import Nearby, nearby
from dashboard.profile.need import Need, need
from dashboard.profile.there import places_in, routes_through
from dashboard.scenarios.asked import Asked, read_asked
from dashboard.scenarios.chosen import chosen
from dashboard.scenarios.played import drawn
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import world
from geodata import Figure
from geodata.provinces import Province
from layers import Place, Route


@dataclass(frozen=True, kw_only=True)
class Profile:
    """Everything that is told of one province."""

    province: Province
    case: Case
    asked: Asked
    key_figures: tuple[KeyFigure, ...]
    need: Need
    nearby: Nearby
    invested: tuple[Invested, ...]
    places: Mapping[str, tuple[Place, ...]]
    routes: Mapping[str, tuple[Route, ...]]

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure, in the order it is told."""
        need, near = self.need, self.nearby
        around = (near.seekers, near.vacancies, near.balance_km)
        found = (
            *(one.figure for one in self.key_figures),
            *(need.seekers, need.vacancies, need.gap, need.ratio, *need.parts.values()),
            *(side for one in need.trades.values() for side in (one.seekers, one.vacancies)),
            *around,
            *(figure for one in near.nearest for figure in (one.seekers, one.vacancies, one.gap)),
            *(one.country for one in self.invested),
        )
        return tuple(figure for figure in found if figure is not None)


def profile(view: View) -> Profile:
    """The profile of the province that `view` names.

    Raises:
        ValueError: it names none.
    """
    if view.province is None:
        raise ValueError("A profile needs a province")
    code, asked = view.province, read_asked(view)
    say = Speaker(lang=view.lang, digits=view.digits)
    case = case_of(view)
    return Profile(
        province=world().geodata.provinces[code],
        case=case,
        asked=asked,
        key_figures=key_figures(case, code),
        need=need(case, code),
        nearby=nearby(case, code),
        invested=tuple(invested(asked, one, code) for one in chosen(view, asked, say=say)),
        places=places_in(code),
        routes=routes_through(code),
    )


def is_known(view: View) -> bool:
    """Whether the profile is there at once; a saved scenario is read anew each time."""
    asked = read_asked(view)
    if not by_province_is_known(asked.case):
        return False
    say = Speaker(lang=view.lang, digits=view.digits)
    return all(drawn.knows(one.played(asked)) for one in chosen(view, asked, say=say))
