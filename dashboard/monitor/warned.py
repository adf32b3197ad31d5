"""Provinces where more people found work and earn less: told from two releases."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dashboard.monitor.measures import MEASURES, measured

if TYPE_CHECKING:
    from records.release import Release

POINTS = 1.0
"""How far the share in work rises, in points, before it is said to be up."""

DROP = 2.0
"""How far mean income falls, in per cent, before it is said to be down."""

_KNOWN = {one.key: one for one in MEASURES}


def up_and_down(
    before: "Release", after: "Release", *, provinces: Sequence[str]
) -> tuple[str, ...]:
    """Codes of provinces where placement is up and pay is down, as far as both are shown."""
    return tuple(code for code in provinces if _warns(before, after, ("province", code)))


def _warns(before: "Release", after: "Release", place: tuple[str, str]) -> bool:
    was, now = (
        [measured(one, _KNOWN[key], place=place, sex="all") for key in ("in_work", "income_now")]
        for one in (before, after)
    )
    if any(one.why != "shown" or one.value is None for one in (*was, *now)):
        return False
    shares, pay = zip(was, now, strict=True)
    rise = (shares[1].value or 0.0) - (shares[0].value or 0.0)
    fall = 100 * (1 - (pay[1].value or 0.0) / pay[0].value) if pay[0].value else 0.0
    return rise >= POINTS and fall >= DROP
