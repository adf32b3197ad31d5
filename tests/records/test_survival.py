import math
from datetime import date

import pytest

from records.release import Release
from records.survival import curve, kaplan_meier
from records.tables import ALL, TOTAL, Cell


def test_the_curve_of_a_case_worked_by_hand() -> None:
    """Ten people: 2 find work in the first month, 1 leaves; 3 in the second, 1 leaves; 3 are left.

    S(1) = 8/10. S(2) = 8/10 x 4/7 = 0.457143.
    Greenwood: 2/(10 x 8) + 3/(7 x 4) = 0.025 + 0.107143 = 0.132143.
    log-log: 1.96 x sqrt(0.132143) / |ln 0.457143| = 0.712491 / 0.782759 = 0.91023,
    so 0.457143 ** e^0.91023 = 0.14296 and 0.457143 ** e^-0.91023 = 0.72982.
    """
    first, second, last = kaplan_meier([2, 3, 0], [1, 1, 3], [1, 2, 3], half=False)
    assert (first.at_risk, second.at_risk) == (10, 7)
    assert first.share == pytest.approx(0.8)
    assert second.share == pytest.approx(0.457143, abs=1e-6)
    assert second.low == pytest.approx(0.14296, abs=2e-4)
    assert second.high == pytest.approx(0.72982, abs=2e-4)
    assert last.share == second.share


def test_withdrawals_within_a_step_count_half() -> None:
    (point,) = kaplan_meier([3], [4], [1], half=True)
    assert point.share == pytest.approx(1 - 3 / 5)


def test_the_interval_stays_between_nobody_and_everybody() -> None:
    points = kaplan_meier([1, 0, 5], [0, 0, 1], [1, 2, 3], half=False)
    assert all(0 <= one.low <= one.share <= one.high <= 1 for one in points)
    assert not any(math.isnan(one.low + one.high) for one in points)


def released(**counts: int | None) -> Release:
    """A release with these counts of the country; hidden where None."""
    return Release(
        version=1,
        as_of=date(2026, 6, 30),
        means={},
        counts={
            Cell(*_parts(name), *TOTAL, ALL): None if count is None else (count, 1)
            for name, count in counts.items()
        },
    )


def _parts(name: str) -> tuple[str, str]:
    aggregate, _, outcome = name.partition("__")
    return aggregate, outcome


KNOWN = {"people__all": 100, "time_to_work__not_known": 0, "time_waiting__not_known": 0}


def test_a_curve_ends_where_a_count_is_hidden() -> None:
    release = released(
        **KNOWN,
        time_to_work__m00=20, time_waiting__m00=0, time_to_work__m01=10, time_waiting__m01=None,
    )  # fmt: skip
    points = curve(release)
    assert [point.month for point in points] == [1]
    assert points[0].share == pytest.approx(0.8)


def test_where_people_are_hidden_there_is_no_curve() -> None:
    assert curve(released(**{**KNOWN, "people__all": None})) == ()
