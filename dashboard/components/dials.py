"""The assumptions as sliders, each with its default, limits, status and source."""

from typing import Any

from dash.development.base_component import Component

from dashboard.assumptions import Assumption, Group
from dashboard.components.links import source_links
from dashboard.evidence import status_text
from dashboard.state import View
from dashboard.static_html import to_html
from dashboard.words import Speaker
from dashboard.world import World


class Dials(Component):
    """Sliders drawn by assets/dials.js.

    `groups`: titles with their dials (`key`, `label`, `note` as HTML, `unit`, `min`, `max`,
    `step`, `first`); `value`: what is assumed otherwise than by default, key -> number;
    `digits`: latin or khmer; `words`. A group may be `folded`. Instead of limits and a unit a dial
    may have `stops`, the values it takes; `told`, how one is said (`many` and `one` as sentences,
    `times` a factor, `year` without thousands); `text`, the value it begins with; and `about`.
    `most`: how many may be changed at once.
    """

    _namespace = "corridor_atlas"
    _type = "Dials"

    def __init__(
        self,
        *,
        id: str,
        groups: list[dict[str, Any]],
        value: dict[str, float],
        digits: str,
        words: dict[str, str],
        most: int | None = None,
    ) -> None:
        """All by keyword."""
        self._prop_names = ["id", "groups", "value", "digits", "words", "most"]
        self._valid_wildcard_attributes: list[str] = []
        self.available_properties = self._prop_names
        self.available_wildcard_properties: list[str] = []
        super().__init__(id=id, groups=groups, value=value, digits=digits, words=words, most=most)


def dials(here: World, *, id: str, view: View, say: Speaker) -> Dials:
    """The dials of `view`."""
    titles: dict[Group, tuple[str, str]] = {
        "place": (say("dials_place"), say("dials_place_about")),
        "skills": (say("dials_skills"), say("dials_weights")),
        "jobs": (say("dials_jobs"), say("dials_weights")),
    }
    return Dials(
        id=id,
        value=dict(view.assumed),
        digits=say.digits,
        words={"reset": say("dials_reset"), "changed": say("dials_changed", value="{value}")},
        groups=[
            {
                "title": title,
                "about": about,
                "dials": [
                    _dial(here, one, view=view, say=say)
                    for one in here.assumptions.values()
                    if one.group == group
                ],
            }
            for group, (title, about) in titles.items()
        ],
    )


def _dial(here: World, one: Assumption, *, view: View, say: Speaker) -> dict[str, Any]:
    unit = {
        "km": say("unit_km"),
        "per_km": say("unit_per_km"),
        "ratio": "",
        "percent": say("unit_percent"),
    }[one.unit]
    note = say(
        "dial_note",
        first=f"{one.first:g}",
        low=f"{one.low:g}",
        high=f"{one.high:g}",
        status=status_text([one.status], say=say),
    )
    links = source_links(one.source_ids, geodata=here.geodata, view=view, say=say)
    return {
        "key": one.key,
        "label": say.fill(one.text.in_(say.lang)),
        "note": to_html([note, " ", *links]),
        "unit": unit,
        "min": one.low,
        "max": one.high,
        "step": one.step,
        "first": one.first,
    }
