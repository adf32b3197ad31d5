"""How wide words are in the two families of the atlas, so that they can be placed beforehand.

Widths are sums of what each letter takes, without kerning. A Khmer letter that stands below
another takes what its form below takes, mostly nothing.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from dashboard.fonts import KHMER, LATIN, Cut, source_path

_COENG = "\u17d2"
_NARROW = ("\u200b", "\u200c", "\u200d")


@dataclass(frozen=True, kw_only=True)
class _Face:
    """One family in one weight: width of a letter, and of its form below another, in ems."""

    letters: Mapping[str, float]
    below: Mapping[str, float]


@lru_cache(maxsize=8_192)
def text_width(text: str, *, size: float = 1.0, bold: bool = False) -> float:
    """Width of one line of `text`, in the unit of `size`.

    Raises:
        FontError: a font's package is missing.
    """
    latin, khmer = _face(LATIN, bold=bold), _face(KHMER, bold=bold)
    total, below = 0.0, False
    for letter in text:
        if letter == _COENG:
            below = True
            continue
        face = khmer if letter in khmer.letters and letter not in latin.letters else latin
        if below and letter in khmer.below:
            total += khmer.below[letter]
        elif letter not in _NARROW:
            total += face.letters.get(letter, 0.0 if unicodedata.combining(letter) else 1.0)
        below = False
    return total * size


@cache
def _face(cut: Cut, *, bold: bool) -> _Face:
    from fontTools.ttLib import TTFont

    with TTFont(source_path(cut), lazy=True) as font:
        units = font["head"].unitsPerEm
        glyphs = font.getGlyphSet(location={"wght": 700 if bold else 400, **dict(cut.pins)})
        names = font.getBestCmap()

        def width(name: str) -> float:
            return float(glyphs[name].width) / units

        known = cut.codepoints
        marks = {code for code in known if unicodedata.category(chr(code)) == "Mn"}
        letters = {
            chr(code): 0.0 if code in marks else width(name)
            for code, name in names.items()
            if code in known
        }
        letters |= {sign: width(names[ord(sign)]) for sign in "\u2219\u25a0" if ord(sign) in names}
        below = {}
        if ord(_COENG) in names:
            forms = _forms_below(font["GSUB"].table, names[ord(_COENG)])
            below = {
                chr(code): width(forms[name])
                for code, name in names.items()
                if code in known and name in forms
            }
    return _Face(letters=letters, below=below)


def _forms_below(table: Any, coeng: str) -> Mapping[str, str]:
    """Name of a letter's glyph -> that of its form below another."""
    found: dict[str, str] = {}
    for lookup in table.LookupList.Lookup:
        for part in lookup.SubTable:
            inner = getattr(part, "ExtSubTable", part)
            for one in getattr(inner, "ligatures", {}).get(coeng, ()):
                if len(one.Component) == 1:
                    found.setdefault(one.Component[0], one.LigGlyph)
    return found
