"""The profile of one province; without a province, the list of all."""

from dataclasses import replace
from typing import Any

from dash import dcc, html

from dashboard import ids
from dashboard.components.block import Block, block
from dashboard.components.notice import notice
from dashboard.components.profile.invested import all_provinces
from dashboard.components.province_panel import province_panel
from dashboard.exports.links import PROVINCE
from dashboard.own_pages import lacking_words, scenarios_lack
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
    if lacking := scenarios_lack():
        return _short(view, lacking)
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


def _short(view: View, lacking: tuple[str, ...]) -> list[Any]:
    """What is known of an area of one's own, and the tables that the rest needs."""
    here, say = world(), Speaker(lang=view.lang, digits=view.digits)
    return [
        block(notice(view, say=say), className="notice", attributes={"role": "status"}),
        html.Div(
            [
                block(
                    province_panel(here, view=view, say=say, alone=True),
                    tag="section",
                    className="panel",
                ),
                html.Section(lacking_words(say("own_profile"), lacking, view=view, say=say)),
                html.H2(say("profile_others")),
                all_provinces(here, view=view, say=say),
            ],
            className="reading wide",
        ),
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
    if scenarios_lack():
        return
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
