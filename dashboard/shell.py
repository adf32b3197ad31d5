"""What stands around every page: the head of the document, the bar with menu and language."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import dash_bootstrap_components as dbc
from dash import dcc, html

from dashboard import ids, khmer_first
from dashboard.components.account_bar import account_bar, languages, steward_links
from dashboard.components.attributes import attributes
from dashboard.components.desk_now import unusable, version_link
from dashboard.components.embed import embed_offer, embedded_foot, whole_link
from dashboard.components.links import keep
from dashboard.look import look
from dashboard.own_pages import lacking_parts
from dashboard.page import Page, address, pages
from dashboard.state import View
from dashboard.static_html import to_html
from dashboard.words import Speaker
from geodata.own import OWN

INDEX = """<!DOCTYPE html>
<html lang="@@LANG@@">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>@@TITLE@@</title>
    <meta name="description" content="@@ABOUT@@">
    <link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
    @@FONTS@@
    @@LOOK@@
    {%css%}
    @@LETTERS@@
  </head>
  <body>
    <div id="first-paint">@@FIRST@@</div>
    {%app_entry%}
    <footer hidden>
      {%config%}
      {%scripts%}
      {%renderer%}
    </footer>
  </body>
</html>""".replace("@@LOOK@@", look(latin="optional"))
_LATIN, _KHMER = "/assets/fonts/source-sans-3.woff2", "/assets/fonts/noto-sans-khmer.woff2"
FONTS = {"en": (_LATIN,), "km": (_LATIN, _KHMER)}
"""What a page asks for at once: digits are Latin in both languages."""


def preload(font: str) -> str:
    """The link that asks for a font before the styles do."""
    return f'<link rel="preload" href="{font}" as="font" type="font/woff2" crossorigin>'


def frame() -> list[Any]:
    """What Dash draws first: the URL, and the place where pages are put."""
    return [
        dcc.Location(id=ids.URL, refresh="callback-nav"),
        dcc.Store(id=ids.ROUTE),
        html.Div(id=ids.ROOT),
    ]


def screen(page: Page | None, view: View, *, hosts: Sequence[str] = ()) -> list[Any]:
    """Bar, page and foot; `page` None says that there is no such page.

    `hosts`: other web sites that may show pages of this one. There, bar and foot are left out.
    """
    say = Speaker(lang=view.lang, digits=view.digits)
    content = _content(page, view, say=say)
    main = html.Main(
        [*unusable(say), *content],
        id=ids.PAGE,
        lang=view.lang,
        className=f"page lang-{view.lang}",
        tabIndex=-1,
        **attributes(data_ready="false", data_title=_title(page, view, say=say)),
    )
    back = f"{address(page, view) if page else '/'}{_query(view)}"
    if view.embed:
        whole = whole_link(address(page, view) if page else "/", view.search)
        return [main, embedded_foot(_reader(view, say=say), href=whole, say=say)]
    return [
        html.A(say("skip"), href=f"#{ids.PAGE}", className="skip"),
        html.Header(
            [
                *_menu(page, view, say=say),
                html.Div(
                    [*account_bar(back=back, view=view, say=say), _reader(view, say=say)],
                    className="bar-end",
                ),
            ],
            className="bar-top",
        ),
        main,
        html.Footer(
            [
                say("own_foot") if OWN else say("foot"),
                " ",
                version_link(view, say=say),
                *steward_links(view, say=say),
                _to_story(say),
                embed_offer(hosts, say=say),
            ],
            className="foot",
        ),
    ]


def _content(page: Page | None, view: View, *, say: Speaker) -> list[Any]:
    """The page; that there is none; or what areas of one's own lack for it."""
    if page is None:
        return _unknown(view, say=say)
    if lacking := page.lacks():
        return lacking_parts(say(page.menu), lacking, view=view, say=say)
    return list(page.layout(view))


def plain_bar(view: View, *, here: str, more: Mapping[str, str], say: Speaker) -> html.Header:
    """The bar of a document without a script: `here` is its path, `more` what its links keep."""
    return html.Header(
        [
            *_menu(None, view, say=say),
            html.Div(
                [
                    *account_bar(back="/", view=view, say=say, link=here != "/sign-in"),
                    languages(view, here=here, more=more, say=say),
                ],
                className="bar-end",
            ),
        ],
        className="bar-top",
    )


def _query(view: View) -> str:
    """The query of a view as it was asked for."""
    query = view.search.lstrip("?")
    return f"?{query}" if query else ""


def _to_story(say: Speaker) -> html.P:
    """This view as a scene of a story; atlas.js keeps the link up to date."""
    link = html.A(
        say("to_story"),
        id=ids.TO_STORY,
        href=f"/workshop?lang={say.lang}",
        target="corridor-atlas-presenter",
    )
    return html.P(link)


def _menu(page: Page | None, view: View, *, say: Speaker) -> list[Any]:
    """The name, and every page."""
    return [
        dcc.Link("Corridor Atlas", href=f"/{keep(view)}", className="brand"),
        html.Nav(
            [
                *(
                    dcc.Link(
                        say(one.menu),
                        href=f"{one.path}{keep(view)}",
                        className="current" if page and one.path == page.path else "",
                    )
                    for one in pages().values()
                ),
                html.A(say("menu_workshop"), href=f"/workshop?lang={view.lang}"),
            ],
            **attributes(aria_label=say("menu")),
        ),
    ]


def _reader(view: View, *, say: Speaker) -> html.Div:
    """Language and digits."""
    return html.Div(
        [
            dbc.Checklist(
                id=ids.DIGITS,
                value=["khmer"] if view.digits == "khmer" else [],
                options=[{"value": "khmer", "label": say("digits_khmer")}],
                switch=True,
                className="digits"
                if view.lang == "km" or view.digits == "khmer"
                else "digits absent",
            ),
            dbc.RadioItems(
                id=ids.LANG,
                value=view.lang,
                inline=True,
                className="languages",
                options=[
                    {"value": "en", "label": "English"},
                    {"value": "km", "label": "ខ្មែរ"},
                ],
            ),
        ],
        className="reader",
        role="group",
        **attributes(aria_label=say("language")),
    )


def _title(page: Page | None, view: View, *, say: Speaker) -> str:
    """Title of the browser tab."""
    if page is None:
        return say("unknown_title")
    return page.named(view, say) or say(page.title)


def _unknown(view: View, *, say: Speaker) -> list[Any]:
    return [
        html.Div(
            [
                html.H1(say("unknown_title")),
                html.P(say("unknown_text")),
                dcc.Link(say("unknown_back"), href=f"/{keep(view)}"),
            ],
            className="reading",
        )
    ]


def document(index: str, *, page: Page | None, view: View, hosts: Sequence[str] = ()) -> str:
    """The HTML document of a page, the page itself already in it.

    `index`: what Dash made of `INDEX`, the same for every reader; `hosts`: as in `screen`.
    """
    say = Speaker(lang=view.lang, digits=view.digits)
    return (
        index.replace("@@LANG@@", view.lang)
        .replace("@@TITLE@@", escape(_title(page, view, say=say)))
        .replace("@@ABOUT@@", escape(say("about"), quote=True))
        .replace("@@FONTS@@", "".join(map(preload, FONTS[view.lang])))
        .replace("@@LETTERS@@", khmer_first.MARKUP if view.lang == "km" else "")
        .replace("@@FIRST@@", to_html(screen(page, view, hosts=hosts)))
    )
