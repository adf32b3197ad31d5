"""An SQLite file that is locked, read-only, gone, full or damaged: said plainly, nothing lost."""

import os
import shutil
import sqlite3
import time
from pathlib import Path
from typing import Any

import pytest

from dashboard.store import (
    Damaged,
    Saved,
    Store,
    StoreError,
    StoreUnavailable,
    scenarios,
)
from dashboard.store.health import look
from dashboard.store.store import RETRY_SECONDS
from tests.dashboard.store.worker import Worker

PATIENCE = 2.5


def create(store: Store, name: str = "A") -> Saved:
    return scenarios.create(store, name=name, note="", author="", document={"name": name})


def refusal(ask: Any) -> str:
    """The key of the problem, which is told within about two seconds."""
    begin = time.monotonic()
    with pytest.raises(StoreError) as refused:
        ask()
    assert time.monotonic() - begin < PATIENCE
    return refused.value.key


def test_locked_by_another_process(on_file: Store, file: Path) -> None:
    saved = create(on_file)
    other = Worker("hold", str(file))
    other.go()
    assert other.hear() == "held"
    assert refusal(lambda: create(on_file)) == "store_locked"
    assert scenarios.get(on_file, id=saved.id) == saved, "reading goes on"
    assert look(on_file) == "read-only"
    other.go()
    assert other.end() == ["let go"]
    assert create(on_file).version == 1
    assert look(on_file) == "ok"


def test_locked_while_the_atlas_starts(on_file: Store, file: Path) -> None:
    saved = create(on_file)
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    other.execute("UPDATE scenarios SET found_by = found_by")
    begin = time.monotonic()
    store = Store.open(f"sqlite:///{file}")
    assert time.monotonic() - begin < PATIENCE
    assert store.problem and store.problem.key == "store_locked"
    assert refusal(lambda: scenarios.listing(store)) == "store_locked"
    other.rollback()
    other.close()
    time.sleep(RETRY_SECONDS)
    assert scenarios.get(store, id=saved.id) == saved


@pytest.fixture
def without_rights(file: Path) -> tuple[str, ...]:
    """How to run a worker that cannot write here; root needs to give up that power."""
    if os.geteuid() != 0:
        return ()
    powers = "-dac_override,-dac_read_search,-fowner"
    return ("setpriv", f"--bounding-set={powers}", f"--inh-caps={powers}")


@pytest.mark.parametrize("folder_mode", [0o555, 0o755])
def test_read_only(
    on_file: Store, file: Path, without_rights: tuple[str, ...], folder_mode: int
) -> None:
    create(on_file, "Kept")
    file.chmod(0o444)
    file.parent.chmod(folder_mode)
    try:
        worker = Worker("read", f"sqlite:///{file}", before=without_rights)
        worker.go()
        told = worker.end()[0]
    finally:
        file.parent.chmod(0o755)
        file.chmod(0o644)
    assert told == {
        "opened": "ok",
        "names": ["Kept"],
        "problem": ["StoreReadOnly", "store_read_only"],
        "state": "read-only",
    }
    assert create(on_file).version == 1


def test_a_folder_that_cannot_be_made(tmp_path: Path, without_rights: tuple[str, ...]) -> None:
    tmp_path.chmod(0o555)
    try:
        worker = Worker("read", f"sqlite:///{tmp_path}/var/atlas.db", before=without_rights)
        worker.go()
        told = worker.end()[0]
    finally:
        tmp_path.chmod(0o755)
    assert told["opened"] == "store_forbidden"
    assert told["problem"][0] == "StoreUnavailable" and told["state"] == "unavailable"


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "var").write_text("mine")
    store = Store.open(f"sqlite:///{tmp_path}/var/atlas.db")
    assert isinstance(store.problem, StoreUnavailable)
    assert look(store) == "unavailable"
    assert (tmp_path / "var").read_text() == "mine"


@pytest.mark.parametrize("what", ["file", "folder"])
def test_gone_while_the_atlas_runs(on_file: Store, file: Path, what: str) -> None:
    saved = create(on_file)
    aside = file.parent.with_name("aside")
    shutil.copytree(file.parent, aside)
    if what == "folder":
        shutil.rmtree(file.parent)
    else:
        file.unlink()
    assert refusal(lambda: create(on_file)) == "store_gone"
    assert refusal(lambda: scenarios.get(on_file, id=saved.id)) == "store_gone"
    assert look(on_file) == "unavailable"
    assert not file.exists(), "no empty one is put in its place"
    shutil.copytree(aside, file.parent, dirs_exist_ok=True)
    time.sleep(RETRY_SECONDS)
    assert scenarios.get(on_file, id=saved.id) == saved
    assert create(on_file).version == 1


def test_emptied_while_the_atlas_runs(on_file: Store, file: Path) -> None:
    saved = create(on_file)
    whole = file.read_bytes()
    file.write_bytes(b"")
    assert refusal(lambda: scenarios.listing(on_file)) == "store_damaged"
    assert refusal(lambda: create(on_file)) == "store_damaged"
    assert file.read_bytes() == b"", "it does not begin anew unasked"
    file.write_bytes(whole)
    time.sleep(RETRY_SECONDS)
    assert scenarios.get(on_file, id=saved.id) == saved


def test_full(on_file: Store, file: Path) -> None:
    """Files may not grow beyond a limit of the process (RLIMIT_FSIZE), which needs no root."""
    create(on_file)
    worker = Worker("fill", f"sqlite:///{file}")
    worker.go()
    told = worker.end()[0]
    assert told["problem"] == ["StoreReadOnly", "store_full"]
    assert 3 < len(told["saved"]) == told["listed"] - 1
    assert told["after"] == 1, "once there is room, saving works again"
    for id, digest in told["saved"]:
        assert scenarios.get(on_file, id=id).digest == digest


@pytest.mark.parametrize("damage", ["beginning", "all", "cut short"])
def test_a_damaged_file(on_file: Store, file: Path, damage: str) -> None:
    create(on_file)
    whole = file.read_bytes()
    spoilt = {
        "beginning": b"\xff" * 100 + whole[100:],
        "all": os.urandom(len(whole)),
        "cut short": whole[: len(whole) // 2],
    }
    file.write_bytes(spoilt[damage])
    store = Store.open(f"sqlite:///{file}")
    assert refusal(lambda: scenarios.listing(store)) == "store_damaged"
    assert look(store) == "unavailable"
    assert file.read_bytes()[200:] == spoilt[damage][200:], "a damaged file is not written to"
    file.write_bytes(whole)
    time.sleep(RETRY_SECONDS)
    assert scenarios.listing(store).total == 1


def test_pages_that_are_damaged_never_end_in_anything_but_a_problem(
    on_file: Store, file: Path
) -> None:
    ids = [create(on_file, f"S{n} " + "x" * 100).id for n in range(60)]
    whole = bytearray(file.read_bytes())
    read = 0
    for page in range(1, len(whole) // 4096):
        spoilt = bytearray(whole)
        spoilt[page * 4096 + 50 : page * 4096 + 4096 : 7] = b"\xa5" * len(range(50, 4096, 7))
        file.write_bytes(spoilt)
        store = Store.open(f"sqlite:///{file}")
        for id in ids[::10]:
            try:
                saved = scenarios.get(store, id=id)
            except StoreError:
                continue
            assert saved.document == {"name": saved.name}
            read += 1
    assert read


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("document", '{"name":"B"}'),
        ("document", "{"),
        ("document", b"\xff\xfe"),
        ("name", "Another"),
        ("name", 7),
        ("digest", ""),
    ],
)
def test_one_damaged_version_is_named_and_all_others_can_be_used(
    on_file: Store, file: Path, column: str, value: Any
) -> None:
    first, other = create(on_file, "A"), create(on_file, "Other")
    again = scenarios.restore_version(on_file, id=first.id, version=1)
    spoiler = sqlite3.connect(file)
    spoiler.execute(
        f"UPDATE scenario_versions SET {column} = ? WHERE scenario_id = ? AND version = 2",
        (value, first.id),
    )
    spoiler.commit()
    spoiler.close()
    with pytest.raises(Damaged) as refused:
        scenarios.get(on_file, id=first.id)
    assert refused.value.fields["id"] == first.id and refused.value.fields["version"] == 2
    assert str(refused.value.fields["name"]) in str(refused.value)
    assert scenarios.get(on_file, id=first.id, version=1).document == again.document
    assert scenarios.get(on_file, id=other.id) == other
    assert scenarios.listing(on_file).total == 2
    assert len(scenarios.history(on_file, id=first.id)) == 2
    assert look(on_file) == "ok"
    restored = scenarios.restore_version(on_file, id=first.id, version=1)
    assert scenarios.get(on_file, id=first.id) == restored
