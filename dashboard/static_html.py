"""A page as plain HTML: what is read before, and without, any script.

The same layout that Dash draws, written as text; controls become their labels, the map its
static SVG. The browser swaps it for the live page once that is drawn.
"""

import re
from collections.abc import Callable, Mapping
from html import escape
from typing import Any

from dash.development.base_component import Component

from dashboard.components.province_map import ProvinceMap
from dashboard.figures.static_map import static_map

_VOID = frozenset({"br", "hr", "img", "input"})
_UNSEEN = frozenset({"children", "id", "n_clicks"})
_FREE = ("data-", "aria-")
_NAMES = {"className": "class", "colSpan": "colspan", "tabIndex": "tabindex"}


def to_html(node: Any) -> str:
    """HTML of a Dash component, a list of them, a string or nothing."""
    if node is None:
        return ""
    if isinstance(node, list | tuple):
        return "".join(map(to_html, node))
    if not isinstance(node, Component):
        return escape(str(node))
    special = _SPECIAL.get(type(node).__name__)
    if special is not None:
        return special(node)
    tag = type(node).__name__.lower()
    opened = f"<{tag}{_attributes(_props(node))}>"
    return opened if tag in _VOID else f"{opened}{to_html(getattr(node, 'children', None))}</{tag}>"


def _props(node: Component) -> dict[str, Any]:
    """What was given to a component, in the order of its declaration: what says how it looks."""
    given = vars(node)
    known = [name for name in node._prop_names if name in given and name not in _UNSEEN]
    free = [name for name in given if name.startswith(_FREE)]
    return {name: given[name] for name in (*known, *free)}


_CAPITAL = re.compile("[A-Z]")


def _lower(capital: re.Match[str]) -> str:
    """As CSS writes what JavaScript calls maxHeight."""
    return f"-{capital[0].lower()}"


def _attributes(props: Mapping[str, Any]) -> str:
    text = ""
    for name, value in props.items():
        if value is None or value is False:
            continue
        if name == "style":
            value = ";".join(f"{_CAPITAL.sub(_lower, key)}:{one}" for key, one in value.items())
        plain = "" if value is True else escape(str(value), quote=True)
        text += f' {_NAMES.get(name, name)}="{plain}"'
    return text


def _link(node: Any) -> str:
    label = to_html(node.children)
    css = getattr(node, "className", "") or ""
    return f'<a data-inside class="{css}" href="{escape(node.href, quote=True)}">{label}</a>'


def _block(node: Any) -> str:
    opened = _attributes({"className": node.className or None, **node.attributes})
    return f"<{node.tag}{opened}>{node.html}</{node.tag}>"


def _options(node: Any) -> str:
    chosen = node.value if isinstance(node.value, list) else [node.value]
    kind = "radio" if type(node).__name__ == "RadioItems" else "checkbox"
    css = getattr(node, "className", "") or ""
    inline = " form-check-inline" if getattr(node, "inline", False) else ""
    rows = "".join(
        f'<div class="form-check{inline}"><input class="form-check-input" type="{kind}" disabled'
        f"{' checked' if one['value'] in chosen else ''}>"
        f'<label class="form-check-label">{escape(one["label"])}</label></div>'
        for one in node.options
    )
    return f'<div class="{css}">{rows}</div>'


def _select(node: Any) -> str:
    shown = next(one["label"] for one in node.options if one["value"] == node.value)
    return f'<select class="form-select" disabled><option>{escape(shown)}</option></select>'


def _map(node: ProvinceMap) -> str:
    data = node.to_plotly_json()["props"]
    fill = data["fills"][data["view"]["layer"]][data["view"]["measure"]]
    words = data["words"]
    rows = [_legend_row(one["label"], one["count"], colour=one["color"]) for one in fill["classes"]]
    below = " legend-below" if data.get("legend_below") else ""
    if fill["uncertain"]:
        colour = fill["classes"][1]["color"]
        unsure = fill["uncertain"]
        rows.append(_legend_row(unsure["text"], unsure["count"], colour=colour))
    if fill["missing"]:
        rows.append(
            _legend_row(words["missing"], fill["missing"]["count"], colour="var(--no-data)")
        )
    return (
        f'<figure class="province-map first{below}">'
        f'<div class="map-caption"><p class="map-title">{escape(fill["title"])}'
        f'<span class="map-unit">{escape(fill["unit"])}</span></p>'
        f'<p class="map-evidence">{escape(fill["evidence"])}</p></div>'
        f'<div class="map-frame"><div class="map-stage">{static_map(data, data["view"])}</div>'
        f'<p class="map-credit">{escape(words["credit"])}</p>'
        f'<div class="map-legend"><p class="legend-head"><span>{escape(fill["unit"])}</span>'
        f"<span>{escape(words['provinces'])}</span></p><ul>{''.join(rows)}</ul></div></div></figure>"
    )


def _legend_row(label: str, count: str, *, colour: str) -> str:
    return (
        f'<li><svg class="swatch" width="22" height="14"><rect width="22" height="14"'
        f' fill="{colour}"/></svg><span>{escape(label)}</span>'
        f'<span class="count">{escape(count)}</span></li>'
    )


def _dials(node: Any) -> str:
    """The assumptions as text: what is assumed, and where it comes from."""
    parts = []
    for group in node.groups:
        title, about = escape(group["title"]), escape(group["about"])
        if group.get("folded"):
            parts.append(f"<details><summary>{title}</summary><p>{about}</p>")
        else:
            parts.append(f"<h3>{title}</h3><p>{about}</p>")
        for dial in group["dials"]:
            value = node.value.get(dial["key"], dial["first"])
            told = dial.get("text") or f"{value:g} {dial['unit']}"
            parts.append(f"<p>{escape(dial['label'])}: {escape(told)}</p><p>{dial['note']}</p>")
        parts.append("</details>" if group.get("folded") else "")
    return f'<div class="dials">{"".join(parts)}</div>'


def _plan(node: Any) -> str:
    """A plan as text: its rows, one after another."""
    names = {one["key"]: one["label"] for one in node.instruments}
    where = {one["key"]: one["label"] for group in node.places for one in group["places"]}
    rows = [part.split(":") for part in (node.value or "").split(",") if part]
    told = "".join(
        f"<li>{escape(names[instrument])}, {escape(where[place])}: {escape(usd)}"
        f" {escape(node.words['million'])}</li>"
        for instrument, place, usd, *_ in rows
    )
    return f'<div class="plan"><ol class="plan-rows">{told}</ol></div>'


def _text_field(node: Any) -> str:
    """A field to write in, empty until the live page stands."""
    if type(node).__name__ == "Textarea":
        return f'<textarea class="form-control" rows="{node.rows}" disabled></textarea>'
    return '<input class="form-control" disabled>'


def _nothing(node: Any) -> str:
    return ""


def _label(node: Any) -> str:
    return f"<label>{to_html(node.children)}</label>"


_SPECIAL: Mapping[str, Callable[[Any], str]] = {
    "Block": _block,
    "Link": _link,
    "RadioItems": _options,
    "Checklist": _options,
    "Select": _select,
    "Label": _label,
    "ProvinceMap": _map,
    "Dials": _dials,
    "Plan": _plan,
    "Input": _text_field,
    "Textarea": _text_field,
    "SavedActs": _nothing,
    "Interval": _nothing,
    "Store": _nothing,
    "Location": _nothing,
}
