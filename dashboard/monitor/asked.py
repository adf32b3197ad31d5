"""What a link of the page of reintegration asks for: whom it is about, and the weights."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from urllib.parse import parse_qsl, urlencode

from dashboard.state import DIGITS, Unreadable, View, read_view
from dashboard.words import LANGUAGES
from dashboard.world import world

SEXES = ("all", "female", "male")
PLACES = ("province", "sector", "cohort")
"""What people are told apart by; counts exist for one of these at a time."""

TOTAL = ("total", "all")
WEIGHT = "w_"
PUBLISHED = "published"
MOST_WEIGHT = 100
_COHORT = re.compile(r"20[0-9]{2}-Q[1-4]|earlier|unknown")
_WHOLE = re.compile(r"[0-9]{1,3}")
_SHOWN, _MOST_TOLD, _LONGEST = 40, 8, 6_000


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Whom the page is about. `place`: what they are told apart by, and its value.

    `weights`: per cent by part of the index, only where they differ from the table. `published`:
    published figures alone, where the registry here is synthetic.
    """

    sex: str = SEXES[0]
    place: tuple[str, str] = TOTAL
    weights: tuple[tuple[str, int], ...] = ()
    published: bool = False
    unreadable: tuple[Unreadable, ...] = ()


def read_asked(view: View) -> Asked:
    """What the link of `view` asks for; what is wrong falls back, and is told. Never raises."""
    pairs = reversed(parse_qsl(view.search.lstrip("?")[:_LONGEST], max_num_fields=None))
    given = dict(pairs)
    wrong: list[Unreadable] = []

    def tell(key: str) -> None:
        wrong.append(Unreadable(key=key, value=given[key][:_SHOWN]))

    sex = given.get("sex", SEXES[0])
    if sex not in SEXES:
        tell("sex")
        sex = SEXES[0]
    place = TOTAL
    for key in PLACES:
        if key not in given or not given[key]:
            continue
        known = _known(key, given[key])
        if not known and key == "province":
            continue  # the view tells of it
        if known and place == TOTAL:
            place = (key, given[key])
        else:
            tell(key)
    weights = []
    for part, first in _first_weights().items():
        text = given.get(WEIGHT + part)
        if text is None:
            continue
        if not _WHOLE.fullmatch(text) or not text.isascii() or int(text) > MOST_WEIGHT:
            tell(WEIGHT + part)
        elif int(text) != first:
            weights.append((part, int(text)))
    if given.get(PUBLISHED, "1") != "1":
        tell(PUBLISHED)
    return Asked(
        sex=sex,
        place=place,
        weights=tuple(weights),
        published=given.get(PUBLISHED) == "1",
        unreadable=tuple(wrong)[:_MOST_TOLD],
    )


def write_asked(asked: Asked) -> dict[str, str]:
    """The pairs of a query that bring it back; what is usual is left out."""
    pairs = {} if asked.place == TOTAL else {asked.place[0]: asked.place[1]}
    if asked.sex != SEXES[0]:
        pairs["sex"] = asked.sex
    if asked.published:
        pairs[PUBLISHED] = "1"
    return {**pairs, **{f"{WEIGHT}{part}": str(value) for part, value in asked.weights}}


def monitor_query(view: View, asked: Asked, *, embed: bool = False) -> str:
    """The query of the page for this reader."""
    first = {"lang": LANGUAGES[0], "digits": DIGITS[0]}
    reader = {"lang": view.lang, "digits": view.digits}
    pairs = {key: value for key, value in reader.items() if value != first[key]}
    if embed:
        pairs["embed"] = "1"
    pairs |= write_asked(asked)
    return f"?{urlencode(pairs)}" if pairs else ""


def read(search: object) -> View:
    """The view that a query string names."""
    return read_view(search, choices=world().choices)


def weight_keys() -> tuple[str, ...]:
    """Keys of the query that set weights."""
    return tuple(WEIGHT + part for part in _first_weights())


def _known(key: str, value: str) -> bool:
    if key == "province":
        return value in world().geodata.provinces
    if key == "sector":
        return value in _sectors() or value == "unknown"
    return _COHORT.fullmatch(value) is not None


@cache
def _sectors() -> tuple[str, ...]:
    return tuple(row.sector for row in world().geodata.rows("sectors"))


def _first_weights() -> Mapping[str, int]:
    """Weights as the table has them."""
    return {row.part: round(row.value) for row in world().geodata.rows("index_weights")}
