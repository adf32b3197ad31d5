"""What saved scenarios are called side by side, why one is left out, and what it was saved with."""

from collections.abc import Sequence

from analysis.futures import discover as futures
from dashboard.assumptions import Assumption
from dashboard.compare_words import parameter_text, parameter_value
from dashboard.mismatch_words import basis_text
from dashboard.scenarios.asked import Asked
from dashboard.scenarios.beside import Kept, Lost, Named
from dashboard.scenarios.settings import parameters_to_set
from dashboard.store_words import time_text
from dashboard.words import Speaker
from dashboard.world import world


def kept_names(some: Sequence[Kept], *, say: Speaker) -> dict[str, str]:
    """By key, what each is called: name and version, the time where two are called the same.

    Two of one name, version and minute are told apart by their ids.
    """
    names = {one.key: say("beside_name", name=one.name, version=one.version) for one in some}
    for name in _twice(names):
        for one in some:
            if names[one.key] == name:
                time = time_text(one.saved_at, say=say)
                names[one.key] = say(
                    "beside_name_time", name=one.name, version=one.version, time=time
                )
    for name in _twice(names):
        for one in some:
            if names[one.key] == name:
                names[one.key] = say("beside_name_id", name=name, id=one.id)
    return names


def lost_name(one: Lost, *, say: Speaker) -> str:
    """What one that is left out is called: as it was saved, or else its key in the link."""
    if one.name:
        return say("beside_name", name=one.name, version=one.version)
    return one.key


def notices(some: Sequence[Named], *, say: Speaker) -> list[str]:
    """What a reader has to know about those the link names: what is left out, and why."""
    told = []
    names = kept_names([one for one in some if isinstance(one, Kept)], say=say)
    for one in some:
        if isinstance(one, Lost):
            told.append(_lost(one, say=say))
        else:
            told += [
                say(
                    "beside_part_left_out",
                    name=names[one.key],
                    key=part.key,
                    value=part.value or say("saved_nothing"),
                )
                for part in one.left_out
            ]
    return list(dict.fromkeys(told))


def _lost(one: Lost, *, say: Speaker) -> str:
    name = lost_name(one, say=say)
    known = {
        "scenario_unknown": say("beside_unknown", name=name),
        "version_unknown": say("beside_unknown", name=name),
        "scenario_deleted": say("beside_deleted", name=name),
        "version_damaged": say("beside_damaged", name=name),
        "file_newer": say("beside_newer", name=name),
        "file_other": say("beside_other", name=name),
    }
    return known.get(one.problem) or say("beside_away")


def saved_with(saved: Asked, shown: Asked, *, say: Speaker) -> list[str]:
    """What it was saved with where the page shows something else; nothing where it does not."""
    told = []
    if saved.case.basis != shown.case.basis:
        told.append(say("with_basis", basis=basis_text(saved.case.basis, say=say)))
    if saved.case.ages != shown.case.ages:
        ages = {"all": say("ages_all"), "up_to_45": say("ages_up_to_45")}[saved.case.ages]
        told.append(say("with_ages", ages=ages))
    if saved.future != shown.future:
        title = futures()[saved.future].title.in_(say.lang)
        told.append(say("with_future", future=say.fill(title)))
    if saved.year != shown.year:
        told.append(say("with_year", year=saved.year))
    mine, theirs = dict(saved.case.assumed), dict(shown.case.assumed)
    for key, one in world().assumptions.items():
        value = mine.get(key, one.first)
        if value != theirs.get(key, one.first):
            told.append(_assumed(one, value, say=say))
    set_then, set_now = dict(saved.case.settings), dict(shown.case.settings)
    for key, setting in parameters_to_set().items():
        value = set_then.get(key, setting.central)
        if value != set_now.get(key, setting.central):
            told.append(
                say(
                    "with_setting",
                    parameter=parameter_text(key, say=say),
                    value=parameter_value(value, setting.unit, say=say),
                )
            )
    return told


def _assumed(one: Assumption, value: float, *, say: Speaker) -> str:
    """An assumption with its value, as the dials have it."""
    text, told = say.fill(one.text.in_(say.lang)), f"{value:g}"
    if one.group == "place":
        unit = {"km": say("unit_km"), "per_km": say("unit_per_km"), "ratio": ""}[one.unit]
        return say("with_assumed", what=text, value=told, unit=unit)
    return {
        "skills": say("with_skills", trade=text, value=told),
        "jobs": say("with_jobs", trade=text, value=told),
    }[one.group]


def _twice(names: dict[str, str]) -> list[str]:
    every = list(names.values())
    return [name for name in dict.fromkeys(every) if every.count(name) > 1]
