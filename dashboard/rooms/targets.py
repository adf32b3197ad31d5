"""What an objection can be pinned to: a province, or an assumption that has a control."""

from collections.abc import Mapping
from functools import cache

from dashboard.rooms.refused import Refused
from dashboard.rooms.texts import Both
from dashboard.world import world

Targets = Mapping[str, Mapping[str, Both]]


@cache
def targets() -> Targets:
    """Names by kind and key."""
    here = world()
    return {
        "province": {
            code: Both(en=one.name("en"), km=one.name("km"))
            for code, one in here.geodata.provinces.items()
        },
        "assumption": {
            key: Both(en=one.text.en, km=one.text.km)
            for key, one in here.assumptions.items()
            if one.group == "place"
        },
    }


def target_of(kind: object, key: object) -> tuple[str, str]:
    """Kind and key of a target that there is. Raises `Refused`."""
    known = targets()
    if isinstance(kind, str) and isinstance(key, str) and key in known.get(kind, {}):
        return kind, key
    raise Refused("target")


def name_of(kind: str, key: str) -> Both:
    """The name of a target; its key where there is no such target any more."""
    return targets().get(kind, {}).get(key) or Both(en=key, km=key)
