"""A store on an SQLite file."""

from pathlib import Path

import pytest

from dashboard.store import Store


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the SQLite database of this test is."""
    return tmp_path / "var" / "atlas.db"


@pytest.fixture
def on_file(file: Path) -> Store:
    """A store on an SQLite file."""
    return Store.open(f"sqlite:///{file}")
