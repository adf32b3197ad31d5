"""Four people, as rows and as events, counted by hand."""

from datetime import date
from importlib.util import find_spec
from pathlib import Path

import pytest

from records.engine import Ended, aggregate
from records.keeping import NotOptedIn, keep
from records.reading import read
from records.release import publish
from records.spark import EngineMissing, spark_over
from records.tables import ALL, TOTAL, Cell, Tables
from tests.records.files import text_of, written

HEADINGS = (
    "Registry number", "Province", "Sex", "Sector abroad", "Return date", "Status", "Status date",
    "Income before", "Income now", "Debt", "Arrears", "Certificate", "Job sector",
)  # fmt: skip
PEOPLE = (
    ("a", "Kep", "F", "construction", "2025-08-01", "placed", "2025-08-11", 400, 250, 900, "yes",
     "yes", "services"),
    ("b", "Kep", "M", "construction", "2025-08-01", "placed", "2025-11-15", 500, 180, 0, "no",
     "no", "construction"),
    ("c", "Takeo", "F", "services", "2024-03-01", "enterprise", "2026-03-20", 9000, "", 50000,
     "no", "no", ""),
    ("d", "Takeo", "M", "", "", "training", "2025-12-01", "", "", "", "", "", ""),
)  # fmt: skip
EVENTS = tuple(
    (*person[:5], status, day, person[7], now, *person[9:])
    for person in PEOPLE
    for status, day, now in (
        ("registered", "2025-07-01", ""),
        (person[5], person[6], person[8]),
    )
)  # fmt: skip


@pytest.fixture(scope="module", params=[PEOPLE, EVENTS], ids=["rows", "events"])
def tables(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Tables:
    path = written(tmp_path_factory.mktemp("four"), text_of([HEADINGS, *request.param]))
    with read(path, today=date(2026, 7, 1)) as reading:
        assert reading.events == (request.param is EVENTS)
        return aggregate(
            reading.engine, fields=reading.fields, as_of=date(2026, 6, 30), events=reading.events
        )


def told(tables: Tables, aggregate: str, place: tuple[str, str] = TOTAL, sex: str = ALL) -> object:
    """The outcomes that somebody has, with how many."""
    return {
        cell.outcome: count
        for cell, count in tables.counts.items()
        if cell.aggregate == aggregate and cell[2:] == (*place, sex) and count
    }


def test_each_question_is_answered_as_by_hand(tables: Tables) -> None:
    assert told(tables, "people") == {"all": 4}
    assert told(tables, "funnel") == {"supported": 1, "in_work": 3}
    assert told(tables, "job_quality") == {"at_least": 1, "below": 1, "not_known": 1}
    assert told(tables, "income") == {"both_known": 2}
    assert told(tables, "match") == {"same": 1, "other": 1, "not_known": 1}
    assert told(tables, "enterprise") == {"enterprise": 1, "employed": 2}
    assert told(tables, "training") == {"certificate": 1, "trained": 1, "neither": 2}
    assert told(tables, "protection") == {"not_reached": 4}
    assert told(tables, "debt") == {"arrears": 1, "debt": 1, "none": 1, "not_known": 1}
    assert told(tables, "time_to_work") == {"m00": 1, "m03": 1, "m18": 1}
    assert told(tables, "time_waiting") == {"not_known": 1}


def test_a_related_trade_is_counted_apart(tmp_path: Path) -> None:
    trades = (
        ("agriculture", "food processing"),  # 0.7 in the table of trades
        ("agriculture", "construction"),  # 0.5
        ("agriculture", "factory"),  # 0.3
        ("construction", "agriculture"),  # 0.3: the table is not the same both ways
        ("construction", "construction"),
        ("construction", ""),
    )
    rows = [("Kep", "F", abroad, "placed", now) for abroad, now in trades]
    path = written(
        tmp_path, text_of([("Province", "Sex", "Sector abroad", "Status", "Job sector"), *rows])
    )
    with read(path) as reading:
        found = aggregate(reading.engine, fields=reading.fields, as_of=reading.as_of)
    assert told(found, "match") == {"same": 1, "related": 2, "other": 2, "not_known": 1}


def test_each_dimension_has_its_people(tables: Tables) -> None:
    assert tables.values("province") == ("21", "23")
    assert tables.values("cohort") == ("2025-Q3", "earlier", "unknown")
    assert told(tables, "people", ("cohort", "2025-Q3"), "female") == {"all": 1}
    assert told(tables, "people", ("sector", "construction"), "male") == {"all": 1}
    assert told(tables, "people", ("sector", "unknown")) == {"all": 1}


def test_amounts_are_added_up_and_capped(tables: Tables) -> None:
    both = Cell("income", "both_known", *TOTAL, ALL)
    assert (tables.sums[both, "before"], tables.sums[both, "now"]) == (900, 430)
    debt = Cell("debt", "debt", *TOTAL, ALL)
    assert tables.sums[debt, "owed"] == 20_000


def test_of_four_people_nothing_is_published(tables: Tables) -> None:
    assert publish(tables).counts == {}


def test_records_are_kept_only_where_the_installation_opted_in(tmp_path: Path) -> None:
    path = written(tmp_path, text_of([HEADINGS, *PEOPLE]))
    with read(path, today=date(2026, 7, 1)) as reading:
        with pytest.raises(NotOptedIn, match="ATLAS_RECORDS_KEEP=yes"):
            keep(reading, tmp_path / "kept.parquet", opted_in=False)
        kept = keep(reading, tmp_path / "kept.parquet", opted_in=True)
        people = reading.base.execute(f"SELECT person FROM '{kept}'").fetchall()
        assert people == [(1,), (2,), (3,), (4,)]


def test_nobody_waiting_ends_the_counting(tmp_path: Path) -> None:
    path = written(tmp_path, text_of([HEADINGS, *PEOPLE]))
    with read(path, today=date(2026, 7, 1)) as reading, pytest.raises(Ended):
        aggregate(reading.engine, fields=reading.fields, as_of=reading.as_of, awaited=lambda: False)


@pytest.mark.skipif(find_spec("pyspark") is not None, reason="PySpark is installed")
def test_without_spark_its_setting_says_what_to_install(tmp_path: Path) -> None:
    with pytest.raises(EngineMissing, match="PySpark is missing. Install it"):
        spark_over(tmp_path)
