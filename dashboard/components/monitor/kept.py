"""Every release: when, who, from which file."""

from dash import html

from dashboard.components.table import scroll_table
from dashboard.monitor.released import Registry
from dashboard.numbers import date_text
from dashboard.store_words import time_text
from dashboard.words import Speaker

_HASH_SHOWN = 12


def kept(found: Registry, *, say: Speaker) -> html.Div | html.P:
    """A row a release, the newest first."""
    if not found.heads:
        return html.P(say("releases_none"))
    rows = [
        html.Tr(
            [
                html.Th(say.fill(str(one.number)), scope="row"),
                html.Td(say("release_synthetic") if one.synthetic else say("release_register")),
                html.Td(say.fill(date_text(one.as_of, lang=say.lang))),
                html.Td(time_text(one.made_at, say=say)),
                html.Td(one.author),
                html.Td(one.note, className="saved-note"),
                html.Td([one.file_name, " ", html.Code(one.file_hash[:_HASH_SHOWN])]),
            ]
        )
        for one in found.heads
    ]
    heads = [
        say("release_number"),
        say("release_kind"),
        say("release_as_of"),
        say("version_when"),
        say("version_who"),
        say("version_note"),
        say("release_file"),
    ]
    return scroll_table(heads, rows, label=say("releases_title"))
