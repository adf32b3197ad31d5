"""What the analysis costs: all measures, the decomposition, draws, and larger countries."""

import inspect
from collections.abc import Callable, Mapping
from functools import partial
from statistics import median

import numpy as np

from analysis.matching import Decomposition, decompose, decompose_draws
from analysis.measures import discover, gap_draws, least_movement, mismatch_index_draws
from benchmarks.report import Budget, ms, ratio, table
from benchmarks.timing import calibration, milliseconds, percentile
from tests.analysis.worlds import World, synthetic

_REPEAT = 10
_REACH_KM, _MIN_TRANSFER = 75, 0.5
_SPREAD = 0.4


def run() -> str:
    """The table of this benchmark."""
    loop = calibration()
    rows = []
    for title, (work, budget) in _works().items():
        times = milliseconds(work, repeat=_REPEAT)
        middle = median(times)
        verdict = budget.verdict(middle) if budget else ""
        limit = str(budget) if budget else ""
        rows.append(
            [title, ms(middle), ms(percentile(times, 0.95)), ratio(middle, loop), limit, verdict]
        )
    return table(
        "Mismatch: cost in one process, synthetic places",
        ["what", "median ms", "p95 ms", "x loop", "budget", "verdict"],
        rows,
        note=f"{_REPEAT} calls each, of processor time. Calibration loop {loop:.1f} ms.",
    )


def _works() -> Mapping[str, tuple[Callable[[], object], Budget | None]]:
    small, middle, large = (synthetic(units) for units in (25, 205, 1652))
    seekers, vacancies = (_drawn(small, side, draws=2000) for side in ("seekers", "vacancies"))
    people, jobs = (
        _drawn(small, f"{side}_by_sector", draws=500) for side in ("seekers", "vacancies")
    )
    return {
        "all measures, 25 places": (partial(_all_measures, small), _within(50)),
        "decomposition, 25 x 6, the four parts": (partial(_parts, small), _within(10)),
        "the same with its picture by province": (partial(_picture, small), None),
        "index and gap, 2,000 draws": (partial(_draws, seekers, vacancies), _within(50)),
        "decomposition, 500 draws": (partial(_draws_apart, small, people, jobs), _within(1000)),
        "least movement, 25 places": (partial(_movement, small), None),
        "least movement, 205 places": (partial(_movement, middle), _within(50)),
        "least movement, 1,652 places": (partial(_movement, large), None),
        "decomposition, 205 x 6, with picture": (partial(_picture, middle), None),
        "decomposition, 1,652 x 6, with picture": (partial(_picture, large), None),
    }


def _within(most: float) -> Budget:
    return Budget(most=most, unit="ms")


def _all_measures(world: World) -> None:
    for measure in discover().values():
        names = set(inspect.signature(measure.compute).parameters)
        others = names & {"distance_km", "neighbours"}
        measure.compute(**world.arguments("seekers", "vacancies", *others))


def _parts(world: World) -> Decomposition:
    return decompose(
        world.seekers_by_sector,
        world.vacancies_by_sector,
        world.distance_km,
        world.transfer,
        _REACH_KM,
        _MIN_TRANSFER,
    )


def _picture(world: World) -> object:
    return _parts(world).by_province


def _movement(world: World) -> object:
    return least_movement(world.seekers, world.vacancies, world.distance_km)


def _draws(seekers: np.ndarray, vacancies: np.ndarray) -> None:
    mismatch_index_draws(seekers, vacancies)
    gap_draws(seekers, vacancies)


def _draws_apart(world: World, people: np.ndarray, jobs: np.ndarray) -> object:
    return decompose_draws(
        people, jobs, world.distance_km, world.transfer, _REACH_KM, _MIN_TRANSFER
    )


def _drawn(world: World, side: str, *, draws: int) -> np.ndarray:
    centre = getattr(world, side).to_numpy()
    noise = np.random.default_rng(1).lognormal(0, _SPREAD, (draws, *centre.shape))
    return centre * noise
