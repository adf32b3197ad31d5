"""Files that take long: all profiles for print, from a start without anything worked out."""

import sys
import tempfile

from benchmarks.processes import Spent, watched
from benchmarks.report import Budget, ms, ratio, table
from benchmarks.timing import calibration
from dashboard.words import LANGUAGES

_TIME = Budget(most=60, unit="s")
_MEMORY = Budget(most=1000, unit="MB")


def run() -> str:
    """Every table of this benchmark."""
    loop = calibration()
    spent = {lang: _profiles(lang) for lang in LANGUAGES}
    budgets = [
        row
        for lang, one in spent.items()
        for row in (
            [
                f"all profiles, {lang}: time",
                str(_TIME),
                f"{one.seconds:.1f} s",
                _TIME.verdict(one.seconds),
            ],
            [
                f"all profiles, {lang}: memory",
                str(_MEMORY),
                f"{one.megabytes:.0f} MB",
                _MEMORY.verdict(one.megabytes),
            ],
        )
    ]
    costs = [
        [f"all profiles, {lang}", ms(1000 * one.seconds), ratio(1000 * one.seconds, loop)]
        for lang, one in spent.items()
    ]
    note = "By the clock, the start of Python and the analysis included; memory of all processes."
    return "\n".join(
        [
            table("Profiles: budgets", ["what", "budget", "value", "verdict"], budgets),
            table("Profiles: cost", ["what", "ms", "x loop"], costs, note=note),
        ]
    )


def _profiles(lang: str) -> Spent:
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "dashboard", "profiles", "--lang", lang, "--out", folder]
        return watched(command)
