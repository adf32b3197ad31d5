"""A backup holds one moment and goes back whole, from each kind of database into each."""

import gzip
import hashlib
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import select

from dashboard.store import NewLoad, Store, StoreError, accounts, audit, data, scenarios
from dashboard.store.backup import TABLES, back_up, look
from dashboard.store.backup_file import KIND, BackupError
from dashboard.store.restore import restore
from tests.dashboard.store import postgres
from tests.dashboard.store.worker import Worker

HARD = "ខេត្តកណ្តាល \"'\\ é 😀 --; DROP TABLE scenarios"


@pytest.fixture(params=["sqlite", "postgresql"])
def other(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a second, empty database of each kind."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/second/atlas.db"
        return
    server: postgres.Server = request.getfixturevalue("server")
    with server.database() as name:
        yield server.plain_url(name)


@pytest.fixture(autouse=True)
def aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where what is replaced is kept; with PostgreSQL, too, in a folder of this test."""
    folder = tmp_path / "aside"
    monkeypatch.setattr("dashboard.store.restore.folder_of", lambda _: folder)
    return folder


def fill(store: Store) -> None:
    """Something in every kind of table that people fill."""
    first = scenarios.create(store, name=HARD, note=HARD, author="", document={"a": HARD})
    scenarios.update(
        store, id=first.id, expected_version=1, name="B", note="", author="", document={"b": [1.5]}
    )
    scenarios.delete(store, id=first.id)
    scenarios.create(store, name="C", note="", author="", document={"pad": "x" * 50_000})
    accounts.add(store, name="Sok Dara", role="steward", password="$argon2id$…")
    load = NewLoad(kind="national", file_name="a.xlsx", file_hash="0" * 64, document={"rows": []})
    data.accept(store, loads=(load,), expected=0, author="", note=HARD)


def rows(url: str) -> dict[str, list[tuple[object, ...]]]:
    """All that a database keeps, but the line about the restore and what ends sessions."""
    store = Store.open(url)
    found = {}
    with store.reading() as connection:
        for table in TABLES:
            kept = [column for column in table.columns if column.name != "epoch"]
            asked = select(*kept).order_by(*table.primary_key.columns)
            found[table.name] = [tuple(row) for row in connection.execute(asked)]
    store.close()
    found["audit"] = [line for line in found["audit"] if "restore" not in line]
    return found


def test_a_backup_of_each_kind_goes_back_into_each_kind(
    store: Store, url: str, other: str, tmp_path: Path
) -> None:
    fill(store)
    file = tmp_path / "a.backup"
    assert back_up(store, file) == sum(map(len, rows(url).values())) == look(file).rows
    assert file.stat().st_mode & 0o777 == 0o600
    made = restore(other, file, replace=False)
    assert made.aside is None and made.rows == look(file).rows
    assert rows(other) == rows(url)
    second = Store.open(other)
    assert audit.checked(second).wrong is None
    assert audit.entries(second)[0].act == "restore"
    scenarios.create(second, name="After", note="", author="", document={})
    again = tmp_path / "b.backup"
    back_up(second, again)
    second.close()
    restore(url, again, replace=True)
    assert rows(url) == rows(other)


@pytest.mark.slow
def test_a_backup_that_is_made_while_others_save_holds_one_moment(
    url: str, other: str, tmp_path: Path
) -> None:
    workers = [Worker("save", url) for _ in range(2)]
    for worker in workers:
        worker.go()
    store = Store.open(url)
    acknowledged = [workers[0].hear(), workers[1].hear()]
    files = []
    for n in range(6):
        acknowledged += [workers[n % 2].hear()]
        files.append(tmp_path / f"{n}.backup")
        back_up(store, files[-1])
    for worker in workers:
        worker.kill()
    store.close()
    sizes = []
    for file in files:
        restore(other, file, replace=True)
        copied = Store.open(other)
        assert audit.checked(copied).wrong is None
        saved = 0
        for entry in scenarios.listing(copied, limit=200).entries:
            history = scenarios.history(copied, id=entry.id)
            assert [one.version for one in history] == list(range(entry.version, 0, -1))
            for one in history:
                scenarios.get(copied, id=entry.id, version=one.version)  # checks the fingerprint
            saved += entry.version
        lines = [one for one in audit.entries(copied) if one.act.startswith("scenario_")]
        assert len(lines) == saved, "the log and what it tells of are of one moment"
        sizes.append(saved)
        copied.close()
    assert sizes == sorted(sizes) and sizes[0] >= 3 and sizes[-1] > sizes[0]


def test_what_is_kept_already_is_replaced_only_where_that_is_asked_for(
    store: Store, url: str, tmp_path: Path
) -> None:
    fill(store)
    file = tmp_path / "a.backup"
    back_up(store, file)
    scenarios.create(store, name="Later", note="", author="", document={})
    later = rows(url)
    with pytest.raises(BackupError, match="--replace"):
        restore(url, file, replace=False)
    assert rows(url) == later
    aside = restore(url, file, replace=True).aside
    assert aside is not None and rows(url) != later
    assert [one.name for one in scenarios.listing(store).entries] == ["C"]
    restore(url, aside, replace=True)
    assert rows(url) == later


def test_every_session_ends_with_a_restore(store: Store, url: str, tmp_path: Path) -> None:
    made = accounts.add(store, name="Sok Dara", role="editor", password="x")
    file = tmp_path / "a.backup"
    back_up(store, file)
    epochs = {made.epoch}
    accounts.end_all(store, id=made.id)
    for _ in range(2):
        ended = accounts.named(store, name="Sok Dara")
        assert ended is not None
        epochs.add(ended.epoch)
        restore(url, file, replace=True)
        found = accounts.named(store, name="Sok Dara")
        assert found is not None and found.epoch > made.epoch
        assert accounts.whose(store, id=made.id, epoch=found.epoch, session="s") is not None
    assert accounts.whose(store, id=made.id, epoch=made.epoch, session="s") is None


def broken(file: Path) -> dict[str, tuple[bytes, str]]:
    """Files that are no whole backup, and a word of what is said of each."""
    whole = file.read_bytes()
    lines = gzip.decompress(whole).splitlines(keepends=True)
    future = {**json.loads(lines[0]), KIND: 2}
    unknown = {**json.loads(lines[0]), "revision": "9999"}

    def packed(*parts: bytes) -> bytes:
        return gzip.compress(b"".join(parts))

    def sealed(*parts: bytes) -> bytes:
        body = b"".join(parts)
        end = {**json.loads(lines[-1]), "sha256": hashlib.sha256(body).hexdigest()}
        return packed(body, json.dumps(end).encode(), b"\n")

    changed = b"".join(lines).replace(b'"B"', b'"Z"')
    assert changed != b"".join(lines)
    return {
        "empty": (b"", "no backup of the atlas"),
        "a text": (b"hello", "no backup of the atlas"),
        "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(50), "no backup of the atlas"),
        "another archive": (packed(b"hello\n"), "no backup of the atlas"),
        "json of others": (packed(b'{"a": 1}\n'), "no backup of the atlas"),
        "cut in half": (whole[: len(whole) // 2], "cut off"),
        "without its last byte": (whole[:-1], "cut off"),
        "without its last line": (packed(*lines[:-1]), "cut off"),
        "cut within a line": (packed(*lines[:-1], lines[-1][:9]), "cut off"),
        "a bit flipped": (_flipped(whole), "damaged|cut off|no backup"),
        "another letter": (gzip.compress(changed), "damaged"),
        "a row taken out": (packed(*lines[:2], *lines[3:]), "damaged"),
        "more after the end": (packed(*lines, b"[1]\n"), "damaged"),
        "a newer format": (packed(json.dumps(future).encode() + b"\n", *lines[1:]), "newer"),
        "a newer migration": (
            sealed(json.dumps(unknown).encode() + b"\n", *lines[1:-1]),
            "newer",
        ),
        "another table": (
            sealed(b"".join(lines[:-1]).replace(b'"audit"', b'"sqlite_master"')),
            "not the atlas's",
        ),
        "another column": (
            sealed(b"".join(lines[:-1]).replace(b'"found_by"', b'"found_by) --"')),
            "not the atlas's",
        ),
    }


def _flipped(whole: bytes) -> bytes:
    middle = len(whole) // 2
    return whole[:middle] + bytes([whole[middle] ^ 0x10]) + whole[middle + 1 :]


def test_what_is_no_whole_backup_changes_nothing_and_is_told(
    store: Store, url: str, tmp_path: Path, aside: Path
) -> None:
    fill(store)
    file = tmp_path / "a.backup"
    back_up(store, file)
    before = rows(url)
    for name, (content, told) in broken(file).items():
        bad = tmp_path / "bad.backup"
        bad.write_bytes(content)
        with pytest.raises(BackupError, match=told) as refused:
            restore(url, bad, replace=True)
        assert "\n" not in str(refused.value), name
        assert rows(url) == before, name
    with pytest.raises(BackupError, match="cannot be read: No such file"):
        restore(url, tmp_path / "none.backup", replace=True)
    with pytest.raises(BackupError, match="cannot be read"):
        restore(url, tmp_path, replace=True)
    assert not list(aside.glob("*")), "nothing is left of what failed"


def test_a_backup_of_an_earlier_version_is_brought_up(url: str, other: str, tmp_path: Path) -> None:
    """As version 0001 would have written it, before there were accounts."""
    store = Store.open(other)
    saved = scenarios.create(store, name="A", note="", author="", document={"a": 1})
    back_up(store, tmp_path / "new.backup")
    store.close()
    lines = gzip.decompress((tmp_path / "new.backup").read_bytes()).splitlines(keepends=True)
    head = {**json.loads(lines[0]), "revision": "0001"}
    kept = [json.dumps(head).encode() + b"\n"]
    table = ""
    for line in lines[1:-1]:
        what = json.loads(line)
        table = what["table"] if isinstance(what, dict) else table
        if table in ("scenarios", "scenario_versions"):
            kept.append(line)
    digest = hashlib.sha256(b"".join(kept)).hexdigest()
    kept.append(json.dumps({"end": True, "rows": 2, "sha256": digest}).encode() + b"\n")
    old = tmp_path / "old.backup"
    old.write_bytes(gzip.compress(b"".join(kept)))
    restore(url, old, replace=False)
    again = Store.open(url)
    assert scenarios.get(again, id=saved.id) == saved
    assert accounts.listing(again) == ()
    again.close()


def test_a_file_that_is_there_is_not_written_over(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "a.backup"
    file.write_text("mine")
    with pytest.raises(BackupError, match="already. Choose another name"):
        back_up(store, file)
    assert file.read_text() == "mine"
    with pytest.raises(BackupError, match="cannot be written"):
        back_up(store, tmp_path / "nowhere" / "a.backup")


def fill_with_noise(store: Store) -> None:
    """So much that cannot be made smaller that it passes the limits of the worker."""
    for n in range(10):
        noise = Random(n).randbytes(50_000).hex()
        scenarios.create(store, name=f"S {n}", note="", author="", document={"pad": noise})


def test_a_full_disk_leaves_no_half_of_a_backup(on_file: Store, file: Path, tmp_path: Path) -> None:
    fill_with_noise(on_file)
    worker = Worker("back-up-full", f"sqlite:///{file}", str(tmp_path / "a.backup"))
    worker.go()
    (told,) = worker.end()
    assert "is full: no backup was made" in told
    assert [one for one in tmp_path.iterdir() if one.is_file()] == []


def test_a_full_disk_leaves_the_database_as_it_was(
    on_file: Store, file: Path, tmp_path: Path
) -> None:
    fill_with_noise(on_file)
    back_up(on_file, tmp_path / "a.backup")
    target = f"sqlite:///{tmp_path}/second/atlas.db"
    second = Store.open(target)
    kept = scenarios.create(second, name="Kept", note="", author="", document={})
    worker = Worker("restore-full", target, str(tmp_path / "a.backup"))
    worker.go()
    (told,) = worker.end()
    assert "The disk of the database is full" in told
    assert [one.id for one in scenarios.listing(second).entries] == [kept.id]


def test_a_damaged_file_is_put_aside_and_the_backup_takes_its_place(
    on_file: Store, file: Path, tmp_path: Path
) -> None:
    fill(on_file)
    back_up(on_file, tmp_path / "a.backup")
    before = rows(f"sqlite:///{file}")
    content = bytearray(file.read_bytes())
    content[0:8192] = b"\xff" * 8192
    file.write_bytes(content)
    for replace in (False, True):
        try:
            made = restore(f"sqlite:///{file}", tmp_path / "a.backup", replace=replace)
        except StoreError as problem:
            assert not replace and problem.key == "store_damaged"
    assert made.aside is not None and made.aside.read_bytes() == bytes(content)
    assert rows(f"sqlite:///{file}") == before


def test_a_restore_waits_for_nobody_for_long(on_file: Store, file: Path, tmp_path: Path) -> None:
    fill(on_file)
    back_up(on_file, tmp_path / "a.backup")
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError) as refused:
        restore(f"sqlite:///{file}", tmp_path / "a.backup", replace=True)
    assert refused.value.key == "store_locked"
    other.execute("ROLLBACK")
    other.close()
