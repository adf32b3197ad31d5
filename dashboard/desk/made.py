"""What a checked file makes of the data: rows of tables, and the world with them."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.data_here import Data, holding
from dashboard.desk.checked import Checked
from dashboard.desk.kept import Cells, document_of, frame_of, table_of
from dashboard.desk.kind import Kind
from dashboard.store import NewLoad
from dashboard.world import World, world
from geodata import Figure, Geodata
from geodata import load as shipped
from geodata.loaded import Loaded, with_loaded
from geodata.sources import Source

Tables = Mapping[str, Sequence[Cells]]


@dataclass(frozen=True, kw_only=True)
class Change:
    """One province before and after a load; None where there is no number."""

    code: str
    before: Figure | None
    after: Figure | None

    @property
    def differs(self) -> bool:
        """Whether its number, status or sources change."""
        return self.before != self.after


def source_of(*, file_hash: str, title: str, publisher: str, date: str, url: str = "") -> Source:
    """The source that the rows of a load name; its id stands for the file and for what is said."""
    told = "\n".join((file_hash, title, publisher, date, url))
    short = f"{publisher} {date[:4]}"
    return Source(
        id=f"load-{hashlib.sha256(told.encode()).hexdigest()[:10]}",
        short=short,
        short_km=short,
        title=title,
        publisher=publisher,
        year=int(date[:4]),
        url=url,
        licence="",
        how_read="loaded here",
    )


def tables_of(
    found: Checked, geodata: Geodata, *, source: Source, date: str, status: str = "reported"
) -> Tables:
    """Rows of tables with their evidence; `date`: of rows that name none. The last of a key stays.

    Assumptions are `assumed`, whoever loads them.
    """
    tables: dict[str, dict[tuple[str, ...], dict[str, str]]] = {}
    for values in found.good.values():
        for name, row in found.kind.rows(values, geodata):
            table = table_of(name)
            known = {
                "as_of": values.get("date", date),
                "status": "assumed" if name == "assumptions" else status,
                "source_id": source.id,
            }
            whole = {
                column: row[column] if column in row else known[column] for column in table.columns
            }
            key = tuple(whole[column] for column in table.key)
            tables.setdefault(name, {})[key] = whole
    return {name: list(rows.values()) for name, rows in tables.items()}


def new_load(
    kind: Kind, tables: Tables, *, source: Source, file_name: str, file_hash: str
) -> NewLoad:
    """The load as it is handed to the store."""
    return NewLoad(
        kind=kind.key,
        file_name=file_name,
        file_hash=file_hash,
        document=document_of(source, tables),
    )


def with_load(now: Data, load: NewLoad, *, source: Source) -> Data:
    """The data as it would be with one more load.

    Raises:
        DataError: a row is not what its table holds, or does not fit the rest.
    """
    tables = load.document["tables"]
    frames = {name: frame_of(name, rows, file=load.file_name) for name, rows in tables.items()}
    text = json.dumps(load.document, sort_keys=True)
    key = hashlib.sha256(f"{now.key}\n{text}".encode()).hexdigest()
    loads = (*now.loads, Loaded(source=source, tables=frames))
    with_loaded(shipped(), loads)
    return Data(number=now.number + 1, key=f"preview-{key}", loads=loads)


def changes(before: Data, after: Data, *, layer: str, measure: str) -> tuple[Change, ...]:
    """Every province in one measure of a layer, before and after."""
    old, new = (_figures(one, layer=layer, measure=measure) for one in (before, after))
    return tuple(
        Change(code=code, before=old.get(code), after=new.get(code))
        for code in sorted({*old, *new})
    )


def world_of(data: Data) -> World:
    """The world of a version of the data."""
    with holding(data):
        return world()


def _figures(data: Data, *, layer: str, measure: str) -> Mapping[str, Figure]:
    return world_of(data).readings[layer][measure].values
