"""What is told of returnees from the registry: shares of counts, and means of amounts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from dashboard.monitor.released import Count, Why, count_of
from dashboard.words import Speaker

if TYPE_CHECKING:
    from records.release import Release

Part = tuple[str, str]
Topic = Literal["work", "skills", "debt"]
Unit = Literal["percent", "usd"]
_PEOPLE: tuple[Part, ...] = (("people", "all"),)
_IN_WORK: tuple[Part, ...] = (("funnel", "in_work"),)
_TRADES: tuple[Part, ...] = (("match", "same"), ("match", "related"), ("match", "other"))
_DEBTS: tuple[Part, ...] = (("debt", "arrears"), ("debt", "debt"))


@dataclass(frozen=True, kw_only=True)
class Value:
    """A number of one group of people. `why`: why it is not shown, or that it is."""

    value: float | None
    why: Why
    version: int = 0


@dataclass(frozen=True, kw_only=True)
class Measure:
    """One thing that is told: people of `top` as a share of those of `whole`, or a mean.

    `mean`: the name of the amount; `over`: another amount that it is a share of.
    """

    key: str
    topic: Topic
    title: Callable[[Speaker], str]
    top: tuple[Part, ...] = ()
    whole: tuple[Part, ...] = ()
    mean: str = ""
    over: str = ""

    @property
    def unit(self) -> Unit:
        """Per cent, or dollars a month."""
        return "usd" if self.mean and not self.over else "percent"


MEASURES: tuple[Measure, ...] = (
    Measure(
        key="in_work",
        topic="work",
        title=lambda say: say("monitor_in_work"),
        top=_IN_WORK,
        whole=_PEOPLE,
    ),
    Measure(
        key="durable",
        topic="work",
        title=lambda say: say("monitor_durable"),
        top=(("job_quality", "at_least"),),
        whole=_PEOPLE,
    ),
    Measure(
        key="at_least",
        topic="work",
        title=lambda say: say("monitor_at_least"),
        top=(("job_quality", "at_least"),),
        whole=(("job_quality", "at_least"), ("job_quality", "below")),
    ),
    Measure(
        key="income_before",
        topic="work",
        title=lambda say: say("monitor_income_before"),
        mean="before",
    ),
    Measure(
        key="income_now", topic="work", title=lambda say: say("monitor_income_now"), mean="now"
    ),
    Measure(
        key="recovery",
        topic="work",
        title=lambda say: say("monitor_recovery"),
        mean="now",
        over="before",
    ),
    Measure(
        key="same_trade",
        topic="work",
        title=lambda say: say("monitor_same_trade"),
        top=(("match", "same"),),
        whole=_TRADES,
    ),
    Measure(
        key="fitting_trade",
        topic="work",
        title=lambda say: say("monitor_fitting_trade"),
        top=(("match", "same"), ("match", "related")),
        whole=_TRADES,
    ),
    Measure(
        key="enterprise",
        topic="work",
        title=lambda say: say("monitor_enterprise"),
        top=(("enterprise", "enterprise"),),
        whole=_IN_WORK,
    ),
    Measure(
        key="trained",
        topic="skills",
        title=lambda say: say("monitor_trained"),
        top=(("training", "certificate"), ("training", "trained")),
        whole=_PEOPLE,
    ),
    Measure(
        key="certificate",
        topic="skills",
        title=lambda say: say("monitor_certificate"),
        top=(("training", "certificate"),),
        whole=_PEOPLE,
    ),
    Measure(
        key="indebted",
        topic="debt",
        title=lambda say: say("monitor_indebted"),
        top=_DEBTS,
        whole=(*_DEBTS, ("debt", "none")),
    ),
    Measure(
        key="arrears",
        topic="debt",
        title=lambda say: say("monitor_arrears"),
        top=(("debt", "arrears"),),
        whole=_DEBTS,
    ),
    Measure(
        key="protection",
        topic="debt",
        title=lambda say: say("monitor_protection"),
        top=(("protection", "reached"),),
        whole=_PEOPLE,
    ),
)


def measured(release: "Release", measure: Measure, *, place: tuple[str, str], sex: str) -> Value:
    """The measure for some people; a share only of counts that are of one release."""
    if measure.mean:
        return _mean(release, measure, place=place, sex=sex)
    counts = {
        part: count_of(release, *part, place=place, sex=sex)
        for part in (*measure.top, *measure.whole)
    }
    missing = first_missing(tuple(counts.values()))
    if missing is not None:
        return Value(value=None, why=missing)
    versions = {one.version for one in counts.values()}
    if len(versions) > 1:
        return Value(value=None, why="hidden")
    whole = sum(counts[part].value or 0 for part in measure.whole)
    top = sum(counts[part].value or 0 for part in measure.top)
    (version,) = versions
    if whole == 0:
        return Value(value=None, why="shown", version=version)
    why: Why = "shown" if version == release.version else "held"
    return Value(value=100 * top / whole, why=why, version=version)


def first_missing(counts: Sequence[Count]) -> Why | None:
    """Why a number that needs all of these cannot be told; None where it can."""
    return next((one.why for one in counts if one.value is None), None)


def _mean(release: "Release", measure: Measure, *, place: tuple[str, str], sex: str) -> Value:
    from records.tables import Cell

    people = count_of(release, "income", "both_known", place=place, sex=sex)
    if people.value is None:
        return Value(value=None, why=people.why)
    cell = Cell("income", "both_known", *place, sex)
    names = (measure.mean, measure.over) if measure.over else (measure.mean,)
    found = [release.means.get((cell, name)) for name in names]
    if not people.value:
        return Value(value=None, why="shown", version=people.version)
    if None in found:
        return Value(value=None, why="hidden")
    means = [one for one in found if one is not None]
    version = min(one[1] for one in means)
    why: Why = "shown" if version == release.version else "held"
    value = 100 * means[0][0] / means[1][0] if measure.over and means[1][0] else means[0][0]
    return Value(value=float(value), why=why, version=version)
