"""The method pages: there for every method, alike in both languages, their numbers recomputed."""

import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import geodata
from dashboard.classes import is_uncertain
from dashboard.numbers import range_text, value_text
from geodata import Geodata
from geodata.provinces import CODES
from layers import FillLayer, Reading, crop_base, discover, formal_jobs, returnees
from layers._estimation import DRAWS, Array, generator
from layers._people import by_code, population, working_age
from layers._women import women_share

FOLDER = Path(__file__).parents[2] / "docs" / "methods"
METHODS = sorted(path.name.removesuffix(".en.md") for path in FOLDER.glob("*.en.md"))
SEVEN = ("01", "02", "09", "13", "15", "22", "24")  # the provinces that touch Thailand
SEVEN_CHECKED = ("01", "02", "09", "13", "17", "22", "24")  # Siem Reap in place of Pursat
MINISTER = {"Battambang", "Banteay Meanchey", "Siem Reap", "Kampong Thom", "Prey Veng"}


def page(name: str, *, lang: str = "en") -> str:
    return (FOLDER / f"{name}.{lang}.md").read_text(encoding="utf-8")


def headings(text: str) -> list[str]:
    return re.findall(r"^## .+", text, flags=re.MULTILINE)


def tables(text: str) -> list[str]:
    return re.findall(r"^\|[-|]+\|$", text, flags=re.MULTILINE)


def long_numbers(text: str) -> Counter[str]:
    """Numbers of three digits or more, such as 910,000, 0.206 and 2025."""
    found = re.findall(r"\d+(?:[.,]\d+)*", text)
    return Counter(number for number in found if sum(map(str.isdigit, number)) >= 3)


def says(name: str, *phrases: str) -> None:
    """Assert that the English page holds each of `phrases`, wrapped lines or not."""
    words = " ".join(page(name).split())
    missing = [
        phrase for phrase in phrases if not re.search(rf"(?<![\d.,]){re.escape(phrase)}", words)
    ]
    assert not missing, f"{name}.en.md does not say {missing}"


def whole(value: float) -> str:
    return f"{value:,.0f}"


def at(code: str) -> int:
    return CODES.index(code)


@cache
def data() -> Geodata:
    return geodata.load()


@cache
def reading(layer: str, measure: str = "count") -> Reading:
    found = discover()[layer]
    assert isinstance(found, FillLayer)
    return found.read(data())[measure]


def abroad(sex: str) -> Array:
    table = data().table("adults_abroad")
    return by_code(table[table["sex"] == sex])


def migrants() -> Array:
    total: Array = abroad("male") + abroad("female")
    return total


def low_high(layer: str, code: str) -> tuple[str, str]:
    figure = reading(layer).values[code]
    assert figure.low is not None and figure.high is not None
    return whole(figure.low), whole(figure.high)


def hectares() -> Any:
    return data().table("crops").pivot(index="province_code", columns="crop", values="value")


# Form


def test_every_method_of_a_layer_has_its_page() -> None:
    fills = [layer for layer in discover().values() if isinstance(layer, FillLayer)]
    named = {layer.method for layer in fills if layer.method}
    assert {"returnees", "vacancies"} <= named <= set(METHODS)


@pytest.mark.parametrize("name", METHODS)
def test_both_languages_have_the_same_structure(name: str) -> None:
    english, khmer = page(name), page(name, lang="km")
    assert english.startswith("# ") and khmer.startswith("# ")
    assert 5 <= len(headings(english)) == len(headings(khmer))
    assert len(tables(english)) == len(tables(khmer)) >= 1
    assert english.count("\n- ") == khmer.count("\n- ")
    assert re.findall(r"`.+?`", english) == re.findall(r"`.+?`", khmer)


@pytest.mark.parametrize("name", METHODS)
def test_both_languages_have_the_same_numbers(name: str) -> None:
    english, khmer = long_numbers(page(name)), long_numbers(page(name, lang="km"))
    assert english == khmer, (english - khmer, khmer - english)


@pytest.mark.parametrize("name", METHODS)
def test_khmer_uses_latin_digits_and_khmer_headings(name: str) -> None:
    khmer = page(name, lang="km")
    assert not re.search("[០-៩]", khmer)
    assert all(re.search("[ក-អ]", heading) for heading in headings(khmer))


@pytest.mark.parametrize("lang", ["en", "km"])
@pytest.mark.parametrize("name", METHODS)
def test_every_source_is_known(name: str, lang: str) -> None:
    cited = set(re.findall(r"\[([A-Z][A-Z0-9_]+)\]", page(name, lang=lang)))
    assert cited
    assert cited <= set(data().sources)


@pytest.mark.parametrize("name", METHODS)
def test_both_languages_cite_the_same_sources(name: str) -> None:
    cited = [
        Counter(re.findall(r"\[([A-Z][A-Z0-9_]+)\]", page(name, lang=lang)))
        for lang in ("en", "km")
    ]
    assert cited[0] == cited[1]


@pytest.mark.parametrize("lang", ["en", "km"])
@pytest.mark.parametrize("name", METHODS)
def test_no_html(name: str, lang: str) -> None:
    assert not re.search(r"</?[a-z]", page(name, lang=lang))


# Reading the map


def test_rounding_example() -> None:
    figure = reading("vacancies").values["01"]
    assert figure.low is not None and figure.high is not None
    low, high = (range_text(figure) or "").split("\u2013")
    says(
        "reading-the-map",
        f"{DRAWS:,} draws",
        f"computed as {whole(figure.value)}, with a range from {whole(figure.low)}"
        f" to {whole(figure.high)}",
        f"{round(figure.high - figure.low, -1):,.0f} wide",
        f"shows {value_text(figure)}, with the range {low} to {high}",
    )


def test_hatched_provinces() -> None:
    for layer, measure, label in (
        ("returnees", "count", "Returnees"),
        ("vacancies", "count", "Vacancies"),
        ("formal_jobs", "count", "Formal jobs"),
        ("returnees", "per_1000", "Returnees per 1,000 people aged 15 to 59"),
    ):
        found = discover()[layer]
        assert isinstance(found, FillLayer)
        breaks = found.measure(measure).breaks
        figures = reading(layer, measure).values.values()
        hatched = sum(is_uncertain(figure, breaks=breaks) for figure in figures)
        says("reading-the-map", f"| {label} | {hatched} |")


# Returnees


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


# Formal jobs


def test_formal_jobs_worked_example() -> None:
    table = data().table("formal_jobs")
    anchors, people = by_code(table), population(data())
    rest, open_people = 1_800_000 - anchors.sum(), people[anchors == 0].sum()
    count = reading("formal_jobs")
    figure = count.values["01"]
    assert figure.value == pytest.approx(rest * people[0] / open_people)
    assert sum(f.value for f in count.values.values()) == pytest.approx(1_800_000)
    names = {code: place.name_en for code, place in data().provinces.items()}
    rates = {
        round(f.value, 6)
        for f in reading("formal_jobs", "per_1000").values.values()
        if f.status == "estimated"
    }
    assert len(rates) == 1 and (anchors == 0).sum() == 19
    says(
        "formal-jobs",
        *(
            f"| {names[row.province_code]} | {whole(row.value)} |"
            for row in data().rows("formal_jobs")
        ),
        f"add up to {whole(anchors.sum())}",
        f"{whole(rest)} × 861,883 / {whole(open_people)} = {whole(figure.value)} workers",
        f"= {whole(working_age(data())[0])}",
        f"the same rate, {rates.pop():.1f} per 1,000",
        "runs from {} to {}".format(*low_high("formal_jobs", "01")),
        f"its {whole(count.values['21'].value)} here",
    )
    assert max(f.value for f in count.values.values() if f.status == "estimated") < 130_000


def test_formal_jobs_limits() -> None:
    anchors = by_code(data().table("formal_jobs"))
    zones = data().national("sez_workers")[-1].value
    halved = anchors.copy()
    halved[at("20")] = 50_000
    other = formal_jobs.estimate(
        anchors=halved,
        residents=population(data()),
        total=1_800_000,
        ceiling=130_000,
        spread=data().assumption("share_spread")[1],
    )
    says(
        "formal-jobs",
        f"would be {100 * anchors[at('20')] / zones:.0f} % of all zone workers, {whole(zones)}",
        f"would have {whole(other.central[0])} instead of 51,738",
        f"{100 * 660_000 / 1_500_000:.0f} % of 1.5 million",
        f"{100 * 660_000 / 1_800_000:.0f} % of 1.8 million",
    )


# Vacancies


@pytest.mark.parametrize("code", ["20", "01"])
def test_vacancies_worked_examples(code: str) -> None:
    known = by_code(data().table("approved_projects"))
    formal = formal_jobs.from_tables(data())[0].central
    others = formal[known == 0].sum()
    left = 491 - known.sum()
    projects = known[at(code)] or left * formal[at(code)] / others
    f, a = formal[at(code)] / formal.sum(), projects / 491
    b = data().assumption("project_weight")[1]
    share = (1 - b) * f + b * a
    count = reading("vacancies")
    assert count.values[code].value == pytest.approx(190_000 * share)
    assert sum(figure.value for figure in count.values.values()) == pytest.approx(190_000)
    says(
        "vacancies",
        f"The other {whole(left)} are spread over the other {(known == 0).sum()} provinces",
        f"{whole(formal[at(code)])} of 1,800,000, so f = {100 * f:.2f} %",
        f"so a = {100 * a:.2f} %",
        f"{100 * share:.2f} %",
        whole(count.values[code].value),
        "from {} to {}".format(*low_high("vacancies", code)),
    )
    if code == "20":
        says("vacancies", f"(b = 0) it would be {whole(190_000 * f)}")
    else:
        says("vacancies", f"/ {whole(others)} = {projects:.2f}")


def test_vacancies_per_1000_and_fairs() -> None:
    rates = reading("vacancies", "per_1000")
    anchored = set(data().table("formal_jobs")["province_code"])
    flat = {f"{rates.values[code].value:.1f}" for code in CODES if code not in anchored}
    assert len(flat) == 1 and len(anchored) == 6 and rates.national is not None
    count = reading("vacancies")
    three = ("01", "02", "17")
    assert count.draws is not None
    low, high = np.quantile(count.draws[:, [at(c) for c in three]].sum(axis=1), [0.1, 0.9])
    says(
        "vacancies",
        f"has {rates.national.value:.1f} vacancies per 1,000",
        f"all get {flat.pop()} per 1,000",
        f"listed {whole(data().national('vacancies_at_fairs')[-1].value)} jobs",
        f"{whole(sum(count.values[c].value for c in three))} together,"
        f" with the range {whole(low)} to {whole(high)}",
    )


# Crop base


def test_crops_table() -> None:
    sums = hectares().sum()
    says(
        "crop-base",
        *(f"| {crop.title()} | {whole(value)} |" for crop, value in sums.items()),
        f"| All five | {whole(sums.sum())} |",
    )


def test_crop_base_worked_example() -> None:
    table = hectares()
    area = table / table.sum()
    mix = table.div(table.sum(axis=1), axis=0)
    product = area * mix / (table.sum() / table.to_numpy().sum())
    index = crop_base.potential(table)
    own = product.loc["02"]
    assert index["02"] == pytest.approx(100 * own.sum() / product.sum(axis=1).max())
    says(
        "crop-base",
        f"an area share of {100 * area.loc['02', 'maize']:.2f} %",
        f"{whole(table.loc['02'].sum())} hectares: {100 * mix.loc['02', 'maize']:.2f} %",
        f"× {own['maize'] / area.loc['02', 'maize']:.2f} = {own['maize']:.3f}",
        f"cassava gives {own['cassava']:.3f}, rice {own['rice']:.3f}, mango {own['mango']:.3f}"
        f" and cashew {own['cashew']:.3f}",
        f"The sum is {own.sum():.3f}. The highest sum of all provinces is"
        f" {product.sum(axis=1).max():.3f}, so the index is {index['02']:.1f}",
    )
    speu, pailin = product.loc["05"], product.loc["24"]
    without = crop_base.potential(table.drop(columns="mango"))
    assert list(index.nlargest(2).index) == ["05", "24"]
    says(
        "crop-base",
        f"{whole(table.loc['05', 'mango'])} of the country's {whole(table['mango'].sum())}",
        f"Mango alone gives {speu['mango']:.3f} of its {speu.sum():.3f}",
        f"would have an index of {without['05']:.1f}",
        f"second, {index['24']:.1f}, because of maize: {pailin['maize']:.3f} of {pailin.sum():.3f}",
    )


def test_svay_rieng_cassava() -> None:
    conflict: Any = data().table("conflicts").set_index("conflict_id").loc["svay-rieng-cassava"]
    table = hectares()
    index = crop_base.potential(table)
    other = table.copy()
    other.loc["20", "cassava"] = conflict["value_b"]
    then = crop_base.potential(other)
    ranks = [int(series.rank(ascending=False)["20"]) for series in (index, then)]
    assert list(index.nlargest(4).index) == list(then.nlargest(4).index)
    national = table["cassava"].sum()
    says(
        "crop-base",
        f"has {whole(conflict['value_a'])} hectares",
        f"is {whole(conflict['value_b'])} hectares",
        f"from {index['20']:.1f} to {then['20']:.1f}, and its rank from {ranks[0]} to {ranks[1]}",
        f"{whole(national)} hectares here, 391,714 by the ministry,"
        f" {100 * (national / 391_714 - 1):.1f} % apart",
    )
