"""The dictionary of a sheet's columns, its sources and what it assumed, as tables."""

from dashboard.evidence import status_text
from dashboard.exports.sheet import Column, Row, Sheet
from dashboard.exports.source_table import source_columns, source_row
from dashboard.words import Speaker

Table = tuple[tuple[str, ...], tuple[Row, ...]]
"""Heads and rows."""


def dictionary(sheet: Sheet, say: Speaker) -> Table:
    """A row a column."""
    heads = (
        say("dictionary_name"),
        say("col_title"),
        say("dictionary_kind"),
        say("col_unit"),
        say("dictionary_meaning"),
    )
    return heads, tuple(
        (one.name, one.title, kind_text(one, say=say), one.unit, one.about) for one in sheet.columns
    )


def source_table(sheet: Sheet, say: Speaker) -> Table:
    """A row a publication."""
    heads = tuple(column.title for column in source_columns(say))
    return heads, tuple(source_row(one, lang=sheet.lang) for one in sheet.sources)


def assumptions(sheet: Sheet, say: Speaker) -> Table:
    """A row a number that was assumed."""
    heads = (
        say("dictionary_name"),
        say("dictionary_meaning"),
        say("assumed_value"),
        say("assumed_usual"),
        say("assumed_low"),
        say("assumed_high"),
        say("col_unit"),
        say("table_status"),
        say("table_sources"),
        say("assumed_changed"),
    )
    return heads, tuple(
        (
            one.key,
            one.text,
            one.value,
            one.usual,
            one.low,
            one.high,
            one.unit,
            status_text([one.status], say=say),
            " ".join(one.source_ids),
            say("assumed_yes") if one.changed else "",
        )
        for one in sheet.assumed
    )


def kind_text(column: Column, *, say: Speaker) -> str:
    """What a kind of column is called."""
    return {
        "code": say("kind_code"),
        "text": say("kind_text"),
        "number": say("kind_number"),
        "percent": say("kind_percent"),
        "date": say("kind_date"),
        "status": say("table_status"),
    }[column.kind]
