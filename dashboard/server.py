"""The server: Dash on FastAPI, its own documents for pages, compressed and guarded."""

import asyncio
import logging
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from dash import Dash
from dash.backends._fastapi import reset_current_request, set_current_request
from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response
from starlette.middleware.gzip import GZipMiddleware
from starlette.types import Scope

from dashboard import khmer_first, shell, wiring
from dashboard.accounts.here import BehindProxy, Door, WithWho
from dashboard.accounts.ministry import ministry_of
from dashboard.accounts.secret import secret_of
from dashboard.accounts.session import Signed
from dashboard.api.under import Under
from dashboard.data_in_force import InForce
from dashboard.desk.kept import loaded_of
from dashboard.framing import Framing, read_hosts
from dashboard.page import find, pages
from dashboard.registry.counting import Counting, WithCounting
from dashboard.security import Failures, Guard
from dashboard.settings import Settings, check_accounts, check_engine
from dashboard.static_once import StaticOnce
from dashboard.store import Health, Store
from dashboard.store.address import folder_of
from dashboard.store_here import WithStore
from dashboard.world import world

ROOT = Path(__file__).resolve().parent.parent
_SMALLEST_GZIP = 512
_UNUSED_SCRIPTS = re.compile(r'<script src="[^"]*/(?:polyfill@|dash_table/bundle)[^"]*"></script>')
_WEBSOCKET = re.compile(r',"websocket":\{[^{}]*\}')


def create_dash(settings: Settings) -> Dash:
    """The whole app. Loads and checks all data first, so that a wrong table stops the start.

    A database of scenarios that cannot be reached does not: it is tried again when it is needed.
    """
    check_accounts(settings)
    check_engine(settings)
    logging.getLogger("atlas").setLevel(settings.log_level.upper())
    here = world()
    from dashboard import interfaces  # Brings all of the analysis: a wrong table is told before.

    store = Store.open(settings.database_url)
    in_force = InForce(store, loaded_of)
    in_force.look()
    store_health = Health(store)
    rooms = interfaces.rooms(store, settings=settings)
    hosts = read_hosts(settings.embed_hosts)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        interfaces.begin(rooms)
        yield
        for close in server.state.closing:
            await asyncio.to_thread(close)

    server = FastAPI(
        title="Corridor Atlas", docs_url=None, redoc_url=None, openapi_url=None, lifespan=lifespan
    )
    server.state.store = store
    server.state.in_force = in_force
    server.state.closing = [rooms.state.hub.close, store.close]
    server.state.door = door = Door(
        store=store,
        signed=Signed(secret_of(settings.secret, folder=folder_of(settings.database_url))),
        local=settings.proxy != "yes",
    )
    server.state.ministry = ministry_of(
        issuer=settings.oidc_issuer,
        client_id=settings.oidc_client_id,
        client_secret=settings.oidc_client_secret,
        roles=settings.oidc_roles,
    )

    server.add_middleware(Failures)
    server.add_middleware(WithWho, door=door)
    server.add_middleware(WithStore, store=store, in_force=in_force)
    server.add_middleware(
        WithCounting,
        counting=Counting(
            engine=settings.records_engine,
            kept_in=(
                folder_of(settings.database_url) / "records"
                if settings.records_keep == "yes"
                else None
            ),
        ),
    )

    async def page(request: Request) -> Response:
        found = find(request.url.path, request.url.query)
        text = await asyncio.to_thread(
            shell.document, index, page=found.page, view=found.view, hosts=hosts
        )
        return HTMLResponse(text, status_code=200 if found.known else 404)

    async def health() -> Response:
        state = await asyncio.to_thread(store_health.state)
        return JSONResponse(
            {"status": "ok", "provinces": len(here.geodata.provinces), "store": state}
        )

    for path in pages():
        server.add_api_route(path, page, methods=["GET", "HEAD"], include_in_schema=False)
    for prefix in ("/rooms", "/join", "/workshop"):
        server.router.routes.append(Under(prefix, rooms))
    interfaces.register(server)
    server.add_api_route("/health", health, methods=["GET", "HEAD"], include_in_schema=False)

    app = Dash(
        "dashboard",
        server=server,  # type: ignore[arg-type]  # its annotation knows Flask only
        assets_folder=str(ROOT / "assets"),
        assets_path_ignore=[r"^join$", r"^workshop$"],  # what pages without Dash load
        serve_locally=True,
        suppress_callback_exceptions=True,
        index_string=shell.INDEX,
        update_title="",
        title="Corridor Atlas",
    )
    app.layout = shell.frame()
    wiring.register(app, hosts=hosts)
    server.add_api_route("/{path:path}", page, methods=["GET", "HEAD"], include_in_schema=False)
    server.add_middleware(GZipMiddleware, minimum_size=_SMALLEST_GZIP, compresslevel=6)
    server.add_middleware(StaticOnce)
    index = _index(app)
    server.add_middleware(
        Guard,
        framing=Framing(
            script_hashes=[*app.csp_hashes(), khmer_first.HASH], hosts=hosts, embeds=_embeds
        ),
        body_limit=settings.body_limit_kb * 1024,
        outputs=app.callback_map,
        path_limits=interfaces.PATH_LIMITS,
        streamed=interfaces.STREAMED,
    )
    if settings.proxy == "yes":
        server.add_middleware(BehindProxy)
    return app


def _embeds(scope: Scope) -> bool:
    """Whether a page is asked for without what stands around it."""
    if scope["method"] not in ("GET", "HEAD"):
        return False
    found = find(scope["path"], scope["query_string"].decode("latin-1"))
    return found.page is not None and found.view.embed


def _index(app: Dash) -> str:
    """Dash's document, made once: it is the same for every reader.

    Dash makes it while it answers a request and collects the scripts at the first one; both are
    done here ahead, with the names that Dash 4.4 has for them. What no page uses is taken out:
    Dash's table, its polyfills for browsers before 2020, and the websocket it would open.
    """
    token = set_current_request(
        Request({"type": "http", "method": "GET", "path": "/", "headers": []})
    )
    try:
        app._setup_server()
        index = app.index()
    finally:
        reset_current_request(token)
    index, scripts = _UNUSED_SCRIPTS.subn("", index)
    index, sockets = _WEBSOCKET.subn("", index)
    if (scripts, sockets) != (2, 1):
        raise RuntimeError("Dash's document has changed: see _index in dashboard/server.py")
    return index
