"""How numbers of the mismatch stand on its pages, and the data that they come from."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from analysis.certainty import rank_certainty
from analysis.matching import Decomposition, decompose
from dashboard.mismatch import readings as measured
from dashboard.mismatch.market import Case, market
from dashboard.mismatch.ranges import HIGH, LOW
from dashboard.numbers import range_text, value_text
from dashboard.words import catalogue
from dashboard.world import world
from geodata import Figure
from geodata.provinces import CODES

FOLDER = Path(__file__).parents[3] / "docs" / "methods"
CASE = Case(basis="durable", ages="all")
OTHER_SPLIT = (("jobs_manufacturing", 40.0), ("jobs_services", 38.0))


def says(name: str, phrases: Iterable[str]) -> None:
    words = " ".join((FOLDER / f"{name}.en.md").read_text(encoding="utf-8").split())
    missing = [
        phrase for phrase in phrases if not re.search(rf"(?<![\d.,]){re.escape(phrase)}", words)
    ]
    assert not missing, f"{name}.en.md does not say {missing}"


def long_numbers(text: str) -> set[str]:
    """Numbers of three digits or more; years and the names of sources are none."""
    text = re.sub(r"\[[A-Z][A-Z0-9_]+\]", "", text)
    found = set(re.findall(r"\d+(?:[.,]\d+)*", text))
    return {
        number
        for number in found
        if sum(map(str.isdigit, number)) >= 3 and not re.fullmatch(r"(19|20)\d\d", number)
    }


def whole(value: float) -> str:
    return signed(value, 0)


def signed(value: float, digits: int) -> str:
    return f"{value:,.{digits}f}".replace("-", "\u2212")


def ends(figure: Figure) -> tuple[float, float]:
    assert figure.low is not None and figure.high is not None
    return figure.low, figure.high


def three(figure: Figure, digits: int = 0) -> str:
    """Central value, low and high as three cells."""
    return " | ".join(signed(value, digits) for value in (figure.value, *ends(figure)))


def as_shown(figure: Figure) -> str:
    """Rounded as on the page /mismatch; a range that is one value is left out."""
    around = (range_text(figure) or "").replace("\u2013", " to ")
    return f"{value_text(figure)} ({around})" if len(set(ends(figure))) > 1 else value_text(figure)


def name(code: str) -> str:
    return world().geodata.provinces[code].name_en


def code_of(wanted: str) -> str:
    return next(code for code in CODES if name(code) == wanted)


def on(basis: str, *, ages: str = "all", **assumed: float) -> Case:
    return Case(basis=basis, ages=ages, assumed=tuple(assumed.items()))


def people(basis: str = "durable") -> Any:
    return market(on(basis)).seekers.series


def jobs() -> Any:
    return market(CASE).vacancies.series


def km() -> Any:
    return market(CASE).distance_km


def own_km() -> Any:
    return pd.Series(np.diag(km().to_numpy()), index=list(CODES))


def reading(key: str, code: str, basis: str = "durable") -> Figure:
    return measured.readings(on(basis))[key].values[code]


def fixed(indicator: str) -> float:
    return world().geodata.national(indicator)[-1].value


def unanchored() -> set[str]:
    return set(CODES) - set(world().geodata.table("formal_jobs")["province_code"])


def low_paid() -> float:
    """People placed in a job that pays less than USD 210 a month; the basis `durable` has them."""
    return (1 - fixed("earning_210") / 100) * fixed("placed")


def on_screen(key: str, lang: str = "en") -> str:
    """A sentence of the page /mismatch as a page of methods quotes it."""
    return f'"{catalogue()[lang][key]}"'


def split(case: Case, **limits: Any) -> Decomposition:
    here = market(case)
    asked: dict[str, Any] = {
        "distance_km": here.distance_km,
        "transfer": here.transfer,
        "reach_km": here.values["reach_km"],
        "min_transfer": here.values["min_transfer"],
    }
    return decompose(here.seekers.table, here.vacancies.table, **(asked | limits))


PLACES = ["01", "02", "03"]
THREE_PEOPLE: Any = pd.Series([70.0, 20.0, 10.0], index=PLACES)
THREE_JOBS: Any = pd.Series([10.0, 30.0, 60.0], index=PLACES)
LINE: Any = pd.DataFrame(
    [[0, 100, 200], [100, 0, 100], [200, 100, 0]], index=PLACES, columns=PLACES
)


def listed(numbers: Iterable[float]) -> str:
    first, second, third = (f"{number:.0f}" for number in numbers)
    return f"{first}, {second} and {third}"


PLACES_SAID = f"{listed(THREE_PEOPLE)} seekers, and {listed(THREE_JOBS)} vacancies"
PERCENTILES = f"The range is the {100 * LOW:.0f}th to the {100 * HIGH:.0f}th percentile"


def unsure(key: str) -> list[str]:
    draws = measured.readings(CASE)[key].draws
    assert draws is not None
    sure = np.maximum((draws > 0).mean(axis=0), (draws < 0).mean(axis=0))
    found = [name(CODES[i]) for i in np.flatnonzero(sure < measured.SURE)]
    assert {code_of(each) for each in found} == measured.unsure(CASE, key)
    return found


def among_widest(key: str) -> Any:
    draws = measured.readings(CASE)[key].draws
    return rank_certainty(pd.DataFrame(draws, columns=list(CODES))).among_top
