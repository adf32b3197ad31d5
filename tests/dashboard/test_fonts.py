"""The cut fonts hold every character the atlas shows, and still shape Khmer."""

import ast
import csv
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from dashboard import fonts

ROOT = Path(__file__).resolve().parents[2]
WORDS = ROOT / "dashboard" / "words" / "words.csv"


def is_khmer(character: str) -> bool:
    """Whether the Khmer font is to draw it, the zero-width space included."""
    if unicodedata.category(character) == "Cn":  # the end of a block, named in code
        return False
    return (
        "\u1780" <= character <= "\u17ff"
        or "\u19e0" <= character <= "\u19ff"
        or "\u200b" <= character <= "\u200d"
    )


def khmer_of_tables() -> Iterator[tuple[Path, str]]:
    for path in [*sorted((ROOT / "geodata" / "tables").glob("*.csv")), WORDS]:
        if path.is_file():
            yield path, path.read_text(encoding="utf-8")


def khmer_of_code() -> Iterator[tuple[Path, str]]:
    for path in sorted((ROOT / "layers").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield path, node.value


@pytest.fixture(scope="module")
def khmer() -> TTFont:
    return TTFont(fonts.FOLDER / fonts.KHMER.file)


@pytest.fixture(scope="module")
def latin() -> TTFont:
    return TTFont(fonts.FOLDER / fonts.LATIN.file)


@pytest.mark.parametrize("cut", fonts.CUTS, ids=lambda cut: cut.file)
def test_set_up_leaves_a_whole_woff2_file(cut: fonts.Cut) -> None:
    content = (fonts.FOLDER / cut.file).read_bytes()
    assert content[:4] == b"wOF2"
    # The header's third field is the length of the whole file.
    assert int.from_bytes(content[8:12], "big") == len(content)


def test_fonts_stay_small() -> None:
    assert (fonts.FOLDER / fonts.KHMER.file).stat().st_size < 35_000
    assert (fonts.FOLDER / fonts.LATIN.file).stat().st_size < 40_000


def test_khmer_of_the_tables_and_layers_can_be_drawn(khmer: TTFont) -> None:
    has = khmer.getBestCmap()
    missing = {
        f"{path.name}: U+{ord(character):04X}"
        for path, words in [*khmer_of_tables(), *khmer_of_code()]
        for character in words
        if is_khmer(character) and ord(character) not in has
    }
    assert not missing


def test_every_word_of_the_catalogue_can_be_drawn(khmer: TTFont, latin: TTFont) -> None:
    if not WORDS.is_file():
        pytest.skip("there is no word catalogue yet")
    has = khmer.getBestCmap().keys() | latin.getBestCmap().keys()
    with WORDS.open(encoding="utf-8", newline="") as file:
        missing = {
            f"{row['key']} ({column}): U+{ord(character):04X}"
            for row in csv.DictReader(file)
            for column in ("en", "km")
            for character in row[column]
            if character.isprintable() and ord(character) not in has
        }
    assert not missing


def test_every_khmer_letter_and_sign_is_kept(khmer: TTFont) -> None:
    whole = TTFont(fonts.source_path(fonts.KHMER)).getBestCmap()
    wanted = {code for code in fonts.KHMER.codepoints if code in whole}
    assert wanted == khmer.getBestCmap().keys()
    assert {*range(0x1780, 0x17DE), *range(0x17E0, 0x17EA), 0x200B, 0x25CC} <= wanted


def test_khmer_keeps_its_shaping_rules(khmer: TTFont) -> None:
    whole = TTFont(fonts.source_path(fonts.KHMER))
    shaping = {"pref", "blwf", "abvf", "pstf", "pres", "blws", "abvs", "psts", "clig"}
    # The family's kern and mkmk rules are for Latin letters, which this cut leaves out.
    positioning = {"abvm", "blwm", "mark", "dist"}
    for table, tags in (("GSUB", shaping), ("GPOS", positioning)):
        assert features_for(khmer, table) & tags == features_for(whole, table) & tags
    # Below-base forms are the coeng subscripts: without them a stack falls apart.
    assert {"blwf", "pref"} <= features_for(khmer, "GSUB")


def features_for(font: TTFont, table: str) -> set[str]:
    """The features that text in the Khmer script gets."""
    layout = font[table].table
    found: set[str] = set()
    for script in layout.ScriptList.ScriptRecord:
        if script.ScriptTag == "khmr":
            for number in script.Script.DefaultLangSys.FeatureIndex:
                found.add(layout.FeatureList.FeatureRecord[number].FeatureTag)
    return found


@pytest.mark.parametrize("cut", fonts.CUTS, ids=lambda cut: cut.file)
def test_weights_are_those_of_the_style_sheet(cut: fonts.Cut) -> None:
    (axis,) = TTFont(fonts.FOLDER / cut.file)["fvar"].axes
    assert (axis.axisTag, axis.minValue, axis.maxValue) == ("wght", 400, 700)


def test_a_second_call_writes_nothing(tmp_path: Path) -> None:
    first = fonts.build(folder=tmp_path, cuts=[fonts.LATIN])
    size = first[fonts.LATIN.file][0]
    content = (tmp_path / fonts.LATIN.file).read_bytes()
    assert first == {fonts.LATIN.file: (size, True)}
    assert fonts.build(folder=tmp_path, cuts=[fonts.LATIN]) == {fonts.LATIN.file: (size, False)}
    # A damaged file is noticed, and made again to the byte.
    (tmp_path / fonts.LATIN.file).write_bytes(content[:-1])
    assert fonts.build(folder=tmp_path, cuts=[fonts.LATIN])[fonts.LATIN.file] == (size, True)
    assert (tmp_path / fonts.LATIN.file).read_bytes() == content
    assert {path.name for path in tmp_path.iterdir()} == {fonts.LATIN.file, fonts.MANIFEST}


def test_a_missing_package_is_named_with_its_remedy(tmp_path: Path) -> None:
    absent = fonts.Cut(
        file="absent.woff2",
        family="Absent",
        package="fontpkg-absent",
        source="Absent.ttf",
        characters=((65, 90),),
        features=(),
    )
    with pytest.raises(fonts.FontError, match=r"fontpkg-absent is not installed.*make run"):
        fonts.build(folder=tmp_path, cuts=[fonts.LATIN, absent])
    assert not list(tmp_path.iterdir())
