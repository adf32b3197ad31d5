"""Which area of one's own is meant: by code or name, as people and spreadsheets write them.

A code may have lost its leading zeros. A name that several areas share is never guessed.
"""

import re
import unicodedata
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache

from geodata.digits import latin_digits, tidy
from geodata.load import load
from geodata.provinces import CODES

_NEAR, _MOST = 0.75, 4
_WITH_CODE = re.compile(r"\(?(?P<code>\w[\w.-]*)\)?[\s.:_–—/-]+(?P<name>\D+)")


def which_area(text: str) -> tuple[str | None, tuple[str, ...]]:
    """The code of the area that is surely meant, or None and those that may be, best first."""
    said = latin_digits(tidy(text[:200])).casefold()
    code = _codes().get(said) or _codes().get(said.removesuffix(".0"))
    if code:
        return code, ()
    if found := _WITH_CODE.fullmatch(said):
        code, named = _codes().get(found["code"]), _named(found["name"])
        if code and (named == (code,) or code in named):
            return code, ()
    sure = _named(said)
    if len(sure) == 1:
        return sure[0], ()
    near = sure or tuple(
        code
        for key in get_close_matches(_key(said), _names(), n=_MOST, cutoff=_NEAR)
        for code in _names()[key]
    )
    return None, tuple(dict.fromkeys(near))[:_MOST]


def _named(said: str) -> tuple[str, ...]:
    return _names().get(_key(said), ())


def _key(said: str) -> str:
    """Letters and digits alone, without accents and what stands for several."""
    plain = unicodedata.normalize("NFKD", said.casefold())
    return "".join(sign for sign in plain if sign.isalnum() or "\u1780" <= sign <= "\u17d3")


@cache
def _names() -> Mapping[str, tuple[str, ...]]:
    """Codes by name, in either language."""
    found: dict[str, list[str]] = {}
    for code, area in load().provinces.items():
        for name in {_key(area.name_en), _key(area.name_km)} - {""}:
            found.setdefault(name, []).append(code)
    return {name: tuple(codes) for name, codes in found.items()}


@cache
def _codes() -> Mapping[str, str]:
    """Codes as they are written, and without leading zeros where no other becomes the same."""
    short: dict[str, list[str]] = {}
    for code in CODES:
        short.setdefault(code.casefold().lstrip("0"), []).append(code)
    bare = {key: codes[0] for key, codes in short.items() if key and len(codes) == 1}
    return {**bare, **{code.casefold(): code for code in CODES}}
