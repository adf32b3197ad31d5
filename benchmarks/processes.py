"""A command and everything it starts: how long it takes, and how much memory they need together."""

import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import harness

_LOOK_EVERY_S = 0.2
_PROC = Path("/proc")


@dataclass(frozen=True, kw_only=True)
class Spent:
    """Seconds by the clock, and the most megabytes at one time, shared ones counted once."""

    seconds: float
    megabytes: float


def watched(command: Sequence[str]) -> Spent:
    """Run a command to its end. Raises `CalledProcessError` where it fails."""
    start, most = time.perf_counter(), 0.0
    process = subprocess.Popen(
        command, cwd=harness.ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    while process.poll() is None:
        most = max(most, sum(map(_megabytes, _with_children(process.pid))))
        time.sleep(_LOOK_EVERY_S)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Spent(seconds=time.perf_counter() - start, megabytes=most)


def _with_children(pid: int) -> list[int]:
    found = [pid]
    for task in _PROC.glob(f"{pid}/task/*/children"):
        for child in _read(task).split():
            found += _with_children(int(child))
    return found


def _megabytes(pid: int) -> float:
    """Memory of a process, its part of what it shares; nothing once it has ended."""
    for line in _read(_PROC / str(pid) / "smaps_rollup").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    return 0.0


def _read(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:
        return ""
