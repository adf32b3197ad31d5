"""Everything here is heavy: `make test-heavy` runs it, `make test` does not."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.attack.site import HERE, SECRET, STRANGER, Site, served


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of this folder."""
    folder = Path(__file__).parent
    for item in items:
        if folder in item.path.parents:
            item.add_marker(pytest.mark.heavy)


@pytest.fixture(scope="session")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Somebody at the machine itself, who may do everything."""
    with served(tmp_path_factory.mktemp("here"), who=HERE) as site:
        yield site


@pytest.fixture(scope="session")
def stranger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Somebody far away without an account, before an atlas that others reach."""
    folder = tmp_path_factory.mktemp("public")
    with served(folder, who=STRANGER, secret=SECRET, host="0.0.0.0") as site:
        yield site
