"""The unit, the settings and the container of deploy/ against the programs that read them."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.settings import VARIABLES, read_settings
from tests.deploy.files import DEPLOY, ROOT, SECRET, program, settings_of

UNIT = DEPLOY / "corridor-atlas@.service"
CONTAINER = ROOT / "Containerfile"
PAGE = ROOT / "docs" / "deploy.md"


@pytest.mark.parametrize("file", [*sorted(DEPLOY.iterdir()), CONTAINER, PAGE], ids=lambda f: f.name)
def test_every_setting_that_is_named_exists(file: Path) -> None:
    named = set(re.findall(r"\bATLAS_[A-Z_]*[A-Z]", file.read_text(encoding="utf-8")))
    assert named <= set(VARIABLES)


def test_the_settings_are_taken() -> None:
    given = settings_of((DEPLOY / "atlas.env").read_text(encoding="utf-8"))
    taken = read_settings({**given, "ATLAS_SECRET": SECRET})
    assert taken.proxy == "yes" and taken.host == "127.0.0.1"
    folder = re.search(r"^StateDirectory=(.+)$", UNIT.read_text(encoding="utf-8"), flags=re.M)
    assert folder and taken.database_url == f"sqlite:////var/lib/{folder[1]}/atlas.db"


def test_the_unit_is_taken_by_systemd(tmp_path: Path) -> None:
    text = UNIT.read_text(encoding="utf-8")
    start = "ExecStart=/opt/corridor-atlas/.venv/bin/python app.py"
    assert start in text and (ROOT / "app.py").is_file()
    here = tmp_path / UNIT.name
    here.write_text(text.replace(start, f"ExecStart={sys.executable} app.py"), encoding="utf-8")
    done = subprocess.run(
        [program("systemd-analyze"), "verify", "--man=no", here],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0 and str(UNIT.name) not in done.stderr, done.stderr


def test_the_container_keeps_its_database_in_the_volume() -> None:
    text = CONTAINER.read_text(encoding="utf-8")
    given = dict(re.findall(r"\b(HOST|PORT|ATLAS_[A-Z_]+)=(\S+)", text))
    taken = read_settings({**given, "ATLAS_SECRET": SECRET})
    volume = re.search(r"^VOLUME (.+)$", text, flags=re.M)
    assert volume and taken.database_url.startswith(f"sqlite:///{volume[1]}/")
    assert f"EXPOSE {taken.port}" in text and "USER atlas" in text


def test_the_container_copies_what_exists() -> None:
    text = CONTAINER.read_text(encoding="utf-8")
    copied = [
        name for line in re.findall(r"^COPY (.+)$", text, flags=re.M) for name in line.split()[:-1]
    ]
    compiled = re.search(r"compileall -q (.+)$", text, flags=re.M)
    assert compiled
    for name in [*copied, *compiled[1].split()]:
        assert (ROOT / name).exists(), name
    assert "\nsetup:" in (ROOT / "Makefile").read_text(encoding="utf-8")


def test_the_nightly_backup_is_taken_by_systemd(tmp_path: Path) -> None:
    analyze = program("systemd-analyze")
    for name in ("corridor-atlas-backup.service", "corridor-atlas-backup.timer"):
        (tmp_path / name).write_text((DEPLOY / name).read_text(encoding="utf-8"), encoding="utf-8")
    for name in ("corridor-atlas-backup.service", "corridor-atlas-backup.timer"):
        done = subprocess.run(
            [analyze, "verify", "--man=no", tmp_path / name],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0 and name not in done.stderr, done.stderr


def test_commands_run_with_the_settings_of_the_service() -> None:
    text = (DEPLOY / "as-atlas").read_text(encoding="utf-8")
    unit = UNIT.read_text(encoding="utf-8")
    settings = re.search(r"^EnvironmentFile=(.+)$", unit, flags=re.M)
    user = re.search(r"^User=(.+)$", unit, flags=re.M)
    assert settings and f". {settings[1]}\n" in text
    assert user and f"runuser -u {user[1]} " in text
    assert (DEPLOY / "as-atlas").stat().st_mode & 0o111
