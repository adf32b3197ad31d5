"""What every test shares: the switch that rewrites goldens, and the order of the tests."""

import pytest
from hypothesis import settings

settings.register_profile("atlas", deadline=None)  # no test depends on a time
settings.load_profile("atlas")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--goldens`, which `make goldens` gives."""
    parser.addoption(
        "--goldens",
        action="store_true",
        help="rewrite the golden files under tests/goldens instead of comparing with them",
    )


@pytest.fixture(scope="session")
def rewrite_goldens(pytestconfig: pytest.Config) -> bool:
    """Whether a golden file is to be written, not compared with."""
    return bool(pytestconfig.getoption("--goldens"))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Run browser tests last, and heavy ones only where they are asked for.

    Playwright keeps an event loop running in the main thread until the session ends, under which
    no other test could call `asyncio.run`.
    """
    if "heavy" not in str(config.option.markexpr):
        heavy = [item for item in items if item.get_closest_marker("heavy")]
        config.hook.pytest_deselected(items=heavy)
        items[:] = [item for item in items if item not in heavy]
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)
