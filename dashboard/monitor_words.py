"""What the page of reintegration says of people, of releases and of parts of the index."""

from dashboard.evidence import status_text
from dashboard.monitor.asked import TOTAL, Asked
from dashboard.numbers import date_text
from dashboard.store import ReleaseHead
from dashboard.words import Speaker
from dashboard.world import world


def sex_name(sex: str, *, say: Speaker) -> str:
    """Women, men, or both."""
    return {
        "all": say("monitor_sex_all"),
        "female": say("monitor_women"),
        "male": say("monitor_men"),
    }[sex]


def place_name(place: tuple[str, str], *, say: Speaker) -> str:
    """A province, a sector abroad, a quarter of return, or the country."""
    dimension, value = place
    if place == TOTAL:
        return say("monitor_country")
    if value == "unknown":
        return say("monitor_unknown")
    if dimension == "province":
        return world().geodata.provinces[value].name(say.lang)
    if dimension == "sector":
        row = next(row for row in world().geodata.rows("sectors") if row.sector == value)
        return row.name_km if say.lang == "km" else row.name_en
    if value == "earlier":
        return say("monitor_earlier")
    return say("monitor_quarter", year=value[:4], quarter=value[-1])


def whom(asked: Asked, *, say: Speaker) -> str:
    """Whom the page is about."""
    names = (place_name(asked.place, say=say), sex_name(asked.sex, say=say))
    return say("monitor_whom", place=names[0], sex=names[1])


def release_evidence(head: ReleaseHead, *, say: Speaker) -> str:
    """Status, date and origin of the numbers of a release."""
    status = status_text(["computed"], say=say)
    day = say.fill(date_text(head.as_of, lang=say.lang))
    if head.synthetic:
        return say("monitor_evidence_synthetic", status=status, date=day, number=head.number)
    return say("monitor_evidence", status=status, date=day, number=head.number)


def part_name(part: str, *, say: Speaker) -> str:
    """A part of the Reintegration Index."""
    return {
        "economic": say("index_economic"),
        "social": say("index_social"),
        "psychosocial": say("index_psychosocial"),
        "institutions": say("index_institutions"),
    }[part]
