"""Cut the two type families down to what the atlas shows: `python -m dashboard.fonts`.

The families come whole from PyPI packages; what a browser loads is a WOFF2 file with the
characters, weights and shaping rules that are used, and no more. Nothing is written when the
files on disk were made from the same fonts by the same rules.
"""

import hashlib
import importlib.metadata
import importlib.util
import json
import os
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

FOLDER = Path(__file__).resolve().parent.parent / "assets" / "fonts"
MANIFEST = "manifest.json"
WEIGHTS = (400, 700)


class FontError(Exception):
    """A font cannot be made; the message says which one and what to do."""


@dataclass(frozen=True, kw_only=True)
class Cut:
    """One family: where it comes from and what is kept of it.

    `family` is the name inside the file. Source Sans reserves its name (OFL 1.1, clause 3), so
    a cut of it must carry another.
    """

    file: str
    family: str
    package: str
    source: str
    characters: tuple[tuple[int, int], ...]
    features: tuple[str, ...]
    pins: tuple[tuple[str, float], ...] = ()

    @property
    def codepoints(self) -> frozenset[int]:
        """Every code point the cut keeps, where the family has it."""
        return frozenset(c for first, last in self.characters for c in range(first, last + 1))


KHMER = Cut(
    file="noto-sans-khmer.woff2",
    family="Noto Sans Khmer",
    package="fontpkg-noto-sans-khmer",
    source="NotoSansKhmer[wdth,wght].ttf",
    characters=(
        (0x0020, 0x0020),
        (0x1780, 0x17FF),  # Khmer
        (0x19E0, 0x19FF),  # Khmer symbols (lunar dates)
        (0x200B, 0x200D),  # zero-width space between words, joiners
        (0x25CC, 0x25CC),  # dotted circle, which carries a sign that lost its base
    ),
    # Everything the Khmer shaping model asks for, whether this version of the font has it or not.
    features=(
        *("locl", "ccmp", "pref", "blwf", "abvf", "pstf", "cfar"),
        *("pres", "blws", "abvs", "psts", "clig", "liga", "calt", "rlig"),
        *("kern", "dist", "abvm", "blwm", "mark", "mkmk"),
    ),
    pins=(("wdth", 100.0),),
)

NAME = replace(
    KHMER,
    file="noto-sans-khmer-name.woff2",
    family="Noto Sans Khmer Name",
    # The name of the language alone: a page in English needs no other Khmer letter.
    characters=tuple((ord(letter), ord(letter)) for letter in "ខ្មែរ"),
)

LATIN = Cut(
    file="source-sans-3.woff2",
    family="Atlas Sans",
    package="fontpkg-source-sans-3",
    source="SourceSans3[wght].ttf",
    characters=(
        (0x0020, 0x007E),  # Basic Latin
        (0x00A0, 0x00FF),  # Latin-1: section sign, superscripts, times, degree, middle dot
        (0x2009, 0x200A),  # thin and hair space
        (0x2010, 0x2015),  # hyphens and dashes
        (0x2018, 0x201E),  # quotation marks
        (0x2022, 0x2022),  # bullet
        (0x2026, 0x2026),  # ellipsis
        (0x202F, 0x202F),  # narrow no-break space
        (0x2030, 0x2030),  # per mille
        (0x2032, 0x2033),  # prime
        (0x2039, 0x203A),  # single guillemets
        (0x2044, 0x2044),  # fraction slash
        (0x20AC, 0x20AC),  # euro
        (0x2190, 0x2193),  # arrows
        (0x2212, 0x2212),  # minus
        (0x2248, 0x2248),  # almost equal
        (0x2264, 0x2265),  # at most, at least
    ),
    # Figures are tabular and lining by default in this family, without a feature.
    features=("kern", "liga", "tnum", "lnum", "mark", "mkmk", "ccmp", "locl"),
)

CUTS = (KHMER, NAME, LATIN)


def source_path(cut: Cut) -> Path:
    """Find the whole font in its installed package.

    Raises:
        FontError: the package, or the file in it, is missing.
    """
    module = cut.package.replace("-", "_")
    found = importlib.util.find_spec(module)
    remedy = f"Run `make run`, or `pip install -r requirements.txt`, which brings {cut.package}."
    if found is None or not found.submodule_search_locations:
        raise FontError(f"The package {cut.package} is not installed: no {cut.file}. {remedy}")
    path = Path(found.submodule_search_locations[0]) / "files" / cut.source
    if not path.is_file():
        raise FontError(f"The package {cut.package} holds no {cut.source}: no {cut.file}. {remedy}")
    return path


def subset(cut: Cut, source: Path) -> bytes:
    """Return the WOFF2 file for a cut of the font at `source`."""
    # Imported here: the check whether there is work must stay quick.
    from fontTools import subset as subsetter
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer

    font = TTFont(source, recalcTimestamp=False)
    options = subsetter.Options()
    options.layout_features = list(cut.features)
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.hinting = False
    options.desubroutinize = True
    options.notdef_outline = True
    subsetting = subsetter.Subsetter(options=options)
    subsetting.populate(unicodes=cut.codepoints)
    subsetting.subset(font)
    limits: dict[str, float | tuple[float, float]] = {**dict(cut.pins), "wght": WEIGHTS}
    font = instancer.instantiateVariableFont(font, limits)
    _rename(font, cut.family)
    font.flavor = "woff2"
    with tempfile.TemporaryFile() as held:
        font.save(held, reorderTables=None)
        held.seek(0)
        return held.read()


def _rename(font: "TTFont", family: str) -> None:
    """Name the font inside the file; the copyright and licence lines stay as they are."""
    postscript = family.replace(" ", "")
    for name_id, words in ((1, family), (3, postscript), (4, family), (6, postscript)):
        font["name"].setName(words, name_id, 3, 1, 0x409)


def _key(cut: Cut, source: Path) -> str:
    """What a cut depends on, as one hash: the font, this module, the tool's version."""
    tool = importlib.metadata.version("fonttools")
    parts: Iterable[bytes] = (source.read_bytes(), Path(__file__).read_bytes(), tool.encode())
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()


def _is_current(path: Path, key: str, known: object) -> bool:
    """Whether `path` was made with `key` and has not been changed since."""
    if not path.is_file() or not isinstance(known, dict) or known.get("made_from") != key:
        return False
    return known.get("sha256") == hashlib.sha256(path.read_bytes()).hexdigest()


def _write_whole(path: Path, content: bytes) -> None:
    """Put a file in place whole: whoever opens it sees the old or the new one, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as part:
            part.write(content)
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _read_manifest(path: Path) -> dict[str, object]:
    """Return what is known of the files on disk; nothing when it cannot be read."""
    try:
        known = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


def build(*, folder: Path = FOLDER, cuts: Sequence[Cut] = CUTS) -> dict[str, tuple[int, bool]]:
    """Make every font that is missing or out of date.

    Returns:
        For each file its size in bytes and whether it was made now.

    Raises:
        FontError: a font's package is missing. Nothing has been written then.
    """
    sources = {cut.file: source_path(cut) for cut in cuts}
    known = _read_manifest(folder / MANIFEST)
    made: dict[str, bytes] = {}
    manifest: dict[str, object] = {}
    done: dict[str, tuple[int, bool]] = {}
    for cut in cuts:
        path, key = folder / cut.file, _key(cut, sources[cut.file])
        if _is_current(path, key, known.get(cut.file)):
            path.touch()  # make compares times: the file is as good as new
            manifest[cut.file] = known[cut.file]
            done[cut.file] = (path.stat().st_size, False)
            continue
        made[cut.file] = content = subset(cut, sources[cut.file])
        digest = hashlib.sha256(content).hexdigest()
        manifest[cut.file] = {"made_from": key, "sha256": digest, "bytes": len(content)}
        done[cut.file] = (len(content), True)
    for file, content in made.items():
        _write_whole(folder / file, content)
    if made:
        words = json.dumps(manifest, indent=2, sort_keys=True) + "\n"
        _write_whole(folder / MANIFEST, words.encode())
    return done


def main() -> int:
    """Make the fonts and report their sizes."""
    try:
        done = build()
    except FontError as error:
        print(error, file=sys.stderr)
        return 1
    for file, (size, fresh) in done.items():
        print(f"assets/fonts/{file}: {size:,} bytes, {'made' if fresh else 'up to date'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
