"""The baseline: all that a scenario is played on, checked once, then trusted and never changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

import numpy as np
import pandas as pd

from analysis.checks import Array, draws_pair, number, square, table_pair
from analysis.network import Flags
from analysis.parameters import Parameter

PLACES = ("crop_ha", "zone_ha", "population", "households", "indebted_households")
"""Columns of `places`: what limits instruments, by province. Households are those of returnees."""

Corridors = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, kw_only=True, eq=False)
class Baseline:
    """Seekers and vacancies province x sector, and what else decides who finds work.

    `distance_km`, `transfer`, `reach_km`, `min_transfer`: as in `analysis.matching`. `corridors`:
    provinces in order, by id. `borders`: the neighbouring countries (TH, VN, LA) that a province
    touches. `income_before`, `income_now`: USD a month, before return and now. `seekers_draws`,
    `vacancies_draws`: draw x province x sector in the order of `seekers`; where there are none,
    draws differ by parameters only. Raises ValueError where something does not fit.
    """

    seekers: pd.DataFrame
    vacancies: pd.DataFrame
    distance_km: pd.DataFrame
    transfer: pd.DataFrame
    reach_km: float
    min_transfer: float
    places: pd.DataFrame
    parameters: Mapping[str, Parameter]
    corridors: Corridors = field(default_factory=dict)
    borders: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    income_before: float
    income_now: float
    seekers_draws: Array | None = None
    vacancies_draws: Array | None = None
    seed: int = 20260222

    def __post_init__(self) -> None:
        """Check everything, and put all tables in the order of `seekers`."""
        people, jobs = table_pair(self.seekers, self.vacancies)
        codes, sectors = people.index, people.columns
        km = square("distance_km", self.distance_km, codes, infinite=True)
        ease = square("transfer", self.transfer, sectors, infinite=False, kind="sector")
        number("reach_km", self.reach_km, least=0)
        number("min_transfer", self.min_transfer, least=0)
        for column in PLACES:
            if column not in self.places.columns:
                raise ValueError(f"places: column {column} is missing. Add it")
        for code in (code for code in self.provinces if code not in self.places.index):
            raise ValueError(f"places: province {code} is missing; it is in seekers. Add it")
        places = self.places.reindex(codes)[list(PLACES)].astype(float)
        for i, j in np.argwhere(~(places.to_numpy() >= 0))[:1]:
            raise ValueError(
                f"places: {PLACES[j]} of province {self.provinces[i]} is"
                f" {float(places.to_numpy()[i, j])}. Write a number of zero or more"
            )
        self._check_corridors(codes)
        for name, value in (
            ("seekers", people),
            ("vacancies", jobs),
            ("distance_km", pd.DataFrame(km, index=codes, columns=codes)),
            ("transfer", pd.DataFrame(ease, index=sectors, columns=sectors)),
            ("places", places),
        ):
            object.__setattr__(self, name, value)
        self._check_draws()

    def _check_corridors(self, codes: pd.Index) -> None:
        for corridor, provinces in self.corridors.items():
            if corridor in codes:
                raise ValueError(f"corridors: {corridor} is a province. Rename the corridor")
            for code in provinces:
                if code not in codes:
                    raise ValueError(f"corridors: {corridor} passes {code}, no province of seekers")
            if not provinces:
                raise ValueError(f"corridors: {corridor} passes no province. Name at least one")

    def _check_draws(self) -> None:
        if (self.seekers_draws is None) != (self.vacancies_draws is None):
            raise ValueError("seekers_draws, vacancies_draws: give both, or neither")
        if self.seekers_draws is None or self.vacancies_draws is None:
            return
        drawn = draws_pair(self.seekers_draws, self.vacancies_draws, dimensions=3)
        for name, values in zip(("seekers_draws", "vacancies_draws"), drawn, strict=True):
            if values.shape[1:] != self.seekers.shape:
                raise ValueError(
                    f"{name}: {values.shape[1:]} provinces and sectors, but seekers have"
                    f" {self.seekers.shape}"
                )
            object.__setattr__(self, name, values)

    @property
    def provinces(self) -> tuple[str, ...]:
        """Codes, in the order of all arrays."""
        return tuple(map(str, self.seekers.index))

    @property
    def sectors(self) -> tuple[str, ...]:
        """Sectors, in the order of all arrays."""
        return tuple(map(str, self.seekers.columns))

    @property
    def draws(self) -> int | None:
        """How many draws there are of seekers and vacancies."""
        return None if self.seekers_draws is None else len(self.seekers_draws)

    @cached_property
    def near(self) -> Flags:
        """Which provinces are within reach today; one's own always is."""
        near: Flags = self.distance_km.to_numpy() <= self.reach_km
        return near | np.eye(len(near), dtype=bool)

    @cached_property
    def open_to(self) -> Flags:
        """Which trades (columns) are open to the workers of another (rows)."""
        open_to: Flags = self.transfer.to_numpy() >= self.min_transfer
        return open_to

    @cached_property
    def passes(self) -> dict[str, list[int]]:
        """The places in the order of provinces that each corridor passes, each once."""
        at = {code: i for i, code in enumerate(self.provinces)}
        return {
            name: sorted({at[code] for code in provinces})
            for name, provinces in self.corridors.items()
        }

    @cached_property
    def length_km(self) -> dict[str, float]:
        """Road km from capital to capital along each corridor; across it where it has only one."""
        km, at = self.distance_km.to_numpy(), {code: i for i, code in enumerate(self.provinces)}
        return {
            name: float(sum(km[at[a], at[b]] for a, b in pairwise(provinces)))
            or float(km[at[provinces[0]], at[provinces[0]]])
            for name, provinces in self.corridors.items()
        }
