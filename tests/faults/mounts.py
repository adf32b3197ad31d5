"""Small and read-only file systems, as root alone may make them."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class NoMountError(Exception):
    """No file system can be mounted here; the message says why."""


@contextmanager
def small_disk(folder: Path, *, megabytes: int) -> Iterator[Path]:
    """An empty disk in memory at `folder`, of so many megabytes.

    Raises:
        NoMountError: that takes root, and a machine that lets root do it.
    """
    folder.mkdir()
    with _mounted(folder, "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs"):
        yield folder


@contextmanager
def read_only(folder: Path) -> Iterator[Path]:
    """The folder as it is, but nobody can write to it, not even root.

    Raises:
        NoMountError: that takes root, and a machine that lets root do it.
    """
    with _mounted(folder, "--bind", str(folder)):
        _run("mount", "-o", "remount,ro,bind", str(folder))
        yield folder


@contextmanager
def _mounted(folder: Path, *how: str) -> Iterator[None]:
    if os.geteuid() != 0:
        raise NoMountError("Only root may mount a disk of its own for this test.")
    _run("mount", *how, str(folder))
    try:
        yield
    finally:
        _run("umount", "--lazy", str(folder))


def _run(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise NoMountError(f"{command[0]} is not allowed here: {done.stderr.strip()}")
