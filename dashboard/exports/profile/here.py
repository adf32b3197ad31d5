"""What lies in a province, as print lists it."""

from typing import Any

from dashboard.evidence import status_text
from dashboard.exports.profile.numbered import Numbered
from dashboard.map_data import place_lines
from dashboard.numbers import date_text
from dashboard.profile.profile import Profile
from dashboard.words import Speaker
from dashboard.world import world
from layers import Place, Route


def places_here(found: Profile, sources: Numbered, *, say: Speaker) -> dict[str, Any]:
    """Groups of places and routes, each with its evidence; what is said where there are none."""
    groups = [_group(key, places, sources, say=say) for key, places in found.places.items()] + [
        _group(key, routes, sources, say=say) for key, routes in found.routes.items()
    ]
    return {
        "title": say("profile_here_title"),
        "none": "" if found.places else say("profile_nothing_here"),
        "groups": groups,
    }


def _group(
    key: str, items: tuple[Place, ...] | tuple[Route, ...], sources: Numbered, *, say: Speaker
) -> dict[str, Any]:
    layer = world().overlays[key]
    title = say.fill(layer.title.in_(say.lang))
    return {
        "title": say("panel_places", title=title, count=len(items)),
        "items": [
            {
                "name": say.fill(one.name.in_(say.lang)),
                "kind": say.fill(layer.categories[one.category].title.in_(say.lang)),
                "line": _line(one, say=say),
                "evidence": say(
                    "evidence",
                    status=status_text([one.status], say=say),
                    date=say.fill(date_text(one.as_of, lang=say.lang)),
                    sources=say("profile_cited", numbers=sources.mention(one.source_ids)),
                ),
            }
            for one in items
        ],
    }


def _line(one: Place | Route, *, say: Speaker) -> str:
    if isinstance(one, Place):
        return " · ".join(place_lines(one, say=say))
    names = [
        world().geodata.provinces[code].name(say.lang) for code in dict.fromkeys(one.provinces)
    ]
    return say("route_through", provinces=say("list_separator").join(names))
