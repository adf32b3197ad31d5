"""The page on returnees: its examples, worked out again from the data."""

import re

import numpy as np
import pytest

from dashboard.numbers import range_text, value_text
from geodata.provinces import CODES
from layers import returnees
from layers._estimation import DRAWS, Array, generator
from layers._people import by_code, population, working_age
from layers._women import women_share
from tests.docs.methods_said import at, data, low_high, page, reading, says, whole

SEVEN = ("01", "02", "09", "13", "15", "22", "24")  # the provinces that touch Thailand
SEVEN_CHECKED = ("01", "02", "09", "13", "17", "22", "24")  # Siem Reap in place of Pursat
MINISTER = {"Battambang", "Banteay Meanchey", "Siem Reap", "Kampong Thom", "Prey Veng"}


def abroad(sex: str) -> Array:
    table = data().table("adults_abroad")
    return by_code(table[table["sex"] == sex])


def migrants() -> Array:
    total: Array = abroad("male") + abroad("female")
    return total


def test_returnees_worked_example() -> None:
    m, p = migrants(), population(data())
    weight = data().assumption("population_weight")[1]
    share_m, share_p = m[0] / m.sum(), p[0] / p.sum()
    share = (1 - weight) * share_m + weight * share_p
    figure = reading("returnees").values["01"]
    assert figure.value == pytest.approx(910_000 * share)
    assert sum(f.value for f in reading("returnees").values.values()) == pytest.approx(910_000)
    says(
        "returnees",
        f"{whole(m[0])} of the {whole(m.sum())} adults abroad: m = {share_m:.3%}".replace(
            "%", " %"
        ),
        f"{whole(p[0])} of the {whole(p.sum())} residents: p = {share_p:.3%}".replace("%", " %"),
        f"= {share:.3%}".replace("%", " %"),
        f"Of 910,000 returnees that is {whole(figure.value)}",
        f"The map shows {value_text(figure)}, with the range "
        + (range_text(figure) or "").replace("\u2013", " to "),
    )


def test_returnees_inputs() -> None:
    counts = {figure.as_of: figure.value for figure in data().national("returnees")}
    totals = [counts[date] for date in ("2025-09-03", "2026-02", "2025-10")]
    weights = data().assumption("population_weight")
    says(
        "returnees",
        "| `N` | " + " | ".join(map(whole, totals)) + " |",
        "| `w` | " + " | ".join(f"{weight:g}" for weight in weights) + " |",
        f"spread {data().assumption('share_spread')[1]}",
    )


def test_dirichlet_would_say_nothing_of_a_small_province() -> None:
    rng = generator("returnees")
    national = rng.triangular(876_666, 910_000, 940_000, size=(DRAWS, 1))
    weight = rng.uniform(0, 0.4, size=(DRAWS, 1))
    shares = returnees.pattern(migrants=migrants(), residents=population(data()), weight=weight)
    drawn = national[:, 0] * [rng.dirichlet(50 * row)[at("24")] for row in shares]
    low, middle, high = np.quantile(drawn, [0.1, 0.5, 0.9])
    says(
        "returnees",
        f"from {whole(low)} to {round(high, -1):,.0f} around a median of {whole(middle)}",
        f"gives Pailin {whole(reading('returnees').values['24'].value)}",
        "Pailin runs from {} to {}".format(*low_high("returnees", "24")),
    )


def test_women() -> None:
    female, male = abroad("female"), abroad("male")
    ratio = 328_808 / 755_729
    women = reading("returnees", "women").values["01"].value
    count = reading("returnees").values
    people = np.array([count[code].value for code in sorted(count)])
    share = women_share(female=female, male=male, returnees=people, national=ratio)
    factor = (share / (1 - share) / (female / male))[0]
    assert np.average(share, weights=people) == pytest.approx(ratio)
    says(
        "returnees",
        f"328,808 of 755,729 returnees were women: {100 * ratio:.1f} %",
        f"women were {100 * female.sum() / migrants().sum():.1f} % of adults abroad",
        f"{100 * female[0] / migrants()[0]:.1f} % in Banteay Meanchey",
        f"one factor, {factor:.3f}",
        f"{100 * share[0]:.1f} %, or {whole(women)} women",
    )


def test_returnees_per_1000() -> None:
    people = working_age(data())[0]
    rate = reading("returnees", "per_1000").values["01"].value
    says("returnees", f"861,883 × 61.7 % = {whole(people)} people, so {rate:.1f} returnees")


def test_seven_provinces_of_the_survey() -> None:
    m, p = migrants(), population(data())

    def part(shares: Array, seven: tuple[str, ...]) -> float:
        return float(shares[:2].sum() / shares[[at(code) for code in seven]].sum())

    touching = {code for code, place in data().provinces.items() if "TH" in place.borders}
    assert touching == set(SEVEN)
    mixed = 0.8 * m / m.sum() + 0.2 * p / p.sum()
    names = [data().provinces[code].name_en for code in SEVEN_CHECKED]
    listed = re.search(r"of these seven: (.+?)\.", " ".join(page("returnees").split()))
    assert listed and set(re.split(", | and ", listed[1])) == set(names)
    assert f"{100 * part(m, SEVEN_CHECKED):.1f}" == "69.9"
    says(
        "returnees",
        f"the two have {100 * part(m, SEVEN_CHECKED):.1f} %",
        f"it would be {100 * part(m, SEVEN):.1f} %",
        f"the first seven give {100 * part(mixed, SEVEN_CHECKED):.1f} %",
    )


def test_the_ministers_five_are_the_five_largest() -> None:
    largest = np.argsort(-migrants())[:5]
    assert {data().provinces[CODES[i]].name_en for i in largest} == MINISTER
    says("returnees", "Battambang, Banteay Meanchey, Siem Reap, Kampong Thom and Prey Veng")


def test_takeo_passes_kampong_thom() -> None:
    count = reading("returnees")
    takeo, thom = count.values["21"], count.values["06"]
    assert takeo.value > thom.value and takeo.low is not None and thom.high is not None
    assert takeo.low < thom.value < takeo.value < thom.high
    assert count.draws is not None
    often = np.mean(count.draws[:, at("21")] > count.draws[:, at("06")])
    says(
        "returnees",
        f"Takeo ({whole(takeo.value)}) passes Kampong Thom ({whole(thom.value)})"
        f" by {whole(round(takeo.value) - round(thom.value))}",
        f"larger in {100 * often:.0f} % of the draws",
    )
