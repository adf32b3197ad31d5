"""The log of everything that was written, for stewards: searched, and taken as a file."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from html import escape
from urllib.parse import urlencode

from dash import html
from fastapi import Request
from fastapi.responses import Response

from dashboard.accounts.acts import ACTS, COMMANDS, OWN
from dashboard.accounts_words import act_words
from dashboard.components.form_fields import choice_field
from dashboard.components.table import scroll_table
from dashboard.people.asked import Ask, apart, read
from dashboard.people.log_table import as_csv, as_xlsx, cells, heads
from dashboard.people.page import page, told
from dashboard.people.stewards import refused
from dashboard.static_html import to_html
from dashboard.store import AuditEntry, StoreError, accounts, audit
from dashboard.store_words import store_problem

_SHOWN, _MOST = 100, 100_000
_AWAY, _MISSING = 503, 404
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_WRITERS = {
    "csv": (as_csv, "text/csv; charset=utf-8"),
    "xlsx": (as_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}


@dataclass(frozen=True, kw_only=True)
class Filters:
    """Which lines are asked for; an empty one leaves all."""

    who: str
    act: str
    since: str
    until: str
    below: int

    @property
    def query(self) -> dict[str, str]:
        """As it stands in an address, without the place in the list."""
        given = {"who": self.who, "act": self.act, "since": self.since, "until": self.until}
        return {key: value for key, value in given.items() if value}


async def show(request: Request) -> Response:
    """The newest lines that fit, and the way to older ones."""
    ask = await read(request)
    say = ask.say
    if answer := await refused(ask, "audit_read", say("audit_title"), back="/audit"):
        return answer
    filters = _filters(request)
    try:
        found = await apart(partial(_entries, ask, filters, limit=_SHOWN + 1))
        people = await apart(partial(audit.people, ask.store))
        known = await apart(partial(accounts.listing, ask.store))
    except StoreError as problem:
        sentence = store_problem(problem, say=say)
        return page(ask, say("audit_title"), [told(sentence, problem=True)], status=_AWAY)
    parts = [
        f"<p>{escape(say('audit_about'))}</p>",
        _form(ask, filters, people),
        _files(ask, filters),
        _table(ask, found[:_SHOWN], {one.id: one.name for one in known}),
    ]
    if len(found) > _SHOWN:
        older = {**filters.query, "below": str(found[_SHOWN - 1].number)}
        link = escape(ask.link("/audit", **older), quote=True)
        parts.append(f'<p><a href="{link}">{escape(say("audit_older"))}</a></p>')
    return page(ask, say("audit_title"), parts, wide=True)


async def export(request: Request) -> Response:
    """The lines that fit, as a file."""
    ask = await read(request)
    say = ask.say
    if answer := await refused(ask, "audit_read", say("audit_title"), back="/audit"):
        return answer
    extension = request.path_params["extension"]
    if extension not in _WRITERS:
        return page(ask, say("audit_title"), [told(say("unknown_text"))], status=_MISSING)
    write, media_type = _WRITERS[extension]

    def work() -> bytes:
        return write(_entries(ask, _filters(request), limit=_MOST))

    try:
        content = await apart(work)
    except StoreError as problem:
        sentence = store_problem(problem, say=say)
        return page(ask, say("audit_title"), [told(sentence, problem=True)], status=_AWAY)
    headers = {
        "Content-Disposition": f'attachment; filename="corridor-atlas-log.{extension}"',
        "Cache-Control": "no-store",
    }
    return Response(content, media_type=media_type, headers=headers)


def _entries(ask: Ask, filters: Filters, *, limit: int) -> tuple[AuditEntry, ...]:
    return audit.entries(ask.store, **vars(filters), limit=limit)


def _filters(request: Request) -> Filters:
    given = request.query_params

    def day(key: str) -> str:
        text = given.get(key, "")
        return text if _DAY.fullmatch(text) else ""

    act, below = given.get("act", ""), given.get("below", "")
    number = int(below) if below.isascii() and below.isdigit() and len(below) < 10 else 0
    return Filters(
        who=given.get("who", "")[:200].replace("\0", ""),
        act=act if act in (*ACTS, *OWN, *COMMANDS) else "",
        since=day("since"),
        until=day("until"),
        below=number,
    )


def _form(ask: Ask, filters: Filters, people: tuple[str, ...]) -> str:
    say = ask.say
    everyone = {"": say("audit_everyone"), **{name: name for name in people}}
    acts = {"": say("audit_every_act")}
    acts.update({act: act_words(act, say=say) for act in (*ACTS, *OWN, *COMMANDS)})
    language = "" if say.lang == "en" else f'<input type="hidden" name="lang" value="{say.lang}">'
    return (
        f'<form method="get" action="/audit" class="people-form filters">{language}'
        f"{choice_field(say('audit_who'), 'who', everyone, chosen=filters.who)}"
        f"{choice_field(say('audit_act'), 'act', acts, chosen=filters.act)}"
        f"{_day_field(say('audit_since'), 'since', filters.since)}"
        f"{_day_field(say('audit_until'), 'until', filters.until)}"
        f'<button class="reset" type="submit">{escape(say("audit_show"))}</button></form>'
    )


def _day_field(label: str, name: str, value: str) -> str:
    return (
        f'<label class="field"><span class="field-name">{escape(label)}</span>'
        f'<input class="form-control" type="date" name="{name}" value="{value}"></label>'
    )


def _files(ask: Ask, filters: Filters) -> str:
    say = ask.say
    query = f"?{urlencode(filters.query)}" if filters.query else ""
    links = " ".join(
        f'<a href="{escape(f"/audit/log.{extension}{query}", quote=True)}">{label}</a>'
        for extension, label in (("csv", "CSV"), ("xlsx", "Excel"))
    )
    return f'<p class="take">{escape(say("audit_take"))} {links}</p>'


def _table(ask: Ask, found: tuple[AuditEntry, ...], people: Mapping[str, str]) -> str:
    say = ask.say
    if not found:
        return f"<p>{escape(say('audit_none'))}</p>"
    rows = [
        html.Tr(
            [
                html.Td(say.fill(str(one.number)), className="number"),
                *(html.Td(text) for text in cells(one, names=people, say=say)),
            ]
        )
        for one in found
    ]
    names = [say("audit_number"), *heads(say=say)]
    return to_html(scroll_table(names, rows, label=say("audit_title"), numbers=(0,)))
