"""What a reader sets: read from a link, kept within limits, written again."""

import pytest
from hypothesis import given
from hypothesis import settings as tried
from hypothesis import strategies as st

from analysis.scenario import YEARS
from dashboard.pages.scenarios import PAGE
from dashboard.scenarios.asked import read_asked
from dashboard.scenarios.baseline import parameters
from dashboard.scenarios.plan_text import MOST as MOST_ROWS
from dashboard.scenarios.settings import (
    MOST,
    Settings,
    number_text,
    parameters_to_set,
    read_settings,
    write_settings,
)

COST = "enterprise_fund.usd_per_job"
KNOWN = parameters_to_set()


def test_every_parameter_can_be_set_and_its_control_holds_what_is_usual() -> None:
    assert set(KNOWN) == set(parameters())
    for key, one in KNOWN.items():
        usual = parameters()[key]
        assert (one.low, one.central, one.high) == (usual.low, usual.central, usual.high)
        assert one.least < one.most and one.least <= one.low <= one.high <= one.most, key
        assert one.takes(one.central) and all(map(one.takes, one.stops)), key
        assert {one.low, one.central, one.high} <= set(one.stops), key
        assert list(one.stops) == sorted(set(one.stops)), key
        assert min(one.stops) <= 1.1 * one.least + 1e-9 and max(one.stops) >= 0.9 * one.most, key


@pytest.mark.parametrize(
    ("key", "least", "most"),
    [
        ("agro_processing.usd_per_job", 2_500, 1_000_000),
        ("all.realisation", 0.075, 1.0),
        ("all.third_step", 1, 4),
        ("debt_restructuring.mean_loan", 1_786, 7_144),
        ("social_protection.lag", 0, 2),
        ("sez_upgrade.ramp", 1, 10),
        ("second_wave.first_year", YEARS[0], YEARS[-1]),
    ],
)
def test_limits_go_from_half_the_low_to_twice_the_high(key: str, least: float, most: float) -> None:
    assert (KNOWN[key].least, KNOWN[key].most) == (least, most)


@st.composite
def kept(draw: st.DrawFn) -> Settings:
    keys = draw(st.lists(st.sampled_from(list(KNOWN)), unique=True, max_size=MOST))
    return tuple((key, draw(st.sampled_from(KNOWN[key].stops))) for key in keys)


@tried(deadline=None, max_examples=60)
@given(kept())
def test_what_is_written_is_read_back_in_one_order(pairs: Settings) -> None:
    own = {key: value for key, value in pairs if value != KNOWN[key].central}
    found, wrong = read_settings(write_settings(pairs))
    assert dict(found) == own and not wrong
    assert [key for key, _ in found] == [key for key in KNOWN if key in own]
    assert read_settings(write_settings(found)) == (found, ())


@pytest.mark.parametrize(
    "text",
    [
        "all.realisation",
        "all.realisation:",
        ":0.3",
        ":",
        "all.realisation:0.3:0.4",
        "all.realisation:-0.3",
        "all.realisation:+0.3",
        "all.realisation:0.05",
        "all.realisation:1.01",
        "all.realisation:1e999",
        "all.realisation:3e-1",
        "all.realisation:NaN",
        "all.realisation:Infinity",
        "all.realisation:០.៣",
        "all.realisation: 0.3",
        "all.realisation:0x1",
        "all.realisation:0.3000000001",
        "all.zzz:1",
        "sez_upgrade.realisation:0.3",
        "second_wave.first_year:2027.5",
        "second_wave.first_year:2036",
        "sez_upgrade.lag:2.5",
        "<script>:1",
        "__proto__:1",
        "\ud800:1",
    ],
)
def test_what_is_no_setting_is_told_and_left_out(text: str) -> None:
    assert read_settings(f"{text},{COST}:5000") == (((COST, 5000.0),), (text,))


def test_of_a_key_that_is_repeated_the_first_counts() -> None:
    found, wrong = read_settings(f"{COST}:9,{COST}:5000,{COST}:6000,all.lag:1")
    assert found == ((COST, 5000.0),)
    assert wrong == (f"{COST}:9", f"{COST}:6000", "all.lag:1")
    usual = KNOWN[COST].central
    assert read_settings(f"{COST}:{usual:g},{COST}:6000") == ((), (f"{COST}:6000",))


def test_a_link_of_ten_thousand_settings_is_read_as_far_as_it_goes() -> None:
    many = ",".join(f"x.p{at}:{at}" for at in range(10_000))
    one = read_asked(PAGE.view(f"?set={COST}:5000,{many}"))
    assert one.case.settings == ((COST, 5000.0),)
    assert one.unreadable
    every = ",".join(f"{key}:{number_text(one.stops[0])}" for key, one in KNOWN.items())
    found, wrong = read_settings(every)
    assert len(found) == MOST and len(found) + len(wrong) <= len(KNOWN)


def test_the_longest_settings_fit_in_a_link_with_the_longest_plan() -> None:
    texts = {key: max(map(number_text, one.stops), key=len) for key, one in KNOWN.items()}
    longest = sorted((f"{key}:{text}" for key, text in texts.items()), key=len)[-MOST:]
    plan = ",".join(["skills_certification:SEC-C:199999.9999:2026:10"] * MOST_ROWS)
    link = f"?lang=km&digits=khmer&plan={plan}&budget=2000&set={','.join(longest)}"
    one = read_asked(PAGE.view(link))
    assert len(one.plan) == MOST_ROWS and not one.unreadable
    assert write_settings(one.case.settings).count(":") >= MOST - 2
