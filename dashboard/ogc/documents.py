"""The documents of OGC API Features: landing page, conformance, collections, pages of items."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote, urlencode

from dashboard.ogc.boxes import around, box_of
from dashboard.ogc.collections import Collection, Feature, collections
from geodata.own import OWN

CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
JSON, GEOJSON = "application/json", "application/geo+json"
OPENAPI = "application/vnd.oai.openapi+json;version=3.0"
CONFORMS = tuple(
    f"http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/{one}"
    for one in ("core", "oas30", "geojson")
)
_ODBL = "https://opendatacommons.org/licenses/odbl/1-0/"

Document = dict[str, Any]


def link(base: str, path: str, rel: str, *, media: str = JSON, title: str = "") -> Document:
    """One link; `base` is the address of the server."""
    found = {"href": f"{base}{path}", "rel": rel, "type": media}
    return {**found, "title": title} if title else found


def landing(base: str) -> Document:
    """What there is."""
    return {
        "title": "Corridor Atlas",
        "description": "Where returnees, jobs and what lies between them are in Cambodia:"
        " provinces with every figure, zones, clusters, crossings and corridors.",
        "attribution": "Corridor Atlas and the sources that each collection names",
        "links": [
            link(base, "/ogc", "self", title="This document"),
            link(base, "/ogc/api", "service-desc", media=OPENAPI, title="OpenAPI"),
            link(base, "/ogc/api.html", "service-doc", media="text/html", title="Documentation"),
            link(base, "/ogc/conformance", "conformance", title="Conformance classes"),
            link(base, "/ogc/collections", "data", title="Collections"),
            link(base, "/api/v1/sources", "license", title="Sources and their licences"),
        ],
    }


def conformance() -> Document:
    """The classes that are kept."""
    return {"conformsTo": list(CONFORMS)}


def listed(base: str) -> Document:
    """All collections."""
    return {
        "links": [link(base, "/ogc/collections", "self")],
        "collections": [described(base, one) for one in collections().values()],
    }


def described(base: str, one: Collection) -> Document:
    """One collection."""
    path = f"/ogc/collections/{one.key}"
    boxes = [box_of(each["geometry"]) for each in one.features.values() if each["geometry"]]
    spatial = {"spatial": {"bbox": [list(around(boxes))], "crs": CRS84}} if boxes else {}
    licences = [link(base, "/api/v1/sources", "license", title="Sources and their licences")]
    if one.key == "provinces" and not OWN:
        licences.append(link("", _ODBL, "license", media="text/html", title="Outlines: ODbL 1.0"))
    return {
        "id": one.key,
        "title": one.title,
        "description": one.about,
        "attribution": one.attribution,
        "itemType": "feature",
        "crs": [CRS84],
        "extent": spatial,
        "links": [
            link(base, path, "self"),
            link(base, f"{path}/items", "items", media=GEOJSON, title=one.title),
            *licences,
        ],
    }


def items(
    base: str,
    one: Collection,
    found: Sequence[Feature],
    *,
    limit: int,
    offset: int,
    query: Mapping[str, str],
) -> Document:
    """A page of the features that were `found`; `query`: what was asked besides the page."""
    path = f"/ogc/collections/{one.key}/items"
    part = found[offset : offset + limit]

    def at(start: int, rel: str) -> Document:
        asked = urlencode({**query, "limit": limit, "offset": start})
        return link(base, f"{path}?{asked}", rel, media=GEOJSON)

    links = [at(offset, "self"), link(base, path.removesuffix("/items"), "collection")]
    if offset + limit < len(found):
        links.append(at(offset + limit, "next"))
    if offset:
        links.append(at(max(offset - limit, 0), "prev"))
    return {
        "type": "FeatureCollection",
        "numberMatched": len(found),
        "numberReturned": len(part),
        "links": links,
        "features": list(part),
    }


def item(base: str, one: Collection, feature: Feature) -> Document:
    """One feature."""
    path = f"/ogc/collections/{one.key}"
    return {
        **feature,
        "links": [
            link(base, f"{path}/items/{quote(str(feature['id']), safe='')}", "self", media=GEOJSON),
            link(base, path, "collection"),
        ],
    }
