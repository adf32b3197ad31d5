"""What a view had chosen, and what it assumed, in words that travel with a file."""

from analysis.futures import discover as futures
from dashboard.exports.sheet import Assumed
from dashboard.mismatch_words import basis_text
from dashboard.scenarios.asked import Asked
from dashboard.scenarios.plan_text import MILLION
from dashboard.scenarios.settings import parameters_to_set
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import world
from geodata import Text

Filters = tuple[tuple[str, str], ...]


def case_filters(view: View, *, say: Speaker) -> Filters:
    """Who is counted."""
    ages = {"all": say("ages_all"), "up_to_45": say("ages_up_to_45")}
    return (
        (say("basis_legend"), basis_text(view.basis, say=say)),
        (say("ages_legend"), ages[view.ages]),
    )


def scenario_filters(asked: Asked, view: View, *, say: Speaker) -> Filters:
    """Who is counted, the future, the year, the budget and the draws."""
    return (
        *case_filters(view, say=say),
        (say("future_legend"), say.fill(futures()[asked.future].title.in_(say.lang))),
        (say("year_legend"), str(asked.year)),
        (say("filter_budget"), f"{asked.budget_usd / MILLION:g}"),
        (say("filter_draws"), str(asked.draws)),
    )


def assumed_in_tables(say: Speaker) -> tuple[Assumed, ...]:
    """What the estimates of the layers assume; no reader sets these."""
    return tuple(
        Assumed(
            key=row.key,
            text=Text(en=row.text_en, km=row.text_km).in_(say.lang),
            unit=row.unit,
            value=row.central,
            usual=row.central,
            low=_known(row.low),
            high=_known(row.high),
            status=row.status,
            source_ids=row.source_id,
        )
        for row in world().geodata.rows("assumptions")
        if row.distribution != "choice"
    )


def assumed_in_case(view: View, *, say: Speaker) -> tuple[Assumed, ...]:
    """The same, and what a reader may set: reach, trades and more, as they are in this view."""
    own = dict(view.assumed)
    set_here = tuple(
        Assumed(
            key=one.key,
            text=one.text.in_(say.lang),
            unit=one.unit,
            value=own.get(one.key, one.first),
            usual=one.first,
            low=one.low,
            high=one.high,
            status=one.status,
            source_ids=one.source_ids,
        )
        for one in world().assumptions.values()
    )
    return set_here + assumed_in_tables(say)


def assumed_in_scenarios(asked: Asked, view: View, *, say: Speaker) -> tuple[Assumed, ...]:
    """The same, and the parameters of instruments and futures, as they are in this view."""
    own = dict(asked.case.settings)
    parameters = tuple(
        Assumed(
            key=one.key,
            text=one.text.in_(say.lang),
            unit=one.unit,
            value=own.get(one.key, one.central),
            usual=one.central,
            low=one.low,
            high=one.high,
            status=one.status,
            source_ids=one.source_ids,
        )
        for one in parameters_to_set().values()
    )
    return parameters + assumed_in_case(view, say=say)


def _known(value: float) -> float | None:
    """A number of a table, or nothing where its cell is empty."""
    return None if value != value else value
