"""What the pages on measures of one province say."""

import math
from functools import cache
from itertools import combinations
from typing import Any

import numpy as np
import pytest

from analysis.distance import ROAD_FACTOR, great_circle_km
from analysis.measures import (
    gap,
    seekers_per_vacancy,
    share_gap,
    shen_access,
)
from dashboard.mismatch import readings as measured
from dashboard.state import BASES
from dashboard.world import world
from geodata.provinces import CODES
from layers._estimation import DRAWS
from tests.docs.mismatch.told import (
    CASE,
    LINE,
    PERCENTILES,
    PLACES_SAID,
    THREE_JOBS,
    THREE_PEOPLE,
    among_widest,
    code_of,
    jobs,
    km,
    listed,
    name,
    on,
    own_km,
    people,
    reading,
    signed,
    three,
    unanchored,
    unsure,
    whole,
)


@cache
def gap_page() -> list[str]:
    shown = ("Banteay Meanchey", "Battambang", "Siem Reap", "Prey Veng", "Phnom Penh")
    top = among_widest("gap")
    draws = measured.readings(CASE)["gap"].draws
    assert draws is not None and gap(THREE_PEOPLE, THREE_JOBS).tolist() == [60, -10, -50]
    second, third = (CODES.index(code_of(each)) for each in shown[1:3])
    above = np.mean(draws[:, second] > draws[:, third])
    hatched = unsure("gap")
    pp = code_of("Phnom Penh")
    return [
        f"Three places have {PLACES_SAID}",
        "60, \u221210 and \u221250; they add up to 0, because both sides add up to 100",
        f"{whole(people()['01'])} seekers less {whole(jobs()['01'])} vacancies"
        f" = {whole(people()['01'] - jobs()['01'])}",
        f"{whole(people()[pp])} less {whole(jobs()[pp])} = {whole(people()[pp] - jobs()[pp])}",
        f"{whole(people().sum())} less {whole(jobs().sum())}"
        f" = {whole(people().sum() - jobs().sum())}",
        *(
            f"| {each} | {three(reading('gap', code_of(each)))} | {100 * top[code_of(each)]:.0f} |"
            for each in shown
        ),
        f"{PERCENTILES} of {DRAWS:,} draws of both sides",
        f"in only {100 * above:.0f} % of draws",
        f"in less than {100 * measured.SURE:.0f} % of draws",
        f"There are {len(hatched)}: {', '.join(hatched[:-1])} and {hatched[-1]}.",
        f"has {whole(people('unplaced')['01'] - jobs()['01'])} instead of",
        f"{len(unanchored())} provinces have no figure for formal jobs",
    ]


@cache
def seekers_per_vacancy_page() -> list[str]:
    shown = ("Banteay Meanchey", "Battambang", "Siem Reap", "Kandal", "Svay Rieng", "Phnom Penh")
    top, pp = among_widest("seekers_per_vacancy"), code_of("Phnom Penh")
    ratios = seekers_per_vacancy(THREE_PEOPLE, THREE_JOBS)
    assert np.isfinite(seekers_per_vacancy(people(), jobs())).all()
    return [
        "{:.2f}, {:.2f} and {:.2f}".format(*ratios),
        f"Three places have {PLACES_SAID}",
        f"{whole(people()['01'])} / {whole(jobs()['01'])}"
        f" = {people()['01'] / jobs()['01']:.1f} people",
        f"{whole(people()[pp])} / {whole(jobs()[pp])} = {people()[pp] / jobs()[pp]:.1f}",
        f"{whole(people().sum())} / {whole(jobs().sum())} = {people().sum() / jobs().sum():.1f}",
        *(
            f"| {each} | {three(reading('seekers_per_vacancy', code_of(each)), 1)} |"
            for each in shown
        ),
        f"{PERCENTILES} of {DRAWS:,} draws of both sides",
        f"in {100 * top['01']:.0f} % of draws, Battambang in {100 * top['02']:.0f} %",
        f"has {people('unplaced')['01'] / jobs()['01']:.1f} instead of",
        f"{len(unanchored())} provinces have vacancies by population",
    ]


@cache
def share_gap_page() -> list[str]:
    shown = ("Banteay Meanchey", "Battambang", "Siem Reap", "Kampong Speu", "Phnom Penh")
    of_people, of_jobs = 100 * people() / people().sum(), 100 * jobs() / jobs().sum()
    gaps = share_gap(people(), jobs())
    assert gaps.sum() == pytest.approx(0)
    for basis in BASES:
        assert share_gap(people(basis), jobs()).to_numpy() == pytest.approx(gaps.to_numpy())
        drawn = measured.readings(on(basis, ages="up_to_45"))["share_gap"].draws
        assert drawn == pytest.approx(measured.readings(CASE)["share_gap"].draws)
    pp, hatched = code_of("Phnom Penh"), unsure("share_gap")
    return [
        "{}, {} and {}".format(*(signed(x, 2) for x in share_gap(THREE_PEOPLE, THREE_JOBS))),
        f"Three places have {PLACES_SAID}, 100 of each",
        f"between {signed(-100, 0)} and 100 percentage points",
        f"{whole(people()['01'])} / {whole(people().sum())} = {of_people['01']:.2f} % of seekers,"
        f" {whole(jobs()['01'])} / {whole(jobs().sum())} = {of_jobs['01']:.2f} % of vacancies",
        f"Its share gap is {100 * gaps['01']:.2f} points",
        f"{of_people[pp]:.2f} % of seekers and {of_jobs[pp]:.2f} % of vacancies,"
        f" so {signed(100 * gaps[pp], 2)} points",
        *(f"| {each} | {three(reading('share_gap', code_of(each)), 1)} |" for each in shown),
        f"{PERCENTILES} of {DRAWS:,} draws of both sides",
        f"in {100 * measured.SURE:.0f} % of draws or more"
        f" in only {25 - len(hatched)} of the 25 provinces",
        f"The other {len(hatched)} are hatched",
        f"{len(unanchored())} provinces have vacancies by population",
    ]


@cache
def shen_access_page() -> list[str]:
    geodata, pp, kandal = world().geodata, code_of("Phnom Penh"), code_of("Kandal")
    areas: Any = geodata.table("areas").set_index("province_code")["value"]

    def flight(start: str, end: str) -> float:
        one, other = geodata.provinces[start], geodata.provinces[end]
        return float(
            great_circle_km(
                from_lon_degrees=np.array(one.capital_lon),
                from_lat_degrees=np.array(one.capital_lat),
                to_lon_degrees=np.array(other.capital_lon),
                to_lat_degrees=np.array(other.capital_lat),
            )
        )

    inner = 2 / 3 * math.sqrt(areas["01"] / math.pi)
    assert own_km()["01"] == pytest.approx(ROAD_FACTOR * inner)
    roads = {pair: ROAD_FACTOR * flight(*pair) for pair in combinations(CODES, 2)}
    floors = {pair: own_km()[list(pair)].max() for pair in roads}
    for pair, road in roads.items():
        assert km().loc[pair] == pytest.approx(max(road, floors[pair]))
    raised = (("Kandal", "Phnom Penh"), ("Kampot", "Kep"), ("Kampong Cham", "Tboung Khmum"))
    lengthened = {pair for pair, road in roads.items() if floors[pair] > road}
    assert lengthened == {(code_of(start), code_of(end)) for start, end in raised}
    pairs = [
        (code_of(start), code_of(end))
        for start, end in (("Banteay Meanchey", "Phnom Penh"), *raised)
    ]
    near, middle, far = (math.exp(-0.01 * d) for d in (0, 100, 200))
    factors = np.array([[near, middle, far], [middle, near, middle], [far, middle, near]])
    rivals = factors @ THREE_PEOPLE.to_numpy()
    access = shen_access(THREE_PEOPLE, THREE_JOBS, LINE, decay_per_km=0.01)
    assert access.to_numpy() == pytest.approx(factors @ (THREE_JOBS.to_numpy() / rivals))
    decay = world().assumptions["decay_per_km"]
    nearness = np.exp(-decay.first * km())
    competing = nearness.T @ people()
    given = 100 * jobs() * nearness.loc["01"] / competing
    shipped = shen_access(people(), jobs(), km())
    assert 100 * shipped["01"] == pytest.approx(given.sum())
    others = {
        value: measured.readings(on("durable", decay_per_km=value))["shen_access"].values["01"]
        for value in (decay.low, decay.high)
    }
    shown = ("Phnom Penh", "Kandal", "Banteay Meanchey", "Oddar Meanchey", "Ratanakiri")
    assert (shen_access(people("unplaced"), jobs(), km()) > shipped).all()
    a, b, c = access
    return [
        "On the map the result is multiplied by 100",
        "their capitals × 1.30",
        *(
            f"| {name(pair[0])} to {name(pair[1])} | {flight(*pair):.1f} | {roads[pair]:.1f}"
            f" | {km().loc[pair]:.1f} |"
            for pair in pairs
        ),
        f"| within Banteay Meanchey, {whole(areas['01'])} km² | {inner:.1f}"
        f" | {own_km()['01']:.1f} | {own_km()['01']:.1f} |",
        "lengthens the three pairs in the middle of the table, and no others",
        f"The decay of {decay.first} per km",
        f"At {decay.first} a job counts half at {math.log(2) / decay.first:.0f} km",
        f"Values from {decay.low:.4f} to {decay.high:.4f} fit",
        f"With the shipped data it is {whole((people() * shipped).sum())}",
        f"so f is 1, {middle:.6f} and {far:.6f}",
        f"Seekers are {listed(THREE_PEOPLE)}, vacancies {listed(THREE_JOBS)};"
        " the places lie at 0, 100 and 200 km. The decay is 0.01 and the own distance 0",
        f"70 + 20 × {middle:.6f} + 10 × {far:.6f} = {rivals[0]:.3f}",
        f"70 × {middle:.6f} + 20 + 10 × {middle:.6f} = {rivals[1]:.3f}",
        f"70 × {far:.6f} + 20 × {middle:.6f} + 10 = {rivals[2]:.3f}",
        f"10 / {rivals[0]:.3f} + 30 × {middle:.6f} / {rivals[1]:.3f}"
        f" + 60 × {far:.6f} / {rivals[2]:.3f}",
        f"That is {a:.6f}; the other two have {b:.6f} and {c:.6f}",
        f"70 × {a:.6f} + 20 × {b:.6f} + 10 × {c:.6f} = {70 * a + 20 * b + 10 * c:.0f}",
        f"is {km().loc['01', pp]:.1f} km away, so f = exp(-0.0068 × {km().loc['01', pp]:.1f})"
        f" = {nearness.loc['01', pp]:.4f}",
        f"For its {whole(jobs()[pp])} vacancies {whole(competing[pp])} people compete",
        f"100 × {whole(jobs()[pp])} × {nearness.loc['01', pp]:.4f} / {whole(competing[pp])}"
        f" = {given[pp]:.2f} vacancies",
        f"is at {own_km()['01']:.1f} km, so f = {nearness.loc['01', '01']:.4f},"
        f" and {whole(competing['01'])} people compete",
        f"100 × {whole(jobs()['01'])} × {nearness.loc['01', '01']:.4f} / {whole(competing['01'])}"
        f" = {given['01']:.2f}",
        f"Battambang gives {given['02']:.2f}, Siem Reap {given['17']:.2f},"
        f" and all 25 together {given.sum():.2f}",
        *(f"| {each} | {three(reading('shen_access', code_of(each)))} |" for each in shown),
        f"{PERCENTILES} of {DRAWS:,} draws of both sides",
        f"With a decay of {decay.low:.4f} Banteay Meanchey has {others[decay.low].value:.0f},"
        f" with {decay.high:.4f} it has {others[decay.high].value:.0f}",
        f"as far from people in Kandal as their own jobs: {own_km()[kandal]:.1f} km",
        f"For the others {roads[kandal, pp]:.1f} km would be too near",
    ]
