"""A database of each kind, new for every test, and a store on it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.store import Store
from tests.dashboard.store import postgres


@pytest.fixture(scope="session")
def server() -> Iterator[postgres.Server]:
    """A real PostgreSQL, for the whole session."""
    with postgres.for_tests() as running:
        yield running


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
