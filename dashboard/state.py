"""The view: one typed value, written in the URL, and nowhere else."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlencode

from dashboard.assumptions import Assumption
from dashboard.words import LANGUAGES

BASES = ("durable", "unplaced", "working_age")
AGES = ("all", "up_to_45")
EMBEDS = ("0", "1")
DIGITS = ("latin", "khmer")
NOTHING = "none"
_LONGEST = 6_000
_MOST_FIELDS = 64
_MOST_TOLD = 8
_SHOWN = 40
_NUMBER = re.compile(r"\d{1,6}(\.\d{1,6})?")


@dataclass(frozen=True, kw_only=True)
class Choices:
    """What a view may name: filled layers with their measures, overlays, provinces, assumptions.

    `seconds`: what a second map beside the first may show, the default first; none on a page
    with one map.
    """

    measures: Mapping[str, Sequence[str]]
    overlays: Sequence[str]
    provinces: Sequence[str]
    shown_first: tuple[str, ...]
    assumptions: Mapping[str, Assumption]
    seconds: tuple[str, ...] = ()

    @property
    def first_layer(self) -> str:
        """The layer shown where none is named."""
        return next(iter(self.measures))


@dataclass(frozen=True, kw_only=True)
class Unreadable:
    """A part of a URL that could not be read: its key and what stood there."""

    key: str
    value: str


@dataclass(frozen=True, kw_only=True)
class View:
    """What one page shows to one reader.

    `show`: point and line layers over the filled one; `second`: what the second map shows, empty
    where there is none; `assumed`: the assumptions that differ from their defaults, in their
    order; `embed`: whether the page is shown without what stands around it; `search`: the query
    string it was read from.
    """

    lang: str
    digits: str
    layer: str
    measure: str
    show: tuple[str, ...]
    province: str | None
    basis: str
    scenarios: tuple[str, ...]
    ages: str = AGES[0]
    second: str = ""
    assumed: tuple[tuple[str, float], ...] = ()
    embed: bool = False
    search: str = ""
    unreadable: tuple[Unreadable, ...] = field(default=())


def read_view(search: object, *, choices: Choices) -> View:
    """The view that the query string `search` names; what is wrong falls back to the default.

    Never raises: `search` may be anything a browser, a person or an attacker sends. Of a key
    that is repeated the first counts, as in a browser's URLSearchParams.
    """
    query = search.lstrip("?")[:_LONGEST] if isinstance(search, str) else ""
    query = query.encode("utf-8", "replace").decode("utf-8")
    wrong: list[Unreadable] = []
    given: dict[str, str] = {}
    if query.count("&") >= _MOST_FIELDS:
        wrong.append(Unreadable(key="link", value=query[:_SHOWN]))
        query = ""
    else:
        given = {key: values[0] for key, values in parse_qs(query).items()}

    def one(key: str, allowed: Sequence[str], default: str) -> str:
        value = given.get(key, default)
        if value in allowed:
            return value
        wrong.append(Unreadable(key=key, value=value[:_SHOWN]))
        return default

    def some(key: str, allowed: Sequence[str] | None, default: tuple[str, ...]) -> tuple[str, ...]:
        if key not in given:
            return default
        values = [part for part in given[key].split(",") if part and part != NOTHING]
        wrong.extend(
            Unreadable(key=key, value=value[:_SHOWN])
            for value in values
            if allowed is not None and value not in allowed
        )
        kept = [value for value in values if allowed is None or value in allowed]
        return tuple(dict.fromkeys(kept))

    def number(assumption: Assumption) -> float:
        text = given.get(assumption.key)
        if text is None:
            return assumption.first
        value = float(text) if _NUMBER.fullmatch(text) and text.isascii() else -1.0
        if assumption.low <= value <= assumption.high:
            return value
        wrong.append(Unreadable(key=assumption.key, value=text[:_SHOWN]))
        return assumption.first

    overlay = given.get("layer") if given.get("layer") in choices.overlays else None
    layer = choices.first_layer
    if overlay is None:
        layer = one("layer", tuple(choices.measures), layer)
    show = some("show", choices.overlays, choices.shown_first)
    province = given.get("province", "")
    if province and province not in choices.provinces:
        wrong.append(Unreadable(key="province", value=province[:_SHOWN]))
        province = ""
    return View(
        lang=one("lang", LANGUAGES, "en"),
        digits=one("digits", DIGITS, "latin"),
        layer=layer,
        measure=one("measure", choices.measures[layer], choices.measures[layer][0]),
        show=(*show, overlay) if overlay and overlay not in show else show,
        province=province or None,
        basis=one("basis", BASES, BASES[0]),
        scenarios=some("scenarios", None, ())[:4],
        ages=one("ages", AGES, AGES[0]),
        second=one("second", choices.seconds, choices.seconds[0]) if choices.seconds else "",
        assumed=tuple(
            (key, value)
            for key, assumption in choices.assumptions.items()
            if (value := number(assumption)) != assumption.first
        ),
        embed=one("embed", EMBEDS, EMBEDS[0]) == EMBEDS[1],
        search=f"?{query}" if query else "",
        unreadable=tuple(dict.fromkeys(wrong))[:_MOST_TOLD],
    )


def write_view(view: View, *, choices: Choices) -> str:
    """The query string that brings `view` back, with its question mark; defaults left out."""
    first = read_view("", choices=choices)
    pairs = {
        "lang": view.lang,
        "digits": view.digits,
        "embed": EMBEDS[view.embed],
        "layer": view.layer,
        "measure": view.measure,
        "show": ",".join(view.show) or NOTHING,
        "province": view.province or "",
        "basis": view.basis,
        "scenarios": ",".join(view.scenarios),
        "ages": view.ages,
        "second": view.second,
        **{key: f"{value:.6f}".rstrip("0").rstrip(".") for key, value in view.assumed},
    }
    defaults = {
        "lang": first.lang,
        "digits": first.digits,
        "embed": EMBEDS[0],
        "layer": first.layer,
        "measure": choices.measures[view.layer][0],
        "show": ",".join(first.show) or NOTHING,
        "province": "",
        "basis": first.basis,
        "scenarios": "",
        "ages": first.ages,
        "second": first.second,
    }
    given = {key: value for key, value in pairs.items() if value != defaults.get(key)}
    return f"?{urlencode(given, safe=',')}" if given else ""
