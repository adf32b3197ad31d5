"""A store on each database, new for every test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.store import Store
from tests.dashboard.store import postgres


@pytest.fixture(scope="session")
def server() -> Iterator[postgres.Server]:
    """A real PostgreSQL, for the whole session."""
    try:
        with postgres.served() as running:
            yield running
    except postgres.NoPostgresError as missing:
        if postgres.REQUIRED:
            pytest.fail(str(missing), pytrace=False)
        pytest.skip(str(missing))


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a new, empty database of each kind."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/var/atlas.db"
        return
    server = request.getfixturevalue("server")
    with server.database() as name:
        yield server.plain_url(name)


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    """A store on each kind of database."""
    opened = Store.open(url)
    assert opened.problem is None
    yield opened
    opened.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the SQLite database of this test is."""
    return tmp_path / "var" / "atlas.db"


@pytest.fixture
def on_file(file: Path) -> Store:
    """A store on an SQLite file."""
    return Store.open(f"sqlite:///{file}")
