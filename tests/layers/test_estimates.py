"""The estimates on tables small enough to work by hand, and what must always hold."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata import load
from geodata.provinces import CODES
from layers import divide_by_trade, formal_jobs, returnees, seekers, vacancies
from layers._estimation import DRAWS, Estimate, generator, noisy_shares
from layers._women import women_share
from layers.crop_base import potential

MIGRANTS = np.array([60.0, 30.0, 10.0])
RESIDENTS = np.array([100.0, 100.0, 200.0])


def by_name(reading: dict[str, float]) -> dict[str, float]:
    return {load().provinces[code].name_en: value for code, value in reading.items()}


def test_returnees_are_migrants_and_population_weighted() -> None:
    # (1 - 0.2) x (0.6, 0.3, 0.1) + 0.2 x (0.25, 0.25, 0.5) = (0.53, 0.29, 0.18), times 1,000
    estimate = returnees.estimate(
        migrants=MIGRANTS,
        residents=RESIDENTS,
        totals=(900.0, 1000.0, 1100.0),
        weights=(0.0, 0.2, 0.4),
        spread=0.4,
    )
    assert estimate.central == pytest.approx([530, 290, 180])
    assert estimate.draws.shape == (DRAWS, 3)
    totals = estimate.draws.sum(axis=1)
    assert totals.min() >= 900 and totals.max() <= 1100
    assert (estimate.low < estimate.central).all() and (estimate.central < estimate.high).all()


def test_no_spread_and_no_choice_leaves_no_range() -> None:
    estimate = returnees.estimate(
        migrants=MIGRANTS,
        residents=RESIDENTS,
        totals=(999.999, 1000.0, 1000.001),
        weights=(0.2, 0.2, 0.2),
        spread=0.0,
    )
    assert estimate.high - estimate.low == pytest.approx(0, abs=0.01)


def test_women_keep_the_pattern_and_meet_the_national_share() -> None:
    female, male = np.array([40.0, 30.0]), np.array([60.0, 70.0])
    people = np.array([200.0, 100.0])
    share = women_share(female=female, male=male, returnees=people, national=0.435)
    assert np.average(share, weights=people) == pytest.approx(0.435)
    odds = share / (1 - share)
    assert odds[0] / odds[1] == pytest.approx((40 / 60) / (30 / 70))


def test_formal_jobs_spread_the_rest_by_population() -> None:
    # 1,000 in all, 600 reported in the first; 400 left over 100 and 300 residents: 100 and 300.
    estimate = formal_jobs.estimate(
        anchors=np.array([600.0, 0.0, 0.0]),
        residents=np.array([500.0, 100.0, 300.0]),
        total=1000.0,
        ceiling=1000.0,
        spread=0.4,
    )
    assert estimate.central == pytest.approx([600, 100, 300])
    assert (estimate.draws[:, 0] == 600).all()
    assert estimate.draws.sum(axis=1) == pytest.approx(np.full(DRAWS, 1000.0))


@given(
    st.lists(st.floats(0.01, 100.0), min_size=2, max_size=12),
    st.floats(1.01, 3.0),
)
@settings(max_examples=200, deadline=None)
def test_a_ceiling_keeps_the_sum_and_is_never_passed(amounts: list[float], slack: float) -> None:
    row = np.array([amounts])
    ceiling = row.sum() / row.shape[1] * slack
    capped = formal_jobs.capped(row, ceiling=ceiling)
    assert capped.sum() == pytest.approx(row.sum())
    assert capped.max() <= ceiling * (1 + 1e-9)


def test_vacancies_follow_jobs_and_projects() -> None:
    # Jobs (0.6, 0.3, 0.1); projects: 30 of 100 known in the second, 70 left as 0.6 : 0.1 = 60, 10.
    # b = 0.5: (0.6 + 0.6) / 2, (0.3 + 0.3) / 2, (0.1 + 0.1) / 2.
    formal = np.array([[60.0, 30.0, 10.0]])
    shares = vacancies.pattern(
        formal,
        projects=np.array([0.0, 30.0, 0.0]),
        projects_total=100.0,
        weight=np.array(0.5),
    )
    assert shares[0] == pytest.approx([0.6, 0.3, 0.1])
    shares = vacancies.pattern(
        formal,
        projects=np.array([0.0, 65.0, 0.0]),
        projects_total=100.0,
        weight=np.array(1.0),
    )
    assert shares[0] == pytest.approx([0.30, 0.65, 0.05])


@given(st.lists(st.floats(0.001, 1.0), min_size=2, max_size=25), st.floats(0.0, 1.0))
@settings(max_examples=100, deadline=None)
def test_drawn_shares_are_shares(weights: list[float], spread: float) -> None:
    shares = np.tile(np.array(weights) / sum(weights), (50, 1))
    drawn = noisy_shares(shares, spread=spread, rng=generator("test"))
    assert (drawn > 0).all()
    assert drawn.sum(axis=1) == pytest.approx(np.ones(50))


def test_a_share_is_right_within_a_factor_of_one_and_a_half_two_times_in_three() -> None:
    # What assumptions.csv says of a spread of 0.4, before rescaling: P(|z| < ln 1.5 / 0.4) = 0.69.
    noise = generator("claim").lognormal(sigma=0.4, size=200_000)
    assert np.mean((noise > 1 / 1.5) & (noise < 1.5)) == pytest.approx(2 / 3, abs=0.03)


def test_potential_by_hand() -> None:
    import pandas as pd

    # Crop a: 10 + 30, crop b: 30 + 10; national mix half and half.
    # x: 0.25 x (0.25 / 0.5) + 0.75 x (0.75 / 0.5) = 1.25, and y the same: both 100.
    # Doubling x doubles both its shares and leaves its mix: x stays ahead.
    even = pd.DataFrame({"a": [10.0, 30.0], "b": [30.0, 10.0]}, index=["x", "y"])
    assert potential(even).tolist() == pytest.approx([100, 100])
    bare = pd.DataFrame({"a": [10.0, 0.0], "b": [30.0, 0.0]}, index=["x", "y"])
    assert potential(bare).tolist() == pytest.approx([100, 0])


def test_same_tables_give_the_same_numbers() -> None:
    first, second = (returnees.read(load())["count"] for _ in range(2))
    assert first.values == second.values


def test_reported_totals_are_met_exactly() -> None:
    counts = {
        "returnees": (returnees.read(load())["count"], 910_000),
        "vacancies": (vacancies.read(load())["count"], 190_000),
        "formal jobs": (formal_jobs.read(load())["count"], 1_800_000),
    }
    for name, (reading, total) in counts.items():
        assert sum(f.value for f in reading.values.values()) == pytest.approx(total), name


def test_reported_anchors_of_formal_jobs_are_kept() -> None:
    values = formal_jobs.read(load())["count"].values
    reported = {code for code, figure in values.items() if figure.status == "reported"}
    assert reported == {"04", "05", "08", "12", "18", "20"}
    others = [values[code] for code in CODES if code not in reported]
    assert all(figure.value <= values["08"].value for figure in others)


def test_the_ministers_five_lead_among_adults_abroad() -> None:
    # PPP_GROUPS, 13 August 2025: named without an order; checked against the 2011 pattern alone.
    table = load().table("adults_abroad").groupby("province_code")["value"].sum()
    five = {load().provinces[str(code)].name_en for code in table.nlargest(5).index}
    assert five == {"Banteay Meanchey", "Battambang", "Siem Reap", "Prey Veng", "Kampong Thom"}


# Two provinces of 600 and 400 returnees; half are of working age, 200 placed, 100 of them for good.
RETURNED = Estimate(
    central=np.array([600.0, 400.0]), draws=np.tile(np.array([600.0, 400.0]), (DRAWS, 1))
)


def in_need(leaving: float, *, under: float = 1.0, placed: float = 200.0) -> Estimate:
    return seekers.in_need(
        count=RETURNED,
        working_age=(0.4, 0.6),
        placed=seekers.placed_people(count=RETURNED, national=1000.0, placed=placed, counts={}),
        leaving=leaving,
        under=under,
    )


def test_seekers_are_those_of_working_age_less_those_placed_by_hand() -> None:
    assert in_need(0.0).central == pytest.approx([300, 200])
    assert in_need(1.0).central == pytest.approx([180, 120])
    assert in_need(0.5).central == pytest.approx([240, 160])
    assert in_need(1.0, under=0.75).central == pytest.approx([135, 90])


def test_the_share_of_working_age_is_the_same_in_all_provinces_of_a_draw() -> None:
    drawn = in_need(0.5).draws
    share = drawn / RETURNED.draws
    assert np.ptp(share, axis=1) == pytest.approx(np.zeros(DRAWS))
    assert share.min() >= 0.4 - 0.1 and share.max() <= 0.6 - 0.1
    assert share.max() - share.min() > 0.19, "the whole range is drawn"


def test_more_placed_than_of_working_age_leaves_nobody_and_never_less() -> None:
    found = in_need(1.0, placed=900.0)
    assert not found.central.any() and not found.draws.any()


def test_who_is_counted_is_nested_in_every_province_and_every_draw() -> None:
    bases = ("unplaced", "durable", "working_age")
    drawn = [seekers.from_tables(load(), basis=basis).count.draws for basis in bases]  # type: ignore[arg-type]
    assert (drawn[0] < drawn[1]).all() and (drawn[1] < drawn[2]).all()
    assert drawn[0].min() > 0


def test_trades_are_weights_by_their_sum() -> None:
    found = divide_by_trade(np.array([3.0, 1.0, 0.0]), side="jobs", spread=0.3)
    assert found.central.tolist() == [0.75, 0.25, 0.0]
    assert found.draws.sum(axis=1) == pytest.approx(np.ones(DRAWS))
    assert not found.draws[:, 2].any(), "a trade that nobody has stays without anybody"
    assert np.median(found.draws[:, 0]) == pytest.approx(0.75, abs=0.02)
    still = divide_by_trade(np.array([3.0, 1.0, 0.0]), side="jobs", spread=0.0)
    assert np.ptp(still.draws, axis=0).tolist() == [0.0, 0.0, 0.0]


def test_both_sides_are_drawn_on_their_own() -> None:
    people, jobs = (
        divide_by_trade(np.array([1.0, 1.0]), side=side, spread=0.3).draws[:, 0]
        for side in ("returnees", "vacancies")
    )
    assert abs(np.corrcoef(people, jobs)[0, 1]) < 0.1


@pytest.mark.parametrize("weights", [[0.0, 0.0], [1.0, -0.1]])
def test_trades_without_a_weight_or_with_one_below_zero_are_refused(weights: list[float]) -> None:
    with pytest.raises(ValueError, match="jobs: at least one weight"):
        divide_by_trade(np.array(weights), side="jobs", spread=0.3)
