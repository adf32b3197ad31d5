"""How returnees fare: the registry for those who are asked for, and the survey."""

from dashboard.exports.columns import evidence_in
from dashboard.exports.declaration import SheetKind
from dashboard.exports.links import MONITOR, link_of
from dashboard.exports.of_monitor import (
    file_names,
    monitor_columns,
    monitor_filters,
    registry_rows,
    registry_source,
    survey_rows,
)
from dashboard.exports.sheet import Sheet
from dashboard.monitor.asked import read_asked
from dashboard.monitor.released import registry
from dashboard.state import View
from dashboard.words import Speaker


def make(view: View, say: Speaker) -> Sheet:
    """A row for each thing that is told, and each sex; what is hidden has a row that says so."""
    asked = read_asked(view)
    found = registry(asked)
    columns = monitor_columns(say)
    surveyed = () if found.synthetic else tuple(survey_rows(asked, say=say))
    counted = tuple(registry_rows(found, asked=asked, say=say))
    told = evidence_in(columns, surveyed)
    if found.head is not None:
        told["sources"] = (registry_source(found.head), *told["sources"])
        told["statuses"] = tuple(dict.fromkeys(("computed", *told["statuses"])))
        told["as_of"] = max(found.head.as_of, told["as_of"])
    return Sheet(
        key="monitor",
        lang=say.lang,
        title=say("sheet_monitor"),
        unit="",
        about=say("sheet_monitor_about"),
        filters=monitor_filters(found, asked, say=say),
        link=link_of(MONITOR, view),
        names=file_names(found, "monitor", asked),
        columns=columns,
        rows=(*counted, *surveyed),
        **told,
    )


SHEET = SheetKind(path=MONITOR, order=60, title=lambda say: say("sheet_monitor"), make=make)
