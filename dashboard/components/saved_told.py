"""What is told of saved scenarios: what is open, what was done, what somebody else saved."""

from collections.abc import Mapping, Sequence
from typing import Any

from dash import html

from dashboard.components.saved_acts import saved_button
from dashboard.numbers import number
from dashboard.scenarios.asked import Asked, places
from dashboard.scenarios.plan_text import MILLION, read_plan
from dashboard.scenarios.python_lines import python_lines
from dashboard.static_html import to_html
from dashboard.store import Conflict, Entry, Saved, Version
from dashboard.store_words import time_text
from dashboard.words import Speaker


def python_html(asked: Asked) -> str:
    """The lines that give the same numbers."""
    return to_html(html.Code(python_lines(asked)))


def current_html(
    opened: Mapping[str, Any] | None, *, changed: bool, say: Speaker, problem: str = ""
) -> str:
    """What is open, whether it was changed since, and the buttons that save.

    `opened`: its `name`, `version` and `latest` version; `problem`: why it cannot be told.
    """
    told = [problem or say("saved_not_yet")]
    if opened:
        told = [
            say("saved_current", name=opened["name"], version=opened["version"])
            if opened["version"] == opened["latest"]
            else say(
                "saved_current_older",
                name=opened["name"],
                version=opened["version"],
                latest=opened["latest"],
            ),
            *([say("saved_changed")] if changed else []),
        ]
    acts = [
        *([saved_button("save", say("saved_save"))] if opened else []),
        saved_button("create", say("saved_create")),
        saved_button("file", say("saved_file")),
    ]
    return to_html(
        [html.P(" ".join(told), className="hint"), html.Div(acts, className="plan-acts")]
    )


def said_html(sentences: Sequence[str]) -> str:
    """One message, in as many lines as it has sentences."""
    return to_html([html.P(sentence) for sentence in sentences])


def conflict_html(conflict: Conflict, *, asked: Asked, say: Speaker) -> str:
    """What somebody else saved, beside mine, and the ways on."""
    id, current = conflict.attempted.id, conflict.current
    told = [] if current is None else _theirs(current, asked=asked, say=say)
    acts = [
        saved_button(
            f"over:{id}:{conflict.current_version}",
            say("saved_over", version=conflict.current_version + 1),
        ),
        saved_button("copy", say("saved_copy")),
        *(
            [saved_button(f"open:{id}:{current.version}", say("saved_open_theirs"))]
            if current
            else []
        ),
    ]
    parts = [
        html.H3(say("saved_conflict_title")),
        *(html.P(sentence) for sentence in told),
        html.Div(acts, className="plan-acts"),
    ]
    return to_html(html.Div(parts, className="notice"))


def _theirs(current: Saved, *, asked: Asked, say: Speaker) -> list[str]:
    plan = current.document.get("plan", "")
    theirs, _ = read_plan(plan if isinstance(plan, str) else "", places=places())
    return [
        say("saved_theirs", name=current.name, meta=meta_text(current, say=say)),
        *([current.note] if current.note else []),
        say(
            "saved_theirs_money",
            theirs=number(sum(one.usd for one in theirs) / MILLION, step=0.1),
            their_rows=len(theirs),
            mine=number(sum(one.usd for one in asked.plan) / MILLION, step=0.1),
            my_rows=len(asked.plan),
        ),
    ]


def meta_text(one: Entry | Version | Saved, *, say: Speaker) -> str:
    """Which version it is, when it was saved, and by whom."""
    time = time_text(one.saved_at, say=say)
    if one.author:
        return say("saved_meta_author", version=one.version, time=time, author=one.author)
    return say("saved_meta", version=one.version, time=time)
