"""What the presenter's page asks: to make a room, to conduct it, to see all of it."""

import secrets
from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse, Response, StreamingResponse

from dashboard.rooms import codes, keeper
from dashboard.rooms.address import Where, where_of
from dashboard.rooms.asked import (
    body_of,
    from_where,
    hub_of,
    live_of,
    may_here,
    presenting,
    ticket_holder,
)
from dashboard.rooms.hub import Hub
from dashboard.rooms.limits import PHONE_BODY, PRESENTER_BODY, STREAMS_A_PRESENTER
from dashboard.rooms.pictures import has_picture, picture_of, sentence_of
from dashboard.rooms.polled import polled, since_of
from dashboard.rooms.qr import qr_svg
from dashboard.rooms.refused import Refused
from dashboard.rooms.seen import outcome
from dashboard.rooms.stream import HEADERS, admit, messages
from dashboard.settings import Settings
from dashboard.store import rooms
from dashboard.words import LANGUAGES, Speaker


def register(app: FastAPI) -> None:
    """Add the addresses of presenters."""
    app.add_api_route("/rooms", create, methods=["POST"])
    app.add_api_route("/rooms/{code}/acts/{act}", act, methods=["POST"])
    app.add_api_route("/rooms/{code}/presenter/stream", stream)
    app.add_api_route("/rooms/{code}/presenter/events", events)
    app.add_api_route("/rooms/{code}/presenter/results", results)
    app.add_api_route("/rooms/{code}/address", address)
    app.add_api_route("/rooms/{code}/qr.svg", qr)


async def create(request: Request) -> Response:
    """A new room: `{"lang": "km", "device": ...}`; the secret is told once, here."""
    hub = hub_of(request)
    given = await body_of(request, most=PHONE_BODY)
    await hub.do(may_here, hub.store, "room_open")
    hub.limits.rooms.take(from_where(request), refusing="tries")
    lang = given.get("lang", "km")
    if lang not in LANGUAGES:
        raise Refused("field", field="lang")
    device = given.get("device") or secrets.token_hex(8)
    if not codes.is_device(device):
        raise Refused("field", field="device")
    row, secret = await hub.do(keeper.create, hub.store, lang=lang, device=device)
    live = await hub.live(row.code)
    told = {
        "code": row.code,
        "secret": secret,
        "device": device,
        "ticket": codes.ticket(row.secret_hash, device=device),
        "ends_at": row.ends_at,
        **where_here(request).as_json(row.code, lang=lang),
        "room": live.seen("presenter"),
    }
    return JSONResponse(told, status_code=201, headers={"Cache-Control": "no-store"})


async def act(request: Request) -> Response:
    """Do something as the presenter; `present` takes the room over to this device."""
    asked = await presenting(request, most=PRESENTER_BODY)
    live, hub, name = asked.live, hub_of(request), request.path_params["act"]
    before = live.room.device
    if name == "scene":
        await _with_picture(hub, asked.given)
    seen, made = await hub.do(
        keeper.act, hub.store, hub.known(live), name=name, given=asked.given, device=asked.device
    )
    live.take(seen)
    told: dict[str, Any] = {
        "seq": seen.row.seq,
        "events": made,
        "ticket": codes.ticket(live.row.secret_hash, device=asked.device),
        "room": live.seen("presenter"),
    }
    if name == "present" and made and before != asked.device:
        told["said"] = {lang: _taken_over(Speaker(lang=lang)) for lang in LANGUAGES}
    return JSONResponse(told, headers={"Cache-Control": "no-store"})


async def stream(request: Request) -> Response:
    """Everything in the room as it comes, and whether another device presents it now."""
    live = await live_of(request)
    device, hub = ticket_holder(request, live), hub_of(request)
    admit(hub, live, who=device, most=STREAMS_A_PRESENTER)
    elsewhere = {lang: _elsewhere(Speaker(lang=lang)) for lang in LANGUAGES}
    told = messages(
        hub,
        live,
        role="presenter",
        who=device,
        since=since_of(request),
        elsewhere=elsewhere,
    )
    return StreamingResponse(told, media_type="text/event-stream", headers=HEADERS)


async def events(request: Request) -> Response:
    """The same by short polling."""
    live = await live_of(request)
    ticket_holder(request, live)
    return polled(request, live.message("presenter", since=since_of(request)))


async def results(request: Request) -> Response:
    """Every question with its tally, each group apart: what the meeting takes home."""
    live = await live_of(request)
    ticket_holder(request, live)
    hub = hub_of(request)
    given = await hub.do(rooms.answers, hub.store, id=live.row.id)
    room = live.room
    found = [
        outcome(room, one, [a for a in given if a.question == id], groups=bool(room.groups))
        for id, one in room.questions.items()
    ]
    return JSONResponse({"code": live.row.code, "questions": found})


async def address(request: Request) -> Response:
    """Where phones find the room, and what to set where they cannot."""
    live = await live_of(request)
    return JSONResponse(where_here(request).as_json(live.row.code, lang=live.room.lang))


async def qr(request: Request) -> Response:
    """The address of the room as a QR code; `?address=` names one of those that are listed."""
    live, where = await live_of(request), where_here(request)
    chosen = request.query_params.get("address", "")
    base = chosen if chosen in where.bases else where.bases[0]
    text = where.link(base, live.row.code, lang=live.room.lang)
    return Response(qr_svg(text), media_type="image/svg+xml")


async def _with_picture(hub: Hub, given: dict[str, Any]) -> None:
    """Draw the scene ahead, away from the event loop; without words it says its headline."""
    view = given.get("view")
    if not isinstance(view, str) or not has_picture(view):
        return
    await hub.do(picture_of, view)
    if not given.get("text"):
        given["text"] = (await hub.do(sentence_of, view)).as_json()


def where_here(request: Request) -> Where:
    """Where phones find this machine."""
    settings: Settings = request.app.state.settings
    server = request.scope.get("server") or (settings.host, settings.port)
    return where_of(settings, port=server[1] or settings.port)


def _elsewhere(say: Speaker) -> str:
    return say("room_elsewhere")


def _taken_over(say: Speaker) -> str:
    return say("room_taken_over")
