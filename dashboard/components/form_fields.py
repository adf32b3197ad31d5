"""Fields of a form as finished HTML: each inside its label, so that no id is needed."""

from collections.abc import Mapping
from html import escape

from dashboard.accounts.who import author
from dashboard.store.texts import AUTHOR_MOST
from dashboard.words import Speaker


def text_field(
    label: str,
    name: str,
    *,
    hint: str = "",
    most: int = 200,
    required: bool = False,
    known: str = "",
) -> str:
    """A line to write in; what is `known` stands in it and stays."""
    more = f' maxlength="{most}" autocomplete="off"{" required" if required else ""}'
    if known:
        more += f' value="{escape(known, quote=True)}" readonly'
    return _labelled(label, f'<input class="form-control" name="{name}"{more}>', hint=hint)


def who_field(say: Speaker, *, hint: str = "") -> str:
    """Who accepts something: typed, as `hint` says, or the name of the account."""
    known = author("")
    told = "" if known else hint
    return text_field(
        say("desk_who"), "who", hint=told, most=AUTHOR_MOST, required=True, known=known
    )


def choice_field(
    label: str, name: str, choices: Mapping[str, str], *, chosen: str = "", hint: str = ""
) -> str:
    """One of several."""
    options = "".join(
        f'<option value="{escape(key, quote=True)}"{" selected" if key == chosen else ""}>'
        f"{escape(text)}</option>"
        for key, text in choices.items()
    )
    return _labelled(
        label, f'<select class="form-select" name="{name}">{options}</select>', hint=hint
    )


def button(text: str, act: str, *, css: str = "reset", **data: object) -> str:
    """A button; `act` says what a script does when it is pressed."""
    more = "".join(
        " hidden" if name == "hidden" else f' data-{name}="{escape(str(value), quote=True)}"'
        for name, value in data.items()
    )
    return f'<button type="button" class="{css}" data-desk="{act}"{more}>{escape(text)}</button>'


def _labelled(label: str, control: str, *, hint: str) -> str:
    note = f'<span class="hint">{escape(hint)}</span>' if hint else ""
    name = f'<span class="field-name">{escape(label)}</span>'
    return f'<label class="field">{name}{control}{note}</label>'
