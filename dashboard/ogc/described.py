"""The addresses under `/ogc`, described as OpenAPI 3.0, which the standard asks for."""

from typing import Any

from dashboard.ogc import documents
from dashboard.ogc.collections import collections
from dashboard.ogc.documents import GEOJSON, JSON

LIMITS = (1, 1_000)
"""Fewest and most features of one page; who asks for more gets the most."""

FIRST_LIMIT = 100
FARTHEST = 1_000_000

Schema = dict[str, Any]
_ANY: Schema = {"type": "object"}


def openapi(base: str) -> Schema:
    """The description, with an example of every answer."""
    known = collections()
    shown = list(known.values())[-1]
    feature = next(iter(shown.features.values()))
    key = _path("collectionId", "Id of the collection", shown.key, enum=list(known))
    id = _path("featureId", "Id of the feature, such as a province code", str(feature["id"]))
    one = "/ogc/collections/{collectionId}"
    page = documents.items(base, shown, [feature], limit=1, offset=0, query={})
    return {
        "openapi": "3.0.3",
        "info": {
            "title": "Corridor Atlas, features",
            "version": "1.0",
            "description": "OGC API Features 1.0: provinces with every figure, and each layer of"
            " places or lines, as GeoJSON in longitude and latitude (CRS84).",
            "license": {"name": "As the sources of each collection say"},
        },
        "servers": [{"url": base or "/"}],
        "paths": {
            "/ogc": _get("landing", "Landing page", documents.landing(base)),
            "/ogc/conformance": _get("conformance", "Conformance classes", documents.conformance()),
            "/ogc/collections": _get("collections", "All collections", documents.listed(base)),
            one: _get("collection", "One collection", documents.described(base, shown), key),
            f"{one}/items": _get(
                "items", "Features of a collection", page, key, *_PAGE, media=GEOJSON
            ),
            f"{one}/items/{{featureId}}": _get(
                "item", "One feature", documents.item(base, shown, feature), key, id, media=GEOJSON
            ),
        },
        "components": {"schemas": {}},
    }


def _path(name: str, about: str, example: str, **schema: Any) -> Schema:
    told = {"name": name, "in": "path", "required": True, "description": about}
    return {**told, "schema": {"type": "string", **schema}, "example": example}


def _query(name: str, about: str, schema: Schema, **more: Any) -> Schema:
    told = {"name": name, "in": "query", "required": False, "description": about}
    return {**told, "schema": schema, **more}


_F = _query("f", "The format", {"type": "string", "enum": ["json"]})
_PAGE = [
    _query(
        "limit",
        "Most features in the answer",
        {
            "type": "integer",
            "minimum": LIMITS[0],
            "maximum": LIMITS[1],
            "default": FIRST_LIMIT,
        },
        style="form",
        explode=False,
    ),
    _query(
        "offset",
        "Features left out before the first",
        {"type": "integer", "minimum": 0, "maximum": FARTHEST, "default": 0},
    ),
    _query(
        "bbox",
        "West, south, east, north in degrees; only features that have a point in it",
        {
            "type": "array",
            "oneOf": [{"minItems": 4, "maxItems": 4}, {"minItems": 6, "maxItems": 6}],
            "items": {"type": "number"},
        },
        style="form",
        explode=False,
    ),
    _query(
        "datetime",
        "A date and time or an interval (RFC 3339). No feature has one, so that all are given",
        {"type": "string"},
        style="form",
        explode=False,
    ),
]


_ABOUT = {
    "landing": "Links to all that there is.",
    "conformance": "What of the standard is kept.",
    "collections": "With extent, attribution and licence.",
    "collection": "What it holds, and who is to be named.",
    "items": "A page of them; the link `next` leads on.",
    "item": "With all of its properties.",
}


def _get(
    name: str, summary: str, example: Schema, *parameters: Schema, media: str = JSON
) -> Schema:
    problem = {"content": {JSON: {"schema": _ANY}}}
    answer = {media: {"schema": _ANY, "example": example}}
    return {
        "get": {
            "operationId": name,
            "tags": ["Features"],
            "summary": summary,
            "description": _ABOUT[name],
            "parameters": [*parameters, _F],
            "responses": {
                "200": {"description": "As asked", "content": answer},
                "304": {"description": "The asker has this answer already"},
                "400": {"description": "A parameter or value that there is not", **problem},
                "404": {"description": "There is nothing of this name", **problem},
            },
        }
    }
