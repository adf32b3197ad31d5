"""The address of a file: `/export/{sheet}.{format}?{query of the view}`."""

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse, Response

from dashboard.exports.asked import Made, made, wanted
from dashboard.exports.problem import ExportError
from dashboard.slow_work import slowly
from layers import LackingError

PATH = "/export/"
_WRONG = 422


def register(server: FastAPI) -> None:
    """Answer GET and HEAD below `PATH`."""
    server.add_api_route(
        f"{PATH}{{name:path}}", export, methods=["GET", "HEAD"], include_in_schema=False
    )


async def export(request: Request) -> Response:
    """The file, 304 where the reader has it already, or 422 with what could be asked for."""
    sheet, _, format = request.path_params["name"].rpartition(".")
    query, site = request.url.query, str(request.base_url)

    def work() -> Made | ExportError:
        try:
            return made(wanted(sheet, format, query, site=site))
        except ExportError as problem:
            return problem
        except LackingError as lacking:
            return ExportError(f"For these areas, it lacks: {lacking}.")

    otherwise: Made | ExportError = ExportError("Nobody waits for this file.")
    found = await slowly(work, awaited=lambda: True, otherwise=otherwise)
    if isinstance(found, ExportError):
        said = {"error": found.message, "allowed": list(found.allowed)}
        return JSONResponse(said, status_code=_WRONG)
    tag = f'W/"{found.tag}"'
    headers = {
        "ETag": tag,
        "Content-Disposition": f'attachment; filename="{found.name}"',
        "X-Content-Hash": found.tag.partition("-")[0],
    }
    if _has(request.headers.get("if-none-match", ""), tag):
        return Response(status_code=304, headers=headers)
    return Response(found.content, media_type=found.media_type, headers=headers)


def _has(known: str, tag: str) -> bool:
    """Whether the reader knows this version; strong and weak tags of one version are alike."""
    tags = [one.strip().removeprefix("W/") for one in known.split(",")]
    return "*" in tags or tag.removeprefix("W/") in tags
