"""A data folder that is read-only: the atlas starts, serves, and says why nothing is saved."""

from pathlib import Path

import pytest

from benchmarks import harness
from dashboard.store import Store, StoreReadOnly, StoreUnavailable, scenarios
from tests.faults.asks import words_of
from tests.faults.load import load
from tests.faults.mounts import NoMountError, read_only
from tests.faults.outcome import store_of

SECONDS = 5


@pytest.mark.parametrize("kept", [True, False], ids=["with scenarios", "empty"])
def test_a_folder_that_is_read_only(tmp_path: Path, kept: bool) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    url = f"sqlite:///{folder}/atlas.db"
    if kept:
        store = Store.open(url)
        scenarios.create(store, name="Kept", note="", author="", document={})
        store.close()
    before = {one.name: one.read_bytes() for one in folder.iterdir()}
    log = tmp_path / "log"
    try:
        with (
            read_only(folder),
            harness.server(log=log, ATLAS_DATABASE_URL=url) as served,
            load(served.address, readers=4, writers=2) as here,
        ):
            here.goes_on(SECONDS)
            state = store_of(served.address)
    except NoMountError as missing:
        pytest.skip(str(missing))
    assert here.tried and not here.failed and not here.saved
    problem = StoreReadOnly("store_read_only") if kept else StoreUnavailable("store_forbidden")
    assert {one.told for one in here.tried if one.kind == "save"} == {words_of(problem)}
    assert state == ("read-only" if kept else "unavailable")
    listed = [one.told for one in here.tried if one.kind == "list"]
    assert all(told.startswith("Kept") if kept else told == words_of(problem) for told in listed)
    assert {one.name: one.read_bytes() for one in folder.iterdir()} == before
    assert "Traceback" not in log.read_text(encoding="utf-8")
