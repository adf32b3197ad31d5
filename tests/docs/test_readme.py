"""What README.md tells a newcomer to do, done literally in a copy of the tree."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.state import read_view, write_view
from dashboard.world import world

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PACKAGES = ("geodata", "layers", "analysis", "records", "dashboard", "assets", "docs")


def block(heading: str, *, after: str = "") -> str:
    """The first fenced block below the line that holds `heading`."""
    start = README.index(heading, README.index(after) if after else 0)
    found = re.search(r"```\w*\n(.*?)```", README[start:], flags=re.S)
    assert found, heading
    return found.group(1)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in PACKAGES:
        shutil.copytree(
            ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__", "*.pyc")
        )
    for name in ("app.py", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def run(tree: Path, *command: str) -> str:
    done = subprocess.run(
        [sys.executable, *command],
        cwd=tree,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return done.stdout


@pytest.mark.slow
def test_a_layer_is_added_as_told(tree: Path) -> None:
    with (tree / "geodata" / "sources.csv").open("a", encoding="utf-8") as sources:
        sources.write(block("**1. The source**"))
    table = tree / "geodata" / "tables" / "training_places.csv"
    table.write_text(block("**2. The table**"), encoding="utf-8")
    declarations = tree / "geodata" / "declarations.py"
    text = declarations.read_text(encoding="utf-8")
    opening = "TABLES: Mapping[str, Table] = {\n"
    assert opening in text
    text = text.replace(opening, opening + block("**3. Its declaration**"))
    declarations.write_text(text, encoding="utf-8")
    layer = tree / "layers" / "training_places.py"
    layer.write_text(block("**4. The layer**"), encoding="utf-8")
    test = tree / "tests" / "layers" / "test_training_places.py"
    test.parent.mkdir(parents=True)
    test.write_text(block("**5. Its test**"), encoding="utf-8")
    run(tree, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/layers")
    page = run(
        tree,
        "-c",
        "from dashboard.pages.map import layout\n"
        "from dashboard.state import read_view\n"
        "from dashboard.static_html import to_html\n"
        "from dashboard.world import world\n"
        "view = read_view('?layer=training_places&province=12', choices=world().choices)\n"
        "print(to_html(layout(view)))",
    )
    told = re.search(r'The headline reads: "(.*?)"', README, flags=re.S)
    assert told and f"<h1>{' '.join(told.group(1).split())}</h1>" in page
    assert page.count("Training places") >= 4, "menu, caption, panel and table name it"
    assert "Invented example" in page


@pytest.mark.slow
def test_a_measure_is_added_as_told(tree: Path) -> None:
    module = tree / "analysis" / "measures" / "left_out.py"
    module.write_text(block("## Add a measure"), encoding="utf-8")
    for lang in ("en", "km"):
        (tree / "docs" / "methods" / f"left_out.{lang}.md").write_text("# X\n", encoding="utf-8")
    run(tree, "-m", "doctest", "-o", "ELLIPSIS", "analysis/measures/left_out.py")
    page = run(
        tree,
        "-c",
        "from dashboard.page import pages\n"
        "from dashboard.shell import screen\n"
        "from dashboard.static_html import to_html\n"
        "page = pages()['/mismatch']\n"
        "view = page.view('?measure=left_out&province=01')\n"
        "assert not view.unreadable\n"
        "print(to_html(screen(page, view)))",
    )
    assert page.count("Seekers without a vacancy at home") >= 3, "map, panel and table name it"
    assert "Left out at home" in page, "the menu offers it"
    assert 'href="/methods#left_out"' in page


@pytest.mark.slow
def test_a_page_is_added_as_told(tree: Path) -> None:
    page = tree / "dashboard" / "pages" / "about.py"
    page.write_text(block("## Add a page"), encoding="utf-8")
    words = tree / "dashboard" / "words" / "words.csv"
    with words.open("a", encoding="utf-8") as file:
        file.write(block("Its words are two rows"))
    drawn = run(
        tree,
        "-c",
        "from dashboard.page import pages\n"
        "from dashboard.shell import screen\n"
        "from dashboard.state import read_view\n"
        "from dashboard.static_html import to_html\n"
        "from dashboard.world import world\n"
        "view = read_view('?lang=km', choices=world().choices)\n"
        "print(to_html(screen(pages()['/about'], view)))",
    )
    assert 'href="/about?lang=km"' in drawn and "<h1>អំពី</h1>" in drawn


def test_the_link_it_shows_is_read_whole() -> None:
    link = block("## The view is the link").strip()
    search = link[link.index("?") :]
    view = read_view(search, choices=world().choices)
    assert not view.unreadable
    assert read_view(write_view(view, choices=world().choices), choices=world().choices).province


def test_the_defaults_it_names_are_the_defaults() -> None:
    first = read_view("", choices=world().choices)
    assert (
        f"| `show` | point and line layers, separated by commas, or `none` | `{first.show[0]}` |"
        in (README)
    )
    assert len(first.show) == 1


def test_the_tree_it_draws_exists() -> None:
    drawn = block("## Where things are")
    for name in re.findall(r"^(\S+)", drawn, flags=re.M):
        assert (ROOT / name).exists(), name
