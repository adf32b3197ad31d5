"""The counts as they would be shown, before anything is accepted."""

from html import escape
from typing import TYPE_CHECKING, Any

from dash import html

from dashboard.components.form_fields import button, text_field, who_field
from dashboard.components.monitor.cells import count_told, is_unseen, number_cell
from dashboard.components.table import scroll_table
from dashboard.monitor.asked import TOTAL
from dashboard.monitor.released import count_of
from dashboard.monitor_words import place_name
from dashboard.numbers import number
from dashboard.registry.counting import counting_here
from dashboard.static_html import to_html
from dashboard.store.texts import NAME_MOST, NOTE_MOST
from dashboard.words import Speaker

if TYPE_CHECKING:
    from records.release import Release

_SHOWN = (("people", "all"), ("funnel", "in_work"), ("job_quality", "at_least"))


def preview(release: "Release", before: "Release | None", *, people: int, say: Speaker) -> str:
    """HTML: how much is hidden, the counts by province, and the form that accepts them."""
    counts = list(release.counts.values())
    hidden = sum(one is None for one in counts)
    held = sum(one is not None and one[1] != release.version for one in counts)
    parts: list[Any] = [html.H3(say("preview_title", number=release.version))]
    if release.synthetic:
        parts.append(html.P(html.Strong(say("registry_synthetic")), className="banner"))
    told = [
        say("preview_people", people=say.fill(number(people))),
        say(
            "preview_hidden",
            hidden=say.fill(number(hidden)),
            cells=say.fill(number(len(counts))),
        ),
    ]
    if held:
        told.append(say("preview_held", held=say.fill(number(held))))
    if release.withheld:
        told.append(say("preview_withheld", count=len(release.withheld)))
    parts += [html.P(line) for line in told]
    if release is before:
        return to_html([*parts, html.P(say("registry_same"), className="notice")])
    parts += [_table(release, say=say), html.P(say("monitor_hidden_note"), className="hint")]
    return to_html(parts) + _accept(release.version, say=say)


def _table(release: "Release", *, say: Speaker) -> html.Div:
    from geodata.provinces import CODES

    rows = []
    for place in (TOTAL, *(("province", code) for code in CODES)):
        counts = [count_of(release, *part, place=place, sex="all") for part in _SHOWN]
        rows.append(
            html.Tr(
                [
                    html.Th(place_name(place, say=say), scope="row"),
                    *(
                        number_cell(count_told(one, say=say), unseen=is_unseen(one))
                        for one in counts
                    ),
                ]
            )
        )
    heads = [
        say("table_province"),
        say("step_returned"),
        say("step_in_work"),
        say("step_durable"),
    ]
    return scroll_table(heads, rows, label=say("preview_table"), numbers=(1, 2, 3))


def _accept(release: int, *, say: Speaker) -> str:
    fields = (
        who_field(say, hint=say("desk_who_hint"))
        + text_field(say("desk_note"), "note", hint=say("desk_note_hint"), most=NOTE_MOST)
        + text_field(say("mapping_save"), "save", hint=say("mapping_save_hint"), most=NAME_MOST)
    )
    title = say("registry_accept", number=release)
    act = button(title, "accept", css="reset strong", registry="accept")
    kept = say("registry_forgets") if counting_here().kept_in is None else say("registry_keeps")
    note = f'<p class="hint">{escape(kept)}</p>'
    return f'<form class="desk-accept registry-accept">{fields}{note}<p>{act}</p></form>'
