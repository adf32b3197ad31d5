"""What a phone opens: `/join` to type a code, `/join/<code>` to be in the room."""

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from dashboard.rooms import codes
from dashboard.rooms.asked import hub_of, live_of
from dashboard.rooms.join_page import door_page, room_page
from dashboard.rooms.pictures import drawing
from dashboard.rooms.problem_words import in_words
from dashboard.rooms.refused import Refused
from dashboard.words import LANGUAGES, Speaker

_LONGEST_QUERY = 1_000


def register(app: FastAPI) -> None:
    """Add the addresses of the pages."""
    app.add_api_route("/join", door)
    app.add_api_route("/join/picture.svg", picture)
    app.add_api_route("/join/{code}", room)


async def door(request: Request) -> Response:
    """The page that asks for a code; with `?code=` it goes on to that room."""
    lang = _language(request, otherwise="")
    given = request.query_params.get("code", "")
    code = codes.read_code(given)
    if code:
        return RedirectResponse(f"/join/{code}?lang={lang}", status_code=303)
    said = in_words(Refused("unknown"), say=Speaker(lang=lang)) if given else ""
    return HTMLResponse(door_page(lang, said=said, given=given))


async def room(request: Request) -> Response:
    """The page of a room; where there is none, the one that asks for a code says why."""
    try:
        live = await live_of(request)
    except Refused as refused:
        lang = _language(request, otherwise="")
        said = in_words(refused, say=Speaker(lang=lang))
        text = door_page(lang, said=said, given=request.path_params["code"])
        return HTMLResponse(text, status_code=refused.status)
    lang = _language(request, otherwise=live.room.lang)
    return HTMLResponse(room_page(live.row.code, lang=lang))


async def picture(request: Request) -> Response:
    """The map of a scene as an SVG."""
    query = request.url.query[:_LONGEST_QUERY]
    text = await hub_of(request).do(drawing, query)
    headers = {"Cache-Control": "public, max-age=3600"}
    return Response(text, media_type="image/svg+xml", headers=headers)


def _language(request: Request, *, otherwise: str) -> str:
    """As the address says, else the room's, else the first that the phone names and we have."""
    asked = request.query_params.get("lang", "")
    named = [
        one.partition(";")[0].strip()[:2].lower()
        for one in request.headers.get("accept-language", "").split(",")
    ]
    return next((one for one in (asked, otherwise, *named) if one in LANGUAGES), "en")
