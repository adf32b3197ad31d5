"""What the page on the four parts says."""

from functools import cache
from typing import Any

import numpy as np
import pandas as pd
import pytest

from analysis.matching import decompose
from analysis.measures import (
    mismatch_index,
)
from dashboard.mismatch import parts as unmet
from dashboard.mismatch.market import market
from layers._estimation import DRAWS
from tests.docs.mismatch.told import (
    CASE,
    LINE,
    OTHER_SPLIT,
    PLACES,
    PLACES_SAID,
    THREE_JOBS,
    THREE_PEOPLE,
    as_shown,
    code_of,
    ends,
    fixed,
    jobs,
    km,
    low_paid,
    on,
    on_screen,
    people,
    split,
    whole,
)


@cache
def decomposition_page() -> list[str]:
    here: Any = market(CASE)
    r, v = people().sum(), jobs().sum()
    usual = split(CASE)
    place = split(CASE, min_transfer=0.0).matched  # one limit lifted by a value that allows all
    trade = split(CASE, reach_km=1e6).matched
    free, both = min(r, v), usual.matched
    spatial = ((free - place) + (trade - both)) / 2
    skills = ((free - trade) + (place - both)) / 2
    assert (usual.spatial, usual.skills) == pytest.approx((spatial, skills))
    assert usual.shortage == pytest.approx(r - free)
    assert r == pytest.approx(both + usual.shortage + spatial + skills)
    offers, trades = here.vacancies.table.sum(), here.seekers.table.sum()
    nobody, factory = offers["transport_logistics"], offers["manufacturing"]
    into_factory = [trades["manufacturing"], trades["agro_processing"]]
    assert trade == pytest.approx(v - nobody - (factory - sum(into_factory)))
    one_trade = decompose(
        THREE_PEOPLE.to_frame("all"),
        THREE_JOBS.to_frame("all"),
        LINE,
        pd.DataFrame([[1.0]], index=["all"], columns=["all"]),
        75,
        0.5,
    )
    assert (one_trade.matched, one_trade.spatial, one_trade.skills) == (40, 60, 0)
    columns = ["farm", "factory"]
    village = (
        pd.DataFrame([[10, 0], [0, 4]], index=PLACES[:2], columns=columns),
        pd.DataFrame([[2, 3], [4, 0]], index=PLACES[:2], columns=columns),
    )
    far = pd.DataFrame([[0, 300], [300, 0]], index=PLACES[:2], columns=PLACES[:2])
    own = pd.DataFrame([[1, 0.2], [0.2, 1]], index=columns, columns=columns)
    two = decompose(*village, far, own, 75, 0.5)
    assert (two.matched, two.shortage, two.spatial, two.skills) == (2, 5, 3.5, 3.5)
    best = [
        decompose(*village, far, own, reach, least).matched  # of place, of trade and of none
        for reach, least in ((75, 0.0), (1e6, 0.5), (1e6, 0.0))
    ]
    assert best == [9, 9, 9]
    order = ("seekers", "matched", "shortage", "spatial", "skills")
    stories = [
        f"| `{basis}` | " + " | ".join(as_shown(figures[part]) for part in order) + " |"
        for basis, figures in unmet.parts_on_every_basis(CASE).items()
    ]
    unplaced, of_age = split(on("unplaced")), split(on("working_age"))
    assert unplaced.shortage == 0 and unplaced.spatial < usual.spatial > of_age.spatial
    changes: dict[str, dict[str, Any]] = {
        "none": {},
        "reach 70 km": {"reach_km": 70.0},
        "reach 80 km": {"reach_km": 80.0},
        "reach 100 km": {"reach_km": 100.0},
        "threshold 0.4": {"min_transfer": 0.4},
        "threshold 0.6": {"min_transfer": 0.6},
        "40 % of vacancies in manufacturing, 38 % in services": dict(OTHER_SPLIT),
    }
    rows = []
    for label, assumed in changes.items():
        one = split(on("durable", **assumed))
        assert one.shortage == pytest.approx(usual.shortage)
        rows.append(
            f"| {label} | {whole(one.matched)} | {whole(one.spatial)} | {whole(one.skills)} |"
        )
    formulas = {
        "matched": "`matched = M(both)",
        "shortage": "`shortage = R - M(free)",
        "spatial": "(M(trade) - M(both))]",
        "skills": "(M(place) - M(both))]",
    }
    by_province: Any = usual.by_province
    first = by_province.loc["01"]
    north_west = unmet.parts_by_province(CASE)["spatial"]["01"]
    around = [code_of(each) for each in ("Phnom Penh", "Kandal", "Prey Veng", "Kampong Speu")]
    share = by_province["matched"][around] / people()[around]
    assert np.ptp(share.to_numpy()) == pytest.approx(0, abs=1e-6)
    assert here.values["reach_km"] == 75 and here.values["min_transfer"] == 0.5
    distance = km()
    near = distance.loc[code_of("Takeo"), code_of("Kandal")]
    far = distance.loc[code_of("Prey Veng"), code_of("Kampong Cham")]
    farther = distance.loc["01", "02"]
    assert near < 75 < far < farther
    return [
        f"the mismatch index of {mismatch_index(THREE_PEOPLE, THREE_JOBS):.2f}",
        f"A job is within reach up to {here.values['reach_km']:g} km",
        f"the transfer matrix has {here.values['min_transfer']:g} or more",
        f"out of reach at {here.values['reach_km']:g} km",
        f"Three places have {PLACES_SAID}, all in one trade. They lie at 0, 100 and 200 km",
        f"At home {' + '.join(f'{x:.0f}' for x in np.minimum(THREE_PEOPLE, THREE_JOBS))}"
        f" = {one_trade.matched:.0f} are matched; the spatial part is {one_trade.spatial:.0f},"
        f" the other two are {one_trade.skills:.0f}",
        f"times {THREE_PEOPLE.sum():.0f} seekers",
        "The first has 10 farmers, 2 farm jobs and 3 factory jobs;"
        " the second 4 factory workers and 4 farm jobs",
        f"M(free) = 9, M(place) = 5 + 4 = 9, M(trade) = 6 + 3 = 9 and M(both) = {two.matched:.0f}",
        f"So {two.matched:.0f} are matched and the shortage is 14 - 9 = {two.shortage:.0f}",
        f"Spatial is 1/2 × [0 + 7] = {two.spatial:g}, and skills is {two.skills:g} as well",
        f"there are {whole(r)} seekers and {whole(v)} vacancies",
        f"| `M(free)` | {whole(free)} |",
        f"| `M(place)` | {whole(place)} |",
        f"| `M(trade)` | {whole(trade)} |",
        f"| `M(both)` | {whole(both)} |",
        f"has {whole(nobody)} vacancies, and no seeker",
        f"has {whole(factory)}, open to {whole(into_factory[0])} + {whole(into_factory[1])}"
        f" = {whole(sum(into_factory))} workers, so {whole(factory - sum(into_factory))} stay open",
        f"{whole(v)} - {whole(nobody)} - {whole(factory - sum(into_factory))} = {whole(trade)}",
        f"Shortage = {whole(r)} - {whole(v)} = {whole(usual.shortage)}",
        f"Spatial = 1/2 × [{whole(free - place)} + {whole(trade - both)}] = {whole(spatial)}",
        f"Skills = 1/2 × [{whole(free - trade)} + {whole(place - both)}] = {whole(skills)}",
        f"Matched are {whole(both)}; the four parts add up to {whole(r)}",
        f"{whole(v - both)} of the {whole(v)} vacancies would stay open",
        *stories,
        *rows,
        f"{whole(first['matched'])} of {whole(people()['01'])} are matched,"
        f" and {whole(first['shortage'])} count as shortage",
        f"spatial part is {whole(first['spatial'])}, its skills part {whole(first['skills'])}",
        "is {} to {}".format(*map(whole, ends(north_west))),
        f"the same {100 * share.iloc[0]:.1f} % of seekers",
        f"over {unmet.DRAWS} draws, the provinces over {unmet.PLACE_DRAWS}",
        f"fewer than the {DRAWS:,} of other measures",
        *(f"{formula}`: {on_screen(f'part_{part}')}." for part, formula in formulas.items()),
        f"On the page `durable` is called {on_screen('basis_durable')}."
        f" Of its {whole(r)} people {whole(low_paid())} have a job, but a low-paid one",
        f"The {whole(low_paid())} with a low-paid job",
        f"listed {whole(fixed('vacancies_at_fairs'))} jobs",
        f"rises from {whole(unplaced.spatial)} to {whole(usual.spatial)}",
        f"falls to {whole(of_age.spatial)}",
        f"Takeo to Kandal is {near:.1f} km",
        f"Kampong Cham is {far:.1f} km and Banteay Meanchey to Battambang {farther:.1f} km",
    ]
