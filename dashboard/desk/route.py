"""The addresses of the data desk: templates, tables, and what is done with a file.

Nothing is kept on the way: the browser has the file and sends it with each question.
"""

import logging
from collections.abc import Callable, Mapping
from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse, Response

from dashboard.accounts.who import author
from dashboard.components.desk_preview import preview
from dashboard.components.desk_report import report
from dashboard.data_here import data_here
from dashboard.desk.asked import (
    DIGITS,
    Asked,
    Refused,
    head_of,
    one_of,
    read_asked,
    whole,
)
from dashboard.desk.file_problem import LARGEST_MB
from dashboard.desk.kept import table_of
from dashboard.desk.kind import kinds
from dashboard.desk.looked import look
from dashboard.desk.made import world_of
from dashboard.desk.refusal import refusal
from dashboard.desk.route_paths import ACCEPT, CHECK, RESTORE, TABLE, TEMPLATE
from dashboard.desk.template import MEDIA_TYPES, csv_template, file_name, xlsx_template
from dashboard.desk_words import data_problem
from dashboard.exports.text import csv_bytes
from dashboard.slow_work import slowly
from dashboard.state import read_view
from dashboard.static_html import to_html
from dashboard.store import StoreError, data
from dashboard.store_here import in_force_here, store_here
from dashboard.words import LANGUAGES, Speaker
from dashboard.world import world
from geodata.load import HERE

BODY_LIMIT = (LARGEST_MB + 1) * 1024 * 1024
_WRONG, _MISSING = 422, 404
_log = logging.getLogger("atlas")

Answer = Mapping[str, Any]


def register(server: FastAPI) -> None:
    """Answer at all addresses of the desk; who may load is decided as for every other write."""
    for path, answer in (
        (f"{TEMPLATE}{{kind}}.{{extension}}", template),
        (f"{TABLE}{{name}}.csv", table),
    ):
        server.add_api_route(path, answer, methods=["GET", "HEAD"], include_in_schema=False)
    for path, act in ((CHECK, _checked), (ACCEPT, _accepted)):
        server.add_api_route(path, _with_file(act), methods=["POST"], include_in_schema=False)
    server.add_api_route(RESTORE, restore, methods=["POST"], include_in_schema=False)


async def template(request: Request) -> Response:
    """A template of a kind, filled with what is known."""
    kind = kinds().get(request.path_params["kind"])
    extension = request.path_params["extension"]
    if kind is None or extension not in MEDIA_TYPES:
        return _refusal(_MISSING, "There is no such template.")
    lang = request.query_params.get("lang", "en")
    lang = lang if lang in LANGUAGES else "en"
    write = {"xlsx": xlsx_template, "csv": csv_template}[extension]

    def work() -> bytes:
        return write(kind, world().geodata, lang=lang)

    content = await slowly(work, awaited=lambda: True, otherwise=b"")
    return _file(content, file_name(kind, extension, lang=lang), MEDIA_TYPES[extension])


async def table(request: Request) -> Response:
    """A table as it holds now, with its own column names."""
    name = request.path_params["name"]
    if name == "provinces":  # no load changes it
        content = (HERE / "tables" / "provinces.csv").read_bytes()
        return _file(content, "corridor-atlas-provinces.csv", MEDIA_TYPES["csv"])
    try:
        columns = list(table_of(name).columns)
    except KeyError:
        return _refusal(_MISSING, "There is no such table.")

    def work() -> bytes:
        rows = [
            [_written(getattr(row, one)) for one in columns] for row in world().geodata.rows(name)
        ]
        return b"\xef\xbb\xbf" + csv_bytes([columns, *rows])

    content = await slowly(work, awaited=lambda: True, otherwise=b"")
    return _file(content, f"corridor-atlas-{name}.csv", MEDIA_TYPES["csv"])


async def restore(request: Request) -> Response:
    """Make the loads of an earlier version hold again, as a new version."""
    body = await request.body()
    if refused := await refusal("data_restore", body):
        return refused
    given = head_of(body)
    if given is None:
        return _refusal(_WRONG, "The body is not a JSON object.")
    say = Speaker(lang=one_of(given, "lang", LANGUAGES), digits=one_of(given, "digits", DIGITS))
    typed, note = given.get("who"), given.get("note")
    who = author(typed if isinstance(typed, str) else "")
    if not who.strip():
        return JSONResponse(_problem(say("desk_who_empty")))

    def work() -> Answer:
        made = data.restore(
            store_here(),
            expected=whole(given, "expected"),
            number=whole(given, "number"),
            author=who,
            note=note if isinstance(note, str) else "",
        )
        return _holds(made.number)

    return JSONResponse(await _slowly(work, say=say))


def _with_file(act: Callable[[Asked], Answer]) -> Callable[[Request], Any]:
    """An address that takes a file."""

    async def answer(request: Request) -> Response:
        body = await request.body()
        if refused := await refusal("data_load", body):
            return refused
        try:
            asked = read_asked(body)
        except Refused as problem:
            return _refusal(_WRONG, str(problem))
        return JSONResponse(await _slowly(lambda: act(asked), say=asked.say))

    return answer


def _checked(asked: Asked) -> Answer:
    """The report of a file, and what it would change."""
    now, say = data_here(), asked.say
    found = look(asked, now=now)
    html = to_html(report(found, geodata=world_of(now).geodata, say=say))
    if found.then is not None:
        search = f"?lang={asked.lang}&digits={asked.digits}"
        view = read_view(search, choices=world().choices)
        html += preview(found, then=found.then, view=view, say=say)
    return {"usable": found.usable, "html": html, "version": now.number}


def _accepted(asked: Asked) -> Answer:
    """A new version with the file, if nobody was quicker and it still fits."""
    say, now = asked.say, data_here()
    who = author(asked.who)
    if not who:
        return _problem(say("desk_who_empty"))
    found = look(asked, now=now)
    if found.load is None:
        return _problem(say("desk_not_usable"))
    made = data.accept(
        store_here(),
        expected=asked.expected,
        loads=[found.load],
        author=who,
        note=asked.note,
    )
    return _holds(made.number)


def _holds(number: int) -> Answer:
    """Say that a version was made, once it holds in this process."""
    in_force = in_force_here()
    if in_force is not None:
        in_force.look()
    return {"accepted": number}


async def _slowly(work: Callable[[], Answer], *, say: Speaker) -> Answer:
    """The answer of `work` away from the event loop; what goes wrong is told in words."""

    def told() -> Answer:
        try:
            return work()
        except StoreError as problem:
            return _problem(data_problem(problem, say=say))
        except Exception:
            _log.exception("A load failed")
            return _problem(say("desk_failed"))

    return await slowly(told, awaited=lambda: True, otherwise={})


def _problem(told: str) -> Answer:
    return {"problem": told}


def _refusal(status: int, message: str) -> JSONResponse:
    return JSONResponse({"error": message}, status_code=status)


def _file(content: bytes, name: str, media_type: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=media_type, headers=headers)


def _written(value: Any) -> str | float | None:
    if value is None or value != value:
        return None
    if isinstance(value, tuple):
        return " ".join(map(str, value))
    return value if isinstance(value, float | int) else str(value)
