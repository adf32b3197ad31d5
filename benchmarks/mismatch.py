"""What the mismatch costs: measures, decomposition, draws, larger countries, and the page."""

import inspect
from collections.abc import Callable, Mapping
from functools import partial
from itertools import count
from statistics import median

import numpy as np

from analysis.matching import Decomposition, decompose, decompose_draws
from analysis.measures import discover, gap_draws, least_movement, mismatch_index_draws
from benchmarks.report import Budget, ms, ratio, table
from benchmarks.timing import calibration, milliseconds, percentile
from dashboard.mismatch import parts
from dashboard.mismatch.market import Case, market
from dashboard.mismatch.movement import movement
from dashboard.mismatch.trades import gap_by_trade
from dashboard.mismatch_fills import mismatch_fills
from tests.analysis.worlds import World, synthetic

_REPEAT = 10
_CASES = 5
Works = Mapping[str, tuple[Callable[[], object], Budget | None]]
_REACH_KM, _MIN_TRANSFER = 75, 0.5
_SPREAD = 0.4


def run() -> str:
    """The tables of this benchmark."""
    return "\n".join(
        [
            _measured(
                "Mismatch: cost in one process, synthetic places",
                _works(),
                repeat=_REPEAT,
            ),
            _measured(
                "Mismatch: a new case of the page, in the order of its answers",
                _answers(),
                repeat=_CASES,
            ),
        ]
    )


def _measured(title_of_table: str, works: Works, *, repeat: int) -> str:
    loop = calibration()
    rows = []
    for title, (work, budget) in works.items():
        times = milliseconds(work, repeat=repeat)
        middle = median(times)
        verdict = budget.verdict(middle) if budget else ""
        limit = str(budget) if budget else ""
        rows.append(
            [title, ms(middle), ms(percentile(times, 0.95)), ratio(middle, loop), limit, verdict]
        )
    return table(
        title_of_table,
        ["what", "median ms", "p95 ms", "x loop", "budget", "verdict"],
        rows,
        note=f"{repeat} calls each, of processor time. Calibration loop {loop:.1f} ms.",
    )


def _works() -> Works:
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


def _answers() -> Works:
    """What the page asks for, each time for a case that nobody has asked for before."""
    reach = count(21)

    def case() -> Case:
        return Case(basis="durable", ages="all", assumed=(("reach_km", float(next(reach))),))

    def after_market(work: Callable[[Case], object]) -> Callable[[], object]:
        return lambda: work(case())

    market(case())
    return {
        "market of the case": (after_market(market), None),
        "every map, 2,000 draws": (
            after_market(lambda one: mismatch_fills(one, "en", "latin")),
            None,
        ),
        "the four parts on three bases, 500 draws": (
            after_market(parts.parts_on_every_basis),
            None,
        ),
        "provinces by trade, 2,000 draws": (after_market(gap_by_trade), None),
        "least movement, 100 draws": (after_market(movement), None),
        "the four parts by province, 100 draws": (after_market(parts.parts_by_province), None),
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
