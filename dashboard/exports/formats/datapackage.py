"""A data package: a zip of datapackage.json, the data, the sources and the terms."""

import io
import json
import zipfile
from typing import Any

from dashboard.exports.declaration import Format, Options
from dashboard.exports.dictionary import assumptions, source_table
from dashboard.exports.facts import MAKER, facts, licence
from dashboard.exports.sheet import NUMBERS, Column, Sheet, whole
from dashboard.exports.source_table import source_columns
from dashboard.exports.taken import (
    KEY,
    Taken,
    UnreadableError,
    clean_facts,
    csv_rows,
    read_json,
    table,
)
from dashboard.exports.text import csv_bytes
from dashboard.exports.zipped import Zipped
from dashboard.words import Speaker

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_PACKAGE = "datapackage.json"
_TERMS = "LICENCE.txt"
_SOURCES = "sources.csv"


def write(sheet: Sheet, options: Options, say: Speaker) -> bytes:
    """The whole file, as the first version of the standard has it, which every validator reads."""
    data = f"data/{sheet.key}.csv"
    names = tuple(column.name for column in sheet.columns)
    parts = {
        _PACKAGE: _json(_package(sheet, options, say, data)),
        data: csv_bytes([names, *sheet.rows]),
        _SOURCES: csv_bytes(
            [tuple(one.name for one in source_columns(say)), *source_table(sheet, say)[1]]
        ),
        _TERMS: f"{licence(say)}\n".encode(),
    }
    if sheet.assumed:
        heads, rows = assumptions(sheet, say)
        parts["assumptions.csv"] = csv_bytes([heads, *rows])
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, date_time=_LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            file.writestr(entry, content)
    return out.getvalue()


def _package(sheet: Sheet, options: Options, say: Speaker, data: str) -> dict[str, Any]:
    known = facts(sheet, options, say)
    return {
        "profile": "tabular-data-package",
        "name": f"corridor-atlas-{sheet.key.replace('_', '-')}",
        "title": sheet.title,
        "description": sheet.about,
        **({"homepage": known["link"]} if options.site else {}),
        "version": sheet.content_hash,
        "licenses": [{"path": _TERMS, "title": licence(say)}],
        "contributors": [{"title": MAKER, "role": "publisher"}],
        "sources": [
            {"title": f"{one.title}, {one.publisher}, {one.year}"}
            | ({"path": one.url} if one.url else {})
            for one in sheet.sources
        ],
        KEY: dict(known),
        "resources": [
            _resource(
                sheet.key.replace("_", "-"),
                sheet.title,
                data,
                [_field(sheet, at, one) for at, one in enumerate(sheet.columns)],
            ),
            _resource(
                f"{sheet.key.replace('_', '-')}-sources",
                say("table_sources"),
                _SOURCES,
                [
                    {
                        "name": one.name,
                        "type": "integer" if one.name == "year" else "string",
                        "title": one.title,
                        "description": one.about,
                    }
                    for one in source_columns(say)
                ],
            ),
        ],
    }


def _resource(name: str, title: str, path: str, fields: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "title": title,
        "path": path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": fields, "missingValues": [""]},
    }


def _field(sheet: Sheet, at: int, column: Column) -> dict[str, Any]:
    kind = "string"
    if column.kind in NUMBERS:
        kind = "integer" if whole([row[at] for row in sheet.rows]) else "number"
    field = {
        "name": column.name,
        "type": kind,
        "title": column.title,
        "description": column.about,
    }
    return field | ({"unit": column.unit} if column.unit else {})


def _json(document: dict[str, Any]) -> bytes:
    return f"{json.dumps(document, ensure_ascii=False, indent=2)}\n".encode("utf-8", "replace")


def read(content: bytes) -> Taken:
    """The first of its tables."""
    parts = Zipped(content)
    package = read_json(parts.read(_PACKAGE))
    try:
        path = package["resources"][0]["path"]
        facts = package[KEY]
    except (KeyError, IndexError, TypeError):
        raise UnreadableError("The file is damaged: its datapackage.json names no data.") from None
    heads, *rows = csv_rows(parts.read(str(path)))
    return Taken(facts=clean_facts(facts), **table(heads, rows))


FORMAT = Format(
    title=lambda say: say("format_datapackage"),
    media_type="application/zip",
    extension="zip",
    order=60,
    write=write,
    read=read,
)
