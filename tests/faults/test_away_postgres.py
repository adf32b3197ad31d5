"""PostgreSQL crashes under load: pages go on, saving says so, and works again once it is back."""

from pathlib import Path

from dashboard.store import StoreUnavailable
from tests.dashboard.store import postgres
from tests.faults.asks import words_of
from tests.faults.away_postgres import played


def test_postgresql_crashes_and_comes_back(tmp_path: Path, database: postgres.Server) -> None:
    seen = played(tmp_path, database=database)
    assert not seen.failed
    assert seen.told == {words_of(StoreUnavailable("store_unreachable"))}
    assert seen.saved and not seen.lost
    assert "Traceback" not in (tmp_path / "log").read_text(encoding="utf-8")
