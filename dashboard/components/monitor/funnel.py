"""The path from return to durable work: how many reach each step, and where they are lost."""

from dataclasses import dataclass
from typing import Any

from dash import html

from dashboard.components.monitor.cells import count_told, is_unseen, number_cell
from dashboard.components.table import scroll_table
from dashboard.monitor.asked import SEXES, Asked
from dashboard.monitor.measures import first_missing
from dashboard.monitor.released import Count, Registry, Why, count_of
from dashboard.monitor_words import sex_name
from dashboard.numbers import number
from dashboard.words import Speaker

STEPS: dict[str, tuple[tuple[str, str], ...]] = {
    "returned": (("people", "all"),),
    "supported": (("funnel", "supported"), ("funnel", "in_work")),
    "in_work": (("funnel", "in_work"),),
    "durable": (("job_quality", "at_least"),),
}
"""The steps, each of whom the next is a part, as outcomes that are added up."""


@dataclass(frozen=True, kw_only=True)
class Step:
    """One step for some people. `share`: per cent of the first step, where both are known."""

    key: str
    count: Count
    share: float | None


def steps(found: Registry, *, place: tuple[str, str], sex: str) -> list[Step]:
    """All steps for some people."""
    out: list[Step] = []
    if found.release is None:
        return out
    for key, parts in STEPS.items():
        counts = [count_of(found.release, *part, place=place, sex=sex) for part in parts]
        count = _sum(counts)
        first = out[0].count if out else count
        known = count.value is not None and first.value and count.version == first.version
        share = 100 * (count.value or 0) / (first.value or 1) if known else None
        out.append(Step(key=key, count=count, share=share))
    return out


def _sum(counts: list[Count]) -> Count:
    missing = first_missing(counts)
    if missing is not None:
        return Count(value=None, why=missing)
    versions = {one.version for one in counts}
    if len(versions) > 1:
        return Count(value=None, why="hidden")
    why: Why = "held" if any(one.why == "held" for one in counts) else "shown"
    total = sum(one.value or 0 for one in counts)
    return Count(value=total, why=why, version=versions.pop())


def step_name(key: str, *, say: Speaker) -> str:
    """What a step is called."""
    return {
        "returned": say("step_returned"),
        "supported": say("step_supported"),
        "in_work": say("step_in_work"),
        "durable": say("step_durable"),
    }[key]


def funnel(found: Registry, *, asked: Asked, say: Speaker) -> list[Any]:
    """A bar a step, then the same for women beside men."""
    shown = steps(found, place=asked.place, sex=asked.sex)
    return [
        html.Ol([_row(one, say=say) for one in shown], className="funnel"),
        _table(found, asked=asked, say=say),
        html.P(say("monitor_hidden_note"), className="hint"),
    ]


def _row(one: Step, *, say: Speaker) -> html.Li:
    told = count_told(one.count, say=say)
    share = (
        say("monitor_percent", value=say.fill(number(one.share))) if one.share is not None else ""
    )
    unseen = is_unseen(one.count)
    fill = (
        html.Span(className="bar-fill unseen", style={"width": "100%"})
        if unseen
        else html.Span(className="bar-fill", style={"width": f"{one.share or 0:.1f}%"})
    )
    return html.Li(
        [
            html.Span(step_name(one.key, say=say), className="funnel-name"),
            html.Span([html.Strong(told), " ", share], className="funnel-told"),
            html.Span(fill, className="bar"),
        ]
    )


def _table(found: Registry, *, asked: Asked, say: Speaker) -> html.Div:
    by_sex = {sex: steps(found, place=asked.place, sex=sex) for sex in SEXES}
    rows = []
    for at, key in enumerate(STEPS):
        cells = []
        for sex in SEXES:
            one = by_sex[sex][at]
            share = (
                say("monitor_percent", value=say.fill(number(one.share)))
                if one.share is not None
                else ""
            )
            cells += [
                number_cell(count_told(one.count, say=say), unseen=is_unseen(one.count)),
                number_cell(share),
            ]
        rows.append(html.Tr([html.Th(step_name(key, say=say), scope="row"), *cells]))
    heads = [say("monitor_step")]
    for sex in SEXES:
        heads += [sex_name(sex, say=say), say("monitor_share")]
    return scroll_table(heads, rows, label=say("funnel_title"), numbers=range(1, 7))
