"""What a request to a room brings: its body, the phone's token, the presenter's secret."""

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs

from fastapi import Request

from dashboard.accounts.allowed import allowed
from dashboard.rooms import codes
from dashboard.rooms.hub import Hub
from dashboard.rooms.limits import nameless
from dashboard.rooms.live import Live
from dashboard.rooms.refused import Refused
from dashboard.store import Store

_MOST_FIELDS = 8


@dataclass(frozen=True, kw_only=True)
class Presenting:
    """A request of a presenter that knows the secret."""

    live: Live
    device: str
    given: dict[str, Any]


def hub_of(request: Request) -> Hub:
    """The rooms of this worker."""
    hub: Hub = request.app.state.hub
    return hub


def from_where(request: Request) -> str:
    """A key for limits, of an address that is not kept."""
    return nameless(request.client.host if request.client else None)


async def body_of(request: Request, *, most: int) -> dict[str, Any]:
    """The body, JSON or a form; a form's field `body` may hold JSON of its own.

    Raises:
        Refused: it is larger than `most` bytes, or nothing that can be read.
    """
    raw = await request.body()
    if len(raw) > most:
        raise Refused("large", kilobytes=most // 1024)
    try:
        if "form" in request.headers.get("content-type", ""):
            fields = parse_qs(raw.decode(), max_num_fields=_MOST_FIELDS)
            form: dict[str, Any] = {key: values[0] for key, values in fields.items()}
            inner = json.loads(form.pop("body", "{}"))
            found = {**inner, **form} if isinstance(inner, dict) else None
        else:
            found = json.loads(raw or b"{}")
    except (ValueError, RecursionError):
        raise Refused("body") from None
    if not isinstance(found, dict):
        raise Refused("body")
    return found


async def live_of(request: Request) -> Live:
    """The room that the address names; wrong codes are answered ever more slowly.

    Raises:
        Refused: there is no such room, or this address has tried too many.
    """
    hub, where = hub_of(request), from_where(request)
    code = codes.read_code(request.path_params["code"])
    known = hub.here(code) if code else None
    if known and _is_inside(request, known):
        # Who is in the room stays in it, whatever others behind the same router try.
        return known
    hub.limits.wrong_codes.look(where, refusing="tries")
    try:
        if code is None:
            raise Refused("unknown")
        return await hub.live(code)
    except Refused as refused:
        if refused.key == "unknown":
            hub.limits.wrong_codes.take(where, refusing="tries")
        raise


def phone_of(request: Request, live: Live) -> str:
    """The hash of the phone that asks. Raises `Refused`: it named none."""
    token = _token(request)
    if not codes.is_token(token):
        raise Refused("phone")
    return codes.phone_hash(token, id=live.row.id)


def _is_inside(request: Request, live: Live) -> bool:
    token = _token(request)
    return codes.is_token(token) and codes.phone_hash(token, id=live.row.id) in live.joined


def _token(request: Request) -> str:
    return request.headers.get("x-room-phone") or request.query_params.get("phone") or ""


async def presenting(request: Request, *, most: int) -> Presenting:
    """A presenter's request: the secret in a header or a field, and the device it comes from.

    Raises:
        Refused: the secret is wrong, or too many wrong ones came from there.
    """
    live = await live_of(request)
    given = await body_of(request, most=most)
    secret = request.headers.get("x-room-secret") or given.pop("secret", "")
    device = request.headers.get("x-room-device") or given.pop("device", "")
    limits, where = hub_of(request).limits, from_where(request)
    limits.wrong_secrets.look(where, refusing="tries")
    kept = codes.secret_hash(str(secret)[:200], code=live.row.code)
    if not codes.same(kept, live.row.secret_hash):
        limits.wrong_secrets.take(where, refusing="tries")
        raise Refused("secret")
    if not codes.is_device(device):
        raise Refused("field", field="device")
    return Presenting(live=live, device=str(device), given=given)


def ticket_holder(request: Request, live: Live) -> str:
    """The device whose ticket the address carries. Raises `Refused`."""
    device = request.query_params.get("device", "")
    ticket = request.query_params.get("ticket", "")
    if not codes.is_device(device):
        raise Refused("ticket")
    if not codes.same(ticket, codes.ticket(live.row.secret_hash, device=device)):
        raise Refused("ticket")
    return device


def may_here(store: Store, act: str) -> None:
    """Refuse who may not do this; `act` is one of `dashboard.accounts.acts.ACTS`."""
    if not allowed(store, act):
        raise Refused("role", act=act)
