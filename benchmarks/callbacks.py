"""The page's server callbacks under people who click, and under as much as one worker takes."""

import asyncio
import json
import random
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit
from urllib.request import urlopen

from benchmarks import harness
from benchmarks.harness import Served
from benchmarks.report import Budget, ms, ratio, table
from benchmarks.timing import calibration, percentile
from dashboard.world import world

_SECONDS = 5
_USERS_SECONDS = 12
_USERS = 50
_THINK = (1.0, 3.0)
_BUDGET = Budget(most=20, unit="ms")
_PATH = "/_dash-update-component"
_PARTS, _CHART = "headline.html", "ranking.children"


@dataclass
class Load:
    """What one run saw: the time of each answer in ms, and how many were not 200."""

    seconds: float = 0
    processor_ms: float = 0
    times: dict[str, list[float]] = field(default_factory=dict)
    wrong: int = 0
    received: int = 0

    @property
    def answers(self) -> int:
        """How many there were."""
        return sum(map(len, self.times.values()))

    def add(self, name: str, milliseconds: float) -> None:
        """One answer."""
        self.times.setdefault(name, []).append(milliseconds)


class Callback:
    """A server callback as the browser asks for it, described by the server itself."""

    def __init__(self, described: list[dict[str, Any]], output: str) -> None:
        self.described = next(one for one in described if output in one["output"])

    def body(self, search: str) -> bytes:
        """The request that follows the URL to `search`."""
        name = self.described["output"]
        outputs = [
            dict(zip(("id", "property"), one.rsplit(".", 1), strict=True))
            for one in name.strip(".").split("...")
        ]
        known = {"search": search, "painted": True}
        inputs = [{**one, "value": known[one["property"]]} for one in self.described["inputs"]]
        request = {
            "output": name,
            "outputs": outputs if name.startswith("..") else outputs[0],
            "inputs": inputs,
            "changedPropIds": ["map-url.search"],
            "parsedChangedPropsIds": ["map-url.search"],
        }
        return json.dumps(request).encode()


class Connection:
    """One kept-alive connection: as little client as can be, so that it measures the server."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        self._host, self._port = parts.hostname, parts.port
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def post(self, body: bytes) -> tuple[int, int]:
        """Status and length of the answer to a callback."""
        if self._streams is None:
            self._streams = await asyncio.open_connection(self._host, self._port)
        reader, writer = self._streams
        head = (
            f"POST {_PATH} HTTP/1.1\r\nHost: {self._host}:{self._port}\r\n"
            "Content-Type: application/json\r\nAccept: application/json\r\n"
            f"Accept-Encoding: gzip\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        writer.write(head.encode() + body)
        answer = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        length = int(answer.partition("content-length: ")[2].partition("\r")[0])
        await reader.readexactly(length)
        return int(answer.split(" ", 2)[1]), length

    def close(self) -> None:
        """Hang up."""
        if self._streams:
            self._streams[1].close()


class Click:
    """What one click asks the server for: a view, and the callbacks that follow it."""

    def __init__(self, address: str) -> None:
        with urlopen(f"{address}/_dash-dependencies") as answer:
            described = json.load(answer)
        self._callbacks = {name: Callback(described, name) for name in (_PARTS, _CHART)}
        self._choices = world().choices
        self._random = random.Random(1)

    def bodies(self) -> dict[str, bytes]:
        """A body per callback, all for one view that is picked at random."""
        layer = self._random.choice(list(self._choices.measures))
        measure = self._random.choice(self._choices.measures[layer])
        province = self._random.choice(["", *self._choices.provinces])
        lang = self._random.choice(["en", "km"])
        search = f"?lang={lang}&layer={layer}&measure={measure}&province={province}"
        return {name: one.body(search) for name, one in self._callbacks.items()}


def run() -> str:
    """Every table of this benchmark."""
    loop = calibration()
    with harness.server() as served:
        served.wait_until_idle()
        click = Click(served.address)
        asyncio.run(_saturate(served, click, clients=1, seconds=1))
        people = asyncio.run(_people(served, click))
        one = asyncio.run(_saturate(served, click, clients=1, seconds=_SECONDS))
        many = asyncio.run(_saturate(served, click, clients=_USERS, seconds=_SECONDS))
    return "\n".join(
        [
            _budget(people),
            _table(f"{_USERS} people who click every 1 to 3 s", people, loop),
            _table("saturation, 1 client without a pause", one, loop),
            _table(f"saturation, {_USERS} clients without a pause", many, loop),
        ]
    )


async def _saturate(served: Served, click: Click, *, clients: int, seconds: float) -> Load:
    """`clients` that ask again at once: what the server can do, not what people feel."""
    load = Load()
    end = time.perf_counter() + seconds

    async def client() -> None:
        line = Connection(served.address)
        while time.perf_counter() < end:
            await _ask(line, _PARTS, click.bodies()[_PARTS], load)
        line.close()

    await _together(served, load, *(client() for _ in range(clients)))
    return load


async def _people(served: Served, click: Click) -> Load:
    """People who look at the page between clicks; a click asks for text and chart together."""
    load = Load()
    end = time.perf_counter() + _USERS_SECONDS

    async def person(number: int) -> None:
        own = random.Random(number)
        lines = {name: Connection(served.address) for name in (_PARTS, _CHART)}
        await asyncio.sleep(own.uniform(0, _THINK[1]))
        while time.perf_counter() < end:
            bodies = click.bodies()
            await asyncio.gather(
                *(_ask(lines[name], name, body, load) for name, body in bodies.items())
            )
            await asyncio.sleep(own.uniform(*_THINK))
        for line in lines.values():
            line.close()

    await _together(served, load, *(person(number) for number in range(_USERS)))
    return load


async def _together(served: Served, load: Load, *clients: Any) -> None:
    start, used = time.perf_counter(), served.processor_ms()
    await asyncio.gather(*clients)
    load.seconds = time.perf_counter() - start
    load.processor_ms = served.processor_ms() - used


async def _ask(line: Connection, name: str, body: bytes, load: Load) -> None:
    start = time.perf_counter()
    status, length = await line.post(body)
    load.add(name, (time.perf_counter() - start) * 1000)
    load.received += length
    load.wrong += status != 200


def _budget(load: Load) -> str:
    p95 = percentile(load.times[_PARTS], 0.95)
    row = [f"callback p95, {_USERS} people", str(_BUDGET), f"{p95:.1f} ms", _BUDGET.verdict(p95)]
    return table("Callbacks: budget", ["what", "budget", "value", "verdict"], [row])


def _table(title: str, load: Load, loop: float) -> str:
    rows = []
    for name, times in load.times.items():
        p50, p95 = percentile(times, 0.5), percentile(times, 0.95)
        rate = f"{len(times) / load.seconds:.0f}"
        rows.append(
            [
                _TITLES[name],
                rate,
                ms(p50),
                ms(p95),
                ms(max(times)),
                ratio(p95, loop),
                str(len(times)),
            ]
        )
    head = ["callback", "a second", "p50 ms", "p95 ms", "worst ms", "p95 x loop", "answers"]
    note = (
        f"{load.received / load.answers / 1000:.1f} kB (gzip) and"
        f" {load.processor_ms / load.answers:.1f} ms of the server's processor time an answer;"
        f" {load.wrong} not answered with 200. Calibration loop {loop:.1f} ms."
    )
    return table(f"Callbacks: {title}", head, rows, note=note)


_TITLES = {_PARTS: "headline, notice, panel, table", _CHART: "ranking chart"}
