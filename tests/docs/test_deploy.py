"""Pages about serving and safety name what is there: files, commands, links."""

import re
from pathlib import Path

import pytest

from dashboard.__main__ import parser

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "docs" / "deploy.md"
PAGES = (DEPLOY, ROOT / "docs" / "threat-model.md", ROOT / "SECURITY.md")
_FILE = re.compile(r"`((?:dashboard|records|tests|deploy|geodata|analysis)/[\w./@-]+)`")


@pytest.mark.parametrize("told", PAGES, ids=lambda told: told.name)
def test_every_link_and_file_is_there(told: Path) -> None:
    text = told.read_text(encoding="utf-8")
    for link in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", text):
        assert (told.parent / link).exists(), link
    for name in _FILE.findall(text):
        assert (ROOT / name).exists(), name


def test_every_file_for_serving_is_named() -> None:
    text = DEPLOY.read_text(encoding="utf-8")
    for file in (ROOT / "deploy").iterdir():
        assert file.name in text, file.name
    assert "Containerfile" in text


def test_every_command_of_the_atlas_is_one() -> None:
    text = DEPLOY.read_text(encoding="utf-8")
    asked = re.findall(r"^\S*as-atlas (.+)$", text, flags=re.M)
    asked += re.findall(r"python -m dashboard (accounts .+)$", text, flags=re.M)
    assert len(asked) >= 7
    for line in asked:
        words = [word.strip('"') for word in re.findall(r'"[^"]*"|\S+', line)]
        assert parser().parse_args(words).command == words[0]


def test_every_target_of_make_is_there() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for told in PAGES:
        text = told.read_text(encoding="utf-8")
        targets = re.findall(r"(?:^|`)make (?:-C \S+ )?([a-z-]+)", text, flags=re.M)
        for target in targets:
            assert f"\n{target}:" in makefile, (told.name, target)
