"""The folder of areas of one's own, written whole or not at all."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from geodata.declarations import SOURCES
from geodata.errors import DataError
from geodata.making.checked import Columns, check
from geodata.making.drawn import draw
from geodata.making.frame import projection_for
from geodata.making.given import read_file
from geodata.making.guide import guide
from geodata.making.inside import inside
from geodata.making.tables import Origin, columns_of, filled, sources, tables, text_of
from geodata.own_tables import NAMES


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What to make of which file. `names`: what an area and several are called, by language."""

    file: Path
    layer: str
    crs: str
    columns: Columns
    country: str
    names: Mapping[str, Mapping[str, str]]
    publisher: str
    licence: str
    year: int


def make(asked: Asked, *, out: Path) -> tuple[str, ...]:
    """Write the folder `out`; what was mended or should be known, a line each.

    Raises:
        DataError: the file cannot be used, or `out` is there already.
    """
    _check_free(out)
    given = read_file(asked.file, layer=asked.layer, crs=asked.crs)
    areas, mended = check(given, columns=asked.columns)
    projection = projection_for([area.shape for area in areas], file=given.file)
    boundaries, drawn = draw(areas, projection=projection)
    here = inside(areas)
    drawn_areas = json.loads(boundaries["map.json"])["provinces"]
    near: dict[str, tuple[str, ...]] = {one["code"]: tuple(one["near"]) for one in drawn_areas}
    made = tables(areas, near=near, inside=here, year=asked.year)
    origin = Origin(
        title=_title(given.file, asked.publisher),
        publisher=asked.publisher,
        year=asked.year,
        licence=asked.licence,
        how_read=" ".join((f"Column {asked.columns.code}, simplified for drawing.", *given.told)),
    )
    told = (*given.told, *mended, *drawn, *here.told)
    texts = {
        **{f"boundaries/{name}": text for name, text in boundaries.items()},
        **{f"tables/{name}.csv": text_of(columns_of(name), rows) for name, rows in made.items()},
        "sources.csv": text_of(SOURCES.columns, sources(made, origin=origin)),
        "names.csv": text_of(NAMES.columns, _names(asked)),
        "README.txt": guide(filled={name: filled(rows) for name, rows in made.items()}, notes=told),
    }
    _write(texts, out=out)
    return (f"{len(areas)} areas.", *told)


def _names(asked: Asked) -> list[dict[str, str]]:
    country = {"country": {"en": asked.country, "km": asked.country}} if asked.country else {}
    return [{"key": key, **words} for key, words in {**country, **asked.names}.items()]


def _check_free(out: Path) -> None:
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise DataError(
            file=str(out), problem="it is not empty", remedy="Name a folder that is not there yet."
        )


def _write(texts: Mapping[str, str], *, out: Path) -> None:
    """All files beside the place first, then moved there together."""
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        scratch = Path(tempfile.mkdtemp(dir=out.parent, prefix=".areas-"))
    except OSError as problem:
        raise _cannot(out, problem) from None
    try:
        scratch.chmod(0o755)
        for name, text in texts.items():
            path = scratch / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
        if out.exists():
            out.rmdir()
        scratch.replace(out)
    except OSError as problem:
        raise _cannot(out, problem) from None
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _cannot(out: Path, problem: OSError) -> DataError:
    return DataError(
        file=str(out),
        problem=f"it cannot be written ({problem.strerror})",
        remedy="Choose a folder that you may write to, on a disk with room.",
    )


def _title(file: str, publisher: str) -> str:
    """How the boundaries are named beside a map: who published them, or else their file."""
    return file if publisher == "As given" else publisher
