"""Uploaded files: gone after the answer, after the end, and after a process was killed."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.registry.folder import Folder

KILLED = """
import sys
from pathlib import Path
from dashboard.registry.folder import Folder
folder = Folder(Path(sys.argv[1]))
room = folder.room()
(room.__enter__() / "records").write_text("a name")
print(folder.path, flush=True)
input()
"""
ROOT = Path(__file__).parents[3]


def test_a_room_is_gone_whatever_happens(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "rooms")
    with pytest.raises(RuntimeError), folder.room() as room:
        (room / "records").write_text("a name")
        raise RuntimeError
    assert not room.exists()
    folder.close()
    assert not folder.path.exists()


def test_nobody_else_can_read_it(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "rooms")
    assert [path.stat().st_mode & 0o077 for path in (folder.path, folder.path.parent)] == [0, 0]
    folder.close()


def test_the_next_start_removes_what_a_killed_process_left_and_nothing_else(
    tmp_path: Path,
) -> None:
    base = tmp_path / "rooms"
    killed = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(base)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    assert killed.stdout is not None
    left = Path(killed.stdout.readline().strip())
    living = Folder(base)
    assert left.exists(), "a living process keeps its own"
    killed.send_signal(signal.SIGKILL)
    killed.communicate()
    assert [path.name for path in left.rglob("records")] == ["records"]
    after = Folder(base)
    assert not left.exists()
    assert living.path.exists()
    living.close()
    after.close()
