"""The interface described as OpenAPI, with a true example of every request and answer."""

import json
from functools import lru_cache
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel

from dashboard.api.answer import page
from dashboard.api.catalogue import operations
from dashboard.api.operation import NotHere, Operation
from dashboard.api.refusals import Refused
from geodata.own import OWN

VERSION = "1.0"
_SHOWN = 2
_ABOUT = (
    "Every number of the pages for other programs: where returnees and jobs are, why they do not"
    " meet, and what an investment would change. Numbers are not rounded. Each has a status, a date"
    " and sources, each estimate its range: the 10th to the 90th percentile of the draws. Nothing"
    " needs a key, nothing is saved. What is asked wrongly is refused with what is allowed."
    " Estimates are the team's; sources keep their own licences."
)


class Description:
    """The description of one app; the examples are worked out when it is first asked for."""

    def __init__(self, app: FastAPI) -> None:
        """`app`: whose operations are described."""
        self.app = app
        self._found: dict[str, Any] | None = None

    def as_dict(self) -> dict[str, Any]:
        """The description."""
        if self._found is None:
            self._found = _described(self.app)
        return self._found

    def as_json(self) -> bytes:
        """The same as it is sent."""
        return json.dumps(self.as_dict(), ensure_ascii=False).encode()


def description(app: FastAPI) -> Description:
    """What describes `app`."""
    return Description(app)


@lru_cache(maxsize=64)
def example_answer(name: str) -> Any:
    """What the example of an operation is answered with, lists cut after the first two."""
    one = next(one for one in operations() if one.name == name)
    asked = one.asks.model_validate(dict(one.example))
    found = one.run(asked, one.example_key)
    if one.lists:
        others = {k: str(v) for k, v in one.example.items() if k not in ("limit", "offset")}
        found = page(found, asked, one.address, others)  # type: ignore[arg-type]  # a list is paged
    assert isinstance(found, BaseModel)
    return _short(found.model_dump(mode="json"))


def _described(app: FastAPI) -> dict[str, Any]:
    found = get_openapi(
        title="Corridor Atlas",
        version=VERSION,
        description=_ABOUT,
        routes=app.routes,
        license_info={"name": "MIT; data as its sources say", "identifier": "MIT"},
    )
    for one in operations():
        told = found["paths"][one.address][one.method.lower()]
        for parameter in told.get("parameters", ()):
            _parameter_example(parameter, one)
        if one.method == "POST":
            told["requestBody"]["content"]["application/json"]["example"] = dict(one.example)
        try:
            answer = example_answer(one.name)
        except (LookupError, ValueError, NotHere, Refused):
            if not OWN:
                raise
            continue  # Areas of one's own may lack what the example asks for.
        told["responses"]["200"]["content"]["application/json"]["example"] = answer
    return found


def _parameter_example(parameter: dict[str, Any], one: Operation) -> None:
    if parameter["in"] == "path":
        parameter["example"] = one.example_key
    elif parameter["name"] in one.example:
        parameter["example"] = one.example[parameter["name"]]


def _short(value: Any) -> Any:
    """The same with lists cut."""
    if isinstance(value, dict):
        return {key: _short(one) for key, one in value.items()}
    return [_short(one) for one in value[:_SHOWN]] if isinstance(value, list) else value
