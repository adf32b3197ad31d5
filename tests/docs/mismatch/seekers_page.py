"""What the pages on seekers and on trades say."""

import math
import re
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
import pytest

from dashboard.mismatch.market import market
from dashboard.numbers import range_text, value_text
from dashboard.state import AGES, BASES
from dashboard.world import world
from layers import seekers
from layers._estimation import DRAWS
from tests.docs.mismatch.told import (
    CASE,
    OTHER_SPLIT,
    PERCENTILES,
    ends,
    fixed,
    jobs,
    low_paid,
    on,
    on_screen,
    people,
    split,
    whole,
)


@cache
def seekers_page() -> list[str]:
    geodata = world().geodata
    low, high = fixed("returnees_working_age"), fixed("returnees_working_age_upper")
    everybody, total = geodata.national_at("returnees", "2025-10").value, 910_000.0
    placed, lasting = fixed("placed"), fixed("earning_210") / 100
    found = {basis: seekers.from_tables(geodata, basis=basis) for basis in BASES}  # type: ignore[arg-type]
    leaving = {"durable": lasting, "unplaced": 1.0, "working_age": 0.0}
    of_age = (low + high) / 2 / everybody
    home = world().readings["returnees"]["count"].values["01"].value
    first = found["durable"].count
    assert first.central[0] == pytest.approx(home * (of_age - lasting * placed / total))
    assert found["durable"].national.value == pytest.approx(first.central.sum())
    orders = {tuple(np.argsort(one.count.central)) for one in found.values()}
    assert len(orders) == 1
    young = seekers.from_tables(geodata, basis="durable", ages="up_to_45")
    assert geodata.national("placed")[-1].as_of == "2026-02"
    assert geodata.national("returnees_working_age")[-1].as_of == "2025-10"
    assert geodata.national("returnees_over_45")[-1].as_of == "2025-08-13"
    older, children = fixed("returnees_over_45"), fixed("returnees_children")
    that_day = geodata.national_at("returnees", "2025-08-14").value
    neither = 1 - (older + children) / that_day
    under = neither / of_age
    assert young.count.central == pytest.approx(under * first.central)
    shown = first.figures(source_ids=("TEAM",), as_of="2026-02")["01"]
    without = total * of_age
    ranges = {basis: ends(one.national) for basis, one in found.items()}
    labels = {
        "durable": "not placed, or placed below USD 210 a month",
        "unplaced": "not yet placed in a job",
        "working_age": "all returnees of working age",
    }
    totals = [
        geodata.national_at("returnees", day).value for day in ("2025-09-03", "2026-02", "2025-10")
    ]
    return [
        # What test_data_desk.py holds against the layer with this count loaded.
        f"100,000 are counted as placed in Banteay Meanchey, instead of"
        f" {whole(home * placed / total)}",
        f"{whole(home * of_age)} - 0.43 × 100,000 = {whole(home * of_age - lasting * 100_000)}",
        *(
            f"| `{basis}` | {labels[basis]} | {leaving[basis]:g} |"
            f" {whole(found[basis].national.value)} |"
            f" {whole(ranges[basis][0])} to {whole(ranges[basis][1])} |"
            for basis in BASES
        ),
        f"there are {whole(jobs().sum())} vacancies",
        f"| People of working age | {whole(low)} | {whole((low + high) / 2)} | {whole(high)} |",
        f"| Of all returnees | | {whole(everybody)} | |",
        f"| `a` | {low / everybody:.4f} | {of_age:.4f} | {high / everybody:.4f} |",
        "| `N` | " + " | ".join(map(whole, totals)) + " |",
        f"| `P` | | {whole(placed)} | |",
        f"or more | | {100 * lasting:.0f} % | |",
        f"has {whole(home)} returnees",
        f"a = 725,000 / 940,000 = {of_age:.6f}",
        f"0.43 × 600,000 / 910,000 = {lasting * placed / total:.6f}",
        f"{whole(home)} × ({of_age:.6f} - {lasting * placed / total:.6f})"
        f" = {whole(first.central[0])}",
        f"The map shows {value_text(shown)}, with the range "
        + (range_text(shown) or "").replace("\u2013", " to "),
        f"has {whole(found['unplaced'].count.central[0])} seekers,"
        f" on `working_age` {whole(found['working_age'].count.central[0])}",
        f"add up to {whole(first.central.sum())} on `durable`",
        f"About {whole(older)} returnees were over 45, and {whole(children)} were children,"
        " on 13 August 2025",
        "The number placed is of February 2026, the share of working age of October 2025",
        f"there were {whole(that_day)} returnees",
        f"{100 * neither:.2f} % of all are neither",
        f"is {100 * under:.2f} % of those of working age, of whom there are {100 * of_age:.2f} %",
        f"multiplied by {under:.4f}",
        f"On `durable` {whole(young.count.central.sum())} are left in the country,"
        f" and {whole(young.count.central[0])} in Banteay Meanchey",
        children_of_august(),
        f"Each of the {DRAWS:,} draws",
        PERCENTILES,
        f"between {low / everybody:.4f} and {high / everybody:.4f}",
        f"With 650,000 placed, `unplaced` would be {whole(without - 650_000)}, about half",
        f"Five points more or less move `durable` by {whole(0.05 * placed)}",
        f"On `durable`, {whole(low_paid())} of the {whole(first.central.sum())}",
        "in this order: {}, {} and {}".format(*(on_screen(f"basis_{basis}") for basis in BASES)),
    ]


def children_of_august() -> str:
    rows = [
        row
        for row in world().geodata.rows("national")
        if row.indicator == "returnees" and row.as_of == "2025-08-06"
    ]
    count = re.search(r"([\d,]+) children", rows[0].note)
    assert count
    return f"had {count[1]} children among {whole(rows[0].value)} returnees"


@cache
def trades_page() -> list[str]:
    here: Any = market(CASE)
    geodata = world().geodata
    sectors = list(here.seekers.sectors)
    titles = {row.sector: (row.name_en, " ".join(row.isic)) for row in geodata.rows("sectors")}

    def cells(side: Any, at: int) -> str:
        low, high = np.quantile(side.trades.draws[:, at], [0.1, 0.9])
        return f"{100 * side.trades.central[at]:.0f} % | {100 * low:.0f} to {100 * high:.0f} %"

    matrix = here.transfer
    short = ["Agriculture", "Agro-processing", "Manufacturing", "Construction", "Transport"]
    short.append("Services")
    threshold = here.values["min_transfer"]
    open_to = {one: set(matrix.columns[matrix.loc[one] >= threshold]) for one in sectors}
    assert open_to["construction"] == {"construction"} and open_to["services"] == {"services"}
    wider = set(matrix.columns[matrix.loc["construction"] >= 0.4])
    assert wider == {"construction", "manufacturing", "transport_logistics"}
    assert (here.seekers.trades.draws[:, sectors.index("transport_logistics")] == 0).all()
    for side in (here.seekers, here.vacancies):
        rows = side.table.div(side.table.sum(axis=1), axis=0).to_numpy()
        assert np.ptp(rows, axis=0) == pytest.approx(0)
    building, making = here.seekers.table["construction"], here.seekers.table["manufacturing"]
    offers = here.vacancies.table
    known = world().assumptions
    weights = [f"{group}_{sector}" for group in ("skills", "jobs") for sector in sectors]
    assert set(known) - set(weights) == {
        "reach_km",
        "min_transfer",
        "decay_per_km",
        "alpha",
        "road_factor",
    }
    nothing: dict[str, Any] = {f"jobs_{sector}": 0.0 for sector in sectors}
    zero = on("durable", **nothing)
    assert market(zero).vacancies.trades.central == pytest.approx(here.vacancies.trades.central)
    assert (BASES[0], AGES[0]) == ("durable", "all")
    spread = geodata.assumption("trade_spread")[1]
    changed = split(replace(CASE, assumed=OTHER_SPLIT))
    usual, loose = split(CASE), split(on("durable", min_transfer=0.4))
    return [
        *(
            f"| {titles[sector][0]} | {titles[sector][1]} | {cells(here.seekers, at)} |"
            f" {cells(here.vacancies, at)} |"
            for at, sector in enumerate(sectors)
        ),
        f"{whole(people()['01'])} × 40 % = {whole(building['01'])} seekers",
        f"{whole(jobs()['01'])} × 10 % = {whole(offers.loc['01', 'construction'])} are in",
        f"{whole(building.sum())} construction workers face"
        f" {whole(offers['construction'].sum())} vacancies",
        f"{whole(making.sum())} workers face {whole(offers['manufacturing'].sum())} vacancies",
        *(
            f"| {short[i]} | " + " | ".join(f"{value:.1f}" for value in matrix.loc[sector]) + " |"
            for i, sector in enumerate(sectors)
        ),
        f"the threshold is {threshold:g}",
        *(
            f"| `{key}` | {words} | {known[key].first:g} | {known[key].low:g}"
            f" | {known[key].high:g} |"
            for key, words in (
                ("reach_km", "how far a job is within reach, by road"),
                ("min_transfer", "the threshold of the matrix"),
                ("decay_per_km", "how quickly a far job counts less"),
                ("alpha", "weight of vacancies in hiring"),
                ("road_factor", "road km for a km as the crow flies"),
            )
        ),
        *(
            f"| `{key}` and five more | {words} | {known[key].first:g} | {known[key].low:g}"
            f" | {known[key].high:g} |"
            for key, words in (
                ("skills_construction", "weight of a trade among returnees"),
                ("jobs_manufacturing", "weight of a sector among vacancies"),
            )
        ),
        "Weights need not sum to 100",
        f"noise with spread {spread:g}",
        f"within a factor of {math.exp(spread):.2f}",
        f"allow {OTHER_SPLIT[0][1]:g} % of vacancies in manufacturing and"
        f" {OTHER_SPLIT[1][1]:g} % in services",
        f"At {threshold:g} construction workers can work in construction only, service workers in",
        "At 0.4 manufacturing and transport open to construction workers",
        f"At {spread:g} a share is right",
        f"falls from {whole(usual.spatial)} to {whole(changed.spatial)}",
        f"rises from {whole(usual.skills)} to {whole(changed.skills)}",
        f"at 0.4 the skills part is {whole(loose.skills)} instead of {whole(usual.skills)}",
    ]
