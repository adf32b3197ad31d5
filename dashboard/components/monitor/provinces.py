"""The registry by province, worst first, with the survey's national figures above."""

from typing import Any

from dash import dcc, html

from dashboard.components.attributes import attributes
from dashboard.components.monitor.cells import (
    count_told,
    finding_told,
    is_unseen,
    number_cell,
    value_told,
)
from dashboard.components.table import scroll_table
from dashboard.monitor.asked import Asked, monitor_query
from dashboard.monitor.measures import MEASURES, measured
from dashboard.monitor.released import Registry, count_of
from dashboard.monitor.surveyed import RECOVERY, finding
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import World

SHOWN = ("in_work", "at_least", "income_now", "recovery", "fitting_trade", "arrears")
_SURVEYED = {
    "at_least": ("earning_210", "percent"),
    "income_now": ("income_after", "usd"),
    "recovery": (RECOVERY, "percent"),
}
_KNOWN = {one.key: one for one in MEASURES}


def provinces(here: World, found: Registry, *, asked: Asked, view: View, say: Speaker) -> html.Div:
    """A row a province, those with the smallest share in work first."""
    if found.release is None:
        return html.Div()
    release = found.release
    rows: list[tuple[float, html.Tr]] = []
    for code, province in here.geodata.provinces.items():
        place = ("province", code)
        people = count_of(release, "people", "all", place=place, sex=asked.sex)
        values = [measured(release, _KNOWN[key], place=place, sex=asked.sex) for key in SHOWN]
        query = monitor_query(view, Asked(sex=asked.sex, place=place, weights=asked.weights))
        cells: list[Any] = [
            html.Th(dcc.Link(province.name(say.lang), href=f"/monitor{query}"), scope="row"),
            number_cell(count_told(people, say=say), unseen=is_unseen(people)),
            *(
                number_cell(value_told(value, _KNOWN[key].unit, say=say), unseen=is_unseen(value))
                for key, value in zip(SHOWN, values, strict=True)
            ),
        ]
        order = values[0].value if values[0].value is not None else 101.0
        row = html.Tr(
            cells,
            className="selected" if asked.place == place else None,
            **attributes(data_row=code),
        )
        rows.append((order, row))
    rows.sort(key=lambda pair: pair[0])
    heads = [
        say("table_province"),
        say("step_returned"),
        *(_KNOWN[key].title(say) for key in SHOWN),
    ]
    return scroll_table(
        heads,
        [
            *([] if found.synthetic else [_national(asked, say=say)]),
            *(row for _, row in rows),
        ],
        label=say("monitor_provinces_title"),
        numbers=range(1, len(heads)),
    )


def _national(asked: Asked, *, say: Speaker) -> html.Tr:
    """What the survey says of the country, where it says it."""
    cells: list[Any] = [html.Th(say("monitor_national"), scope="row"), number_cell("")]
    for key in SHOWN:
        indicator, unit = _SURVEYED.get(key, ("", ""))
        one = finding(indicator, province=None, sex=asked.sex) if indicator else None
        cells.append(number_cell(finding_told(one, unit, say=say) if one else ""))
    return html.Tr(cells, className="national")
