"""The documentation of the interface as plain HTML: no script, nothing from elsewhere."""

import json
from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

from dashboard.look import look

_STYLE = """
.api { max-width: 64rem; margin: 0 auto; padding: 1.5rem var(--edge) 4rem; }
.api h1 { font-size: var(--huge); }
.api h2 { font-size: var(--large); margin: 3rem 0 0.5rem; }
.api h3 { font-size: var(--text); margin: 2.5rem 0 0.25rem; padding-top: 1rem;
  border-top: 1px solid var(--line); }
.api h2 + section h3 { margin-top: 0.5rem; }
.api h4 { font-size: var(--small); margin: 1rem 0 0.25rem; }
.api p { margin: 0.5rem 0; max-width: 44rem; }
.api code, .api pre { font-family: ui-monospace, "Atlas Khmer", monospace;
  font-size: var(--small); }
.api h3 code { font-size: var(--text); overflow-wrap: anywhere; }
.api pre { margin: 0.5rem 0; padding: 0.75rem; background: var(--paper-soft); overflow: auto;
  max-height: 24rem; border: 1px solid var(--line); }
.api .wide { overflow-x: auto; }
.api table { border-collapse: collapse; font-size: var(--small); min-width: 100%; }
.api th, .api td { text-align: left; vertical-align: top; padding: 4px 12px 4px 0;
  border-bottom: 1px solid var(--line); }
.api nav ul { columns: 18rem; font-size: var(--small); }
.api nav li { padding: 2px 0; overflow-wrap: anywhere; }
.api summary { cursor: pointer; font-size: var(--small); color: var(--accent); padding: 4px 0; }
"""

_FRAME = """<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Interface · Corridor Atlas</title>
    <link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
    {look}
    <link rel="stylesheet" href="/assets/atlas.css">
    <style>{style}</style>
  </head>
  <body class="live">
    <header class="bar-top"><a class="brand" href="/">Corridor Atlas</a></header>
    <main id="page" class="api" data-ready="true">{main}</main>
  </body>
</html>"""


_ELSEWHERE = (
    '<p><a href="/api/docs">Numbers and scenarios</a> · <a href="/ogc/api.html">Features for'
    ' geographic information systems</a> · for programs: <a href="/api/v1/openapi.json">OpenAPI'
    ' 3.1</a>, <a href="/ogc/api">OpenAPI 3.0 of the features</a></p>'
)


def document(described: Mapping[str, Any]) -> str:
    """The page of an OpenAPI description whose answers have examples."""
    return _FRAME.format(look=look(latin="optional"), style=_STYLE, main=_interface(described))


def _interface(described: Mapping[str, Any]) -> str:
    info = described["info"]
    operations = [
        (path, method, told)
        for path, methods in described["paths"].items()
        for method, told in methods.items()
    ]
    groups = dict.fromkeys(told["tags"][0] for _, _, told in operations)
    listed = "".join(
        f'<li><a href="#{escape(told["operationId"])}"><code>{method.upper()}'
        f" {escape(path)}</code></a></li>"
        for path, method, told in operations
    )
    parts = [
        f"<h1>{escape(info['title'])}, interface {escape(info['version'])}</h1>",
        f"<p>{escape(info['description'])}</p>",
        _ELSEWHERE,
        f'<nav aria-label="Addresses"><ul>{listed}</ul></nav>',
    ]
    for group in groups:
        parts.append(f"<h2>{escape(group)}</h2>")
        parts += [
            _operation(path, method, told, described)
            for path, method, told in operations
            if told["tags"][0] == group
        ]
    return "".join(parts)


def _operation(
    path: str, method: str, told: Mapping[str, Any], described: Mapping[str, Any]
) -> str:
    parts = [
        f'<section id="{escape(told["operationId"])}">',
        f"<h3><code>{method.upper()} {escape(path)}</code></h3>",
        f"<p><strong>{escape(told['summary'])}.</strong> {escape(told['description'])}</p>",
    ]
    if told.get("parameters"):
        rows = [
            (one["name"], _type(one["schema"]), _limits(one["schema"]), _text(one))
            for one in told["parameters"]
        ]
        parts.append(_folded("Parameters", _rows(rows), many=len(rows) > _FEW))
    body = told.get("requestBody")
    if body:
        content = body["content"]["application/json"]
        parts.append("<h4>Body</h4>")
        parts += _models(content["schema"], described)
        parts.append(f"<h4>Example of a body</h4>{_json(content['example'])}")
    answer = next(iter(told["responses"]["200"]["content"].values()))
    models = "".join(_models(answer["schema"], described))
    parts.append(_folded("What it gives", models, many=True) if models else "")
    if "text/csv" in told["responses"]["200"]["content"]:
        parts.append("<p>Also as CSV: <code>?format=csv</code>, or Accept: text/csv.</p>")
    parts.append(f"<h4>Example: <code>{escape(_asked(path, method, told))}</code></h4>")
    parts.append(_json(answer["example"]))
    return "".join([*parts, "</section>"])


_FEW = 8


def _asked(path: str, method: str, told: Mapping[str, Any]) -> str:
    query = []
    for one in told.get("parameters", ()):
        if "example" not in one:
            continue
        if one["in"] == "path":
            path = path.replace(f"{{{one['name']}}}", str(one["example"]))
        else:
            query.append(f"{one['name']}={one['example']}")
    return f"{method.upper()} {path}{'?' if query else ''}{'&'.join(query)}"


def _models(schema: Mapping[str, Any], described: Mapping[str, Any]) -> list[str]:
    """A table for the model of a schema, and for each one that it holds."""
    known = described["components"]["schemas"]
    found: list[str] = []
    waiting = list(_named(schema))
    for name in waiting:
        one = known[name]
        waiting += [other for other in _named(one) if other not in waiting]
        required = one.get("required", ())
        rows = [
            (
                key + ("" if key in required else " (optional)"),
                _type(part),
                _limits(part),
                _text(part),
            )
            for key, part in one.get("properties", {}).items()
        ]
        title = escape(one.get("title", name))
        found.append(f"<h4>{title}</h4>{_rows(rows)}")
    return found


def _named(schema: Any) -> Iterable[str]:
    """Names of the models that a schema holds, in order."""
    if isinstance(schema, dict):
        for key, value in schema.items():
            if key == "$ref":
                yield str(value).rpartition("/")[2]
            else:
                yield from _named(value)
    elif isinstance(schema, list):
        for one in schema:
            yield from _named(one)


def _type(schema: Mapping[str, Any]) -> str:
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "anyOf" in schema:
        return " or ".join(_type(one) for one in schema["anyOf"])
    if "const" in schema or "enum" in schema:
        return "text" if isinstance(schema.get("enum", [""])[0], str) else "number"
    if schema.get("type") == "array":
        return f"list of {_type(schema.get('items', {}))}"
    return str(schema.get("type", "object"))


def _limits(schema: Mapping[str, Any]) -> str:
    parts = [_limits(one) for one in schema.get("anyOf", ())]
    if "enum" in schema:
        parts.append(", ".join(map(str, schema["enum"])))
    if "minimum" in schema or "maximum" in schema:
        parts.append(f"{schema.get('minimum', '')} to {schema.get('maximum', '')}")
    if schema.get("default") is not None and not isinstance(schema["default"], dict | list):
        parts.append(f"usually {schema['default']}")
    if "properties" in schema:
        parts += [f"{key}: {_limits(one)}" for key, one in schema["properties"].items()]
    return "; ".join(filter(None, parts))


def _text(told: Mapping[str, Any]) -> str:
    return str(told.get("description", ""))


def _rows(rows: Iterable[tuple[str, ...]]) -> str:
    body = "".join(
        f"<tr><td><code>{escape(name)}</code></td>"
        + "".join(f"<td>{escape(one)}</td>" for one in rest)
        + "</tr>"
        for name, *rest in rows
    )
    head = "".join(f'<th scope="col">{one}</th>' for one in ("Name", "Type", "Values", "Meaning"))
    return (
        f'<div class="wide" tabindex="0" role="group" aria-label="Fields"><table><thead><tr>{head}'
        f"</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _folded(title: str, inner: str, *, many: bool) -> str:
    if many:
        return f"<details><summary>{title}</summary>{inner}</details>"
    return f"<h4>{title}</h4>{inner}"


def _json(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return f'<pre tabindex="0" aria-label="Example">{escape(text)}</pre>'
