"""Whose boundaries a map shows."""

from dashboard.words import Speaker
from dashboard.world import world
from geodata.own import OWN

_BOUNDARIES = "AREAS"


def map_credit(say: Speaker) -> str:
    """The line on a map."""
    return say("own_credit", source=own_source(say)) if OWN else say("map_credit")


def picture_credit(say: Speaker) -> str:
    """The line below a picture."""
    return say("own_boundaries", source=own_source(say)) if OWN else say("picture_boundaries")


def licence_of_boundaries(say: Speaker, *, odbl: str) -> str:
    """Under which terms the outlines in a file are."""
    if not OWN:
        return say("export_boundaries", odbl=odbl)
    known = world().geodata.sources.get(_BOUNDARIES)
    licence = known.licence if known else ""
    return say("own_licence", source=own_source(say), licence=licence)


def own_source(say: Speaker) -> str:
    """How the boundaries of one's own areas are named."""
    known = world().geodata.sources.get(_BOUNDARIES)
    return known.name(say.lang) if known else _BOUNDARIES
