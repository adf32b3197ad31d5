"""Small and synthetic worlds for the tests of the analysis."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from hypothesis import strategies as st

SECTORS = ["agriculture", "processing", "manufacturing", "construction", "transport", "services"]


@dataclass(frozen=True, kw_only=True)
class World:
    """Everything that a measure may ask for, by its argument's name."""

    seekers: pd.Series
    vacancies: pd.Series
    distance_km: pd.DataFrame
    neighbours: pd.DataFrame
    seekers_by_sector: pd.DataFrame
    vacancies_by_sector: pd.DataFrame
    transfer: pd.DataFrame

    def arguments(self, *names: str) -> dict:
        """Those arguments."""
        return {name: getattr(self, name) for name in names}


def by_code(values, codes=None) -> pd.Series:
    """A Series by province code, 01, 02, ... where no codes are given."""
    labels = codes or [f"{i + 1:02d}" for i in range(len(values))]
    return pd.Series(list(values), index=labels, dtype=float)


def line(*at_km: float) -> pd.DataFrame:
    """Distances between places on a line, zero at home."""
    at = np.array(at_km, dtype=float)
    codes = [f"{i + 1:02d}" for i in range(len(at))]
    return pd.DataFrame(np.abs(at[:, None] - at[None, :]), index=codes, columns=codes)


def synthetic(units: int, *, seed: int = 1) -> World:
    """Places spread as densely as the provinces, of very unlike sizes."""
    rng = np.random.default_rng(seed)
    codes = [f"{i + 1:04d}" for i in range(units)]
    at = rng.random((units, 2)) * 400 * np.sqrt(units / 25)
    km = 1.3 * np.linalg.norm(at[:, None] - at[None], axis=2)
    np.fill_diagonal(km, 15)
    near = km <= np.sort(km, axis=1)[:, [min(5, units - 1)]]
    beside = np.where((near | near.T) & ~np.eye(units, dtype=bool), 1.0, 0.0)
    shape = (units, len(SECTORS))
    seekers = rng.lognormal(7, 1.2, shape) * rng.dirichlet(np.ones(len(SECTORS)), units)
    vacancies = rng.lognormal(6.5, 1.4, shape) * rng.dirichlet(np.ones(len(SECTORS)), units)
    ease = np.where(np.eye(len(SECTORS)), 1.0, rng.random((len(SECTORS), len(SECTORS))) * 0.7)
    tables = [pd.DataFrame(table, index=codes, columns=SECTORS) for table in (seekers, vacancies)]
    return World(
        seekers=tables[0].sum(axis=1),
        vacancies=tables[1].sum(axis=1),
        distance_km=pd.DataFrame(km, index=codes, columns=codes),
        neighbours=pd.DataFrame(beside, index=codes, columns=codes),
        seekers_by_sector=tables[0],
        vacancies_by_sector=tables[1],
        transfer=pd.DataFrame(ease, index=SECTORS, columns=SECTORS),
    )


_amount = st.one_of(st.just(0.0), st.integers(1, 2000).map(float), st.floats(0.01, 1e6))


@st.composite
def pairs(draw, *, amount=_amount, least=2, most=6):
    """Seekers, vacancies and distances of a few places; neither side is all zero."""
    size = draw(st.integers(least, most))
    sides = [
        draw(st.lists(amount, min_size=size, max_size=size).filter(lambda side: sum(side) > 0))
        for _ in range(2)
    ]
    at = draw(st.lists(st.integers(0, 60), min_size=2 * size, max_size=2 * size))
    points = 10.0 * np.array(at).reshape(size, 2)
    km = np.linalg.norm(points[:, None] - points[None], axis=2)
    codes = [f"{i + 1:02d}" for i in range(size)]
    return by_code(sides[0]), by_code(sides[1]), pd.DataFrame(km, index=codes, columns=codes)


@st.composite
def tables(draw, *, provinces=4, sectors=3, amount=_amount):
    """Seekers and vacancies province x sector, distances, transfer, reach and threshold."""
    places, trades = draw(st.integers(1, provinces)), draw(st.integers(1, sectors))
    codes, names = [f"{i + 1:02d}" for i in range(places)], SECTORS[:trades]
    cells = places * trades
    both = [
        pd.DataFrame(
            np.reshape(draw(st.lists(amount, min_size=cells, max_size=cells)), (places, trades)),
            index=codes,
            columns=names,
        )
        for _ in range(2)
    ]
    at = 30.0 * np.array(draw(st.lists(st.integers(0, 9), min_size=places, max_size=places)))
    ease = draw(
        st.lists(st.sampled_from([0.1, 0.4, 0.6, 1.0]), min_size=trades**2, max_size=trades**2)
    )
    transfer = np.maximum(np.reshape(ease, (trades, trades)), np.eye(trades))
    return {
        "seekers": both[0],
        "vacancies": both[1],
        "distance_km": line(*at).set_axis(codes).set_axis(codes, axis=1),
        "transfer": pd.DataFrame(transfer, index=names, columns=names),
        "reach_km": draw(st.sampled_from([0.0, 30.0, 75.0, 150.0, float("inf")])),
        "min_transfer": draw(st.sampled_from([0.0, 0.3, 0.5, 0.8, 1.0])),
    }
