"""What is published withstands the attack of tests/records/attack.py, in one version and in two."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from records.earlier import THRESHOLD
from records.engine import aggregate
from records.reading import read
from records.release import Release, ReleaseError, from_json, publish, to_json
from records.synthetic import frame, write
from records.tables import ALL, TOTAL, Cell, Tables
from tests.records.attack import Attack

FEW = ("province", "sex", "sector", "status", "certificate", "income_now")


def tables_of(records: pd.DataFrame, folder: Path) -> Tables:
    """The counts of records."""
    path = folder / "records.parquet"
    path.unlink(missing_ok=True)
    with duckdb.connect() as base:
        base.register("records", records)
        base.execute(f"COPY records TO '{path}' (FORMAT parquet)")
    with read(path) as reading:
        return aggregate(
            reading.engine,
            fields=reading.fields,
            as_of=date(2026, 6, 30),
            events=reading.events,
            synthetic=reading.synthetic,
        )


def in_few_provinces(rows: int, *, seed: int) -> pd.DataFrame:
    """Records of a small registry: five provinces, one of them tiny."""
    records = frame(rows=rows, seed=seed)
    kept = records[records.province.isin(["01", "02", "17", "22"])]
    tiny = records[records.province == "12"].head(17)
    return pd.concat([kept, tiny])[[*FEW, "person", "synthetic"]]


def unprotected(attack: Attack, hidden: Sequence[tuple[int, Cell]]) -> list[object]:
    """The hidden cells that can be known to within less than ten, with what can be known."""
    found = [(cell, *attack.range([(cell, 1.0)])) for cell in hidden]
    return [one for one in found if one[2] - one[1] < THRESHOLD]


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return tables_of(in_few_provinces(2000, seed=1), tmp_path_factory.mktemp("first"))


@pytest.fixture(scope="module")
def release(first: Tables) -> Release:
    return publish(first)


def test_no_count_of_one_to_nine_is_shown(first: Tables, release: Release) -> None:
    small = [cell for cell, count in first.counts.items() if 0 < count < THRESHOLD]
    assert small
    assert all(release.counts.get(cell) is None for cell in small)
    assert all(shown is None or not 0 < shown[0] < THRESHOLD for shown in release.counts.values())


def test_what_is_shown_is_true(first: Tables, release: Release) -> None:
    shown = {cell: count for cell, count in release.counts.items() if count is not None}
    assert len(shown) > len(release.counts) / 3
    assert all(count == (first.counts[cell], 1) for cell, count in shown.items())


@pytest.mark.slow
def test_no_hidden_count_can_be_known_to_within_less_than_ten(
    first: Tables, release: Release
) -> None:
    attack = Attack([release], sorted(first.counts))
    assert attack.hidden
    assert unprotected(attack, random.Random(1).sample(attack.hidden, 90)) == []


def test_the_attack_succeeds_where_only_small_counts_are_hidden(first: Tables) -> None:
    naive = Release(
        version=1,
        as_of=first.as_of,
        counts={
            cell: None if 0 < count < THRESHOLD else (count, 1)
            for cell, count in first.counts.items()
        },
        means={},
    )
    attack = Attack([naive], sorted(first.counts))
    assert unprotected(attack, attack.hidden[:8])


@pytest.mark.slow
def test_two_versions_together_withstand_the_attack(
    first: Tables, release: Release, tmp_path: Path
) -> None:
    before = in_few_provinces(2000, seed=1)
    more = in_few_provinces(2000, seed=2).head(60).assign(person=lambda t: t.person + 10**6)
    second = tables_of(pd.concat([before, more]), tmp_path)
    later = publish(second, before=release)
    cells = sorted({*first.counts, *second.counts})
    attack = Attack([release, later], cells)
    pick = random.Random(1)
    assert unprotected(attack, pick.sample(attack.hidden, 40)) == []
    changed = [
        cell
        for cell in cells
        if 0 < abs(second.counts.get(cell, 0) - first.counts.get(cell, 0)) < THRESHOLD
    ]
    assert len(changed) > 20
    for cell in pick.sample(changed, 20):
        low, high = attack.range([((1, cell), 1.0), ((0, cell), -1.0)])
        assert high - low >= THRESHOLD, cell


def test_a_small_change_is_held_back_with_the_version_it_is_of(
    first: Tables, release: Release, tmp_path: Path
) -> None:
    before = in_few_provinces(2000, seed=1)
    more = before.head(5).assign(person=lambda t: t.person + 10**6)
    second = tables_of(pd.concat([before, more]), tmp_path)
    later = publish(second, before=release)
    everybody = Cell("people", "all", *TOTAL, ALL)
    assert later.counts[everybody] == (first.people, 1)
    assert second.people == first.people + 5


def test_a_mean_of_as_many_people_does_not_tell_of_a_changed_amount(tmp_path: Path) -> None:
    with read(write(tmp_path, rows=20_000)) as reading:
        tables = aggregate(reading.engine, fields=reading.fields, as_of=reading.as_of)
    tables = replace(
        tables,
        counts={c: n for c, n in tables.counts.items() if c.dimension in ("total", "sector")},
        sums={k: n for k, n in tables.sums.items() if k[0].dimension in ("total", "sector")},
    )
    before = publish(tables)
    changed = replace(tables, sums={key: total + 10**6 for key, total in tables.sums.items()})
    after = publish(changed, before=before)
    assert before.means
    assert after.means == before.means


def test_the_same_records_make_no_new_version(first: Tables, release: Release) -> None:
    assert publish(first, before=release) is release


def test_a_large_registry_hides_little(tmp_path: Path) -> None:
    with read(write(tmp_path, rows=100_000)) as reading:
        tables = aggregate(reading.engine, fields=reading.fields, as_of=reading.as_of)
    release = publish(tables)
    by_province = [
        release.count("job_quality", "at_least", place=("province", code), sex=sex)
        for code in tables.values("province")
        for sex in ("female", "male", ALL)
    ]
    assert by_province.count(None) <= 12
    assert not release.withheld


def test_a_release_comes_back_from_json(release: Release) -> None:
    back = from_json(to_json(release))
    assert to_json(back) == to_json(release)
    assert back.content_hash == release.content_hash


def test_synthetic_versions_never_follow_real_ones(first: Tables) -> None:
    real = Release(version=1, as_of=first.as_of, counts={}, means={}, synthetic=False)
    with pytest.raises(ReleaseError, match="Synthetic records and real ones"):
        publish(first, before=real)


@pytest.mark.parametrize("document", [{}, {"schema": 1}, {"schema": 1, "counts": [[1]]}])
def test_what_is_no_release_is_refused(document: dict[str, object]) -> None:
    with pytest.raises(ReleaseError):
        from_json(document)
