"""How a report names fields, what they may hold, provinces and files, in both languages."""

from collections.abc import Mapping
from functools import cache

from geodata import Text, load
from records.codes import values
from records.fields import FIELDS
from records.spellings import NO, YES, split

UNSEEN = "personal"
"""Stands in a report in place of a value that looks personal."""

_ANY_PROVINCE = Text(en="a province's name or code", km="ឈ្មោះខេត្ត ឬកូដខេត្ត")
_NOT_SHOWN = Text(en="looks personal, not shown", km="មើលទៅដូចជាទិន្នន័យផ្ទាល់ខ្លួន មិនបង្ហាញ")
_KINDS = {"text": "CSV", "workbook": "Excel", "parquet": "Parquet"}


def in_words(fields: Mapping[str, str | int], *, lang: str) -> dict[str, str]:
    """The fields of a problem as a person reads them."""
    told = {name: str(value) for name, value in fields.items()}
    key = told.get("field", "")
    if told.get("value") == UNSEEN:
        told["value"] = _NOT_SHOWN.in_(lang)
    if "kind" in told:
        told["kind"] = _KINDS.get(told["kind"], told["kind"])
    if key in FIELDS:
        title = FIELDS[key].title.in_(lang)
        told["field"] = title.lower() if lang == "en" else title
        told["allowed"] = _allowed(key, lang)
    if "proposals" in told:
        provinces = load().provinces
        told["proposals"] = ", ".join(
            provinces[one].name(lang) for one in told["proposals"].split()
        )
    return told


@cache
def _allowed(field: str, lang: str) -> str:
    """What a cell of a field may hold: one usual spelling of each value."""
    declared = FIELDS[field]
    if declared.kind == "province":
        return _ANY_PROVINCE.in_(lang)
    if declared.kind == "yes_no":
        return ", ".join(_usual(one, lang) for one in (YES, NO))
    if declared.choices is None:
        return ""
    return ", ".join(_usual(declared.choices[value], lang) for value in values(field))


def _usual(spellings: str, lang: str) -> str:
    known = split(spellings)
    khmer = (one for one in known if any("\u1780" <= sign <= "\u17ff" for sign in one))
    return next(khmer, known[0]) if lang == "km" else known[0]
