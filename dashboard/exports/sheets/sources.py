"""Every publication that a number of the atlas rests on."""

from dashboard.exports.columns import text_column
from dashboard.exports.declaration import SheetKind
from dashboard.exports.links import SOURCES, link_of
from dashboard.exports.sheet import Sheet
from dashboard.exports.source_table import source_columns, source_row
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import world


def make(view: View, say: Speaker) -> Sheet:
    """A row a publication."""
    found = tuple(world().geodata.sources.values())
    columns = (
        *source_columns(say),
        text_column("how_read", say("source_read"), say("col_how_read_about")),
    )
    return Sheet(
        key="sources",
        lang=say.lang,
        title=say("sources_title"),
        unit="",
        about=say("data_about"),
        filters=(),
        link=link_of(SOURCES, view),
        names=("sources",),
        columns=columns,
        rows=tuple((*source_row(one, lang=say.lang), one.how_read) for one in found),
        sources=found,
        statuses=("reported",),
        as_of=str(max(one.year for one in found)),
    )


SHEET = SheetKind(
    path=SOURCES,
    order=40,
    title=lambda say: say("sources_title"),
    make=make,
)
