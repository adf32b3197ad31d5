"""Texts that people write: cleaned, measured, in both languages."""

import unicodedata
from dataclasses import dataclass
from typing import Any

from dashboard.rooms.refused import Refused

SHORT, MEDIUM, LONG = 160, 400, 800
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_REPLACED = ("Cc", "Cs", "Zl", "Zp", "Co")


@dataclass(frozen=True, kw_only=True)
class Both:
    """A text that people wrote, in both languages."""

    en: str
    km: str

    def in_(self, lang: str) -> str:
        """The text in `lang`, `en` or `km`."""
        return self.km if lang == "km" else self.en

    def as_json(self) -> dict[str, str]:
        """The text as JSON has it."""
        return {"en": self.en, "km": self.km}


def cleaned(text: str) -> str:
    r"""The text on one line, without what turns or breaks it; everything else as it was written.

    >>> cleaned("  <b>a</b>\n\x00 b ")
    '<b>a</b> b'
    """
    kept = (
        " " if letter in _TURNING or unicodedata.category(letter) in _REPLACED else letter
        for letter in text
    )
    return " ".join("".join(kept).split())


def both(value: Any, *, field: str, most: int) -> Both:
    """A text in both languages; where one is missing the other stands in for it.

    Raises:
        Refused: there is nothing to read in it, or too much.
    """
    given = {"en": value, "km": value} if isinstance(value, str) else value
    if not isinstance(given, dict):
        raise Refused("text_missing", field=field)
    found = {
        lang: cleaned(text)
        for lang in ("en", "km")
        if isinstance(text := given.get(lang), str) and cleaned(text)
    }
    if not found:
        raise Refused("text_missing", field=field)
    longest = max(map(len, found.values()))
    if longest > most:
        raise Refused("text_long", field=field, length=longest, most=most)
    any_ = next(iter(found.values()))
    return Both(en=found.get("en", any_), km=found.get("km", any_))
