"""What phones ask: to join, to follow, to answer, to object. Nothing needs a cookie."""

from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse, Response, StreamingResponse

from dashboard.rooms import keeper
from dashboard.rooms.answering import Wish
from dashboard.rooms.asked import body_of, from_where, hub_of, live_of, phone_of
from dashboard.rooms.limits import PHONE_BODY, STREAMS_A_PHONE
from dashboard.rooms.live import Live
from dashboard.rooms.polled import polled, since_of
from dashboard.rooms.questions import kind_of
from dashboard.rooms.refused import Refused
from dashboard.rooms.stream import HEADERS, admit, messages
from dashboard.rooms.writer import Writer
from dashboard.store import rooms
from dashboard.words import LANGUAGES, Speaker

_TURN_MOST = 2**53


def register(app: FastAPI) -> None:
    """Add the addresses of phones."""
    app.add_api_route("/rooms/{code}/join", join, methods=["POST"])
    app.add_api_route("/rooms/{code}/answers", answer, methods=["POST"])
    app.add_api_route("/rooms/{code}/objections", object_, methods=["POST"])
    app.add_api_route("/rooms/{code}/mine", mine)
    app.add_api_route("/rooms/{code}/stream", stream)
    app.add_api_route("/rooms/{code}/events", events)


async def join(request: Request) -> Response:
    """Come in, or back in, or to another table: `{"group": key}` or nothing."""
    live = await live_of(request)
    hub, phone = hub_of(request), phone_of(request, live)
    given = await body_of(request, most=PHONE_BODY)
    group = given.get("group")
    if group is not None and not isinstance(group, str):
        raise Refused("group")
    if phone not in live.joined:
        hub.limits.joins.take(from_where(request), refusing="fast")
    else:
        hub.limits.answers.take(phone, refusing="fast")
    if group is not None or live.room.ended or not await _has_joined(request, live, phone):
        known = hub.known(live)
        live.take(await hub.do(keeper.join_room, hub.store, known, phone=phone, group=group))
        live.joined.add(phone)
    return await _own(request, live, phone)


async def mine(request: Request) -> Response:
    """What this phone has answered, and its table."""
    live = await live_of(request)
    return await _own(request, live, await _inside(request, live))


async def answer(request: Request) -> Response:
    """Answer a question, or answer it otherwise while it is open."""
    live = await live_of(request)
    hub, phone = hub_of(request), phone_of(request, live)
    given = await body_of(request, most=PHONE_BODY)
    hub.limits.answers.take(phone, refusing="fast")
    question, turn = given.get("question"), given.get("turn")
    if not isinstance(question, str):
        raise Refused("question")
    if isinstance(turn, bool) or not isinstance(turn, int) or not 0 <= turn < _TURN_MOST:
        turn = None
    writer: Writer = request.app.state.writer
    wish = Wish(phone=phone, question=question, answer=given.get("answer"), turn=turn)
    outcome = await writer.write(live, wish)
    live.joined.add(phone)
    told = {"question": question, "answer": outcome.counted, "changed": outcome.changed}
    return JSONResponse({**told, "said": _in_words(live, question, outcome.counted)})


async def object_(request: Request) -> Response:
    """Pin an objection to a province or an assumption."""
    live = await live_of(request)
    hub, phone = hub_of(request), phone_of(request, live)
    given = await body_of(request, most=PHONE_BODY)
    hub.limits.objections.take(phone, refusing="fast")
    seen = await hub.do(
        keeper.object_to,
        hub.store,
        hub.known(live),
        phone=phone,
        kind=given.get("kind"),
        target=given.get("target"),
        text=given.get("text"),
    )
    live.take(seen)
    said = {lang: _taken(Speaker(lang=lang)) for lang in LANGUAGES}
    return JSONResponse({"said": said})


async def stream(request: Request) -> Response:
    """Follow the room by server-sent events."""
    live = await live_of(request)
    hub, phone = hub_of(request), await _inside(request, live)
    admit(hub, live, who=phone, most=STREAMS_A_PHONE)
    told = messages(hub, live, role="phone", who=phone, since=since_of(request))
    return StreamingResponse(told, media_type="text/event-stream", headers=HEADERS)


async def events(request: Request) -> Response:
    """The same message that the stream would send, for those who have to ask for it."""
    live = await live_of(request)
    await _inside(request, live)
    return polled(request, live.message("phone", since=since_of(request)))


async def _inside(request: Request, live: Live) -> str:
    """The phone that asks. Raises `Refused`: it has not joined."""
    phone = phone_of(request, live)
    if not await _has_joined(request, live, phone):
        raise Refused("ended" if live.room.ended else "not_joined")
    return phone


async def _has_joined(request: Request, live: Live, phone: str) -> bool:
    """Whether it is in the room; asks the database once, without waiting for who changes it."""
    if phone not in live.joined:
        hub = hub_of(request)
        joined, _ = await hub.do(rooms.group_of, hub.store, id=live.row.id, phone=phone)
        if joined:
            live.joined.add(phone)
    return phone in live.joined


async def _own(request: Request, live: Live, phone: str) -> Response:
    hub = hub_of(request)
    given = await hub.do(rooms.answers, hub.store, id=live.row.id, phone=phone)
    _, group = await hub.do(rooms.group_of, hub.store, id=live.row.id, phone=phone)
    answers = {
        one.question: {
            "answer": one.content,
            "turn": one.turn,
            "said": _in_words(live, one.question, one.content),
        }
        for one in given
    }
    return JSONResponse({"group": group, "answers": answers})


def _in_words(live: Live, question: str, content: Any) -> dict[str, str]:
    standing = live.room.questions.get(question)
    if standing is None:
        return {}
    kind = kind_of(standing.question)
    return {
        lang: kind.answered(standing.question, content, Speaker(lang=lang)) for lang in LANGUAGES
    }


def _taken(say: Speaker) -> str:
    return say("room_objection_taken")
