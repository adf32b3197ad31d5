"""The presenter's page and the audience's screen as plain HTML: no Dash, no inline script."""

import json
from html import escape

from dashboard.accounts.who import may, who_here
from dashboard.accounts_words import refused_words, sign_in_link
from dashboard.plain_document import OTHER, plain_document
from dashboard.words import Speaker
from dashboard.workshop.words import keys_words, workshop_words

_STYLE = "workshop/workshop.css"
_SHARED = ("join/join_forms.js", "join/join_results.js", "workshop/line.js")
_SCREEN = (
    *_SHARED,
    "workshop/show.js",
    "workshop/frame.js",
    "workshop/screen.js",
    "workshop/follow.js",
)
_PRESENTER = (
    *_SHARED,
    "workshop/room.js",
    "workshop/story.js",
    "workshop/moderate.js",
    "workshop/presenter.js",
)


def screen_page(lang: str) -> str:
    """What the audience sees; the script fills it in."""
    say = Speaker(lang=lang)
    body = f"""
<main id="page" class="screen" data-ready="false" data-lang="{lang}" data-words="{_words(say)}">
<section id="scene" class="scene">
<h1 id="sentence">{escape(say("stage_waiting"))}</h1>
<div id="visual" class="visual" hidden>
<img id="picture" alt="" hidden>
<iframe id="frame" title="{escape(say("stage_page"), quote=True)}" hidden></iframe>
</div>
<p id="evidence" class="evidence"></p>
</section>
<section id="asked" class="asked" hidden></section>
<section id="objections" class="texts-big" hidden></section>
<section id="door" class="door" hidden>
<div><h1>{escape(say("stage_door"))}</h1><p id="door-code" class="code"></p>
<p id="door-address" class="address"></p><p id="door-count"></p></div>
<img id="door-qr" alt="{escape(say("stage_qr"), quote=True)}">
</section>
<footer id="strip" class="strip" hidden></footer>
<div id="blank" class="blank" hidden></div>
<div id="pointer" class="pointer" hidden></div>
<button id="full" class="full" type="button">{escape(say("stage_full"))}</button>
</main>"""
    return _document(lang, body, title=say("stage_title"), scripts=_SCREEN)


def presenter_page(lang: str) -> str:
    """What the presenter sees."""
    say = Speaker(lang=lang)
    other, name = OTHER[lang]
    buttons = "".join(
        f'<button type="button" data-act="{act}">{escape(label)} <kbd>{key}</kbd></button>'
        for act, key, label in (
            ("back", "←", say("stage_back")),
            ("next", "→", say("stage_next")),
            ("blank", "B", say("stage_blank")),
            ("point", "P", say("stage_point")),
            ("drill", "D", say("stage_drill")),
            ("qr", "Q", say("stage_show_qr")),
            ("auto", "A", say("stage_auto")),
            ("help", "?", say("stage_keys")),
        )
    )
    keys = "".join(
        f"<dt><kbd>{escape(key)}</kbd></dt><dd>{escape(text)}</dd>" for key, text in keys_words(say)
    )
    body = f"""
<header class="bar"><a class="brand" href="/?lang={lang}">Corridor Atlas</a>
<h1>{escape(say("stage_presenter"))}</h1>
<span id="clock" class="clock" role="timer"></span>
<nav aria-label="{escape(say("language"), quote=True)}">
<a id="other-language" href="/workshop?lang={other}" lang="{other}" hreflang="{other}">{name}</a>
</nav></header>
<main id="page" class="presenter" data-ready="false" data-lang="{lang}" data-words="{_words(say)}">
{_who(say)}<p id="said" class="said" role="status" hidden></p>
<section class="now" aria-label="{escape(say("stage_now"), quote=True)}">
<div id="preview-box" class="preview-box">
<iframe id="preview" src="/workshop/screen?lang={lang}&amp;part=preview"
 title="{escape(say("stage_preview"), quote=True)}"></iframe>
<div id="pad" class="pad"></div>
</div>
<div class="buttons" role="toolbar" aria-label="{escape(say("stage_acts"), quote=True)}">{buttons}
<a class="button main" id="open-screen" href="/workshop/screen?lang={lang}"
 target="corridor-atlas-screen">{escape(say("stage_open"))}</a></div>
<div id="question" class="question" hidden></div>
</section>
<section class="beside">
<h2>{escape(say("stage_notes"))}</h2>
<div id="notes" class="notes"></div>
<h2>{escape(say("stage_coming"))}</h2>
<div id="coming" class="coming"></div>
<h2>{escape(say("stage_room"))}</h2>
<div id="room" class="room"></div>
<div id="tables" class="tables" hidden></div>
<div id="waiting" class="waiting"></div>
</section>
<section id="story" class="story" aria-label="{escape(say("stage_story"), quote=True)}"></section>
<dialog id="help"><h2>{escape(say("stage_keys"))}</h2><dl>{keys}</dl>
<p><a href="/methods?lang={lang}">{escape(say("stage_methods"))}</a></p>
<form method="dialog"><button class="main">{escape(say("stage_close_help"))}</button></form>
</dialog>
</main>"""
    return _document(lang, body, title=say("stage_presenter"), scripts=_PRESENTER)


def _who(say: Speaker) -> str:
    """What whoever reads this may not do here, with the way to sign in; or nothing."""
    if may(who_here(), "room_open"):
        return ""
    told = escape(refused_words("room_open", say=say))
    href = escape(sign_in_link(f"/workshop?lang={say.lang}", say=say), quote=True)
    return f'<p class="said">{told} <a href="{href}">{escape(say("sign_in"))}</a></p>\n'


def _words(say: Speaker) -> str:
    return escape(json.dumps(workshop_words(say), ensure_ascii=False), quote=True)


def _document(lang: str, body: str, *, title: str, scripts: tuple[str, ...]) -> str:
    named = f"{title} · Corridor Atlas"
    return plain_document(lang, body, title=named, style=_STYLE, scripts=scripts)
