"""Pictures that are asked for wrongly, with hostile words, or in views that have much to tell."""

import dataclasses
import re
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.__main__ import main
from dashboard.exports.asked import made, wanted
from dashboard.exports.declaration import OPTIONS, Options, formats, kinds
from dashboard.exports.picture import Key, Legend
from dashboard.exports.problem import ExportError
from dashboard.scenarios.settings import parameters_to_set
from dashboard.words import Speaker
from tests.dashboard.exports.opened import codes, file, image, picture, poppler, squeezed
from tests.dashboard.exports.test_pictures import STAGE

ROOT = Path(__file__).resolve().parents[3]
EN = Speaker(lang="en")
HOSTILE = (
    "#panic(1) and #1",
    "*bold* _soft_ `raw` = head",
    "[a] {b} $x^2$ \\ back",
    "<label> @ref // not a comment /* nor */",
    '"quotes" ~ -- ... \'s',
    "{lang} %s %(x)s",
)
PLAN = "plan=sez_upgrade:01:70:2026:3,enterprise_fund:SEC-C:60:2027:2"


def refused(name: str, format: str, query: str = "") -> ExportError:
    with pytest.raises(ExportError) as told:
        wanted(name, format, query)
    return told.value


def test_wrong_options_are_told_with_those_there_are() -> None:
    assert refused("map_picture", "png", "size=poster").allowed == OPTIONS["size"]
    assert refused("map_picture", "png", "dpi=97").allowed == ("96", "300")
    assert refused("map_picture", "svg", "dpi=96").allowed == ("png",)
    assert refused("map", "csv", "size=page").allowed == ("png", "svg", "pdf")
    assert refused("map_picture", "pdf", "bom=1").allowed == ("csv",)
    assert refused("map_picture", "csv").allowed == ("png", "svg", "pdf")
    assert "png" not in refused("map", "png").allowed
    assert refused("map_picture", "pdf", "layer=gold").allowed
    assert set(refused("pictures", "pdf").allowed) == set(kinds())


@pytest.mark.parametrize(
    ("key", "query"),
    [
        ("mismatch_second", "second=none"),
        ("scenario_difference", "scenarios=do-nothing"),
        ("scenario_projects", "basis=durable"),
    ],
)
def test_a_view_without_the_figure_gives_no_picture(key: str, query: str) -> None:
    asked = wanted(key, "png", query)
    with pytest.raises(ExportError):
        made(asked)


def test_without_a_site_there_is_a_path_and_no_code(tmp_path: Path) -> None:
    query = "layer=vacancies"
    assert codes(image(file("map_picture", "png", query, site="").content)) == []
    pdf = file("map_picture", "pdf", query, site="").content
    told = poppler("pdftotext", pdf, tmp_path)
    assert "/?layer=vacancies" in told and "http" not in told


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("key", ["map_picture", "scenario_lines"])
def test_words_are_words_and_never_markup(key: str, words: str, tmp_path: Path) -> None:
    sign = picture("map_picture").legend.keys[0].sign
    one = dataclasses.replace(
        picture(key),
        title=f"T {words}",
        unit=f"U {words}",
        about=f"A {words}",
        plan=(f"P {words}",),
        legend=Legend(head=(words, words), keys=(Key(sign=sign, text=f"K {words}", count=words),)),
    )
    for size in OPTIONS["size"]:
        pdf = formats()["pdf"].write(one, Options(size=size), EN)
        told = squeezed(poppler("pdftotext", pdf, tmp_path, "-raw"))
        for letter in "TUPK" if size == STAGE else "TUAPK":  # a stage has little room
            assert squeezed(f"{letter}{words}") in told


@pytest.mark.parametrize("size", OPTIONS["size"])
@pytest.mark.parametrize("lang", ["en", "km"])
def test_however_much_is_set_and_shown_it_has_room(size: str, lang: str, tmp_path: Path) -> None:
    """Every setting changed, the longest link, and a title of four lines."""
    usable = [one for one in parameters_to_set().values() if one.takes(one.high)]
    edge = 0 if size == STAGE else 8
    some = [f"{one.key}:{one.high:.10g}" for one in usable if one.high != one.central][:38]
    for count in (3, 12, 38):
        given = f"{PLAN}&lang={lang}&province=01&set={','.join(some[:count])}"
        one = picture("scenario_map", given)
        one = dataclasses.replace(one, title=" ".join([one.title, one.sheet.about] * 2))
        options = Options(size=size, site="https://atlas.test/")
        pdf = formats()["pdf"].write(one, options, Speaker(lang=lang))
        boxes = poppler("pdftotext", pdf, tmp_path, "-bbox")
        assert boxes.count("<page ") == 1
        page = re.search(r'<page width="(.+?)" height="(.+?)">', boxes)
        assert page
        words = re.findall(r'xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)"', boxes)
        for left, top, right, bottom in (map(float, word) for word in words):
            assert left > edge and top > edge
            assert right < float(page.group(1)) - edge and bottom < float(page.group(2)) - edge
        told = squeezed(poppler("pdftotext", pdf, tmp_path, "-raw"))
        assert size == STAGE or squeezed(one.sheet.link) in told
        if count == 3:
            assert all(squeezed(line.split()[0]) in told for line in one.plan)


def test_the_command_writes_pictures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    query = ["--query", "?layer=vacancies", "--lang", "km"]
    assert main(["export", "map_picture", *query]) == 0
    assert main(["export", "map_picture", *query, "--out", "a.pdf", "--size", "slide"]) == 0
    assert main(["export", "map_picture", *query, "--out", "b.png", "--dpi", "300"]) == 0
    first = Path("corridor-atlas-map-picture-vacancies-count.png").read_bytes()
    assert first == file("map_picture", "png", "layer=vacancies&lang=km", site="").content
    assert Path("a.pdf").read_bytes().startswith(b"%PDF")
    assert round(image(Path("b.png").read_bytes()).info["dpi"][0]) == 300
    assert main(["export", "map_picture", "--out", "c.svg", "--dpi", "300"]) == 1
    assert not Path("c.svg").exists()


def test_another_process_makes_the_same_bytes(tmp_path: Path) -> None:
    path = tmp_path / "same.pdf"
    command = [sys.executable, "-m", "dashboard", "export", "ranking", "--out", str(path)]
    subprocess.run(command, check=True, cwd=ROOT, capture_output=True)
    assert path.read_bytes() == file("ranking", "pdf", site="").content
