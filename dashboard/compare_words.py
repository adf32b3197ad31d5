"""What outcomes, letters and parameters of scenarios are called, and how a parameter is told."""

import math
from decimal import ROUND_HALF_UP, Context

from analysis.futures import discover as futures
from analysis.instruments import discover as instruments
from dashboard.numbers import number
from dashboard.words import Speaker


def letter(at: int, *, say: Speaker) -> str:
    """The letter of the first to the fourth scenario."""
    return (say("letter_1"), say("letter_2"), say("letter_3"), say("letter_4"))[at]


def outcome_text(outcome: str, *, say: Speaker) -> str:
    """What a row of the comparison is called, its unit included."""
    return {
        "more_near_home": say("beside_near_home"),
        "more_after_moving": say("beside_after_moving"),
        "still_in_need": say("beside_in_need"),
        "shortage": say("beside_shortage"),
        "spatial": say("beside_spatial"),
        "skills": say("beside_skills"),
        "mean_income": say("beside_income"),
        "women_share": say("beside_women"),
        "lasting_jobs": say("beside_jobs"),
        "job_years": say("beside_job_years"),
        "households_relieved": say("beside_relieved"),
        "households_protected": say("beside_protected"),
        "usd_spent": say("beside_spent"),
        "usd_unspent": say("beside_unspent"),
        "usd_per_placement": say("beside_cost"),
    }[outcome]


def parameter_text(key: str, *, say: Speaker) -> str:
    """A parameter by name, with the instrument or future it belongs to."""
    text = parameter_name(key, say=say)
    owner = key.split(".", 1)[0]
    known = instruments().get(owner) or futures().get(owner)
    if known is None:
        return text
    return say("parameter_of", parameter=text, owner=say.fill(known.title.in_(say.lang)))


def parameter_name(key: str, *, say: Speaker) -> str:
    """A parameter by name alone, where its instrument or future is already named."""
    return _special(key, say=say) or _name(key.split(".", 1)[1], say=say)


def parameter_value(value: float, unit: str, *, say: Speaker) -> str:
    """A value of a parameter: dollars, per cent, years, a year, or a plain number.

    Three digits at most: nobody knows these better.
    """
    if unit == "year":
        return say.fill(str(round(value)))
    text = three_digits(100 * value if unit == "ratio" else value)
    return say.fill(value_sentence(unit, one=text == "1", say=say), value=text)


def value_sentence(unit: str, *, one: bool = False, say: Speaker) -> str:
    """How a value in `unit` is told, with `{value}` where its number stands; `one`: of one."""
    if unit.startswith("usd"):
        return say("value_usd", value="{value}")
    if unit == "ratio":
        return say("value_percent", value="{value}")
    if unit != "years":
        return "{value}"
    return say("value_one_year", value="{value}") if one else say("value_years", value="{value}")


def three_digits(value: float) -> str:
    """A number in three digits, halves rounded up, without zeros at its end.

    >>> three_digits(43_781), three_digits(232.5), three_digits(0.12345), three_digits(2.5)
    ('43,800', '233', '0.123', '2.5')
    """
    rounded = float(Context(prec=3, rounding=ROUND_HALF_UP).create_decimal(value))
    decimals = next(d for d in range(18) if d == 17 or round(rounded, d) == rounded)
    return number(rounded, step=10.0**-decimals)


def two_digits(value: float) -> float:
    """The step that leaves two digits of a number.

    >>> two_digits(43_781), two_digits(0.5)
    (1000.0, 0.01)
    """
    return 10.0 ** (math.floor(math.log10(abs(value))) - 1) if value else 1.0


def _special(key: str, *, say: Speaker) -> str | None:
    """Parameters that share a name but not a meaning."""
    return {
        "enterprise_fund.usd_per_job": say("par_grant_per_job"),
        "relocation_support.usd_per_person": say("par_support_per_person"),
        "debt_restructuring.public_share": say("par_public_share_loan"),
        "hiring_subsidy.capacity_share": say("par_capacity_of_vacancies"),
        "border_reopening.first_year": say("par_first_year_border"),
    }.get(key)


def _name(name: str, *, say: Speaker) -> str:
    return {
        "realisation": say("par_realisation"),
        "falling_return": say("par_falling_return"),
        "second_step": say("par_second_step"),
        "third_step": say("par_third_step"),
        "wage_placed": say("par_wage_placed"),
        "income_in_need": say("par_income_in_need"),
        "usd_per_job": say("par_usd_per_job"),
        "public_share": say("par_public_share"),
        "farm_jobs_per_job": say("par_farm_jobs"),
        "jobs_per_1000_ha": say("par_jobs_per_1000_ha"),
        "lag": say("par_lag"),
        "ramp": say("par_ramp"),
        "women_share": say("par_women_share"),
        "jobs_per_ha": say("par_jobs_per_ha"),
        "free_land": say("par_free_land"),
        "services_share": say("par_services_share"),
        "usd_per_km": say("par_usd_per_km"),
        "shortening": say("par_shortening"),
        "catchment": say("par_catchment"),
        "usd_per_lasting_job": say("par_usd_per_lasting_job"),
        "job_years_per_million": say("par_job_years_per_million"),
        "local_share": say("par_local_share"),
        "capacity_share": say("par_capacity_share"),
        "usd_per_person": say("par_usd_per_person"),
        "usd_per_job_year": say("par_usd_per_job_year"),
        "lasting_share": say("par_lasting_share"),
        "moving_share": say("par_moving_share"),
        "mean_loan": say("par_mean_loan"),
        "usd_per_household_year": say("par_usd_per_household_year"),
        "share_back": say("par_share_back"),
        "first_year": say("par_first_year"),
        "years": say("par_years"),
        "size": say("par_size"),
        "growth_east": say("par_growth_east"),
        "growth_elsewhere": say("par_growth_elsewhere"),
        "rise": say("par_rise"),
        "job_loss_per_rise": say("par_job_loss"),
    }[name]
