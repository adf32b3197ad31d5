"""What cannot be answered, told so that a program's author knows what to change."""

from collections.abc import Sequence
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import Field
from starlette.exceptions import HTTPException

from dashboard.api.one_of import written
from dashboard.api.operation import NotHere
from dashboard.api.values import Told
from layers import LackingError

_SHOWN = 2_000
_MOST = 20


class Problem(Told):
    """One thing that is wrong with a request."""

    where: str = Field(description="The part of the request, such as body.plan.0.place")
    problem: str = Field(description="What is wrong, and what is allowed")


class Refusal(Told):
    """Why a request is not answered."""

    error: str
    problems: tuple[Problem, ...] = ()


class Refused(Exception):
    """A request that is well formed, and yet cannot be answered; the message says why."""

    def __init__(self, where: str, problem: str) -> None:
        """`where`: the part of the request; `problem`: what is wrong, and what is allowed."""
        self.found = Problem(where=where, problem=problem)
        super().__init__(problem)


def refuse(app: FastAPI) -> None:
    """Answer wrong requests of `app` with a `Refusal`."""
    failed(app)

    @app.exception_handler(RequestValidationError)
    async def wrong(_: Request, found: RequestValidationError) -> JSONResponse:
        return _refusal(problems_of(found.errors()))

    @app.exception_handler(Refused)
    async def cannot(_: Request, found: Refused) -> JSONResponse:
        return _refusal([found.found])

    @app.exception_handler(NotHere)
    async def nowhere(_: Request, found: NotHere) -> JSONResponse:
        return refusal(404, str(found))

    @app.exception_handler(HTTPException)
    async def other(_: Request, found: HTTPException) -> JSONResponse:
        told = {
            404: "There is nothing under this address. See /api/docs.",
            405: "This address takes another method. See /api/docs.",
        }
        answer = refusal(found.status_code, told.get(found.status_code, str(found.detail)))
        answer.headers.update(found.headers or {})
        return answer


def failed(app: FastAPI) -> None:
    """Answer a failure of `app` in one sentence, never with a traceback."""

    @app.exception_handler(LackingError)
    async def lacking(_: Request, found: LackingError) -> JSONResponse:
        return refusal(404, f"For these areas, it lacks: {found}.")

    @app.exception_handler(Exception)
    async def broken(_: Request, __: Exception) -> JSONResponse:
        return refusal(500, "Something went wrong here; it has been written to the log.")


def refusal(status: int, error: str) -> JSONResponse:
    """One sentence."""
    return JSONResponse({"error": _clean(error), "problems": []}, status_code=status)


def problems_of(errors: Sequence[Any]) -> list[Problem]:
    """What validation found, without what was sent."""
    return [
        Problem(where=_clean(".".join(map(str, one["loc"]))), problem=_clean(_sentence(one)))
        for one in errors[:_MOST]
    ]


def _sentence(one: Any) -> str:
    if one["type"] == "json_invalid":
        return "The body is not JSON."
    return str(one["msg"])


def _refusal(problems: Sequence[Problem]) -> JSONResponse:
    found = Refusal(error="The request cannot be answered.", problems=tuple(problems))
    return JSONResponse(found.model_dump(), status_code=422)


def _clean(text: str) -> str:
    """A text that can be written, not longer than anybody reads."""
    return written(text)[:_SHOWN]
