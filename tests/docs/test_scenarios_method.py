"""The page on scenarios: every number of it read again from the tables and the code."""

import inspect
import re
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from analysis.futures import discover as futures
from analysis.instruments import COMMON, discover
from analysis.parameters import Parameter, Values
from analysis.robust import robust
from analysis.scenario import FIRST_YEAR, LAST_YEAR
from dashboard.scenarios import played
from dashboard.scenarios.robust import DRAWS
from dashboard.scenarios.settings import MOST, parameters_to_set, read_settings
from dashboard.scenarios.wanted import GOALS
from geodata import load

FOLDER = Path(__file__).parents[2] / "docs" / "methods"
STATUS = {
    "en": {"reported": "reported", "computed": "computed", "assumed": "assumed"},
    "km": {"reported": "រាយការណ៍", "computed": "គណនា", "assumed": "សន្មត"},
}
LANGS = ["en", "km"]


@cache
def page(lang):
    return (FOLDER / f"scenarios.{lang}.md").read_text(encoding="utf-8")


def parameter_rows(lang):
    """The rows that the tables of parameters should have, in order."""
    for table, owner in (("instruments", "instrument"), ("futures", "future")):
        for row in load().rows(table):
            style = "{:.0f}" if row.unit == "year" else "{:,.10g}"
            ends = " | ".join(style.format(end) for end in (row.low, row.central, row.high))
            sources = " ".join(f"[{source}]" for source in row.source_id)
            yield (
                f"| `{getattr(row, owner)}.{row.parameter}` | {ends} | {row.unit}"
                f" | {STATUS[lang][row.status]} | {sources} |"
            )


@pytest.mark.parametrize("lang", LANGS)
def test_every_parameter_is_on_the_page_as_in_the_table(lang):
    shown = [line for line in page(lang).splitlines() if re.match(r"\| `\w+\.\w+` \|", line)]
    assert shown == list(parameter_rows(lang))


@pytest.mark.parametrize("lang", LANGS)
def test_what_a_unit_costs_is_what_the_instruments_say(lang):
    rows = load().rows("instruments")
    values = Values(
        {
            f"{row.instrument}.{row.parameter}": Parameter(
                low=row.low, central=row.central, high=row.high
            )
            for row in rows
        }
    )
    shown = re.findall(r"^\| `(\w+)` \| [^|]+ \| ([\d,]+) \| (\S+) \| (\S+) \|", page(lang), re.M)
    wanted = []
    for key, instrument in sorted(discover().items()):
        get = values.of(key)
        price = np.asarray(instrument.usd_per_unit(get)).item()
        wanted.append((key, f"{price:,.0f}", *(f"{get(name).item():g}" for name in COMMON[:2])))
    assert shown == wanted


@pytest.mark.parametrize("lang", LANGS)
def test_the_worked_example_is_right(lang):
    known = {f"{row.instrument}.{row.parameter}": row.central for row in load().rows("instruments")}
    real = known["all.realisation"]
    for key in ("agro_processing", "sez_upgrade"):
        capital, share = known[f"{key}.usd_per_job"], known[f"{key}.public_share"]
        line = f"{capital:,.0f} × {share:g} / {real:g} = {capital * share / real:,.0f}"
        assert line in page(lang)
    high = next(
        row.high
        for row in load().rows("instruments")
        if (row.instrument, row.parameter) == ("sez_upgrade", "public_share")
    )
    assert f"{high:g}" in page(lang)
    assert f"{known['sez_upgrade.usd_per_job'] * high / real:,.0f}" in page(lang)


@pytest.mark.parametrize("lang", LANGS)
def test_incomes_years_and_the_gap_are_those_of_the_code(lang):
    before, now = (load().national(key)[-1].value for key in ("income_before", "income_after"))
    assert f"{before:.0f}" in page(lang) and f"`mean income = {now:.0f} +" in page(lang)
    assert str(FIRST_YEAR) in page(lang) and str(LAST_YEAR) in page(lang)
    assert inspect.signature(robust).parameters["gap"].default == 0.002 and "0.2 %" in page(lang)


@pytest.mark.parametrize("lang", LANGS)
def test_worlds_goals_and_limits_are_as_many_as_those_of_the_code(lang):
    many = {"en": "{} worlds", "km": "ករណី {}"}[lang]
    assert many.format(DRAWS * len(futures())) in page(lang)
    title = {"en": "## The best use of a budget", "km": "## ការប្រើប្រាស់ថវិកាល្អបំផុត"}[lang]
    section = page(lang).split(title)[1].split("\n## ")[0]
    assert section.count("\n- ") == len(GOALS)


@pytest.mark.parametrize("lang", LANGS)
def test_every_code_span_of_a_parameter_is_one(lang):
    names = {row.parameter for row in (*load().rows("instruments"), *load().rows("futures"))}
    keys = {f"{row.instrument}.{row.parameter}" for row in load().rows("instruments")}
    keys |= {f"{row.future}.{row.parameter}" for row in load().rows("futures")}
    spans = set(re.findall(r"`([a-z0-9_.]+)`", page(lang)))
    assert spans <= names | keys | set(discover()) | {"all", "assumed"}


@pytest.mark.parametrize("lang", LANGS)
def test_the_draws_are_those_of_the_page(lang):
    line = next(line for line in page(lang).splitlines() if "`draws=" in line)
    told = [int(one.replace(",", "")) for one in re.findall(r"[0-9][0-9,]*", line)]
    assert told == [played.DRAWS, played.FINE, played.FINE]


@pytest.mark.parametrize("lang", LANGS)
def test_what_can_be_set_is_what_the_page_takes(lang):
    lines = page(lang).splitlines()
    whole = next(line for line in lines if "`lag`, `ramp`" in line)
    most = next(line for line in lines if "`set=" in line)
    years = LAST_YEAR - FIRST_YEAR + 1
    assert re.findall(r"[0-9]+", whole) == [str(years)]
    assert max(one.most for one in parameters_to_set().values() if one.unit == "years") == years
    assert re.findall(r"[0-9]+", most)[0] == str(MOST)
    example = re.search(r"`set=(.+)`", most)
    assert example and read_settings(example.group(1)) == ((("all.realisation", 0.3),), ())
