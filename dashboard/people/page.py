"""The document of a page about people: the same bar and colours, no script."""

from collections.abc import Sequence
from html import escape

from fastapi.responses import HTMLResponse

from dashboard.look import look
from dashboard.people.asked import Ask
from dashboard.shell import FONTS, plain_bar, preload
from dashboard.static_html import to_html

_FRAME = """<!DOCTYPE html>
<html lang="{lang}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>{title}</title>
    <link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
    {fonts}
    {look}
    <link rel="stylesheet" href="/assets/atlas.css">
  </head>
  <body class="live">
    {bar}
    <main id="page" lang="{lang}" class="page lang-{lang}" data-ready="true">
      <div class="reading{css}"><h1>{heading}</h1>{parts}</div>
    </main>
  </body>
</html>"""


def page(
    ask: Ask,
    heading: str,
    parts: Sequence[str],
    *,
    status: int = 200,
    wide: bool = False,
) -> HTMLResponse:
    """The answer: finished HTML below a heading. No cache keeps it."""
    here = f"/{ask.request.url.path.split('/')[1]}"
    back = {} if ask.back == "/" else {"next": ask.back}
    text = _FRAME.format(
        lang=ask.view.lang,
        title=escape(f"{heading} · Corridor Atlas"),
        fonts="".join(map(preload, FONTS[ask.view.lang])),
        look=look(latin="optional"),
        bar=to_html(plain_bar(ask.view, here=here, more=back, say=ask.say)),
        css=" wide" if wide else "",
        heading=escape(heading),
        parts="".join(parts),
    )
    return HTMLResponse(text, status_code=status, headers={"Cache-Control": "no-store"})


def told(sentence: str, *, problem: bool = False) -> str:
    """A notice; a problem is read out at once."""
    role = "alert" if problem else "status"
    return f'<p class="notice" role="{role}">{escape(sentence)}</p>' if sentence else ""
