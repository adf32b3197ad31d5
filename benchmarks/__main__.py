"""Run all benchmarks, or those that are named: `python -m benchmarks page switch`."""

import sys
from collections.abc import Sequence
from importlib import import_module

from benchmarks.machine import machine
from benchmarks.timing import measured_loop

# A benchmark and its module: one function, run(), that returns its tables.
ALL = {
    "page": "page",
    "switch": "switch",
    "import": "start",
    "estimates": "estimates",
    "callbacks": "callbacks",
    "mismatch": "mismatch",
    "scenarios": "scenarios",
    "drag": "drag",
    "load": "load",
    "rooms": "rooms",
    "faults": "faults",
    "exports": "exports",
    "profiles": "profiles",
    "records": "records",
    "vitals": "vitals",
}


def main(names: Sequence[str]) -> int:
    """Print the tables of each benchmark in `names`, of all where there are none."""
    unknown = [name for name in names if name not in ALL]
    if unknown:
        print(f"There is no benchmark {unknown[0]}. There are: {', '.join(ALL)}.", file=sys.stderr)
        return 2
    print(f"{machine()}\n")
    for name in names or ALL:
        print(f"## {name}\n", flush=True)
        before = measured_loop()
        print(import_module(f"benchmarks.{ALL[name]}").run())
        print(f"The loop took {before} before, {measured_loop()} after.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
