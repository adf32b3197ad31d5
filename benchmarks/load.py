"""Fifty people on the map, the mismatch and the scenarios at once; and the memory of many hours."""

import asyncio
import random
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from benchmarks import harness
from benchmarks.clients import BROKEN, Line
from benchmarks.harness import Served
from benchmarks.journeys import Step, recorded
from benchmarks.report import Budget, ms, ratio, table
from benchmarks.timing import calibration, percentile
from tests.dashboard.store import postgres

_PEOPLE = 50
_SECONDS = 60
_THINK = (10.0, 30.0)
_HOUR_STEPS = _PEOPLE * 60 // 3
_PLAN = b":02:60:"
_AMOUNTS = (5, 99)
_AT_ONCE = 4
_GROWTH = Budget(most=5, unit="%")
_START = Budget(most=3, unit="s")
_ERRORS = Budget(most=0, unit="errors")
_CALLBACK = Budget(most=20, unit="ms")


@dataclass
class Seen:
    """What one way of serving showed.

    `times`: ms from asking for a view to its last answer, by page; `callbacks`: of each callback.
    """

    name: str
    times: dict[str, list[float]] = field(default_factory=dict)
    callbacks: dict[str, list[float]] = field(default_factory=dict)
    errors: int = 0
    answers: int = 0
    seconds: float = 0
    processor_ms: float = 0
    start: float = 0
    before: float = 0
    after: float = 0


def run() -> str:
    """Every table of this benchmark."""
    loop = calibration()
    with harness.server() as served, harness.browser() as opened:
        steps = recorded(opened, served.address)
    ways = []
    for name, serving in (("one worker, SQLite", _one), ("two workers, PostgreSQL", _two)):
        with serving() as (served, start):
            seen = Seen(name=name, start=start)
            served.wait_until_idle()
            asyncio.run(_opened_once(served, steps))
            asyncio.run(_people(served, steps, seen))
            asyncio.run(_hour(served, steps, seen))
            ways.append(seen)
    return "\n".join([_budgets(ways), _times(ways, loop=loop)])


@contextmanager
def _one() -> Iterator[tuple[Served, float]]:
    begun = time.perf_counter()
    with harness.server() as served:
        yield served, time.perf_counter() - begun


@contextmanager
def _two() -> Iterator[tuple[Served, float]]:
    with postgres.served() as database, database.database() as name:
        url = database.plain_url(name)
        with harness.server(ATLAS_DATABASE_URL=url):
            pass  # its tables are made once
        begun = time.perf_counter()
        with harness.server(workers=2, ATLAS_DATABASE_URL=url) as served:
            yield served, time.perf_counter() - begun


async def _opened_once(served: Served, steps: Sequence[Step]) -> None:
    """Every view opened by somebody before the fifty come, on each of two workers or twice."""
    for _ in range(2):
        line = Line(served.address)
        for step in steps:
            await _step(line, step, Seen(name=""))
        line.close()


async def _people(served: Served, steps: Sequence[Step], seen: Seen) -> None:
    """People who open a view, look at it for some seconds, and open another."""
    start, used = time.perf_counter(), served.processor_ms()
    end = start + _SECONDS

    async def person(number: int) -> None:
        own = random.Random(number)
        line = Line(served.address)
        await asyncio.sleep(own.uniform(0, _THINK[1]))
        while time.perf_counter() < end:
            await _step(line, _own(own.choice(steps), own), seen)
            await asyncio.sleep(own.uniform(*_THINK))
        line.close()

    await asyncio.gather(*(person(number) for number in range(_PEOPLE)))
    seen.seconds = time.perf_counter() - start
    seen.processor_ms = served.processor_ms() - used


async def _hour(served: Served, steps: Sequence[Step], seen: Seen) -> None:
    """As many views as fifty people open in an hour, one in three minutes each, without the pauses.

    Memory is taken after a tenth of them, when most of what is remembered is there.
    """
    other = Seen(name=seen.name)
    lines = [Line(served.address) for _ in range(_AT_ONCE)]

    async def several(line: Line, number: int, count: int) -> None:
        own = random.Random(number)
        for _ in range(count):
            await _step(line, _own(own.choice(steps), own), other)

    async def together(count: int) -> None:
        await asyncio.gather(*(several(line, i, count) for i, line in enumerate(lines)))

    await together(_HOUR_STEPS // 10 // _AT_ONCE)
    seen.before = sum(served.megabytes())
    await together(_HOUR_STEPS // _AT_ONCE)
    seen.after = sum(served.megabytes())
    for line in lines:
        line.close()
    seen.errors += other.errors
    seen.answers += other.answers


def _own(step: Step, own: random.Random) -> Step:
    """The view with money of one's own in its plan, where it has one."""
    money = f":02:{own.randint(*_AMOUNTS)}:"
    asks = tuple(
        replace(
            ask,
            path=ask.path.replace(_PLAN.decode(), money),
            body=ask.body.replace(_PLAN, money.encode()),
        )
        for ask in step.asks
    )
    return replace(step, asks=asks)


async def _step(line: Line, step: Step, seen: Seen) -> None:
    begun = time.perf_counter()
    for ask in step.asks:
        asked = time.perf_counter()
        try:
            status = (await line.ask(ask)).status
        except BROKEN:
            status = 0
            line.close()
        seen.answers += 1
        seen.errors += status not in (200, 204)
        if ask.body:
            took = (time.perf_counter() - asked) * 1000
            seen.callbacks.setdefault(step.page, []).append(took)
    seen.times.setdefault(step.page, []).append((time.perf_counter() - begun) * 1000)


def _budgets(ways: Sequence[Seen]) -> str:
    rows = []
    for seen in ways:
        growth = (seen.after / seen.before - 1) * 100
        for what, budget, value, shown in (
            *(
                (f"callback p95, {page}", _CALLBACK, p95, f"{p95:.0f} ms")
                for page, times in sorted(seen.callbacks.items())
                for p95 in [percentile(times, 0.95)]
            ),
            ("requests that failed", _ERRORS, seen.errors, f"{seen.errors} of {seen.answers:,}"),
            ("start to the first answer", _START, seen.start, f"{seen.start:.1f} s"),
            ("memory after an hour's views", _GROWTH, growth, f"{growth:+.1f} %"),
        ):
            rows.append([f"{what}, {seen.name}", str(budget), shown, budget.verdict(value)])
    return table("Load: budgets", ["what", "budget", "value", "verdict"], rows)


def _times(ways: Sequence[Seen], *, loop: float) -> str:
    rows = []
    for seen in ways:
        for page, times in seen.times.items():
            p95 = percentile(times, 0.95)
            each = ms(percentile(seen.callbacks[page], 0.95))
            cells = [ms(percentile(times, 0.5)), ms(p95), ms(max(times)), ratio(p95, loop), each]
            rows.append([f"{page}, {seen.name}", str(len(times)), *cells])
    notes = [
        f"{seen.name}: {seen.processor_ms / seen.seconds / 10:.0f} % of a processor,"
        f" {seen.before:,.0f} MB before the hour's {_HOUR_STEPS:,} views and"
        f" {seen.after:,.0f} MB after"
        for seen in ways
    ]
    note = (
        f"{_PEOPLE} people for {_SECONDS} s, who look at a view for {_THINK[0]:.0f} to"
        f" {_THINK[1]:.0f} s and open another: its document and every callback, one after the"
        f" other; all views were opened before, but for plans with money of one's own, one view in"
        f" fifteen. {'; '.join(notes)}. Calibration loop {loop:.1f} ms."
    )
    head = ["page", "views", "p50 ms", "p95 ms", "worst ms", "p95 x loop", "callback p95 ms"]
    return table(f"Load: {_PEOPLE} people at once", head, rows, note=note)
