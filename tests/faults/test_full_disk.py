"""The disk fills up under load: saving says so and works again with room, and reading goes on."""

from pathlib import Path

import pytest

from dashboard.store import StoreReadOnly
from tests.faults.asks import words_of
from tests.faults.full_disk import played
from tests.faults.mounts import NoMountError


def test_the_disk_fills_up_and_is_given_room(tmp_path: Path) -> None:
    try:
        seen = played(tmp_path)
    except NoMountError as missing:
        pytest.skip(str(missing))
    full = words_of(StoreReadOnly("store_full"))
    assert not seen.failed
    assert seen.told == {full}
    assert seen.saved and not seen.lost
    assert seen.note.endswith("/health said read-only"), seen.note
    assert "Traceback" not in (tmp_path / "log").read_text(encoding="utf-8")
