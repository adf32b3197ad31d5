"""The form that loads a registry: a file, then its mapping; assets/registry.js sends it."""

import json
from html import escape

from dashboard.components.form_fields import button
from dashboard.monitor.released import Registry
from dashboard.registry.counting import counting_here
from dashboard.registry.route_paths import ACCEPT, CHECK, LOOK
from dashboard.state import View
from dashboard.words import Speaker

LARGEST_MB = 200
_MB = 1_000_000


def registry_form(view: View, found: Registry, *, say: Speaker) -> str:
    """HTML of the form, and of the places where answers are put."""
    told = {
        "choose": say("desk_choose_file"),
        "large": say("registry_large", most=LARGEST_MB),
        "sending": say("desk_sending", percent="{percent}"),
        "changed": say("desk_file_changed"),
        "cancelled": say("desk_cancelled"),
        "lost": say("desk_lost"),
        "refused": say("desk_refused_by_server"),
        "accepted": say("registry_accepted", number="{number}"),
        "done": (
            say("registry_done")
            if counting_here().kept_in is None
            else say("registry_done_keeping")
        ),
        "look": say("registry_step_look"),
        "read": say("registry_step_read"),
        "clean": say("registry_step_clean"),
        "people": say("registry_step_people"),
        "aggregate": say("registry_step_people"),
        "suppress": say("registry_step_protect"),
    }
    said = {
        "look": LOOK,
        "check": CHECK,
        "accept": ACCEPT,
        "lang": view.lang,
        "digits": view.digits,
        "largest": LARGEST_MB * _MB,
    }
    hint = say("registry_file_hint", most=LARGEST_MB)
    real = any(not one.synthetic for one in found.heads)
    more = f'<p class="hint">{escape(say("release_real"))}</p>' if real else ""
    look = button(say("registry_look"), "look", css="reset strong", registry="look")
    return (
        f'<form class="registry-form" data-said="{_json(said)}"'
        f' data-told="{_json(told)}">'
        f'<label class="field"><span class="field-name">{escape(say("registry_file"))}</span>'
        '<input class="form-control" type="file" name="file"'
        ' accept=".csv,.tsv,.txt,.xlsx,.parquet">'
        f'<span class="hint">{escape(hint)}</span></label>{more}'
        f'<p class="plan-acts">{look}'
        f"{button(say('desk_cancel'), 'cancel', hidden='', registry='cancel')}</p></form>"
        '<div class="desk-progress"><progress max="100" value="0" hidden'
        f' aria-label="{escape(say("desk_progress"), quote=True)}"></progress>'
        '<p class="desk-said" role="status"></p></div>'
        '<div class="registry-map" tabindex="-1" role="region"'
        f' aria-label="{escape(say("mapping_title"), quote=True)}"></div>'
        '<div class="desk-found registry-found" tabindex="-1" role="region"'
        f' aria-label="{escape(say("desk_found"), quote=True)}"></div>'
    )


def _json(value: object) -> str:
    return escape(json.dumps(value), quote=True)
