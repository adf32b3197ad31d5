"""The cold import of the app in a fresh process, and the time until it answers."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from statistics import median

from benchmarks import harness
from benchmarks.report import Budget, ms, ratio, table
from benchmarks.timing import calibration

_RUNS = 5
_SLOWEST = 12
_IMPORT = Budget(most=2, unit="s")


def run() -> str:
    """Every table of this benchmark."""
    loop = calibration()
    _python("import app")
    bare = [_python("pass") for _ in range(_RUNS)]
    whole = [_python("import app") for _ in range(_RUNS)]
    answered = [_first_answer() for _ in range(_RUNS)]
    with tempfile.TemporaryDirectory() as empty:
        compiled = [_python("import app", {"PYTHONPYCACHEPREFIX": empty})]
    seconds = median(whole) / 1000
    rows = [
        _row("Python alone", bare, loop),
        _row("import app", whole, loop),
        _row("import app, nothing compiled yet", compiled, loop),
        _row("start to the first answer of /health", answered, loop),
    ]
    return "\n".join(
        [
            table(
                "Import: budget",
                ["what", "budget", "value", "verdict"],
                [["import app", str(_IMPORT), f"{seconds:.2f} s", _IMPORT.verdict(seconds)]],
            ),
            table(
                "Import: times",
                ["what", "median ms", "best ms", "x loop", "runs"],
                rows,
                note=f"Each in a process of its own. Calibration loop {loop:.1f} ms.",
            ),
            _slowest(),
        ]
    )


def _row(title: str, times: list[float], loop: float) -> list[str]:
    middle = median(times)
    return [title, ms(middle), ms(min(times)), ratio(middle, loop), str(len(times))]


def _python(code: str, more: Mapping[str, str] | None = None) -> float:
    """Milliseconds of a Python process that runs `code`."""
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", code],
        cwd=harness.ROOT,
        env={**os.environ, **(more or {})},
        check=True,
    )
    return (time.perf_counter() - start) * 1000


def _first_answer() -> float:
    start = time.perf_counter()
    with harness.server():
        return (time.perf_counter() - start) * 1000


def _slowest() -> str:
    """The packages whose import costs most, with what they import for the first time."""
    told = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", "import app"],
        cwd=harness.ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stderr
    costs: dict[str, list[int]] = {}
    for line in told.splitlines():
        own, whole, name = (part.strip() for part in line.removeprefix("import time:").split("|"))
        if own.isdigit():
            package = costs.setdefault(name.partition(".")[0], [0, 0])
            package[0] += int(own)
            package[1] = max(package[1], int(whole))
    ranked = sorted(costs.items(), key=lambda item: -item[1][0])[:_SLOWEST]
    rows = [[name, ms(own / 1000), ms(whole / 1000)] for name, (own, whole) in ranked]
    head = ["package", "own modules ms", "with all it brings first ms"]
    note = "Told by -X importtime, which slows imports down itself: read it as shares."
    return table("Import: what it consists of", head, rows, note=note)
