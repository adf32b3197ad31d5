"""The tables, from nothing and from every migration on; by several workers at once."""

import shutil
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect, text
from sqlalchemy.exc import DBAPIError

from dashboard.store import Store, StoreError, StoreUnavailable, scenarios
from dashboard.store.address import read_address
from dashboard.store.database import WRITES, engine_of, prepare_file
from dashboard.store.migrate import MIGRATIONS, bring_up, revision_of
from dashboard.store.tables import METADATA, REVISION, REVISION_TABLE
from tests.dashboard.store.worker import Worker

REVISIONS = [script.revision for script in ScriptDirectory(str(MIGRATIONS)).walk_revisions()][::-1]
NEXT = '''
"""What a newer version of the atlas may bring."""
import sqlalchemy as sa
from alembic import op
revision, down_revision, branch_labels, depends_on = "9999", "{last}", None, None
def upgrade():
    op.create_table("later", sa.Column("id", sa.Integer, primary_key=True))
    op.execute("INSERT INTO later VALUES (1)")
    {then}
'''


def later(folder: Path, *, then: str = "pass") -> Path:
    """The migrations with one more, as a newer version of the atlas would have them."""
    shutil.copytree(MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    last = NEXT.format(last=REVISION, then=then)
    (folder / "versions" / "r9999_later.py").write_text(last, encoding="utf-8")
    return folder


@pytest.fixture
def engine(url: str) -> Engine:
    """A new database of each kind, without tables."""
    address = read_address(url)
    if address.file:
        prepare_file(address.file, create=True)
    return engine_of(address)


def migrate(engine: Engine, *, to: str = REVISION, migrations: Path = MIGRATIONS) -> None:
    with engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
        bring_up(connection, to=to, migrations=migrations)
    engine.dispose()


def tables(engine: Engine) -> set[str]:
    with engine.connect() as connection:
        return set(inspect(connection).get_table_names())


def test_the_newest_migration_is_the_one_the_code_was_written_for() -> None:
    assert REVISIONS[-1] == REVISION
    assert ScriptDirectory(str(MIGRATIONS)).get_heads() == [REVISION]


@pytest.mark.parametrize("begin", [None, *REVISIONS])
def test_from_every_migration_on_the_tables_become_what_the_code_knows(
    engine: Engine, url: str, begin: str | None
) -> None:
    if begin:
        migrate(engine, to=begin)
    store = Store.open(url)
    saved = scenarios.create(store, name="A", note="", author="", document={})
    assert scenarios.get(store, id=saved.id) == saved
    store.close()
    with engine.connect() as connection:
        assert revision_of(connection) == REVISION
        options = {"version_table": REVISION_TABLE, "compare_type": True}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, METADATA) == []
    engine.dispose()


def test_a_second_time_changes_nothing(engine: Engine) -> None:
    migrate(engine)
    before = tables(engine)
    migrate(engine)
    assert tables(engine) == before == {*METADATA.tables, REVISION_TABLE}
    engine.dispose()


def test_a_migration_keeps_what_was_saved(url: str, engine: Engine, tmp_path: Path) -> None:
    store = Store.open(url)
    saved = scenarios.create(store, name="A", note="", author="", document={"a": 1})
    store.close()
    migrate(engine, to="9999", migrations=later(tmp_path / "later"))
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT name, digest FROM scenario_versions")).all()
    assert [tuple(row) for row in rows] == [("A", saved.digest)]
    engine.dispose()


def test_a_migration_that_fails_halfway_leaves_nothing(
    url: str, engine: Engine, tmp_path: Path
) -> None:
    migrate(engine)
    before = tables(engine)
    broken = later(tmp_path / "later", then="op.execute('SELECT * FROM nowhere')")
    with pytest.raises(DBAPIError):
        migrate(engine, to="9999", migrations=broken)
    assert tables(engine) == before
    store = Store.open(url)
    assert store.problem is None
    store.close()
    engine.dispose()


def test_tables_of_a_newer_version_are_left_alone(url: str, engine: Engine, tmp_path: Path) -> None:
    migrate(engine, to="9999", migrations=later(tmp_path / "later"))
    store = Store.open(url)
    for ask in (
        lambda: scenarios.listing(store),
        lambda: scenarios.create(store, name="A", note="", author="", document={}),
    ):
        with pytest.raises(StoreUnavailable, match="newer version of the atlas: 9999") as refused:
            ask()
        assert refused.value.key == "store_newer"
    store.close()


def test_a_newer_version_that_migrates_while_this_one_runs_is_noticed(
    store: Store, engine: Engine, tmp_path: Path
) -> None:
    saved = scenarios.create(store, name="A", note="", author="", document={})
    migrate(engine, to="9999", migrations=later(tmp_path / "later"))
    with pytest.raises(StoreUnavailable) as refused:
        scenarios.get(store, id=saved.id)
    assert refused.value.key == "store_newer"


@pytest.mark.slow
def test_workers_that_start_at_once_migrate_once(url: str) -> None:
    workers = [Worker("open", url) for _ in range(5)]
    for worker in workers:
        worker.go()
    assert [worker.end() for worker in workers] == [["ok"]] * 5
    store = Store.open(url)
    assert scenarios.listing(store).total == 0
    store.close()


def test_a_file_of_another_program_is_not_touched(file: Path) -> None:
    file.parent.mkdir()
    other = sqlite3.connect(file)
    other.execute("CREATE TABLE scenarios (mine)")
    other.close()
    store = Store.open(f"sqlite:///{file}")
    assert isinstance(store.problem, StoreError) and store.problem.key == "store_failed"
    other = sqlite3.connect(file)
    assert other.execute("SELECT sql FROM sqlite_schema").fetchall() == [
        ("CREATE TABLE scenarios (mine)",)
    ]
    other.close()
