"""Where uploaded files lie while they are read: a folder of this process, gone when it ends.

What a process that was killed has left behind is removed by the next one that starts: its folder
is no longer locked.
"""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

_LOCK = "lock"
_ROOM = "corridor-atlas-records"


class Folder:
    """A folder of its own, readable by nobody else, locked while this process lives."""

    def __init__(self, base: Path | None = None) -> None:
        """Makes it, and removes what dead processes have left. `base`: where all of them lie."""
        self._base = base or Path(tempfile.gettempdir()) / f"{_ROOM}-{os.getuid()}"
        self._base.mkdir(mode=0o700, parents=True, exist_ok=True)
        if self._base.is_symlink() or self._base.stat().st_uid != os.getuid():
            raise PermissionError(f"{self._base} belongs to somebody else. Remove it.")
        clear(self._base)
        self.path = Path(tempfile.mkdtemp(dir=self._base))
        self._lock = _locked(self.path)

    @contextmanager
    def room(self) -> Iterator[Path]:
        """A folder for one file, removed with all that is in it, whatever happens."""
        if not self.path.is_dir():  # who tidies temporary files has taken it
            self._lock.close()
            self.path.mkdir(mode=0o700, parents=True)
            self._lock = _locked(self.path)
        path = Path(tempfile.mkdtemp(dir=self.path))
        try:
            yield path
        finally:
            shutil.rmtree(path, ignore_errors=True)

    def close(self) -> None:
        """Remove everything."""
        shutil.rmtree(self.path, ignore_errors=True)
        self._lock.close()


def clear(base: Path) -> None:
    """Remove the folders below `base` whose process has ended."""
    for path in base.iterdir():
        if not path.is_dir() or path.is_symlink():
            continue
        try:
            lock = _locked(path)
        except OSError:
            continue
        shutil.rmtree(path, ignore_errors=True)
        lock.close()


def _locked(path: Path) -> IO[bytes]:
    """The lock of a folder. Raises `OSError` where a living process has it."""
    file = (path / _LOCK).open("ab")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.close()
        raise
    return file
