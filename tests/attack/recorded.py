"""Callback bodies as the browser would send them, recorded from the app's own layouts.

Each page is asked for, what its components hold is noted, and every callback is called with it,
round after round, so that what one callback answers is what the next one is asked with.
"""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from functools import cache
from typing import Any

from dashboard.page import pages
from dashboard.store import scenarios
from tests.attack.site import Site

SEARCHES = (
    "",
    "?layer=vacancies&province=12&show=sezs,corridors&lang=km",
    "?basis=unplaced&reach_km=120&skills_construction=30",
    "?plan=enterprise_fund:02:20:2026:3&future=wave&year=2030&draws=200",
    "?scenarios=plan&goal=near_home&border=30&budget=150&draws=200",
)
ACTS = (
    *("save", "over", "create", "copy", "open", "compare", "history", "close"),
    *("restore", "duplicate", "file", "delete", "recover"),
)
_ROUNDS = 2


@cache
def recorded(site: Site) -> tuple[dict[str, Any], ...]:
    """Several bodies for every callback that the server answers."""
    known = {key: told for key, told in site.dash.callback_map.items() if "callback" in told}
    values: dict[str, Any] = {}
    for path in (*pages(), "/province/01"):
        answer = site.call(_body("root.children", known, {"route.data": {"path": path}}))
        for one in _components(answer.json()):
            values.update({f"{one['id']}.{name}": value for name, value in one.items()})
    bodies = []
    for turn in range(_ROUNDS):
        for key in known:
            for search in SEARCHES if turn == _ROUNDS - 1 else (SEARCHES[turn],):
                body = _body(key, known, {**values, **_typed(known[key], search)})
                answer = site.call(body)
                assert answer.status_code in (200, 204), (key, answer.text[:300])
                bodies.append(body)
                if answer.status_code == 200 and "response" in answer.json():
                    for id, props in answer.json()["response"].items():
                        values.update({f"{id}.{name}": value for name, value in props.items()})
    return (*bodies, *_pressed(site, bodies))


def _pressed(site: Site, bodies: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Every button of saved scenarios, for one that is there."""
    saved = scenarios.create(site.store, name="A plan", note="", author="", document={"a": 1})
    for act in ACTS:
        for body in bodies:
            if body["inputs"][0]["property"] == "act":
                pressed = deepcopy(body)
                pressed["inputs"][0]["value"] = {"text": f"saved:{act}:{saved.id}:1"}
                answer = site.call(pressed)
                assert answer.status_code == 200, (act, answer.text[:300])
                yield pressed


def _typed(told: Mapping[str, Any], search: str) -> dict[str, Any]:
    """What a person brings: an address, a button, a name."""
    found: dict[str, Any] = {}
    for one in (*told["inputs"], *told["state"]):
        name = f"{one['id']}.{one['property']}"
        match one["property"]:
            case "search":
                found[name] = search
            case "painted":
                found[name] = True
            case "act":
                found[name] = {"text": f"saved:{ACTS[len(search) % len(ACTS)]}"}
            case "file":
                found[name] = {"name": "plan.json", "text": "{}"}
            case "value":
                found[name] = "A plan"
    return found


def _body(key: str, known: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
    told = known[key]
    several = key.startswith("..")
    parts = [one.split(".") for one in (key.strip(".").split("...") if several else [key])]
    outputs = [{"id": id, "property": name} for id, name in parts]

    def given(part: str) -> list[dict[str, Any]]:
        return [
            {**one, "value": values.get(f"{one['id']}.{one['property']}")} for one in told[part]
        ]

    return {
        "output": key,
        "outputs": outputs if several else outputs[0],
        "inputs": given("inputs"),
        "state": given("state"),
        "changedPropIds": [f"{one['id']}.{one['property']}" for one in told["inputs"][:1]],
    }


def _components(node: Any) -> Iterator[dict[str, Any]]:
    """The properties of every component with an id."""
    if isinstance(node, dict):
        props = node.get("props")
        if isinstance(props, dict) and isinstance(props.get("id"), str):
            yield props
        for value in node.values():
            yield from _components(value)
    elif isinstance(node, list):
        for value in node:
            yield from _components(value)
