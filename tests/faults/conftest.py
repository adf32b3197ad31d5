"""Everything here is slow: real workers, under people at work, break and come back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.dashboard.store import postgres


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of this folder."""
    folder = Path(__file__).parent
    for item in items:
        if folder in item.path.parents:
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def database() -> Iterator[postgres.Server]:
    """A real PostgreSQL, for the whole session."""
    with postgres.for_tests() as running:
        yield running
