"""The numbers of a profile as they are told, for the page and for the print alike."""

import math
from dataclasses import dataclass

from dashboard.compare_words import letter, two_digits
from dashboard.evidence import amount, span
from dashboard.mismatch_words import part_text
from dashboard.numbers import MINUS, number
from dashboard.profile.figures import KeyFigure
from dashboard.profile.nearby import Neighbour
from dashboard.profile.profile import Profile
from dashboard.scenarios.plan_text import MILLION
from dashboard.theme import PARTS
from dashboard.words import Speaker
from dashboard.world import world
from geodata import Figure

_SMALL_SHARE = 10


@dataclass(frozen=True, kw_only=True)
class Told:
    """A number in words: `reach` is its range or empty, `figure` what it rests on."""

    value: str
    reach: str
    figure: Figure | None


@dataclass(frozen=True, kw_only=True)
class KeyRow:
    """A key figure. `against`: the country in words; `bar`, `mark`: in per cent of a bar."""

    label: str
    told: Told
    unit: str
    rank: str
    against: str
    bar: float
    mark: float | None
    method: str | None


@dataclass(frozen=True, kw_only=True)
class PartRow:
    """One part of the people in need of work; `share` of all of them in per cent."""

    key: str
    label: str
    told: Told
    share: float


@dataclass(frozen=True, kw_only=True)
class TradeRow:
    """One trade: people and jobs, each with the length of its bar in per cent."""

    label: str
    seekers: Told
    vacancies: Told
    seekers_bar: float
    vacancies_bar: float


@dataclass(frozen=True, kw_only=True)
class NearRow:
    """A province where jobs wait, and the road there."""

    code: str
    name: str
    km: str
    vacancies: Told
    seekers: Told
    more_jobs: Told


@dataclass(frozen=True, kw_only=True)
class ScenarioRow:
    """What a scenario does here, central values, and in the whole country with its range."""

    key: str
    name: str
    near_home: str
    after_moving: str
    jobs: str
    usd: str
    country: Told
    country_usd: str


def told_of(figure: Figure | None, *, say: Speaker, decimals: int = 0) -> Told:
    """A figure; where there is none, that."""
    if figure is None:
        return Told(value=say("legend_missing"), reach="", figure=None)
    return Told(
        value=amount(figure, say=say, decimals=decimals),
        reach=span(figure, say=say, decimals=decimals) or "",
        figure=figure,
    )


def key_rows(found: Profile, *, say: Speaker) -> list[KeyRow]:
    """The key figures, in the order of the layers."""
    return [_key_row(one, say=say) for one in found.key_figures]


def _key_row(one: KeyFigure, *, say: Speaker) -> KeyRow:
    against, bar, mark = _against(one, say=say)
    return KeyRow(
        label=say.fill(one.title.in_(say.lang)),
        told=told_of(one.figure, say=say, decimals=one.decimals),
        unit=say.fill(one.unit.in_(say.lang)) if one.figure else "",
        rank=say("rank_of", rank=one.rank, count=one.count) if one.figure else "",
        against=against,
        bar=bar,
        mark=mark,
        method=one.method,
    )


def _against(one: KeyFigure, *, say: Speaker) -> tuple[str, float, float | None]:
    """Share of the country for counts; the country's rate for rates."""
    if one.figure is None or one.national is None:
        return "", 0.0, None
    if one.additive:
        share = 100 * one.figure.value / one.national.value
        text = say("share_of_country", share=number(share, step=0.1 if share < _SMALL_SHARE else 1))
        return text, share, None
    text = say("country_has", value=amount(one.national, say=say, decimals=one.decimals))
    scale = 100 / max(one.highest, one.national.value)
    return text, scale * one.figure.value, scale * one.national.value


def part_rows(found: Profile, *, say: Speaker) -> list[PartRow]:
    """The four parts, from those matched to those for whom no job is."""
    total = sum(found.need.parts[part].value for part in PARTS) or 1.0
    return [
        PartRow(
            key=part,
            label=part_text(part, say=say),
            told=told_of(found.need.parts[part], say=say),
            share=100 * found.need.parts[part].value / total,
        )
        for part in PARTS
    ]


def trade_rows(found: Profile, *, say: Speaker) -> list[TradeRow]:
    """People and jobs by trade, all bars on one scale."""
    names = {
        row.sector: say.fill(row.name_km if say.lang == "km" else row.name_en)
        for row in world().geodata.rows("sectors")
    }
    trades = found.need.trades
    most = max(side.value for one in trades.values() for side in (one.seekers, one.vacancies)) or 1
    return [
        TradeRow(
            label=names[sector],
            seekers=told_of(one.seekers, say=say),
            vacancies=told_of(one.vacancies, say=say),
            seekers_bar=100 * one.seekers.value / most,
            vacancies_bar=100 * one.vacancies.value / most,
        )
        for sector, one in trades.items()
    ]


def near_rows(found: Profile, *, say: Speaker) -> list[NearRow]:
    """Provinces with more jobs than people, the nearest first."""
    return [_near_row(one, say=say) for one in found.nearby.nearest]


def _near_row(one: Neighbour, *, say: Speaker) -> NearRow:
    more = Figure(
        value=-one.gap.value,
        low=None if one.gap.high is None else -one.gap.high,
        high=None if one.gap.low is None else -one.gap.low,
        status=one.gap.status,
        source_ids=one.gap.source_ids,
        as_of=one.gap.as_of,
    )
    return NearRow(
        code=one.code,
        name=world().geodata.provinces[one.code].name(say.lang),
        km=say.fill(number(one.km, step=10.0)),
        vacancies=told_of(one.vacancies, say=say),
        seekers=told_of(one.seekers, say=say),
        more_jobs=told_of(more, say=say),
    )


def scenario_heads(say: Speaker) -> list[str]:
    """What stands above the columns of `scenario_rows`."""
    return [
        say("profile_scenario"),
        say("places_near_home"),
        say("places_after_moving"),
        say("places_jobs"),
        say("profile_here_usd"),
        say("profile_country_near_home"),
        say("profile_country_usd"),
    ]


def scenario_rows(found: Profile, *, say: Speaker) -> list[ScenarioRow]:
    """What each scenario would do here, in the order of the link."""
    return [
        ScenarioRow(
            key=one.chosen.key,
            name=say("letter_name", letter=letter(at, say=say), name=one.chosen.name),
            near_home=_people(one.more_near_home, say=say),
            after_moving=_people(one.more_after_moving, say=say),
            jobs=_people(one.lasting_jobs, say=say),
            usd=_million(one.usd, say=say),
            country=told_of(one.country, say=say),
            country_usd=_million(one.country_usd, say=say),
        )
        for at, one in enumerate(found.invested)
    ]


def _people(value: float, *, say: Speaker) -> str:
    """Two digits of people: nobody knows these better."""
    text = number(value, step=max(1.0, two_digits(value)))
    return say.fill("0" if text == f"{MINUS}0" else text)


def _million(usd: float, *, say: Speaker) -> str:
    value = usd / MILLION
    return say.fill(number(value, step=1.0 if math.isclose(value, round(value)) else 0.1))
