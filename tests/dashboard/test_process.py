"""How a process that serves begins: seen in one of its own."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BEGINS = """
import gc, os, threading
import app
app.create_server()
names = [one.name for one in threading.enumerate()]
print(gc.isenabled(), gc.get_freeze_count() > 0, names, flush=True)
os._exit(0)
"""


def test_it_works_ahead_and_leaves_what_stays_out_of_later_looks(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", BEGINS],
        cwd=ROOT,
        env={"PATH": "", "ATLAS_DATABASE_URL": f"sqlite:///{tmp_path}/atlas.db"},
        capture_output=True,
        text=True,
        check=True,
    )
    enabled, frozen, threads = ran.stdout.strip().split(" ", 2)
    assert (enabled, frozen) == ("True", "True")
    assert "'ahead'" in threads
