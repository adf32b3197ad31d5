"""The tables, to be broken."""

import shutil
from pathlib import Path

import pytest

from tests.geodata.breaking import ROOT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of all that is read at start."""
    shutil.copy(ROOT / "geodata" / "sources.csv", tmp_path)
    shutil.copytree(ROOT / "geodata" / "tables", tmp_path / "tables")
    return tmp_path
