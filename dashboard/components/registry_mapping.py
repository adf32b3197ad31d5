"""Which column holds what: proposed from the headings, with some cells, for a person to change."""

import json
from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from dash import html

from dashboard.components.form_fields import button, choice_field
from dashboard.components.registry_report import report_part
from dashboard.components.table import scroll_table
from dashboard.registry_words import personal_name
from dashboard.static_html import to_html
from dashboard.store import SavedMapping
from dashboard.words import Speaker

if TYPE_CHECKING:
    from records.looking import Look
    from records.problems import Report

_ROWS, _CELL = 4, 40


def mapping_form(
    seen: "Look", report: "Report", *, saved: Sequence[SavedMapping], say: Speaker
) -> str:
    """HTML: notes on the file, its first rows, and a choice of column for each field."""
    from records.fields import FIELDS

    proposed = seen.proposal.mapping.columns
    personal = seen.proposal.personal
    offered = {"": say("mapping_none")} | {
        heading: heading for heading in seen.headings if heading and heading not in personal
    }
    fields = "".join(
        choice_field(
            say("mapping_required", field=one.title.in_(say.lang))
            if one.required
            else one.title.in_(say.lang),
            f"field-{key}",
            offered,
            chosen=proposed.get(key, ""),
        )
        for key, one in FIELDS.items()
    )
    parts = [f"<h3>{escape(say('mapping_title'))}</h3>"]
    if seen.synthetic:
        parts.append(f'<p class="banner"><strong>{escape(say("registry_synthetic"))}</strong></p>')
    parts.append(f'<p class="about">{escape(say("mapping_about"))}</p>')
    parts.append(to_html(_sample(seen, say=say)))
    if personal:
        names = say("list_separator").join(
            say("mapping_dropped_one", column=heading, what=personal_name(what, say=say))
            for heading, what in personal.items()
        )
        parts.append(f'<p class="notice">{escape(say("mapping_dropped", columns=names))}</p>')
    if report.problems:
        parts.append(to_html(report_part(report, say=say)))
    fitting = {
        one.name: one.document.get("columns", {})
        for one in saved
        if set(dict(one.document.get("columns", {})).values()) <= set(seen.headings)
    }
    if fitting:
        names_of = {"": say("mapping_proposed"), **{name: name for name in fitting}}
        kept = escape(json.dumps({"": dict(proposed), **fitting}), quote=True)
        parts.append(
            f'<div class="registry-saved" data-saved="{kept}">'
            f"{choice_field(say('mapping_saved'), 'saved', names_of)}</div>"
        )
    parts.append(f'<div class="registry-fields">{fields}</div>')
    act = button(say("registry_check"), "check", css="reset strong", registry="check")
    parts.append(f"<p>{act}</p>")
    return "".join(parts)


def _sample(seen: "Look", *, say: Speaker) -> html.Div:
    """The first rows, without columns of personal data."""
    shown = [
        at
        for at, heading in enumerate(seen.headings)
        if heading and heading not in seen.proposal.personal
    ]
    rows = [
        html.Tr([html.Td(str(row[at] or "")[:_CELL] if at < len(row) else "") for at in shown])
        for row in list(seen.sample)[:_ROWS]
    ]
    heads = [seen.headings[at] for at in shown]
    return scroll_table(heads, rows, label=say("mapping_sample"))
