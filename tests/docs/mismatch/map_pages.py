"""What the pages on clusters and on the least movement say."""

import re
from functools import cache
from typing import Any

import numpy as np
import pytest

from analysis.measures import (
    least_movement,
)
from analysis.measures.local_clusters import local_clusters
from dashboard.mismatch import movement as moves
from dashboard.mismatch import readings as measured
from dashboard.mismatch.market import market
from dashboard.state import BASES
from geodata.provinces import CODES
from tests.docs.mismatch.told import (
    CASE,
    FOLDER,
    LINE,
    PERCENTILES,
    PLACES_SAID,
    THREE_JOBS,
    THREE_PEOPLE,
    code_of,
    ends,
    jobs,
    km,
    listed,
    name,
    on,
    on_screen,
    own_km,
    people,
    signed,
    three,
    unanchored,
    whole,
)


@cache
def local_clusters_page() -> list[str]:
    here: Any = market(CASE)
    rates = [1000 * side.series / here.adults for side in (here.seekers, here.vacancies)]
    (own, own_spread), (open_, open_spread) = ((r.mean(), r.std(ddof=0)) for r in rates)
    beside = here.neighbours.astype(bool)
    around = [code for code in CODES if beside.loc["01", code]]
    z = (rates[0]["01"] - own) / own_spread
    y = ((rates[1][around] - open_) / open_spread).mean()
    found: Any = measured.clusters(CASE)
    assert found["statistic"]["01"] == pytest.approx(z * y * 24 / 25)
    assert not found["stands_out"].any() and (found["p_adjusted"] == 1).all()
    assert list(found["p"].nsmallest(2).index) == [code_of("Koh Kong"), code_of("Kampot")]
    assert (found["p"] <= 0.05).sum() == 1 and found["statistic"].abs().idxmax() == "01"
    for basis in BASES:
        same = measured.clusters(on(basis, ages="up_to_45"))
        assert same["p"].equals(found["p"])
    flat = rates[1][[code for code in CODES if code in unanchored()]]
    assert np.ptp(flat.to_numpy()) == pytest.approx(0, abs=1e-9)
    assert {"01", *around} <= unanchored()
    across = [("Kampong Thom", "Pursat"), ("Pursat", "Siem Reap")]
    assert all(beside.loc[code_of(a), code_of(b)] for a, b in across)
    alone = [name(code) for code in CODES if beside.loc[code].sum() == 1]
    assert set(alone) == {"Phnom Penh", "Svay Rieng", "Kep", "Pailin"}
    defaults = local_clusters.__defaults__
    assert defaults
    times, _, level = defaults
    named = [name(code) for code in around]
    return [
        "per 1,000 people aged 15 to 59",
        f"number of provinces, {len(CODES)}",
        f"there are {int(here.neighbours.to_numpy().sum() / 2)} pairs",
        f"change places at random, {times} times",
        f"never below {2 / (times + 1):.3f}",
        f"stands out at {100 * level:.0f} % or less",
        f"has {rates[0]['01']:.2f} seekers per 1,000",
        f"is {own:.2f} and the standard deviation {own_spread:.2f}, so z = {z:.3f}",
        f"Its neighbours are {', '.join(named[:-1])} and {named[-1]}",
        f"Each has {rates[1]['02']:.2f} vacancies per 1,000, the mean is {open_:.2f}"
        f" and the standard deviation {open_spread:.2f}: y = {signed(y, 3)}",
        f"I = {z:.3f} × ({signed(y, 3)}) × 24 / 25 = {signed(found['statistic']['01'], 3)}",
        *(
            f"| {each} | {signed(found['statistic'][code_of(each)], 2)} |"
            f" {found['p'][code_of(each)]:.3f} | {found['p_adjusted'][code_of(each)]:.3f} |"
            for each in ("Koh Kong", "Kampot", "Banteay Meanchey")
        ),
        f"every `p` is {found['p_adjusted'].min():.3f}",
        f"{len(flat)} provinces, Banteay Meanchey and these three",
        f"{len(flat)} provinces have vacancies by population,"
        f" so the same rate of vacancies: {flat.iloc[0]:.2f} per 1,000",
    ]


@cache
def least_movement_page() -> list[str]:
    found = {basis: moves.movement(on(basis)) for basis in ("durable", "unplaced")}
    line: Any = least_movement(THREE_PEOPLE, THREE_JOBS, LINE)
    assert line.mean_km == pytest.approx(110)
    assert line.value_of_job.tolist() == pytest.approx([200, 100, 0])
    assert line.flows.loc["01"].tolist() == pytest.approx([10, 10, 50])
    plan: dict[str, Any] = {basis: moves.central(on(basis)) for basis in found}
    worth, cost = plan["unplaced"].value_of_job, plan["durable"].value_of_job
    top = list(worth.sort_values(ascending=False).index[:5])
    none = [code for code in CODES if abs(worth[code]) < 1e-6]
    assert (worth[[code for code in CODES if code not in none]] > 0).all()
    zeros = re.search(
        r"Zero are (.+?)\.", (FOLDER / "least_movement.en.md").read_text(encoding="utf-8")
    )
    assert zeros and set(re.split(", | and ", zeros[1])) == {name(code) for code in none}
    assert (cost < 0).all() and np.allclose(plan["durable"].matched_by_job, 1)
    only_own = int((np.abs(cost + own_km()) < 1e-6).sum())
    assert np.abs(cost[["01", "24"]] + own_km()[["01", "24"]]).max() < 1e-6
    speu = code_of("Kampong Speu")
    assert worth["01"] == pytest.approx(km().loc["01", speu] - own_km()["01"])
    largest = {basis: one.flows[0] for basis, one in found.items()}
    assert (largest["unplaced"].home, largest["unplaced"].job) == ("02", speu)
    assert (name(largest["durable"].home), name(largest["durable"].job)) == (
        "Prey Veng",
        "Phnom Penh",
    )
    empty = {
        basis: sum(ends(flow.people)[0] < 1 for flow in one.flows) for basis, one in found.items()
    }
    for one in plan.values():
        both_ways = np.minimum(one.flows.to_numpy(), one.flows.to_numpy().T)
        assert (both_ways - np.diag(np.diag(both_ways))).max() < 1
    assert (km() >= np.maximum.outer(own_km().to_numpy(), own_km().to_numpy())).to_numpy().all()
    moved = plan["durable"].flows
    pp, kandal, takeo, veng, cham, khmum, rieng = (
        code_of(each)
        for each in (
            "Phnom Penh",
            "Kandal",
            "Takeo",
            "Prey Veng",
            "Kampong Cham",
            "Tboung Khmum",
            "Svay Rieng",
        )
    )
    assert moved.loc[kandal, pp] == pytest.approx(people()[kandal])
    assert moved.loc[[takeo, veng], kandal].sum() == pytest.approx(jobs()[kandal])
    for basis in BASES:
        matched = moves.central(on(basis)).matched_by_job  # the page ranks where it is 0
        assert np.allclose(matched, 0 if basis == "unplaced" else 1)
    assert found["durable"].unmatched.value == pytest.approx(people().sum() - jobs().sum())
    rows = (
        ("Mean km", "mean_km", 1),
        ("Stay in their province", "staying", 0),
        ("Go to another", "moving", 0),
        ("Left over", "unmatched", 0),
    )
    staying, moving = found["durable"].staying.value, found["durable"].moving.value
    return [
        f"Three places at 0, 100 and 200 km have {PLACES_SAID}",
        f"At home stay {listed(np.diag(line.flows))};"
        f" from the first, {line.flows.loc['01', '02']:.0f} go to the second"
        f" and {line.flows.loc['01', '03']:.0f} to the third",
        f"10 × 100 km and 50 × 200 km make {whole((line.flows * LINE).to_numpy().sum())} km"
        f" for {whole(line.flows.to_numpy().sum())} people: {line.mean_km:.0f} km on average",
        "saves 200 km, in the second 100 km, in the third 0 km",
        *(
            f"| {label} | {three(getattr(found['durable'], part), digits)}"
            f" | {three(getattr(found['unplaced'], part), digits)} |"
            for label, part, digits in rows
        ),
        f"{whole(staying)} + {whole(moving)} = {whole(staying + moving)} people fill",
        f"all {whole(people('unplaced').sum())} seekers find a job",
        f"from Battambang to Kampong Speu: {whole(largest['unplaced'].people.value)} people"
        f" over {largest['unplaced'].km:.1f} km",
        *(f"| {name(code)} | {three(found['unplaced'].value[code], 1)} |" for code in top),
        f"the {km().loc['01', speu]:.1f} km to Kampong Speu; at home it is {own_km()['01']:.1f} km",
        f"The difference is {worth['01']:.1f} km",
        f"above zero in {len(CODES) - len(none)} provinces and zero in {len(none)}",
        f"On `durable` {whole(found['durable'].unmatched.value)} people are left over",
        f"In {only_own} it is just minus the own distance: {signed(cost['01'], 1)} in Banteay"
        f" Meanchey, {signed(cost['24'], 1)} in Pailin",
        f"{PERCENTILES} of {moves.DRAWS} draws of both sides",
        f"Of the {len(found['durable'].flows)} flows on `durable`, {empty['durable']} have a range"
        f" that starts at 0; on `unplaced` {empty['unplaced']} of {len(found['unplaced'].flows)}",
        f"is {whole(largest['durable'].people.value)} people,"
        f" from {' to '.join(map(whole, ends(largest['durable'].people)))}",
        f"all {whole(people()[kandal])} seekers of Kandal go to Phnom Penh,"
        f" over {km().loc[kandal, pp]:.1f} km",
        f"Its {whole(jobs()[kandal])} vacancies go to {whole(moved.loc[takeo, kandal])} people of"
        f" Takeo and {whole(moved.loc[veng, kandal])} of Prey Veng",
        f"Kandal's own jobs count as {own_km()[kandal]:.1f} km away",
        f"{whole(moved.loc[cham, khmum])} go from Kampong Cham to Tboung Khmum and"
        f" {whole(moved.loc[khmum, rieng])} from there to Svay Rieng",
        f"shows the list {on_screen('jobs_title')} only where",
        "Roads are great circles × 1.30",
    ]
