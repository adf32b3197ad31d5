"""The phone's two pages as plain HTML: no Dash, no inline script, small enough for a weak line."""

import json
from html import escape

from dashboard.plain_document import OTHER, plain_document
from dashboard.rooms.join_words import join_words
from dashboard.rooms.keeper import OBJECTION_MOST
from dashboard.rooms.targets import targets
from dashboard.words import Speaker

_SCRIPTS = tuple(
    f"join/{name}.js" for name in ("join_forms", "join_results", "join_scene", "join_line", "join")
)
_STYLE = "join/join.css"


def door_page(lang: str, *, said: str, given: str) -> str:
    """The page that asks for a code; `said`: what was wrong with the one that was `given`."""
    say = Speaker(lang=lang)
    problem = f'<p class="said" role="alert">{escape(said)}</p>' if said else ""
    body = f"""
<main id="page" class="door" data-ready="true">
<h1>{escape(say("room_door_title"))}</h1>
{problem}
<form action="/join" method="get">
<input type="hidden" name="lang" value="{lang}">
<label for="code">{escape(say("room_code_label"))}</label>
<input id="code" name="code" value="{escape(given[:12], quote=True)}" required maxlength="12"
 autocomplete="off" autocapitalize="characters" spellcheck="false">
<button class="main" type="submit">{escape(say("room_code_go"))}</button>
</form>
<p class="about">{escape(say("room_code_where"))}</p>
</main>"""
    return _document(lang, body, title=say("room_door_title"), here="/join", scripts=())


def room_page(code: str, *, lang: str) -> str:
    """The page of a room; the script fills it in and says what it cannot."""
    say = Speaker(lang=lang)
    words = escape(json.dumps(join_words(say), ensure_ascii=False), quote=True)
    body = f"""
<main id="page" data-ready="false" data-code="{code}" data-lang="{lang}" data-words="{words}">
<p id="state" class="state" role="status">{escape(say("room_joining"))}</p>
<noscript><p class="said">{escape(say("room_no_script"))}</p></noscript>
<section id="question" class="question" hidden></section>
<section id="results" class="results" hidden></section>
<section id="scene" class="scene">
<h1 id="scene-text">{escape(say("room_title", code=code))}</h1>
<figure id="picture" hidden><img id="picture-image" alt="" width="700" height="520">
<figcaption><strong id="picture-title"></strong><ul id="legend" class="legend"></ul>
<p id="picture-evidence" class="about"></p></figcaption></figure>
<p><a id="around" class="quiet" href="/?lang={lang}">{escape(say("room_around"))}</a></p>
</section>
<section id="tables" class="tables" hidden>
<h2 id="tables-title">{escape(say("room_tables"))}</h2>
<div id="tables-list" class="choices" role="group" aria-labelledby="tables-title"></div>
</section>
{_objecting(say)}
<p class="about">{escape(say("room_anonymous"))}</p>
</main>"""
    title = say("room_title", code=code)
    return _document(lang, body, title=title, here=f"/join/{code}", scripts=_SCRIPTS)


def _objecting(say: Speaker) -> str:
    groups = {
        "province": say("room_provinces"),
        "assumption": say("room_assumptions"),
    }
    options = "".join(
        f'<optgroup label="{escape(label, quote=True)}">'
        + "".join(
            f'<option value="{kind}:{key}">{escape(name.in_(say.lang))}</option>'
            for key, name in targets()[kind].items()
        )
        + "</optgroup>"
        for kind, label in groups.items()
    )
    return f"""<details id="objecting" class="objecting">
<summary>{escape(say("room_object"))}</summary>
<form id="objection">
<label for="objection-target">{escape(say("room_object_to"))}</label>
<select id="objection-target" required><option value="">{escape(say("room_object_pick"))}</option>
{options}</select>
<label for="objection-text">{escape(say("room_object_why"))}</label>
<textarea id="objection-text" rows="3" maxlength="{OBJECTION_MOST}" required></textarea>
<button class="main" type="submit">{escape(say("room_send"))}</button>
<p id="objection-said" class="said" role="status" hidden></p>
</form>
</details>
<section id="objections" class="objections" hidden>
<h2>{escape(say("room_objections"))}</h2>
<ul id="objections-list"></ul>
</section>"""


def _document(lang: str, body: str, *, title: str, here: str, scripts: tuple[str, ...]) -> str:
    """A page below its bar; `here`: its path, for the link to the other language."""
    say = Speaker(lang=lang)
    other, name = OTHER[lang]
    bar = f"""<header class="bar"><strong>Corridor Atlas</strong>
<nav aria-label="{escape(say("language"), quote=True)}">
<a id="other-language" href="{here}?lang={other}" lang="{other}" hreflang="{other}">{name}</a>
</nav></header>"""
    return plain_document(lang, f"{bar}{body}", title=title, style=_STYLE, scripts=scripts)
