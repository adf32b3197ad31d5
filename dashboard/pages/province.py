"""The profile of one province; without a province, the list of all."""

from dataclasses import replace
from typing import Any

from dash import dcc, html

from dashboard import ids
from dashboard.components.block import Block, block
from dashboard.components.notice import notice
from dashboard.components.profile.invested import all_provinces
from dashboard.exports.links import PROVINCE
from dashboard.page import Page
from dashboard.province_parts import body, first_body, top
from dashboard.province_wiring import LATEST, register
from dashboard.scenario_view import read
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import world


def layout(view: View) -> list[Any]:
    """The whole page. What takes long is left to its own callback where it is not known yet."""
    if view.province is None:
        return _list(view)
    path = f"{PROVINCE}/{view.province}"
    message, head = top(view)
    asked = {"path": path, "search": view.search, "turn": LATEST.reader()}
    return [
        dcc.Location(
            id=ids.PROVINCE_URL, pathname=path, search=view.search, refresh="callback-nav"
        ),
        dcc.Store(id=ids.PROVINCE_ASKED, data=asked),
        Block(message, id=ids.PROVINCE_NOTICE, className="notice", attributes={"role": "status"}),
        Block(head, id=ids.PROVINCE_HEAD, tag="section", className="headline profile-head"),
        Block(first_body(view), id=ids.PROVINCE_BODY, className="profile"),
    ]


def _list(view: View) -> list[Any]:
    """All provinces; where the address names one that is none, that first."""
    here, say = world(), Speaker(lang=view.lang, digits=view.digits)
    wrong = [one for one in view.unreadable if one.key == "province"]
    others = replace(view, unreadable=tuple(one for one in view.unreadable if one not in wrong))
    about = say("profile_unknown", code=wrong[0].value) if wrong else say("profiles_about")
    return [
        block(notice(others, say=say), className="notice", attributes={"role": "status"}),
        html.Div(
            [
                html.H1(say("profiles_title", count=len(here.geodata.provinces))),
                html.P(about, className="profile-unknown" if wrong else None),
                all_provinces(here, view=view, say=say),
            ],
            className="reading wide",
        ),
    ]


def _named(view: View, say: Speaker) -> str | None:
    """The title of the tab, which is that of a printed page."""
    if view.province is None:
        return None
    return say("title_profile", name=world().geodata.provinces[view.province].name(say.lang))


def _warm() -> None:
    """The first case, ahead of its first reader."""
    body(replace(read(""), province=next(iter(world().geodata.provinces))))


PAGE = Page(
    path=PROVINCE,
    title="title_province",
    menu="menu_province",
    order=40,
    layout=layout,
    register=register,
    warm=_warm,
    by_province=True,
    named=_named,
)
