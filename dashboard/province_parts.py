"""The parts of the page of a province, each drawn for a view."""

import dataclasses

from dash import html

from dashboard.beside_words import notices
from dashboard.components.block import block
from dashboard.components.notice import notice
from dashboard.components.profile.around import nearest_jobs, what_lies_here
from dashboard.components.profile.figures import key_list
from dashboard.components.profile.head import profile_head
from dashboard.components.profile.invested import all_provinces, files, scenarios_here
from dashboard.components.profile.map import profile_map
from dashboard.components.profile.need import need_parts, trades
from dashboard.profile.profile import is_known, profile
from dashboard.province_view import unreadable
from dashboard.scenarios.beside import named
from dashboard.state import View
from dashboard.static_html import to_html
from dashboard.words import Speaker
from dashboard.world import world

WAITING = "waiting"
"""Marks what is still being worked out."""


def top(view: View) -> tuple[str, str]:
    """What the link got wrong, and the head with the answer in words."""
    say = Speaker(lang=view.lang, digits=view.digits)
    told = dataclasses.replace(view, unreadable=unreadable(view))
    lines = [html.P(line) for line in notices(named(view), say=say)]
    province = world().geodata.provinces[view.province or ""]
    head = profile_head(world(), province=province, view=view, say=say)
    return to_html([*notice(told, say=say), *lines]), to_html(head)


def first_body(view: View) -> str:
    """Everything below the head where it is known, or else that it is being worked out."""
    if is_known(view):
        return body(view)
    say = Speaker(lang=view.lang, digits=view.digits)
    return to_html(html.P(say("being_worked_out"), className=f"hint {WAITING}"))


def body(view: View) -> str:
    """Everything below the head."""
    here, say, found = world(), Speaker(lang=view.lang, digits=view.digits), profile(view)
    parts = {
        "profile-need": need_parts(here, found=found, view=view, say=say),
        "profile-trades": trades(here, found=found, view=view, say=say),
        "profile-near": nearest_jobs(here, found=found, view=view, say=say),
        "profile-here": what_lies_here(here, found=found, view=view, say=say),
        "profile-invested": scenarios_here(here, found=found, view=view, say=say),
        "profile-files": files(view=view, say=say),
        "profile-others": [
            html.H2(say("profile_others")),
            all_provinces(here, view=view, say=say),
        ],
    }
    first = html.Div(
        [
            html.Div(profile_map(province=found.province, say=say), className="profile-where"),
            html.Section(key_list(here, found=found, view=view, say=say), className="panel"),
        ],
        className="profile-first",
    )
    sections = [block(part, tag="section", className=f"part {key}") for key, part in parts.items()]
    return to_html([first, *sections])
