"""Callbacks of the page of scenarios, asked as the browser asks them, in apps of their own."""

import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx

from app import create_app
from dashboard import ids
from dashboard.pages.scenarios import PAGE
from dashboard.scenarios.asked import read_asked
from dashboard.scenarios.saved import document_of
from dashboard.scenarios.saved_key import write_key
from dashboard.settings import Settings
from dashboard.store import Saved, scenarios

PLAN = "enterprise_fund:02:20:2026:3"
ANSWER = "scenario-notice.html...scenario-headline.html...scenario-answered.data"
PAINT = "map-plan.fills...compared.options"
SETTLE = (
    "scenario-evidence.html...results.html...plan-editor.ready...results.className..."
    "scenario-settled.data"
)


def asking(folder: Path) -> tuple[Callable[..., Any], Saved]:
    """An app with one saved scenario, and how to ask it."""
    dash = create_app(Settings(database_url=f"sqlite:///{folder}/atlas.db"))
    document = document_of(read_asked(PAGE.view(f"?plan={PLAN}")))
    saved = scenarios.create(
        dash.server.state.store, name=folder.name, note="", author="", document=document
    )

    async def ask(output: str, inputs: list[Any], state: list[Any]) -> Any:
        transport = httpx.ASGITransport(app=dash.server)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
            names = [part.split(".") for part in output.split("...")]
            outputs = [{"id": one, "property": prop} for one, prop in names]
            body = {
                "output": f"..{output}.." if len(names) > 1 else output,
                "outputs": outputs if len(names) > 1 else outputs[0],
                "inputs": inputs,
                "state": state,
                "changedPropIds": [f"{inputs[0]['id']}.{inputs[0]['property']}"],
            }
            answer = await client.post(
                "/_dash-update-component",
                content=json.dumps(body),
                headers={"content-type": "application/json"},
            )
        assert answer.status_code == 200, answer.text[:300]
        return answer.json()["response"]

    return ask, saved


def of(id: str, prop: str, value: object) -> dict[str, Any]:
    return {"id": id, "property": prop, "value": value}


def test_the_chain_of_answers_holds_the_saved_scenario_of_the_app_that_is_asked(
    tmp_path: Path,
) -> None:
    folders = [tmp_path / name for name in ("First-app", "Second-app")]
    for folder in folders:
        folder.mkdir()
    apps = [asking(folder) for folder in folders]
    turn = {"name": "reader", "turn": 1}

    async def draw(ask: Callable[..., Any], search: str) -> tuple[str, str]:
        link = of(ids.SCENARIO_ASKED, "data", search)
        top = await ask(ANSWER, [link], [of(ids.SCENARIO_TURN, "data", turn)])
        answered = of(ids.SCENARIO_ANSWERED, "data", top[ids.SCENARIO_ANSWERED]["data"])
        top |= await ask(PAINT, [answered], [])
        settled = (await ask(SETTLE, [answered], []))[ids.SCENARIO_SETTLED]["data"]
        assert settled == {"search": search, "turn": turn}
        given = [of(ids.SCENARIO_SETTLED, "data", settled)]
        part = await ask(f"{ids.COMPARISON}.html", given, [of(ids.COMPARISON, "html", "")])
        return json.dumps(top), part[ids.COMPARISON]["html"]

    for at, (_, saved) in enumerate(apps):
        search = f"?scenarios={write_key(saved.id, 1)},skills-firms"
        for other, (ask, _) in enumerate(apps):
            top, compared = asyncio.run(draw(ask, search))
            name = f"{folders[at].name}, version 1"
            assert (name in compared) == (name in top) == (at == other)
            assert ("is no saved scenario of this atlas" in top) == (at != other)
