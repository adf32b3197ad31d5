"""How returnees fare in each province, from the registry."""

from dashboard.components.monitor.provinces import SHOWN
from dashboard.exports.columns import (
    evidence_cells,
    evidence_columns,
    evidence_in,
    number_cells,
    number_columns,
    province_cells,
    province_columns,
    text_column,
)
from dashboard.exports.declaration import SheetKind
from dashboard.exports.links import MONITOR, link_of
from dashboard.exports.of_monitor import (
    file_names,
    monitor_filters,
    registry_evidence,
    registry_source,
)
from dashboard.exports.sheet import Cell, Column, Row, Sheet, number_cell
from dashboard.monitor.asked import read_asked
from dashboard.monitor.measures import MEASURES, measured
from dashboard.monitor.released import Registry, count_of, registry
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import world
from geodata import Figure

_KNOWN = {one.key: one for one in MEASURES}


def make(view: View, say: Speaker) -> Sheet:
    """A row a province: estimated returnees, and beside them the registry, if there is one.

    No estimate stands beside synthetic records.
    """
    asked = read_asked(view)
    found = registry(asked)
    columns = _columns(say)
    returnees = world().readings.get("returnees", {}).get("count")
    estimated = returnees.values if returnees else {}
    rows = tuple(_row(found, code, estimated[code], asked.sex) for code in estimated)
    told = evidence_in(columns[:-1], [] if found.synthetic else [row[:-1] for row in rows])
    if found.head is not None:
        told["sources"] = (*told["sources"], registry_source(found.head))
        told["statuses"] = tuple(dict.fromkeys((*told["statuses"], "computed")))
        told["as_of"] = max(found.head.as_of, told["as_of"])
    return Sheet(
        key="monitor_provinces",
        lang=say.lang,
        title=say("sheet_monitor_provinces"),
        unit="",
        about=say("sheet_monitor_provinces_about"),
        filters=monitor_filters(found, asked, say=say),
        link=link_of(MONITOR, view),
        names=file_names(found, "monitor_provinces", asked),
        columns=columns,
        rows=rows,
        **told,
    )


def _columns(say: Speaker) -> tuple[Column, ...]:
    return (
        *province_columns(say),
        *number_columns(
            "returnees",
            say("col_monitor_returnees"),
            say=say,
            unit=say("unit_persons"),
            about=say("col_monitor_returnees"),
        ),
        _number("people", say("step_returned"), say("unit_persons")),
        *(
            _number(key, _KNOWN[key].title(say), "USD" if _KNOWN[key].unit == "usd" else "%")
            for key in SHOWN
        ),
        text_column(
            "not_shown", say("col_monitor_hidden"), say("col_monitor_hidden_about"), kind="code"
        ),
        *evidence_columns(say),
        text_column("registry", say("release_file"), say("col_monitor_registry"), kind="code"),
    )


def _row(found: Registry, code: str, estimated: Figure, sex: str) -> Row:
    """Numbers of a province; names of those that are hidden or held stand in one cell."""
    begins = (*province_cells(code), *number_cells(estimated))
    evidence = evidence_cells([estimated])
    if found.head is not None and found.synthetic:
        begins = (*province_cells(code), *(None,) * len(number_cells(estimated)))
        evidence = registry_evidence(found.head)
    if found.release is None or found.head is None:
        return (*begins, *(None,) * (len(SHOWN) + 2), *evidence, None)
    place = ("province", code)
    people = count_of(found.release, "people", "all", place=place, sex=sex)
    values = {key: measured(found.release, _KNOWN[key], place=place, sex=sex) for key in SHOWN}
    cells: list[Cell] = [number_cell(people.value)]
    cells += [number_cell(value.value) for value in values.values()]
    whys = {"people": people.why, **{key: value.why for key, value in values.items()}}
    unseen = [f"{key}:{why}" for key, why in whys.items() if why != "shown"]
    return (
        *begins,
        *cells,
        " ".join(unseen) or None,
        *evidence,
        registry_source(found.head).id,
    )


def _number(name: str, title: str, unit: str) -> Column:
    return Column(
        name=name,
        title=title,
        kind="number",
        about=title,
        unit=unit,
        decimals=1,
        hxl=f"#indicator+{name}",
    )


SHEET = SheetKind(
    path=MONITOR,
    order=61,
    title=lambda say: say("sheet_monitor_provinces"),
    make=make,
    by_province=True,
)
