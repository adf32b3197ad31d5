"""A part of a page as one component: finished HTML, put in place at once.

Dash wakes every component of a page at every change; a table of 25 rows made of Dash's own
components is 300 of them. As one block it costs nothing.
"""

from typing import Any

from dash.development.base_component import Component

from dashboard.static_html import to_html


class Block(Component):
    """Finished HTML; drawn by assets/block.js.

    `html`: finished, every text and attribute in it escaped, as `to_html` does; `tag`: the element
    around it; `attributes`: its role and labels.
    """

    _namespace = "corridor_atlas"
    _type = "Block"

    def __init__(
        self,
        html: str,
        *,
        id: str | None = None,
        tag: str = "div",
        className: str = "",
        attributes: dict[str, str] | None = None,
    ) -> None:
        """All but the HTML by keyword."""
        self._prop_names = ["id", "html", "tag", "className", "attributes"]
        self._valid_wildcard_attributes: list[str] = []
        self.available_properties = self._prop_names
        self.available_wildcard_properties: list[str] = []
        given: dict[str, Any] = {"html": html, "tag": tag, "className": className}
        if id is not None:
            given["id"] = id
        super().__init__(**given, attributes=attributes or {})


def block(
    parts: Any,
    *,
    id: str | None = None,
    tag: str = "div",
    className: str = "",
    attributes: dict[str, str] | None = None,
) -> Block:
    """The Dash components `parts` as one block."""
    return Block(to_html(parts), id=id, tag=tag, className=className, attributes=attributes)
