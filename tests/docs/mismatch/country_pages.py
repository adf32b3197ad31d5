"""What the pages on measures of the whole country say."""

import math
from functools import cache
from typing import Any

import numpy as np
import pandas as pd
import pytest

from analysis.measures import (
    balancing_distance,
    mismatch_index,
    mismatch_index_draws,
    sahin_mismatch,
    sahin_mismatch_draws,
)
from dashboard.mismatch import readings as measured
from dashboard.mismatch.market import market
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
    code_of,
    ends,
    jobs,
    km,
    name,
    own_km,
    people,
    reading,
    three,
    unanchored,
    whole,
)


@cache
def mismatch_index_page() -> list[str]:
    of_people, of_jobs = 100 * people() / people().sum(), 100 * jobs() / jobs().sum()
    more = (of_jobs - of_people).loc[lambda s: s > 0].sort_values(ascending=False)
    index = 100 * mismatch_index(people(), jobs())
    assert more.sum() == pytest.approx(index)
    assert more.iloc[0] > index / 2 and name(more.index[0]) == "Phnom Penh"
    for basis in BASES:
        assert 100 * mismatch_index(people(basis), jobs()) == pytest.approx(index)
    here: Any = market(CASE)
    drawn = 100 * mismatch_index_draws(here.seekers.count.draws, here.vacancies.count.draws)
    low, high = ends(measured.national(CASE)["mismatch_index"])
    middle = float(np.median(drawn))
    assert low < index < middle < high
    return [
        f"is {mismatch_index(THREE_PEOPLE, THREE_JOBS):.2f}: sixty of a hundred",
        "0.60 + 0.10 + 0.50",
        f"Three places have {PLACES_SAID}, 100 of each",
        *(
            f"| {name(code)} | {of_people[code]:.2f} | {of_jobs[code]:.2f} | {value:.2f} |"
            for code, value in more.items()
        ),
        f"The sum is {index:.2f}: about {index:.0f} % of seekers",
        f"Over {DRAWS:,} draws of both sides the index runs from {low:.0f} % to {high:.0f} %",
        f"is {middle:.1f} %, above the central {index:.1f} %",
        f"{len(unanchored())} provinces have no figure for formal jobs",
    ]


@cache
def balancing_distance_page() -> list[str]:
    shown = ("Banteay Meanchey", "Battambang", "Siem Reap", "Prey Veng", "Kampong Speu")
    home, kandal, pp = code_of("Prey Veng"), code_of("Kandal"), code_of("Phnom Penh")
    row = km().loc[home].sort_values()
    sums = jobs()[row.index].cumsum()
    last = sums.index[sums >= people()[home]][0]
    assert balancing_distance(people(), jobs(), km())[home] == pytest.approx(row[last])
    assert last == pp and balancing_distance(THREE_PEOPLE, THREE_JOBS, LINE).tolist() == [200, 0, 0]
    most = reading("balancing_distance", "01", "working_age").high
    assert most == math.inf
    found = balancing_distance(people(), jobs(), km())
    enough = jobs() >= people()
    assert enough.any() and found[enough].to_numpy() == pytest.approx(own_km()[enough].to_numpy())
    assert found[kandal] == own_km()[kandal] == km().loc[kandal, pp]
    draws = measured.readings(CASE)["balancing_distance"].draws
    assert draws is not None
    nowhere = np.isinf(draws).sum(axis=0)
    assert nowhere.sum() == nowhere[CODES.index("01")]
    assert set(ends(reading("balancing_distance", "02"))) <= set(draws[:, CODES.index("02")])
    return [
        "between capitals × 1.30",
        "2/3 × √(area / π) × 1.30",
        f"Three places at 0, 100 and 200 km have {PLACES_SAID}",
        "The other two have enough at home: 0 km",
        "finds 10, then 40, then 100 vacancies, so it needs 200 km",
        f"has {whole(people()[home])} seekers",
        *(
            f"| {name(code)} | {row[code]:.1f} | {whole(jobs()[code])} | {whole(sums[code])} |"
            for code in row.index[: row.index.get_loc(last) + 1]
        ),
        f"{whole(sums[last])} is more than {whole(people()[home])},"
        f" so the balancing distance is {row[last]:.1f} km",
        *(f"| {each} | {three(reading('balancing_distance', code_of(each)))} |" for each in shown),
        f"{PERCENTILES} of {DRAWS:,} draws of both sides",
        f"needs {reading('balancing_distance', '01', 'unplaced').value:.0f} km"
        f" instead of {reading('balancing_distance', '01').value:.0f}",
        f"On `durable`, in {nowhere.sum()} draws all vacancies together are too few for"
        " Banteay Meanchey",
        f"Kandal has {whole(jobs()[kandal])} vacancies for {whole(people()[kandal])} seekers,"
        f" and yet needs no more than its own {own_km()[kandal]:.1f} km",
    ]


@cache
def sahin_mismatch_page() -> list[str]:
    here: Any = market(CASE)
    shares: list[Any] = [
        pd.Series(side.trades.central, index=list(side.sectors))
        for side in (here.seekers, here.vacancies)
    ]
    roots = np.sqrt(shares[0] * shares[1])
    titles = {row.sector: row.name_en for row in world().geodata.rows("sectors")}
    province, both = sahin_mismatch(people(), jobs()), measured.national(CASE)
    sector = 1 - roots.sum()
    together = 1 - (1 - province) * (1 - sector)
    assert both["sahin_mismatch_both"].value == pytest.approx(100 * together)
    assert sahin_mismatch(*shares) == pytest.approx(sector)
    for basis in BASES:
        assert sahin_mismatch(people(basis), jobs()) == pytest.approx(province)
    drawn = sahin_mismatch_draws(here.seekers.count.draws, here.vacancies.count.draws)
    assert np.median(drawn) > province
    mine = np.sqrt((THREE_PEOPLE / 100) * (THREE_JOBS / 100))
    lost = sahin_mismatch(THREE_PEOPLE, THREE_JOBS)
    assert lost == pytest.approx(1 - mine.sum())
    a, b, c = mine
    alpha = world().assumptions["alpha"]
    plain = {0.0: "0"}
    return [
        "0.70 × 0.10, 0.20 × 0.30 and 0.10 × 0.60",
        f"Three places have {PLACES_SAID}, 100 of each",
        f"are {a:.6f}, {b:.6f} and {c:.6f}",
        f"They add up to {mine.sum():.6f}, so {lost:.6f} is lost",
        f"hiring, {alpha.first:g}; `alpha` in the link, from {alpha.low:g} to {alpha.high:g}",
        *(
            f"| {titles[each]} | {plain.get(shares[0][each], f'{shares[0][each]:.2f}')} |"
            f" {shares[1][each]:.2f} | {plain.get(roots[each], f'{roots[each]:.4f}')} |"
            for each in here.seekers.sectors
        ),
        f"The roots add up to {roots.sum():.4f}, so {100 * sector:.1f} % of hires",
        f"By province it is {100 * province:.1f} %",
        f"By province and sector it is {100 * together:.1f} %",
        f"1 - (1 - {province:.4f}) × (1 - {sector:.4f}) = {together:.4f}",
        *(
            f"| {label} | {three(both[key], 1)} |"
            for label, key in (
                ("Provinces", "sahin_mismatch"),
                ("Sectors", "sahin_mismatch_sector"),
                ("Provinces and sectors", "sahin_mismatch_both"),
            )
        ),
        f"take {DRAWS:,} draws of both sides, the third takes {measured.DRAWS_OF_BOTH}",
    ]
