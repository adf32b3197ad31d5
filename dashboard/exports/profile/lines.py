"""Every number of a profile as a line of a table."""

from dataclasses import dataclass

from dashboard.mismatch_words import part_text
from dashboard.profile.invested import Invested
from dashboard.profile.profile import Profile
from dashboard.words import Speaker
from dashboard.world import world
from geodata import Figure


@dataclass(frozen=True, kw_only=True)
class Line:
    """One number. `key`: the same in every language; `figure`: it with its range and evidence.

    `value`: where it is a central value without a range, which rests on what `figure` rests on.
    """

    key: str
    label: str
    unit: str
    figure: Figure | None
    value: float | None = None
    decimals: int = 0


def lines_of(found: Profile, *, say: Speaker) -> list[Line]:
    """All of them, in the order of the page."""
    persons = say("unit_persons")
    need, near = found.need, found.nearby
    people, jobs = say("row_seekers"), say("row_vacancies")
    lines = [
        *(
            Line(
                key=one.key,
                label=say.fill(one.title.in_(say.lang)),
                unit=say.fill(one.unit.in_(say.lang)),
                figure=one.figure,
                decimals=one.decimals,
            )
            for one in found.key_figures
        ),
        Line(key="need.gap", label=say("profile_gap"), unit=persons, figure=need.gap),
        Line(key="need.ratio", label=say("row_ratio"), unit="", figure=need.ratio, decimals=1),
        *(
            Line(key=f"part.{part}", label=part_text(part, say=say), unit=persons, figure=figure)
            for part, figure in need.parts.items()
        ),
    ]
    trades = {
        row.sector: say.fill(row.name_km if say.lang == "km" else row.name_en)
        for row in world().geodata.rows("sectors")
    }
    for sector, trade in need.trades.items():
        for side, name, unit, figure in (
            ("seekers", people, persons, trade.seekers),
            ("vacancies", jobs, say("unit_vacancies"), trade.vacancies),
        ):
            label = say("profile_line", what=name, where=trades[sector])
            lines.append(Line(key=f"trade.{sector}.{side}", label=label, unit=unit, figure=figure))
    reach = say("profile_within", km=f"{near.reach_km:g}")
    lines += [
        Line(
            key="reach.vacancies",
            label=say("profile_line", what=jobs, where=reach),
            unit=say("unit_vacancies"),
            figure=near.vacancies,
        ),
        Line(
            key="reach.seekers",
            label=say("profile_line", what=people, where=reach),
            unit=persons,
            figure=near.seekers,
        ),
    ]
    return [*lines, *(line for one in found.invested for line in _scenario(one, say=say))]


def _scenario(one: Invested, *, say: Speaker) -> list[Line]:
    """What a scenario does here: central values that rest on what the country's number rests on."""
    name, persons = one.chosen.name, say("unit_persons")
    told = {
        "more_near_home": (say("places_near_home"), persons, one.more_near_home),
        "more_after_moving": (say("places_after_moving"), persons, one.more_after_moving),
        "lasting_jobs": (say("places_jobs"), say("unit_vacancies"), one.lasting_jobs),
        "usd": (say("col_usd"), "USD", round(one.usd, 2)),
    }
    return [
        Line(
            key=f"scenario.{one.chosen.key}.{what}",
            label=say("profile_line", what=label, where=name),
            unit=unit,
            figure=one.country,
            value=value,
        )
        for what, (label, unit, value) in told.items()
    ]
