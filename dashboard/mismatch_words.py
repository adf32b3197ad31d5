"""The mismatch in three sentences, and how the story changes with who is counted."""

from collections.abc import Mapping

from dashboard.evidence import amount, span
from dashboard.mismatch.parts import Parts
from dashboard.words import Speaker
from geodata import Figure

SMALL = 0.005
"""A part below this share of the seekers is told as none."""


def basis_text(basis: str, *, say: Speaker) -> str:
    """What a basis is called."""
    return {
        "durable": say("basis_durable"),
        "unplaced": say("basis_unplaced"),
        "working_age": say("basis_working_age"),
    }[basis]


def part_text(part: str, *, say: Speaker) -> str:
    """What a part of the seekers is called."""
    return {
        "matched": say("part_matched"),
        "shortage": say("part_shortage"),
        "spatial": say("part_spatial"),
        "skills": say("part_skills"),
    }[part]


def three_sentences(basis: str, found: Parts, *, say: Speaker) -> tuple[str, str, str]:
    """Jobs that lack anywhere, jobs too far away, jobs in another trade."""
    told = {part: amount(found[part], say=say) for part in ("seekers", "shortage")}
    if _none(found, "shortage"):
        first = {
            "durable": say("headline_enough_durable", seekers=told["seekers"]),
            "unplaced": say("headline_enough_unplaced", seekers=told["seekers"]),
            "working_age": say("headline_enough_working_age", seekers=told["seekers"]),
        }
    else:
        first = {
            "durable": say("headline_durable", seekers=told["seekers"], shortage=told["shortage"]),
            "unplaced": say(
                "headline_unplaced", seekers=told["seekers"], shortage=told["shortage"]
            ),
            "working_age": say(
                "headline_working_age", seekers=told["seekers"], shortage=told["shortage"]
            ),
        }
    return (
        first[basis],
        say("headline_no_spatial")
        if _none(found, "spatial")
        else say("headline_spatial", count=amount(found["spatial"], say=say)),
        say("headline_no_skills")
        if _none(found, "skills")
        else say("headline_skills", count=amount(found["skills"], say=say)),
    )


def ranges_text(found: Parts, *, say: Speaker) -> str:
    """The ranges of the three parts, in the order of the sentences."""
    return say(
        "headline_ranges",
        shortage=_reach(found["shortage"], say=say),
        spatial=_reach(found["spatial"], say=say),
        skills=_reach(found["skills"], say=say),
    )


def story(basis: str, every: Mapping[str, Parts], *, say: Speaker) -> str:
    """How the answer changes when others are counted."""
    durable, unplaced = every["durable"], every["unplaced"]
    if not _none(durable, "shortage") and _none(unplaced, "shortage"):
        return say(
            "story_turns",
            durable=amount(durable["seekers"], say=say),
            unplaced=amount(unplaced["seekers"], say=say),
            spatial=amount(unplaced["spatial"], say=say),
            skills=amount(unplaced["skills"], say=say),
        )
    return say(
        "story_stays",
        durable=amount(durable["shortage"], say=say),
        unplaced=amount(unplaced["shortage"], say=say),
    )


def _reach(figure: Figure, *, say: Speaker) -> str:
    return span(figure, say=say) or amount(figure, say=say)


def _none(found: Parts, part: str) -> bool:
    return found[part].value < SMALL * found["seekers"].value
