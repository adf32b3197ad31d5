"""The SQLite file is damaged under load: pages go on, nothing is written anew, a backup helps."""

from pathlib import Path

import pytest

from dashboard.store import StoreUnavailable
from tests.faults.asks import words_of
from tests.faults.damaged_file import DAMAGES, played

DAMAGED = StoreUnavailable("store_damaged")
EMPTIED = "emptied"


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_is_said_and_brought_back(tmp_path: Path, damage: str) -> None:
    seen = played(tmp_path, damage=damage)
    for part in (seen.serving, seen.starting, seen.after):
        assert part.tried and not part.failed
    told = {one.told for one in seen.serving.tried if one.kind == "save" and not one.made}
    assert words_of(DAMAGED) in told
    assert "restore FILE --replace" in str(DAMAGED)
    assert seen.stores[0] == "unavailable"
    if damage != EMPTIED:  # a start takes an empty file for a new one: there is nothing to keep
        assert seen.stores[1] == "unavailable"
        assert seen.opened == str(DAMAGED)
        assert not seen.starting.saved
        assert seen.kept_aside
    assert seen.backed_up and seen.after.saved and not seen.lost
    assert "Traceback" not in (tmp_path / "log").read_text(encoding="utf-8")
