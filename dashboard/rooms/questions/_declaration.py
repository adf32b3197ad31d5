"""What the module of a kind of question declares."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.rooms.question import Question
from dashboard.words import Speaker

Tally = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind of question. `key`: the name of its file.

    `settings`: what can be set, checked, with defaults filled in; raises `Refused`.
    `check`: an answer in the one form in which it is kept; raises `Refused`.
    `tally`: rows to draw from all answers, each with `value` and a `share` from 0 to 1.
    `answered`: an answer in words, for the phone that gave it.
    `told`: all answers in one sentence.
    `options`: how many a question must have.
    """

    settings: Callable[[Question], Mapping[str, Any]]
    check: Callable[[Question, Any], Any]
    tally: Callable[[Question, Sequence[Any]], Tally]
    answered: Callable[[Question, Any, Speaker], str]
    told: Callable[[Question, Tally, Speaker], str]
    options: tuple[int, int]
    moderated: bool = False
    key: str = ""
