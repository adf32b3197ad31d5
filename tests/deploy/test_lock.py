"""What is installed: every file of every package has its hash in a lock."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LISTS = sorted(path.name for path in ROOT.glob("requirements*.txt"))
_PIN = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[a-z,]+\])?==(\S+)", re.MULTILINE)


def pinned(text: str) -> dict[str, str]:
    """Package -> version, names as the registry spells them."""
    return {re.sub(r"[-_.]+", "-", name).lower(): found for name, found in _PIN.findall(text)}


def listed(name: str) -> dict[str, str]:
    """What a list names, with the lists that it takes in."""
    text = (ROOT / name).read_text(encoding="utf-8")
    found: dict[str, str] = {}
    for other in re.findall(r"^-r (\S+)", text, re.MULTILINE):
        found |= listed(other)
    lines = [line for line in text.splitlines() if line and not line.startswith(("#", "-r "))]
    own = pinned("\n".join(lines))
    assert len(own) == len(lines), f"{name}: a line without an exact version, or twice"
    return found | own


def test_each_list_has_a_lock() -> None:
    assert len(LISTS) >= 4
    assert {path.stem for path in ROOT.glob("*.lock")} == {name[:-4] for name in LISTS}


@pytest.mark.parametrize("name", LISTS)
def test_a_lock_has_the_versions_of_its_list_each_with_its_hashes(name: str) -> None:
    lock = (ROOT / name).with_suffix(".lock").read_text(encoding="utf-8")
    assert pinned(lock) == listed(name), "run make lock"
    entries = re.split(r"\n(?=\S)", lock.strip())
    assert all(re.search(r"--hash=sha256:[0-9a-f]{64}", entry) for entry in entries)


def test_make_installs_nothing_without_its_hash() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    installs = re.findall(r"^.*\$\(PIP\).*$", makefile, re.MULTILINE)
    assert len(installs) == len(LISTS)
    assert all(re.search(r"-r requirements[a-z-]*\.lock$", line) for line in installs)
    assert "pip install" in makefile and makefile.count("pip install") == 1
    assert re.search(r"^PIP := .*--require-hashes", makefile, re.MULTILINE)
