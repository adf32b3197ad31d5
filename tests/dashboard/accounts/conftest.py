"""An atlas that others reach, and one on a laptop."""

from collections.abc import Iterator

import pytest

from tests.dashboard.accounts.served import SECRET, Atlas, atlas


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Atlas]:
    """On an address that others reach."""
    with atlas(tmp_path_factory.mktemp("public"), host="0.0.0.0", secret=SECRET) as served:
        yield served


@pytest.fixture(scope="module")
def laptop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Atlas]:
    """On the machine of its only reader."""
    with atlas(tmp_path_factory.mktemp("laptop")) as served:
        yield served
