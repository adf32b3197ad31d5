"""Women against men: what the registry and the survey tell of work, skills, debts and cover."""

from dash import html

from dashboard.components.monitor.cells import (
    apart_told,
    finding_from,
    finding_told,
    is_unseen,
    number_cell,
    value_told,
)
from dashboard.components.table import scroll_table
from dashboard.desk.kinds.survey import INDICATORS
from dashboard.monitor.asked import SEXES, Asked
from dashboard.monitor.measures import MEASURES, Measure, Topic, measured
from dashboard.monitor.released import Registry
from dashboard.monitor.surveyed import RECOVERY, TOPICS, elsewhere, finding
from dashboard.monitor_words import release_evidence, sex_name
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import World


def by_sex(
    here: World, topic: Topic, found: Registry, *, asked: Asked, view: View, say: Speaker
) -> html.Div:
    """One row for each thing that is told: both sexes, women, men, how far apart, from where.

    Nothing of a survey stands beside synthetic records.
    """
    rows = []
    if found.release is not None:
        known = [one for one in MEASURES if one.topic == topic]
        rows += [_measure(found, one, asked=asked, say=say) for one in known]
    rows += [
        row
        for key, one in TOPICS.items()
        if one == topic and not found.synthetic
        for row in _finding(here, key, asked=asked, view=view, say=say)
    ]
    heads = [
        say("monitor_what"),
        *(sex_name(sex, say=say) for sex in SEXES),
        say("monitor_apart"),
        say("monitor_from"),
    ]
    return scroll_table(heads, rows, label=topic_title(topic, say=say), numbers=(1, 2, 3, 4))


def topic_title(topic: Topic, *, say: Speaker) -> str:
    """What a part of the page is called."""
    return {
        "work": say("monitor_work_title"),
        "skills": say("monitor_skills_title"),
        "debt": say("monitor_debt_title"),
    }[topic]


def indicator_name(key: str, *, say: Speaker) -> str:
    """What a finding of the survey is called, with its unit."""
    if key == RECOVERY:
        return say("monitor_recovery")
    return say.fill(INDICATORS[key][1].in_(say.lang))


def indicator_unit(key: str) -> str:
    """The unit of a finding."""
    return "percent" if key == RECOVERY else INDICATORS[key][0]


def _measure(found: Registry, one: Measure, *, asked: Asked, say: Speaker) -> html.Tr:
    if found.release is None or found.head is None:
        return html.Tr()
    values = {sex: measured(found.release, one, place=asked.place, sex=sex) for sex in SEXES}
    return html.Tr(
        [
            html.Th(one.title(say), scope="row"),
            *(
                number_cell(value_told(value, one.unit, say=say), unseen=is_unseen(value))
                for value in values.values()
            ),
            number_cell(apart_told(values["female"], values["male"], one.unit, say=say)),
            html.Td(release_evidence(found.head, say=say), className="evidence"),
        ]
    )


def _finding(here: World, key: str, *, asked: Asked, view: View, say: Speaker) -> list[html.Tr]:
    """The row of a finding; where only provinces have it, one for each of these."""
    province = asked.place[1] if asked.place[0] == "province" else None
    found = {sex: finding(key, province=province, sex=sex) for sex in SEXES}
    known = [one for one in found.values() if one is not None]
    local = [] if known or province else elsewhere(key)
    unit = indicator_unit(key)
    title = html.Th(indicator_name(key, say=say), scope="row")
    if local:
        return [
            html.Tr(
                [
                    title,
                    number_cell(finding_told(one, unit, say=say)),
                    number_cell(""),
                    number_cell(""),
                    number_cell(""),
                    html.Td(finding_from(here, one, view=view, say=say), className="evidence"),
                ]
            )
            for one in local
        ]
    if not known:
        return [html.Tr([title, html.Td(say("monitor_no_survey"), colSpan=5, className="hint")])]
    return [
        html.Tr(
            [
                title,
                *(number_cell(finding_told(one, unit, say=say)) for one in found.values()),
                number_cell(""),
                html.Td(finding_from(here, known[0], view=view, say=say), className="evidence"),
            ]
        )
    ]
