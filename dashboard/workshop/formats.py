"""The files that minutes come as."""

import json
from collections.abc import Mapping

from dashboard.typeset import typeset
from dashboard.words import Speaker
from dashboard.workshop import docx, minutes_csv
from dashboard.workshop.minutes import FileKind, Minutes
from dashboard.workshop.minutes_words import parts

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def _title(minutes: Minutes, lang: str) -> str:
    say = Speaker(lang=lang)
    return say("minutes_title", code=minutes.code)


def _docx(minutes: Minutes, lang: str) -> bytes:
    some = parts(minutes, lang, pictures="png")
    return docx.document(some, lang=lang, title=_title(minutes, lang))


def _pdf(minutes: Minutes, lang: str) -> bytes:
    data = {
        "lang": lang,
        "title": _title(minutes, lang),
        "maker": "Corridor Atlas",
        "parts": [
            {
                "kind": one.kind,
                "text": one.text,
                "rows": one.rows,
                "picture": one.picture.decode(),
            }
            for one in parts(minutes, lang, pictures="svg")
        ],
    }
    return typeset("minutes", data, output="pdf")[0]


def _json(minutes: Minutes, _: str) -> bytes:
    """The story of the meeting: opened at `/workshop`, it shows all of it again."""
    return json.dumps(minutes.story().as_json(), ensure_ascii=False, indent=2).encode()


FORMATS: Mapping[str, FileKind] = {
    "docx": FileKind(media_type=_WORD, write=_docx),
    "pdf": FileKind(media_type="application/pdf", write=_pdf),
    "csv": FileKind(media_type="text/csv; charset=utf-8", write=minutes_csv.write),
    "json": FileKind(media_type="application/json", write=_json),
}
