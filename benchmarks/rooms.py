"""A workshop room with a hundred phones, then five hundred: one worker, and two on PostgreSQL."""

import asyncio
import json
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks import harness
from benchmarks.harness import Served
from benchmarks.report import Budget, ms, ratio, table
from benchmarks.room_clients import Listener, Phone, Room
from benchmarks.timing import calibration, percentile
from tests.dashboard.rooms.asking import OPTIONS, question
from tests.dashboard.store import postgres

_PHONES, _CROWD = 100, 500
_SCENES, _PAUSE = 25, 0.25
_TOGETHER = 20
_HELD_SECONDS = 20
_VIEWS = ("/?layer=vacancies", "/?layer=returnees")
_SCENE = Budget(most=300, unit="ms")
_ANSWERS = Budget(most=2, unit="s")
_HELD = Budget(most=0, unit="lost")
_MEMORY = Budget(most=500, unit="MB")


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What one way of serving showed. Times in ms."""

    name: str
    scenes: list[float]
    answered: list[float]
    all_answered: float
    counted: int
    shown: float
    crowd: list[float]
    lost: int
    megabytes: list[float]
    processor: float


def run() -> str:
    """Every table of this benchmark."""
    loop = calibration()
    ways = []
    for name, serving in (("one worker, SQLite", _alone), ("two workers, PostgreSQL", _two)):
        with serving() as served:
            served.wait_until_idle()
            ways.append(asyncio.run(_room(name, served)))
    return "\n".join([_budgets(ways), _times(ways, loop=loop)])


@contextmanager
def _alone() -> Iterator[Served]:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'atlas.db'}"
        with harness.server(ATLAS_DATABASE_URL=url) as served:
            yield served


@contextmanager
def _two() -> Iterator[Served]:
    with postgres.served() as database, database.database() as name:
        url = database.plain_url(name)
        with harness.server(workers=2, ATLAS_DATABASE_URL=url) as served:
            yield served


async def _room(name: str, served: Served) -> Seen:
    room = await Room.start(served.address)
    phones = await _phones(room, range(1, _PHONES + 1))
    presenter = await room.presenter()
    for view in _VIEWS:  # drawn once, as when a facilitator prepares the room
        await room.act("scene", view=view)
    used = served.processor_ms()
    listeners = [listener for _, _, listener in phones]
    scenes = [late for n in range(_SCENES) for late in await _scene(room, listeners, _VIEWS[n % 2])]
    processor = (served.processor_ms() - used) / _SCENES
    answered, all_answered, shown, counted = await _answers(room, phones, presenter)
    more = await _phones(room, range(_PHONES + 1, _CROWD + 1))
    crowd = [*listeners, *(listener for _, _, listener in more)]
    await asyncio.sleep(_HELD_SECONDS)
    late = await _scene(room, crowd, _VIEWS[_SCENES % 2])
    found = Seen(
        name=name,
        scenes=scenes,
        answered=answered,
        all_answered=all_answered,
        counted=counted,
        shown=shown,
        crowd=late,
        lost=sum(one.broken for one in crowd),
        megabytes=served.megabytes(),
        processor=processor,
    )
    await room.act("end")
    for line, _, listener in [*phones, *more]:
        line.close()
        listener.close()
    presenter.close()
    room.line.close()
    return found


async def _phones(room: Room, numbers: range) -> list[tuple[Phone, str, Listener]]:
    found: list[tuple[Phone, str, Listener]] = []
    for first in range(0, len(numbers), _TOGETHER):
        some = numbers[first : first + _TOGETHER]
        found += await asyncio.gather(*(room.phone(number) for number in some))
    return found


async def _scene(room: Room, listeners: list[Listener], view: str) -> list[float]:
    """From the presenter's click until each phone has the scene, in ms."""
    await asyncio.sleep(_PAUSE)
    start = time.perf_counter()
    seq = await room.act("scene", view=view)
    await asyncio.gather(*(listener.wait_for(seq) for listener in listeners))
    return [(one.heard[seq] - start) * 1000 for one in listeners if seq in one.heard]


async def _answers(
    room: Room, phones: list[tuple[Phone, str, Listener]], presenter: Listener
) -> tuple[list[float], float, float, int]:
    """Each answer's time, the time until all had theirs, until the projector has all, how many."""
    await room.act("ask", question=question(), open=True)
    await asyncio.sleep(1)
    start = time.perf_counter()

    async def answer(number: int, line: Phone, token: str) -> float:
        body = {"question": "q1", "answer": OPTIONS[number % 3]["key"]}
        status, told = await line.post(f"{room.path}/answers", body, X_Room_Phone=token)
        if status != 200:
            raise RuntimeError(f"answer: {told}")
        return (time.perf_counter() - start) * 1000

    times = await asyncio.gather(
        *(answer(number, line, token) for number, (line, token, _) in enumerate(phones))
    )
    counted = 0
    while counted < len(phones) and time.perf_counter() - start < _HELD_SECONDS:
        await asyncio.sleep(0.005)
        counted = json.loads(presenter.last)["room"]["question"]["tally"]["answers"]
    shown = (time.perf_counter() - start) * 1000
    return list(times), max(times), shown, counted


def _budgets(ways: list[Seen]) -> str:
    rows = []
    for one in ways:
        p95 = percentile(one.scenes, 0.95)
        seconds = one.shown / 1000
        most = max(one.megabytes)
        rows += [
            [f"scene on {_PHONES} phones, p95: {one.name}", str(_SCENE), f"{p95:.0f} ms",
             _SCENE.verdict(p95)],
            [f"{one.counted} of {_PHONES} answers counted: {one.name}", str(_ANSWERS),
             f"{seconds:.2f} s", _ANSWERS.verdict(seconds)],
            [f"{_CROWD} connections held: {one.name}", str(_HELD), f"{one.lost} lost",
             _HELD.verdict(one.lost)],
            [f"memory of the largest process: {one.name}", str(_MEMORY), f"{most:.0f} MB",
             _MEMORY.verdict(most)],
        ]  # fmt: skip
    note = (
        "From the presenter's click until the phone has the scene; from the first answer until the"
        " projector shows all. Clients and server share the machine."
    )
    return table("Rooms: budgets", ["what", "budget", "value", "verdict"], rows, note=note)


def _times(ways: list[Seen], *, loop: float) -> str:
    rows = []
    for one in ways:
        for what, times in (
            (f"scene, {_PHONES} phones", one.scenes),
            (f"answer acknowledged, {_PHONES} at once", one.answered),
            (f"scene, {_CROWD} phones", one.crowd),
        ):
            p50, p95 = percentile(times, 0.5), percentile(times, 0.95)
            rows.append([f"{what}: {one.name}", ms(p50), ms(p95), ms(max(times)), ratio(p95, loop)])
    memory = "; ".join(
        f"{one.name}: {', '.join(f'{size:.0f}' for size in one.megabytes)} MB by process,"
        f" {one.processor:.0f} ms of processor a scene"
        for one in ways
    )
    head = ["what", "p50 ms", "p95 ms", "worst ms", "p95 x loop"]
    note = f"{memory}. Calibration loop {loop:.1f} ms."
    return table("Rooms: times", head, rows, note=note)
