"""What the presenter's pages ask: themselves, stories, scenes, the room's division, minutes."""

import asyncio
import json
from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response

from dashboard.rooms.asked import body_of, from_where, hub_of, live_of, may_here, ticket_holder
from dashboard.rooms.presenter_routes import where_here
from dashboard.rooms.refused import Refused
from dashboard.rooms.tallies import tally_of
from dashboard.store import rooms, stories
from dashboard.store.documents import LARGEST_KB
from dashboard.stories.read import read_story, read_story_scene
from dashboard.stories.ready import READY, ready_story
from dashboard.stories.shown import scene_shown, story_shown
from dashboard.words import LANGUAGES
from dashboard.workshop.division import division
from dashboard.workshop.formats import FORMATS
from dashboard.workshop.minutes import minutes_of
from dashboard.workshop.pages import presenter_page, screen_page

_BODY = LARGEST_KB * 1024
_LONGEST_VERSION = 9


def register(app: FastAPI) -> None:
    """Add the addresses, to the app of the rooms."""
    app.add_api_route("/workshop", presenter)
    app.add_api_route("/workshop/screen", screen)
    app.add_api_route("/workshop/stories", listed)
    app.add_api_route("/workshop/stories", save, methods=["POST"])
    app.add_api_route("/workshop/stories/{id}", opened)
    app.add_api_route("/workshop/check", check, methods=["POST"])
    app.add_api_route("/workshop/scene", scene, methods=["POST"])
    app.add_api_route("/workshop/rooms/{code}/division", divided)
    app.add_api_route("/workshop/rooms/{code}/minutes.{format}", minutes)


async def presenter(request: Request) -> Response:
    """The page of whoever presents."""
    return HTMLResponse(presenter_page(_language(request)))


async def screen(request: Request) -> Response:
    """The page that the audience sees; `?part=preview` is the small one of the presenter's."""
    return HTMLResponse(screen_page(_language(request)))


async def listed(request: Request) -> Response:
    """The ready story, then those that were saved."""
    hub = hub_of(request)
    kept = await hub.do(stories.listing, hub.store)
    ready = {"id": READY, "version": 0, "title": ready_story().title.as_json()}
    saved = [
        {"id": one.id, "version": one.version, "at": one.saved_at, "title": json.loads(one.title)}
        for one in kept
    ]
    return _json({"stories": [ready, *saved]})


async def opened(request: Request) -> Response:
    """One story; `?version=` names one of its versions."""
    id, text = request.path_params["id"], request.query_params.get("version", "")
    if id == READY:
        shown = await asyncio.to_thread(lambda: story_shown(ready_story()))
        return _json({"id": READY, "version": 0, **shown})
    digits = text.isascii() and text.isdigit() and len(text) <= _LONGEST_VERSION
    hub = hub_of(request)
    kept = await hub.do(stories.get, hub.store, id=id, version=int(text) if digits else None)
    if kept is None:
        raise Refused("story_unknown")
    story = read_story(kept.document)
    shown = await asyncio.to_thread(story_shown, story)
    return _json({"id": kept.id, "version": kept.version, "latest": kept.latest, **shown})


async def save(request: Request) -> Response:
    """Save a story: `{"story", "id", "version"}`; without an id it is a new one."""
    hub = hub_of(request)
    given = await body_of(request, most=_BODY)
    await hub.do(may_here, hub.store, "story_save")
    hub.limits.stories.take(from_where(request), refusing="tries")
    story = read_story(given.get("story"))
    id, version = given.get("id"), given.get("version")
    title, document = json.dumps(story.title.as_json()), story.as_json()
    if id in (None, "", READY):
        kept = await hub.do(stories.create, hub.store, title=title, document=document)
    else:
        if not isinstance(id, str) or isinstance(version, bool) or not isinstance(version, int):
            raise Refused("field", field="version")
        newer = await hub.do(
            stories.add_version,
            hub.store,
            id=id,
            expected=version,
            title=title,
            document=document,
        )
        if newer is None:
            raise Refused("story_changed")
        kept = newer
    return _json({"id": kept.id, "version": kept.version}, status=201)


async def check(request: Request) -> Response:
    """A story from a file, checked and shown; nothing is saved."""
    given = await body_of(request, most=_BODY)
    story = read_story(given.get("story"))
    return _json({"id": "", "version": 0, **await asyncio.to_thread(story_shown, story)})


async def scene(request: Request) -> Response:
    """A scene from a view: its headline, evidence and picture."""
    given = await body_of(request, most=_BODY)
    found = read_story_scene(given.get("scene"), at=1)
    return _json(await asyncio.to_thread(scene_shown, found))


async def divided(request: Request) -> Response:
    """The room's division of a budget as a scenario, beside the best use of the same money."""
    live = await live_of(request)
    ticket_holder(request, live)
    standing = live.room.questions.get(request.query_params.get("question", ""))
    if standing is None or standing.question.kind != "budget":
        raise Refused("question")
    hub, question = hub_of(request), standing.question
    given = await hub.do(rooms.answers, hub.store, id=live.row.id)
    own = [one for one in given if one.question == question.id]
    found = await asyncio.to_thread(division, question, tally_of(question, own))
    if found is None:
        raise Refused("no_division")
    shown = {"view": found.view, "text": found.said.as_json(), "picture": "scenario_lines"}
    made = read_story_scene(shown, at=1)
    return _json(await asyncio.to_thread(scene_shown, made))


async def minutes(request: Request) -> Response:
    """What the meeting takes home, as one file."""
    live = await live_of(request)
    ticket_holder(request, live)
    hub, format = hub_of(request), request.path_params["format"]
    if format not in FORMATS:
        raise Refused("act")
    given = await hub.do(rooms.answers, hub.store, id=live.row.id)
    lang = _language(request, otherwise=live.room.lang)
    where = where_here(request)
    site = str(request.base_url).rstrip("/") if where.problem else where.bases[0]
    chosen = FORMATS[format]

    def work() -> bytes:
        return chosen.write(minutes_of(live, given, site=site), lang)

    content = await asyncio.to_thread(work)
    name = f"corridor-atlas-room-{live.row.code.lower()}.{format}"
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Cache-Control": "no-store",
    }
    return Response(content, media_type=chosen.media_type, headers=headers)


def _language(request: Request, *, otherwise: str = "en") -> str:
    asked = request.query_params.get("lang", "")
    return asked if asked in LANGUAGES else otherwise


def _json(found: dict[str, Any], *, status: int = 200) -> Response:
    return JSONResponse(found, status_code=status, headers={"Cache-Control": "no-store"})
