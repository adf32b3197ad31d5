"""A worker is killed under load: the other answers, and nothing that was confirmed is lost."""

from pathlib import Path

from tests.dashboard.store import postgres
from tests.faults.killed_worker import played
from tests.faults.outcome import MOST_FAILED


def test_one_of_two_workers_is_killed(tmp_path: Path, database: postgres.Server) -> None:
    seen = played(tmp_path, database=database)
    assert seen.saved and not seen.lost
    assert seen.share < MOST_FAILED, seen.failed
    assert {one.status for one in seen.failed} <= {0}, "what failed was under way, and broke off"
    assert not seen.told, "no save was refused"
    assert "Traceback" not in (tmp_path / "log").read_text(encoding="utf-8")
