"""One row a person, from one row a person or one row an event: the relation all aggregates read.

Written in Ibis: the same expression becomes the SQL of DuckDB and of Spark.
"""

from datetime import date

import ibis
from ibis import ir

from records.codes import FIRST_COHORT_YEAR, SMALL, codes

CLEAN = ibis.schema(
    {
        "person": "int64",
        "province": SMALL,
        "sex": "int8",
        "age_group": "int8",
        "sector": "int8",
        "returned": "date",
        "status": "int8",
        "status_date": "date",
        "income_before": "float64",
        "income_now": "float64",
        "debt": "float64",
        "arrears": "int8",
        "certificate": "int8",
        "job_sector": "int8",
    }
)
"""The columns of clean records: codes (see `records.codes`), days and dollars."""

DIMENSIONS = ("province", "sector", "cohort", "age_group")
"""What people are told apart by, each beside their sex."""

_STATUS, _YES = codes("status"), codes("certificate")["yes"]
_STEP = 10_000_000.0


def clean_records(name: str = "clean") -> ir.Table:
    """The unbound table of clean records."""
    return ibis.table(CLEAN, name=name)


def people(records: ir.Table, *, as_of: date, events: bool) -> ir.Table:
    """One row a person who has a province and a sex. `events`: several records a person.

    `cohort`: the quarter of return as 20253, 1 for earlier years, 0 where it is unknown.
    `days_to_work`: from return to the first job or enterprise; `days_waiting`: from return to
    `as_of`; less than zero or null where a date is wrong or missing.
    """
    persons = _from_events(records) if events else _from_rows(records)
    persons = persons.filter((persons.sex > 0) & (persons.province > 0))
    year, quarter = persons.returned.year(), persons.returned.quarter()
    return persons.mutate(
        cohort=ibis.cases(
            (persons.returned.isnull(), 0),
            (year < FIRST_COHORT_YEAR, 1),
            else_=(year * 10 + quarter).cast("int32"),
        ),
        days_to_work=persons.work_on.delta(persons.returned, unit="day"),
        days_waiting=ibis.date(as_of.isoformat()).delta(persons.returned, unit="day"),
    )


def _from_rows(records: ir.Table) -> ir.Table:
    at_work = _at_work(records)
    certified = records.certificate == _YES
    return records.select(
        "province",
        "sex",
        "age_group",
        "sector",
        "returned",
        "income_before",
        "income_now",
        "debt",
        "job_sector",
        arrears=records.arrears == _YES,
        certificate=certified,
        in_work=at_work,
        enterprise=records.status == _STATUS["enterprise"],
        protection=records.status == _STATUS["protection"],
        trained=(records.status == _STATUS["training"]) | certified,
        work_on=records.status_date,
    )


def _from_events(records: ir.Table) -> ir.Table:
    """A person's events as one row: what was reached at any time, and what was said last."""
    day = records.status_date.delta(ibis.date("2000-01-01"), unit="day")
    # The day and the amount in one number: the latest amount is the same on every engine.
    dated = day.fill_null(0).cast("float64") * _STEP
    at_work = _at_work(records)
    grouped = records.group_by("person").aggregate(
        province=records.province.max(),
        sex=records.sex.max(),
        age_group=records.age_group.max(),
        sector=records.sector.max(),
        returned=records.returned.min(),
        income_before=records.income_before.max(),
        income_at=(dated + records.income_now).max(),
        debt_at=(dated + records.debt).max(),
        late=records.arrears.max(),
        certified=records.certificate.max(),
        job_sector=records.job_sector.max(),
        work=_ever(at_work),
        own=_ever(records.status == _STATUS["enterprise"]),
        helped=_ever(records.status == _STATUS["protection"]),
        taught=_ever(records.status == _STATUS["training"]),
        work_on=ibis.ifelse(at_work, records.status_date, ibis.null("date")).min(),
    )
    certified = grouped.certified == _YES
    return grouped.select(
        "province",
        "sex",
        "age_group",
        "sector",
        "returned",
        "income_before",
        "job_sector",
        "work_on",
        income_now=_amount(grouped.income_at),
        debt=_amount(grouped.debt_at),
        arrears=grouped.late == _YES,
        certificate=certified,
        in_work=grouped.work == 1,
        enterprise=grouped.own == 1,
        protection=grouped.helped == 1,
        trained=(grouped.taught == 1) | certified,
    )


def _at_work(records: ir.Table) -> ir.BooleanValue:
    return records.status.isin((_STATUS["placed"], _STATUS["enterprise"]))


def _ever(holds: ir.BooleanValue) -> ir.IntegerScalar:
    return holds.cast("int8").max()


def _amount(dated: ir.NumericValue) -> ir.NumericValue:
    """The amount in a number that begins with the day."""
    return (dated - (dated / _STEP).floor() * _STEP).round(2)
