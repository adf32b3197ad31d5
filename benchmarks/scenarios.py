"""What scenarios cost: played, in draws, optimised; and how that grows."""

from collections.abc import Callable, Mapping
from functools import partial
from statistics import median

from analysis.baseline import Baseline
from analysis.compare import regret
from analysis.drawn import play_draws
from analysis.frontier import frontier
from analysis.optimise import Programme
from analysis.play import Result, play
from analysis.projects import Project, project_front
from analysis.robust import robust
from analysis.scenario import Allocation, Scenario
from analysis.uncertainty import tornado
from benchmarks.report import Budget, ms, ratio, table
from benchmarks.timing import calibration, milliseconds, percentile
from tests.analysis.baselines import baseline

_REPEAT, _SLOW = 7, 3
_MILLION = 1e6
_BUDGET = 200 * _MILLION


def run() -> str:
    """The tables of this benchmark."""
    loop = calibration()
    return "\n".join(
        [
            _table("Scenarios: 25 x 6, ten years", _works(), loop),
            _table(
                "Scenarios: growth with provinces, sectors, draws and scenarios", _growth(), loop
            ),
        ]
    )


Works = Mapping[str, tuple[Callable[[], object], Budget | None, int]]


def _table(title: str, works: Works, loop: float) -> str:
    rows = []
    for name, (work, budget, repeat) in works.items():
        times = milliseconds(work, repeat=repeat)
        middle = median(times)
        rows.append(
            [
                name,
                ms(middle),
                ms(percentile(times, 0.95)),
                ratio(middle, loop),
                str(budget) if budget else "",
                budget.verdict(middle) if budget else "",
            ]
        )
    return table(
        title,
        ["what", "median ms", "p95 ms", "x loop", "budget", "verdict"],
        rows,
        note=f"{_SLOW} to {_REPEAT} calls each, of processor time (of all threads together)."
        f" Calibration loop {loop:.1f} ms.",
    )


def _works() -> Works:
    world = baseline(25, draws=1000)
    jobs, moving = _jobs(world), _moving(world)
    ready = Programme(world)
    budgets = [_BUDGET * part / 10 for part in range(1, 21)]
    ready.best(_BUDGET), ready.best(_BUDGET, goal="unmet_need")
    return {
        "central result, jobs and trades": (partial(play, world, jobs), _within(40), _REPEAT),
        "central result, with moving": (partial(play, world, moving), _within(40), _REPEAT),
        "the same, with its map of one year": (partial(_mapped, world, moving), None, _REPEAT),
        "200 draws, jobs and trades": (_drawn(world, jobs, 200), _within(300), _SLOW),
        "200 draws, with moving": (_drawn(world, moving, 200), _within(300), _SLOW),
        "1,000 draws, jobs and trades": (_drawn(world, jobs, 1000), _within(2000), _SLOW),
        "1,000 draws, with moving": (_drawn(world, moving, 1000), _within(2000), _SLOW),
        "getting ready to optimise": (partial(Programme, world), None, _REPEAT),
        "optimum, near home": (partial(ready.best, _BUDGET), _within(50), _REPEAT),
        "optimum, unmet need": (
            partial(ready.best, _BUDGET, goal="unmet_need"),
            _within(50),
            _REPEAT,
        ),
        "frontier of 20 budgets": (partial(frontier, ready, budgets), _within(500), _SLOW),
        "robust over 50 worlds, mean": (partial(robust, world, _BUDGET), _within(5000), 1),
        "robust over 50 worlds, worst tenth": (
            partial(robust, world, _BUDGET, aim="worst_tenth"),
            _within(5000),
            1,
        ),
        "tornado": (partial(tornado, world, jobs), None, _SLOW),
        "regret, 6 scenarios in all futures": (partial(_regret, world, 6), None, _SLOW),
        "all sets of 7 projects": (partial(_projects, world, 7), None, _SLOW),
    }


def _growth() -> Works:
    small, large = baseline(25), baseline(205)
    wide = baseline(25, sectors=12)
    drawn = baseline(25, draws=4000)
    return {
        "central result, 205 provinces": (partial(play, large, _jobs(large)), None, _SLOW),
        "central result, 12 sectors": (partial(play, wide, _jobs(wide)), None, _SLOW),
        "200 draws, 12 sectors": (_drawn(wide, _jobs(wide), 200), None, _SLOW),
        "4,000 draws": (_drawn(drawn, _jobs(drawn), 4000), None, 1),
        "optimum, 205 provinces": (partial(_optimum, large), None, 1),
        "regret, 3 scenarios": (partial(_regret, small, 3), None, _SLOW),
        "regret, 12 scenarios": (partial(_regret, small, 12), None, _SLOW),
        "all sets of 10 projects": (partial(_projects, small, 10), None, 1),
    }


def _within(most: float) -> Budget:
    return Budget(most=most, unit="ms")


def _drawn(world: Baseline, scenario: Scenario, draws: int) -> Callable[[], object]:
    return partial(play_draws, world, scenario, draws=draws)


def _jobs(world: Baseline, name: str = "Jobs") -> Scenario:
    first, second = list(world.corridors)
    return _scenario(
        name,
        ("agro_processing", first, 60),
        ("sez_upgrade", second, 60),
        ("enterprise_fund", first, 40),
        ("skills_certification", first, 20),
        ("public_works", second, 20),
    )


def _moving(world: Baseline) -> Scenario:
    first, second = list(world.corridors)
    return _scenario(
        "Moving",
        ("corridor_logistics", first, 60),
        ("relocation_support", second, 20),
        ("enterprise_fund", first, 60),
        ("skills_certification", first, 40),
        ("debt_restructuring", second, 20),
    )


def _scenario(name: str, *parts: tuple[str, str, float]) -> Scenario:
    return Scenario(
        name=name,
        allocations=tuple(
            Allocation(instrument=key, place=place, usd=usd * _MILLION) for key, place, usd in parts
        ),
    )


def _mapped(world: Baseline, scenario: Scenario) -> object:
    result: Result = play(world, scenario)
    return result.by_province(result.played.years[-1])


def _optimum(world: Baseline) -> object:
    return Programme(world).best(_BUDGET)


def _regret(world: Baseline, count: int) -> object:
    return regret(world, [_jobs(world, str(i)) for i in range(count)], "placed_near_home")


def _projects(world: Baseline, count: int) -> object:
    codes = world.provinces
    projects = [
        Project(key=str(i), usd=(i + 1) * _BUDGET, provinces=codes[i : i + 5]) for i in range(count)
    ]
    return project_front(world, projects)
