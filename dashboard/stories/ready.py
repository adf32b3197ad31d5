"""The ready story: the evidence scene by scene, every number computed when it is shown."""

from collections.abc import Callable

from analysis.instruments import discover
from analysis.scenario import Allocation
from dashboard.components.plan_editor import place_name
from dashboard.data_here import of_data
from dashboard.evidence import amount
from dashboard.fill import evidence_of
from dashboard.mismatch.market import Case
from dashboard.numbers import date_text, number
from dashboard.rooms.question import Option, Question
from dashboard.rooms.questions import checked
from dashboard.rooms.texts import Both
from dashboard.scenarios.chosen import BEST_USE
from dashboard.scenarios.plan_text import MILLION
from dashboard.scenarios.played import library_budget, library_plan
from dashboard.state import AGES, BASES
from dashboard.stories.story import Story, StoryScene
from dashboard.words import Speaker
from dashboard.world import world
from geodata import Figure

READY = "ready"
_BESIDE = ("border-agro", "zones-at-gates", "skills-firms", BEST_USE)
_DIVIDED = ("border-agro", "zones-at-gates", "skills-firms", "households-first")
_LINES_OF_EACH = 2
_LANGUAGE = {"en": Speaker(lang="en"), "km": Speaker(lang="km")}


@of_data(2)
def ready_story() -> Story:
    """The return, where they are, where the work is, why they do not meet, choices, the room."""
    return Story(
        title=_both(lambda say: say("story_title")),
        scenes=(
            StoryScene(
                view="/",
                text=_both(_return),
                evidence=_both(_reported),
                notes=_both(lambda say: say("story_note_return")),
                picture="none",
            ),
            StoryScene(view="/?show=none", notes=_both(lambda say: say("story_note_where"))),
            StoryScene(
                view="/?layer=vacancies&show=sezs",
                notes=_both(lambda say: say("story_note_work")),
            ),
            StoryScene(
                view="/mismatch",
                notes=_both(lambda say: say("story_note_why")),
                picture="mismatch_bars",
                seconds=90,
            ),
            StoryScene(
                view="/mismatch",
                text=_both(lambda say: say("story_believe")),
                notes=_both(lambda say: say("story_note_believe")),
                picture="mismatch_map",
                question=_believed(),
            ),
            StoryScene(
                view=f"/scenarios?scenarios={','.join(_BESIDE)}",
                notes=_both(lambda say: say("story_note_choices")),
                picture="scenario_lines",
                seconds=90,
            ),
            StoryScene(
                view=f"/scenarios?scenarios={','.join(_BESIDE)}",
                text=_both(lambda say: say("story_maps")),
                notes=_both(lambda say: say("story_note_maps")),
                picture="scenario_maps",
            ),
            StoryScene(
                view="/scenarios",
                text=_both(lambda say: say("story_room")),
                notes=_both(lambda say: say("story_note_room")),
                picture="none",
                seconds=300,
                question=_division(),
            ),
            StoryScene(
                view="/",
                text=_both(lambda say: say("story_last")),
                notes=_both(lambda say: say("story_note_last")),
                picture="none",
                question=_missing(),
            ),
        ),
    )


def _both(tell: Callable[[Speaker], str]) -> Both:
    return Both(en=tell(_LANGUAGE["en"]), km=tell(_LANGUAGE["km"]))


def _return(say: Speaker) -> str:
    """How many came back, how many have found work, what they earn: as reported."""
    came, placed, before, after = _national()
    return say(
        "story_return",
        date=date_text(came.as_of, lang=say.lang),
        came=amount(came, say=say),
        placed=amount(placed, say=say),
        before=amount(before, say=say),
        after=amount(after, say=say),
    )


def _reported(say: Speaker) -> str:
    """Status, date and sources of `_return`."""
    figures = {str(at): one for at, one in enumerate(_national())}
    return evidence_of(figures, geodata=world().geodata, say=say)


def _national() -> tuple[Figure, ...]:
    geodata = world().geodata
    keys = ("returnees", "placed", "income_before", "income_after")
    return tuple(geodata.national(key)[-1] for key in keys)


def _believed() -> Question:
    """How far the room believes in the reach that the model takes."""
    reach = world().assumptions["reach_km"]
    km = f"{reach.first:g}"
    return _asked(
        Question(
            id="reach",
            kind="rating",
            text=_both(lambda say: say("story_ask_reach", km=km)),
            settings={"assumption": reach.key},
        )
    )


def _division() -> Question:
    """The room's own division of the money that the ready scenarios spend."""
    case, usd = Case(basis=BASES[0], ages=AGES[0]), library_budget()
    lines = [
        line
        for key in _DIVIDED
        for line in sorted(library_plan(key, case), key=lambda one: -one.usd)[:_LINES_OF_EACH]
    ]
    million = round(usd / MILLION)
    return _asked(
        Question(
            id="budget",
            kind="budget",
            text=_both(lambda say: say("story_ask_budget", usd=number(million))),
            options=tuple(map(_option, lines)),
            settings={"total": million, "step": 10},
        )
    )


def _missing() -> Question:
    return _asked(
        Question(id="missing", kind="text", text=_both(lambda say: say("story_ask_missing")))
    )


def _asked(question: Question) -> Question:
    return checked(question.as_json())


def _option(one: Allocation) -> Option:
    """Money for an instrument in a place; `dashboard.workshop.division` reads the key again."""

    def name(say: Speaker) -> str:
        instrument = say.fill(discover()[one.instrument].title.in_(say.lang))
        place = place_name(world(), one.place, say=say)
        return say("story_option", instrument=instrument, place=place)

    return Option(key=f"{one.instrument}:{one.place}", text=_both(name))
