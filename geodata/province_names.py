"""Which province is meant: by code or name, in either language, as people write them.

What is certain gets a code. What is not gets proposals, best first: nobody is put into a province
by a guess.
"""

import re
import unicodedata
from collections.abc import Mapping
from difflib import SequenceMatcher
from functools import cache, lru_cache
from typing import NamedTuple

from geodata.digits import latin_digits, tidy
from geodata.own import OWN
from geodata.own_names import which_area
from geodata.province_spellings import SPELLINGS, TOWNS
from geodata.provinces import CODES


class Meant(NamedTuple):
    """The code of the province that is surely meant, or None and those that may be, best first."""

    code: str | None
    proposals: tuple[str, ...] = ()


_KHMER = re.compile(r"[\u1780-\u17d3]")
_COUNTRY_CODE = re.compile(r"(?:kh|khm)[\s._-]*(\d{1,2})")
_BEFORE_CODE = re.compile(r"(?:province|prov|code|khet|khaet|ខេត្ត|លេខកូដ|no|n°|#)[\s.:_-]*(\d{1,2})")
_ALONE = re.compile(r"(\d{1,2})(?:[.,]0+)?")
_GEOCODE = re.compile(r"(\d{2})(?:\d{2}){1,3}|(\d)(?:\d{2}){1,3}")
_CODE_AND_NAME = re.compile(r"\(?(\d{1,2})\)?[\s.:_–—/-]+(\D+)|(\D+?)[\s.:_–—/-]*\(?(\d{1,2})\)?")
_LATIN_TITLES = re.compile(
    r"\b(?:province of|provinces?|prov|khaet|khet|khett|krong|krung|municipality of"
    r"|municipality|capital city|capital|city of|city|town|reach ?theani|reachtheani"
    r"|rajdhani|pr|cambodia|kampuchea)\b\.?"
)
_KHMER_TITLES = re.compile("^(?:ខេត្ដ|ខេត្ត|រាជធានី|ក្រុង|រាជ្យធានី)+|(?:ខេត្ត|រាជធានី)$")
_KHMER_SIGNS = re.compile("[\u17c6\u17c8-\u17d1\u17d3\u17dd]")
_SOUNDS = (
    (r"[^a-z]", ""),
    ("^kom", "kam"),
    ("ph", "p"),
    ("th", "t"),
    ("ch+", "c"),
    ("kh", "k"),
    ("gh", "g"),
    ("ck", "k"),
    ("bh", "b"),
    (r"(.)\1+", r"\1"),
    ("ay|ey|ai|ei", "i"),
    ("ea|ae|ie|ia|eo", "e"),
    ("ou|oe|oo|ue|eu|au|ao|oa", "u"),
    ("b$", "p"),
    ("d(?=c|k|$)", "t"),
    ("h$", ""),
    (r"(.)\1+", r"\1"),
)
_NEAR, _LEAD, _SHORTEST = 0.62, 0.08, 4
_MOST = 4


@lru_cache(maxsize=4096)
def which_province(text: str) -> Meant:
    """The province that a cell means.

    >>> which_province("ខេត្តបាត់ដំបង"), which_province("Oudor Meanchey"), which_province("KH-1")
    (Meant(code='02', proposals=()), Meant(code='22', proposals=()), Meant(code='01', proposals=()))
    >>> which_province("Meanchey")
    Meant(code=None, proposals=('01', '22'))
    """
    if OWN:
        return Meant(*which_area(text))
    said = latin_digits(tidy(text[:200])).lower()
    if not said:
        return Meant(None)
    if any(map(str.isdigit, said)):
        return _with_digits(said)
    return _named(said)


def _with_digits(said: str) -> Meant:
    for pattern in (_ALONE, _COUNTRY_CODE, _BEFORE_CODE):
        if found := pattern.fullmatch(said):
            code = found[1].zfill(2)
            return Meant(code) if code in CODES else Meant(None)
    if found := _GEOCODE.fullmatch(said):
        code = (found[1] or found[2]).zfill(2)
        return Meant(None, (code,) if code in CODES else ())
    if found := _CODE_AND_NAME.fullmatch(said):
        code = (found[1] or found[4]).zfill(2)
        named = _named(found[2] or found[3])
        if named.code is None or named.code == code:
            return named
        return Meant(None, tuple(one for one in (named.code, code) if one in CODES))
    return Meant(None)


def _named(said: str) -> Meant:
    key = _key(said)
    if not key:
        return Meant(None)
    if code := _known().get(key):
        return Meant(code)
    if town := _towns().get(key):
        return Meant(None, (town,))
    latin = _KHMER.search(key) is None
    if latin and (code := _by_sound().get(_sound(key))):
        return Meant(code)
    return Meant(None, _proposals(key, latin=latin))


def _proposals(key: str, *, latin: bool) -> tuple[str, ...]:
    """Provinces written like `key`, or with it as a part of their name."""
    if len(key) < (_SHORTEST if latin else 2) or len(key) > 60:
        return ()
    likeness: dict[str, float] = {}
    for spelling, code in _known().items():
        if (_KHMER.search(spelling) is None) != latin or len(spelling) < _SHORTEST - 1:
            continue
        matcher = SequenceMatcher(None, key, spelling, autojunk=False)
        if matcher.real_quick_ratio() < _NEAR and key not in spelling:
            continue
        alike = max(matcher.ratio(), 0.9 if key in spelling else 0.0)
        likeness[code] = max(likeness.get(code, 0.0), alike)
    near = sorted(
        (code for code, alike in likeness.items() if alike >= _NEAR),
        key=lambda code: (-likeness[code], code),
    )
    best = likeness[near[0]] if near else 0.0
    return tuple(code for code in near if likeness[code] >= best - 2 * _LEAD)[:_MOST]


def _key(said: str) -> str:
    """Letters alone, without titles, accents, and what Khmer writes in several ways."""
    if _KHMER.search(said):
        letters = "".join(sign for sign in said if "\u1780" <= sign <= "\u17dd")
        letters = _KHMER_TITLES.sub("", letters) or letters
        return _KHMER_SIGNS.sub("", letters).replace("\u17d2\u178a", "\u17d2\u178f")
    apart = unicodedata.normalize("NFKD", re.sub(r"(?<=[a-z])[._-]+(?=[a-z])", " ", said))
    plain = "".join(sign for sign in apart if not unicodedata.combining(sign))
    bare = _LATIN_TITLES.sub(" ", plain)
    return re.sub(r"[^a-z]", "", bare)


def _sound(key: str) -> str:
    """What is left when spellings of one sound fall together."""
    for pattern, sound in _SOUNDS:
        key = re.sub(pattern, sound, key)
    return key


@cache
def _known() -> Mapping[str, str]:
    return {
        _key(name.lower()): code for code, names in SPELLINGS.items() for name in names.split(", ")
    }


@cache
def _towns() -> Mapping[str, str]:
    return {_key(name.lower()): code for code, names in TOWNS.items() for name in names.split(", ")}


@cache
def _by_sound() -> Mapping[str, str]:
    """Codes by sound, without sounds that two provinces share and those too short to be sure."""
    found: dict[str, set[str]] = {}
    for key, code in _known().items():
        if key.isascii() and len(key) > _SHORTEST:
            found.setdefault(_sound(key), set()).add(code)
    return {sound: min(codes) for sound, codes in found.items() if len(codes) == 1}
