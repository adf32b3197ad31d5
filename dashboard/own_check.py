"""What `python -m dashboard areas check` runs, with ATLAS_AREAS naming the folder."""

import sys

from geodata import DataError, load
from geodata.boundaries.shapes import map_shapes

_DONE, _WRONG_DATA = 0, 1


def main() -> int:
    """Print the report; a wrong table is told in one line before anything else is brought in."""
    try:
        load()
        map_shapes()
        from dashboard.own_report import report

        lines = report()
    except DataError as problem:
        print(f"Corridor Atlas cannot start. {problem}", file=sys.stderr)
        return _WRONG_DATA
    print("\n".join(lines))
    return _DONE


if __name__ == "__main__":
    sys.exit(main())
