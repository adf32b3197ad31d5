"""`python -m benchmarks.peers`: the same map in each tool, in one run, side by side."""

import argparse
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser

from benchmarks import harness
from benchmarks.machine import machine
from benchmarks.page import Reader
from benchmarks.peers import data
from benchmarks.peers.tools import OTHERS, OURS, PEERS, Tool, serving, versions
from benchmarks.peers.visit import FAST, SLOW, Seen, asks_elsewhere, visit
from benchmarks.report import Budget, kilobytes, ms, table
from benchmarks.timing import measured_loop

_BYTES = Budget(most=450, unit="kB")
_HALF = Budget(most=0.5, unit="x")
_BUDGETED = ("Streamlit", "Panel", "Vizro")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure every tool and print the tables."""
    asked = argparse.ArgumentParser(prog="python -m benchmarks.peers", description=__doc__)
    asked.add_argument("--fast", type=int, default=5, help="openings on the fast profile")
    asked.add_argument("--slow", type=int, default=3, help="openings on the slow profile")
    asked.add_argument("--switches", type=int, default=10, help="switches in each opening")
    given = asked.parse_args(arguments)
    if not PEERS.is_dir():
        print("The peers are not installed: make bench-peers installs them.", file=sys.stderr)
        return 2
    before = measured_loop()
    seen: dict[Reader, dict[str, list[Seen]]] = {FAST: {}, SLOW: {}}
    memory, offline = {}, []
    with tempfile.TemporaryDirectory() as made, harness.browser() as opened:
        folder = Path(made)
        data.write(folder)
        for tool in (OURS, *OTHERS):
            with serving(tool, folder) as served:
                visit(opened, tool, served, FAST, switches=1)
                for who, times in ((FAST, given.fast), (SLOW, given.slow)):
                    seen[who][tool.name] = [
                        visit(opened, tool, served, who, switches=given.switches)
                        for _ in range(times)
                    ]
                memory[tool.name] = served.memory_mb()
            offline.append(_offline(opened, tool, folder))
    for who, found in seen.items():
        if all(found.values()):
            print(_side_by_side(who, found, memory))
    print(_budgets(seen))
    head = ["tool", "painted without internet", "asks other hosts"]
    print(table("Peers: as each tool does it by itself, offline", head, offline))
    told = ", ".join(f"{name} {number}" for name, number in versions().items())
    print(
        f"{machine()}\nVersions: {told}.\nThe loop took {before} before, {measured_loop()} after."
    )
    return 0


def _offline(opened: Browser, tool: Tool, folder: Path) -> list[str]:
    """What happens where nobody told plotly to look for its world map here."""
    with serving(tool, folder, local=False) as served:
        painted, hosts = asks_elsewhere(opened, tool, served)
    return [tool.name, "yes" if painted else "NO", ", ".join(hosts) or "none"]


def _side_by_side(
    who: Reader, found: Mapping[str, Sequence[Seen]], memory: Mapping[str, float]
) -> str:
    ours = _middle(found[OURS.name])
    rows = []
    for name, visits in found.items():
        one = _middle(visits)
        cells = [name, kilobytes(one.bytes), str(one.requests), ms(one.seen), ms(one.painted)]
        cells += [_times(one.painted, ours.painted), ms(one.switches[0])]
        cells += [_times(one.switches[0], ours.switches[0]), ms(one.blocking)]
        rows.append([*cells, f"{memory[name]:.0f}"])
    head = ["tool", "kB", "requests", "seen ms", "live ms", "x ours", "switch ms", "x ours"]
    note = (
        f"Medians of {len(found[OURS.name])} openings, empty cache. kB and requests until the map"
        " is live, websockets included. Seen: all provinces are on screen; live: and can be used."
        " Blocking: of every task, what it took beyond 50 ms."
    )
    title = f"Peers: the same map ({who.name})"
    return table(title, [*head, "blocking ms", "server MB"], rows, note=note)


def _middle(visits: Sequence[Seen]) -> Seen:
    return Seen(
        bytes=round(median(one.bytes for one in visits)),
        requests=round(median(one.requests for one in visits)),
        seen=median(one.seen for one in visits),
        painted=median(one.painted for one in visits),
        blocking=median(one.blocking for one in visits),
        switches=(median(time for one in visits for time in one.switches),),
    )


def _times(value: float, ours: float) -> str:
    return f"{value / ours:.1f}"


def _budgets(seen: Mapping[Reader, Mapping[str, Sequence[Seen]]]) -> str:
    rows = []
    for who, found in seen.items():
        if not all(found.values()):
            continue
        profile, ours = who.name.partition(":")[0], _middle(found[OURS.name])
        size = ours.bytes / 1000
        row = [f"first load, {profile}", str(_BYTES), f"{size:.1f} kB", _BYTES.verdict(size)]
        rows.append(row)
        for name in _BUDGETED:
            share = ours.painted / _middle(found[name]).painted
            title = f"painted against {name}, {profile}"
            rows.append([title, str(_HALF), f"{share:.2f} x", _HALF.verdict(share)])
    return table("Peers: budgets", ["what", "budget", "value", "verdict"], rows)


if __name__ == "__main__":
    sys.exit(main())
