"""Ways out of the folders that files are served from: none leads anywhere."""

from pathlib import Path

import pytest

from tests.attack.routes import routes
from tests.attack.site import Site, is_orderly

PARENTS = ("../", "..%2f", "%2e%2e/", "%252e%252e%252f", "..\\", "..;/", "....//", "..\0/", "/../")
TARGETS = (
    "etc/passwd",
    "app.py",
    "var/secret",
    "pyproject.toml",
    "dashboard/settings.py",
    ".git/HEAD",
)
ABSOLUTE = ("//etc/passwd", "/etc/passwd", "file:///etc/passwd", "C:\\Windows\\win.ini")
INSIDE = (
    b"root:x:0",
    b"[tool.ruff]",
    b"uvicorn.run",
    b"read_settings",
    b"ref: refs",
    b"SQLite format",
)


def starts(site: Site) -> list[str]:
    """What stands before the first parameter of every address that has one."""
    found = {path[: path.index("{")] for method, path in routes(site) if "{" in path}
    return sorted(found | {"/assets/fonts/", "/_dash-component-suites/dash/"})


@pytest.mark.parametrize("parent", PARENTS, ids=ascii)
def test_no_way_up_leads_to_a_file(here: Site, parent: str) -> None:
    for start in starts(here):
        for target in TARGETS:
            for times in (1, 3, 12):
                answer = here.raw("GET", f"{start}{parent * times}{target}")
                is_orderly(answer.status, answer.text)
                assert not any(text in answer.body for text in INSIDE), (start, parent, target)


def test_no_absolute_path_leads_to_a_file(here: Site, tmp_path: Path) -> None:
    own = tmp_path / "own.txt"
    own.write_text("root:x:0")
    for start in starts(here):
        for target in (*ABSOLUTE, str(own), f"/{own}"):
            answer = here.raw("GET", f"{start}{target}")
            is_orderly(answer.status, answer.text)
            assert not any(text in answer.body for text in INSIDE), (start, target)


@pytest.mark.parametrize("name", ["file", "out", "path", "name", "font", "template", "url"])
def test_no_parameter_of_an_export_names_a_file(here: Site, name: str) -> None:
    for path in ("/export/map.csv", "/export/map.pdf", "/export/profile.pdf", "/export/map.svg"):
        for value in (
            "/etc/passwd",
            "../../etc/passwd",
            "file:///etc/passwd",
            "http://127.0.0.1:1/",
        ):
            answer = here.raw("GET", path, query=f"{name}={value}&title={value}".encode())
            is_orderly(answer.status, answer.text)
            assert b"root:x:0" not in answer.body
