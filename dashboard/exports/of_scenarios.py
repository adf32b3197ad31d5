"""What the sheets of scenarios share: the columns that name one, and units of outcomes."""

from collections.abc import Mapping

from dashboard.compare_words import letter
from dashboard.exports.columns import text_column
from dashboard.exports.sheet import Cell, Column, Row
from dashboard.scenarios.chosen import Chosen
from dashboard.words import Speaker

UNITS: Mapping[str, str] = {
    "more_near_home": "people",
    "more_after_moving": "people",
    "still_in_need": "people",
    "shortage": "people",
    "spatial": "people",
    "skills": "people",
    "mean_income": "USD a month",
    "women_share": "percent",
    "lasting_jobs": "jobs",
    "job_years": "job-years",
    "households_relieved": "households",
    "households_protected": "household-years",
    "usd_spent": "million USD",
    "usd_unspent": "million USD",
    "usd_per_placement": "USD",
}
"""What each outcome is counted in, as a code that is the same in every language."""


def scenario_columns(say: Speaker) -> tuple[Column, ...]:
    """Key and name of a scenario, and its letter on the page."""
    return (
        text_column(
            "scenario_key",
            say("col_scenario_key"),
            say("col_scenario_key_about"),
            kind="code",
            hxl="#activity+code",
        ),
        text_column("letter", say("col_letter"), say("col_letter_about"), hxl="#activity+letter"),
        text_column(
            "scenario", say("col_scenario"), say("col_scenario_about"), hxl="#activity+name"
        ),
    )


def scenario_cells(one: Chosen, at: int, *, say: Speaker) -> Row:
    """The same of one of the scenarios, the first at 0."""
    return one.key, letter(at, say=say), one.name


def outcome_columns(say: Speaker) -> tuple[Column, ...]:
    """Key, name and unit of an outcome."""
    return (
        text_column(
            "outcome_key",
            say("col_outcome_key"),
            say("col_outcome_key_about"),
            kind="code",
            hxl="#indicator+code",
        ),
        text_column(
            "outcome", say("beside_outcome"), say("col_outcome_about"), hxl="#indicator+name"
        ),
        text_column("unit", say("col_unit"), say("col_unit_about"), kind="code"),
    )


def year_column(say: Speaker) -> Column:
    """A year, as a whole number."""
    return Column(
        name="year",
        title=say("paths_year"),
        kind="number",
        about=say("col_year_about"),
        hxl="#date+year",
    )


def money(usd: float) -> Cell:
    """Dollars, to the cent."""
    return round(float(usd), 2)
