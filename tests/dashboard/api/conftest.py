"""One server for all tests of this folder."""

from collections.abc import Iterator

import pytest

from tests.dashboard.api.asking import Site, site_in


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with site_in(tmp_path_factory.mktemp("store")) as one:
        yield one
