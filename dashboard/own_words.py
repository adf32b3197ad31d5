"""What areas of one's own are called, in the place of the word province.

A sentence of the catalogue stays whole; the one word in it changes. Names and fields do not.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from geodata import DataError, Text
from geodata.own import OWN
from geodata.own_tables import own_names
from geodata.provinces import Province

CAMBODIA = Text(en="Cambodia", km="កម្ពុជា")
"""A neighbour of other areas; for its own, the country may go by another name."""

_ENGLISH = re.compile(r"(?<![{/\w.])(?:(?P<article>[Aa]) )?(?P<word>[Pp]rovinces?)(?![\w}=/])")
_KHMER = re.compile("(?:រាជធានី[ -]?)?ខេត្ត")


@cache
def _names() -> Mapping[str, Mapping[str, str]]:
    try:
        return own_names()
    except DataError:  # Told where the tables are read.
        return {}


def called(sentence: str, lang: str) -> str:
    """The sentence with the word for the areas that hold here."""
    return _called(sentence, lang) if OWN else sentence


@lru_cache(maxsize=8192)
def _called(sentence: str, lang: str) -> str:
    return worded(sentence, lang, names=_names())


def worded(sentence: str, lang: str, *, names: Mapping[str, Mapping[str, str]]) -> str:
    """The sentence with the words of `names.csv`: country, area and areas, each by language.

    >>> district = {"area": {"en": "upazila"}, "areas": {"en": "upazilas"}}
    >>> worded("Select a province: {provinces} Provinces.", "en", names=district)
    'Select an upazila: {provinces} Upazilas.'
    """
    if country := names.get("country", {}).get(lang):
        sentence = re.sub(r"\bCambodia\b" if lang == "en" else "កម្ពុជា", country, sentence)
    one, several = (names.get(key, {}).get(lang) for key in ("area", "areas"))
    if not one or not several:
        return sentence
    if lang == "km":
        return _KHMER.sub(one, sentence)
    return _ENGLISH.sub(lambda found: _english(found, one, several), sentence)


def _english(found: re.Match[str], one: str, several: str) -> str:
    """The word in the number and case of the one it replaces, with the article that fits."""
    word = several if found["word"].endswith("s") else one
    if found["word"][0] == "P":
        word = word[:1].upper() + word[1:]
    if not found["article"]:
        return word
    article = "an" if word[:1].lower() in "aeiou" else "a"
    return f"{article.capitalize() if found['article'] == 'A' else article} {word}"


def middle_only(area: Province) -> bool:
    """Whether distances start in the middle of an area, because no town was named."""
    return OWN is not None and area.capital_en == area.name_en
