"""The pages on formal jobs and vacancies: their examples, worked out again."""

import numpy as np
import pytest

from geodata.provinces import CODES
from layers import formal_jobs
from layers._people import by_code, population, working_age
from tests.docs.methods_said import at, data, low_high, reading, says, whole

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
