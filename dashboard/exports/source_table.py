"""Publications as rows: the same columns wherever a file lists its sources."""

from dashboard.exports.columns import text_column
from dashboard.exports.sheet import Column, Row
from dashboard.words import Speaker
from geodata.sources import Source


def source_columns(say: Speaker) -> tuple[Column, ...]:
    """Id, names, publisher, year, address and licence of a publication."""
    return (
        text_column(
            "source_id",
            say("col_source_id"),
            say("col_source_id_about"),
            kind="code",
            hxl="#meta+source+code",
        ),
        text_column("short", say("source_short"), say("col_short_about")),
        text_column("title", say("col_title"), say("col_title_about")),
        text_column("publisher", say("col_publisher"), say("col_publisher_about")),
        Column(
            name="year",
            title=say("paths_year"),
            kind="number",
            about=say("col_published_about"),
            hxl="#date+year",
        ),
        text_column("url", say("col_url"), say("col_url_about"), hxl="#meta+url"),
        text_column("licence", say("source_licence"), say("col_licence_about")),
    )


def source_row(one: Source, *, lang: str) -> Row:
    """The same of one publication."""
    return one.id, one.name(lang), one.title, one.publisher, one.year, one.url, one.licence
