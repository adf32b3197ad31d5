"""How far a long command is: a bar on a terminal, a line a file elsewhere."""

import sys
from pathlib import Path

_WIDE = 30


class Progress:
    """Told of every file that is over; writes to standard error."""

    def __init__(self, total: int) -> None:
        """`total`: how many files there will be."""
        self._total = total
        self._over = 0
        self._bar = sys.stderr.isatty()

    def __call__(self, path: Path, error: str) -> None:
        """A file is over; `error` is empty where it is there."""
        self._over += 1
        count = f"{self._over:>{len(str(self._total))}}/{self._total}"
        if self._bar:
            full = round(_WIDE * self._over / self._total)
            bar = "█" * full + "·" * (_WIDE - full)
            sys.stderr.write(f"\r\x1b[K{bar} {count} {path.name}")
        else:
            sys.stderr.write(f"{count} {path.name}{': failed' if error else ''}\n")
        sys.stderr.flush()

    def close(self) -> None:
        """Leave the line of the bar."""
        if self._bar and self._over:
            sys.stderr.write("\n")
