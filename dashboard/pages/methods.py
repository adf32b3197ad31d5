"""How each number was made: the pages of docs/methods, and the assumptions they use."""

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from dash import html

from analysis.measures import discover
from dashboard.components.attributes import attributes
from dashboard.components.block import Block
from dashboard.components.links import keep, source_links
from dashboard.components.table import scroll_table
from dashboard.evidence import status_text
from dashboard.numbers import in_digits
from dashboard.page import Page
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import world
from geodata.own import OWN
from layers import FillLayer

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "methods"
FIRST = "reading-the-map"
MISMATCH = ("trades", "decomposition")
LAST = "scenarios"
REINTEGRATION = ("funnel", "survival", "reintegration_index", "suppression")
_CODE = re.compile(r"(`[^`]+`)")
_SOURCE = re.compile(r"\[([A-Z][A-Z0-9_]+)\](?!\()")


@cache
def method_keys() -> tuple[str, ...]:
    """Methods in reading order: how to read the map, as the layers name them, then the mismatch."""
    named = [
        layer.method
        for layer in world().layers.values()
        if isinstance(layer, FillLayer) and layer.method
    ]
    return tuple(dict.fromkeys([FIRST, *named, *MISMATCH, *discover(), LAST, *REINTEGRATION]))


def markdown(key: str, *, say: Speaker, query: str) -> str:
    """The text of a method in the reader's digits, its [SOURCE_ID]s made links to the data page."""
    text = (FOLDER / f"{key}.{say.lang}.md").read_text(encoding="utf-8")
    sources = world().geodata.sources
    parts = _SOURCE.split(text)
    for i, part in enumerate(parts):
        if i % 2 == 0:
            parts[i] = _in_digits(part, say.digits)
        elif part in sources:
            parts[i] = (
                f"[{in_digits(sources[part].name(say.lang), say.digits)}](/data{query}#{part})"
            )
        else:
            parts[i] = f"[{part}]"
    return "".join(parts)


def _in_digits(text: str, digits: str) -> str:
    """The text in the reader's digits; what is written as code stays as it is typed."""
    return "".join(
        part if part.startswith("`") else in_digits(part, digits) for part in _CODE.split(text)
    )


def title_of(text: str) -> str:
    """The title of a Markdown page: its first heading."""
    return text.lstrip().partition("\n")[0].lstrip("# ").strip()


@lru_cache(maxsize=128)
def _html(text: str) -> str:
    """The text as HTML, tags in it escaped: what is first painted is what stays."""
    return str(_parser().render(text))


@cache
def _parser() -> Any:
    from markdown_it import MarkdownIt  # loaded where it is needed

    return MarkdownIt("commonmark", {"html": False}).enable("table")


def layout(view: View) -> list[Any]:
    """All methods on one page, with a list of them, and the assumptions at the end."""
    say = Speaker(lang=view.lang, digits=view.digits)
    query = keep(view)
    texts = {key: markdown(key, say=say, query=query) for key in method_keys()}
    return [
        html.Div(
            [
                html.Nav(
                    html.Ul(
                        [
                            *(
                                html.Li(html.A(title_of(text), href=f"#{key}"))
                                for key, text in texts.items()
                            ),
                            html.Li(html.A(say("assumptions_title"), href="#assumptions")),
                        ]
                    ),
                    className="contents",
                    **attributes(aria_label=say("contents")),
                ),
                html.Div(
                    [
                        html.H1(say("methods_title")),
                        *([html.P(say("own_methods"), className="notice")] if OWN else []),
                        *(
                            Block(_html(_one_lower(text)), id=key, tag="article", className="prose")
                            for key, text in texts.items()
                        ),
                        html.Article(_assumptions(view, say=say), id="assumptions"),
                    ],
                    className="reading",
                ),
            ],
            className="two-columns",
        )
    ]


def _one_lower(text: str) -> str:
    """Headings one level lower, because the page has its own."""
    return re.sub(r"^(#+ )", r"#\1", text, flags=re.MULTILINE)


def _assumptions(view: View, *, say: Speaker) -> list[Any]:
    rows = []
    for row in world().geodata.rows("assumptions"):
        ends = (
            "" if row.low != row.low else say("from_to", low=f"{row.low:g}", high=f"{row.high:g}")
        )
        rows.append(
            html.Tr(
                [
                    html.Th(
                        [
                            say.fill(row.text_km if say.lang == "km" else row.text_en),
                            html.Code(row.key),
                        ],
                        scope="row",
                    ),
                    html.Td(say.fill(f"{row.central:g}"), className="number"),
                    html.Td(ends, className="number"),
                    html.Td(status_text([row.status], say=say)),
                    html.Td(
                        source_links(row.source_id, geodata=world().geodata, view=view, say=say)
                    ),
                ]
            )
        )
    heads = [
        say("assumption"),
        say("assumption_value"),
        say("table_range"),
        say("table_status"),
        say("table_sources"),
    ]
    return [
        html.H2(say("assumptions_title")),
        html.P(say("assumptions_about")),
        scroll_table(heads, rows, label=say("assumptions_title"), numbers=(1, 2)),
    ]


PAGE = Page(path="/methods", title="title_methods", menu="menu_methods", order=90, layout=layout)
