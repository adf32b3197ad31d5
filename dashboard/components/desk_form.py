"""The form of the data desk: kind, template, file, source; assets/desk.js sends it."""

import json
from collections.abc import Mapping
from html import escape

from dashboard.components.form_fields import button, choice_field, text_field
from dashboard.desk.file_problem import LARGEST_MB
from dashboard.desk.kind import kinds
from dashboard.desk.route_paths import ACCEPT, CHECK, TEMPLATE
from dashboard.state import View
from dashboard.words import Speaker


def desk_form(view: View, *, number: int, say: Speaker) -> str:
    """HTML of the form; `number`: the version that the reader sees."""
    told = {
        "choose": say("desk_choose_file"),
        "large": say("opened_large", most=LARGEST_MB),
        "sending": say("desk_sending", percent="{percent}"),
        "working": say("desk_working"),
        "cancelled": say("desk_cancelled"),
        "lost": say("desk_lost"),
        "refused": say("desk_refused_by_server"),
        "checked": say("desk_checked"),
        "accepted": say("desk_accepted", number="{number}"),
        "changed": say("desk_file_changed"),
        "who": say("desk_who_empty"),
    }
    said = {
        "check": CHECK,
        "accept": ACCEPT,
        "lang": view.lang,
        "digits": view.digits,
        "version": number,
        "largest": LARGEST_MB * 1024 * 1024,
    }
    choices = {key: kind.title.in_(say.lang) for key, kind in kinds().items()}
    first = next(iter(choices))
    about = "".join(_kind(key, view=view, shown=key == first, say=say) for key in choices)
    fields = "".join(
        (
            choice_field(say("desk_kind"), "kind", choices, chosen=first),
            f'<div class="desk-kinds">{about}</div>',
            _file(say),
            f'<fieldset class="desk-source"><legend>{escape(say("desk_source"))}</legend>',
            text_field(say("desk_title"), "title", hint=say("desk_title_hint"), required=True),
            text_field(
                say("desk_publisher"),
                "publisher",
                hint=say("desk_publisher_hint"),
                most=80,
                required=True,
            ),
            text_field(
                say("desk_date"), "date", hint=say("desk_date_hint"), most=20, required=True
            ),
            text_field(say("desk_url"), "url", hint=say("desk_url_hint"), most=500),
            "</fieldset>",
            f'<p class="plan-acts">{button(say("desk_check"), "check", css="reset strong")}'
            f"{button(say('desk_cancel'), 'cancel', hidden='')}</p>",
        )
    )
    return (
        f'<form class="desk-form" data-said="{_json(said)}" data-told="{_json(told)}">'
        f"{fields}</form>"
        '<div class="desk-progress"><progress max="100" value="0" hidden'
        f' aria-label="{escape(say("desk_progress"), quote=True)}"></progress>'
        '<p class="desk-said" role="status"></p></div>'
        '<div class="desk-found" tabindex="-1" role="region"'
        f' aria-label="{escape(say("desk_found"), quote=True)}"></div>'
    )


def _json(value: Mapping[str, object]) -> str:
    """JSON in an attribute; its braces are written so that none looks like a field left open."""
    return escape(json.dumps(value), quote=True).replace("{", "&#123;").replace("}", "&#125;")


def _kind(key: str, *, view: View, shown: bool, say: Speaker) -> str:
    kind = kinds()[key]
    links = " · ".join(
        f'<a href="{TEMPLATE}{key}.{extension}?lang={lang}" download>{escape(text)}</a>'
        for extension, lang, text in (
            ("xlsx", "en", say("template_excel_en")),
            ("xlsx", "km", say("template_excel_km")),
            ("csv", "en", say("template_csv_en")),
            ("csv", "km", say("template_csv_km")),
        )
    )
    hidden = "" if shown else " hidden"
    return (
        f'<div data-kind="{key}"{hidden}><p>{escape(kind.about.in_(say.lang))}</p>'
        f'<p class="take">{escape(say("desk_template"))} {links}</p></div>'
    )


def _file(say: Speaker) -> str:
    hint = say("desk_file_hint", most=LARGEST_MB)
    return (
        f'<label class="field"><span class="field-name">{escape(say("desk_file"))}</span>'
        '<input class="form-control" type="file" name="file"'
        ' accept=".xlsx,.csv,.tsv,.txt,text/csv">'
        f'<span class="hint">{escape(hint)}</span></label>'
    )
