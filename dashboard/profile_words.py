"""The profile of a province in sentences."""

from collections.abc import Mapping

from dashboard.evidence import amount, told
from dashboard.mismatch.ranges import HIGH, LOW
from dashboard.numbers import MINUS, number
from dashboard.own_words import CAMBODIA
from dashboard.profile.nearby import Nearby
from dashboard.profile.need import Need, Rank
from dashboard.words import Speaker
from geodata import Figure
from geodata.provinces import Province

_WHOLE = 0.995
"""A share above this is told as all draws, one below its rest as none."""

_HALF = 0.5


def headline(province: Province, figures: Mapping[str, Figure], *, say: Speaker) -> str:
    """People against jobs in one sentence; `figures`: `seekers`, `vacancies` and their `gap`."""
    name = province.name(say.lang)
    seekers, vacancies, gap = (
        amount(figures[key], say=say) for key in ("seekers", "vacancies", "gap")
    )
    if figures["gap"].value < 0:
        return say(
            "profile_more_jobs",
            name=name,
            seekers=seekers,
            vacancies=vacancies,
            gap=gap.removeprefix(MINUS),
        )
    return say("profile_more_people", name=name, seekers=seekers, vacancies=vacancies, gap=gap)


def what_becomes(need: Need, *, say: Speaker) -> str:
    """The four parts of the people in need of work."""
    return say(
        "profile_parts",
        matched=amount(need.parts["matched"], say=say),
        spatial=amount(need.parts["spatial"], say=say),
        skills=amount(need.parts["skills"], say=say),
        shortage=amount(need.parts["shortage"], say=say),
    )


def about_province(province: Province, *, say: Speaker) -> str:
    """Its capital, and the countries it touches."""
    capital = province.capital_km if say.lang == "km" else province.capital_en
    countries = {
        "TH": say("country_thailand"),
        "VN": say("country_vietnam"),
        "LA": say("country_laos"),
        "KH": CAMBODIA.in_(say.lang),
    }
    facts = [say("panel_capital", name=capital)]
    if province.borders:
        names = say("list_separator").join(countries[one] for one in province.borders)
        facts.append(say("panel_borders", countries=names))
    return " ".join(facts)


def rank_sentences(rank: Rank, *, say: Speaker) -> list[str]:
    """Its place by the gap, how sure that is, and how sure the sign is."""
    share = round(100 * (HIGH - LOW))
    place = (
        say("profile_rank_sure", place=rank.place, count=rank.count, share=share)
        if rank.low == rank.high
        else say(
            "profile_rank",
            place=rank.place,
            count=rank.count,
            low=rank.low,
            high=rank.high,
            share=share,
        )
    )
    top = [say("profile_rank_top", share=_percent(rank.among_top))]
    return [place, *(top if rank.among_top > 1 - _WHOLE else []), _sign(rank, say=say)]


def _sign(rank: Rank, *, say: Speaker) -> str:
    if rank.above >= _WHOLE:
        return say("profile_people_always")
    if rank.above <= 1 - _WHOLE:
        return say("profile_jobs_always")
    if rank.above < _HALF:
        return say("profile_jobs_often", share=_percent(1 - rank.above))
    return say("profile_people_often", share=_percent(rank.above))


def _percent(share: float) -> str:
    return number(100 * share)


def nearby_sentences(near: Nearby, names: Mapping[str, str], *, say: Speaker) -> list[str]:
    """Jobs and people within reach, and how far jobs enough are."""
    around = say(
        "profile_reach",
        km=f"{near.reach_km:g}",
        vacancies=told(near.vacancies, say=say),
        seekers=told(near.seekers, say=say),
        provinces=say("list_separator").join(names[code] for code in near.reach),
    )
    return [around, *_balance(near.balance_km, say=say)]


def _balance(figure: Figure | None, *, say: Speaker) -> list[str]:
    if figure is None:
        return []
    if figure.value == float("inf"):
        return [say("profile_balance_nowhere")]
    return [say("profile_balance", km=told(figure, say=say))]
