"""The log as rows of cells, for the page and for files."""

import io
from collections.abc import Iterator, Mapping, Sequence

import xlsxwriter

from dashboard.accounts_words import act_words, how_words, result_words, role_words
from dashboard.exports.text import csv_bytes, guarded
from dashboard.store import ROLES, AuditEntry
from dashboard.store_words import time_text
from dashboard.words import Speaker

HEADS = ("number", "at", "who", "account", "how", "act", "what", "result", "before", "digest")
"""Columns of the files: the same in every language, so that programs can read them."""

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def cells(entry: AuditEntry, *, names: Mapping[str, str], say: Speaker) -> tuple[str, ...]:
    """One line as a person reads it: time, who, how, act, what, result.

    `names`: of the accounts that there are, by their ids.
    """
    return (
        time_text(entry.at, say=say),
        entry.who or say("audit_nobody"),
        how_words(entry.how, say=say),
        act_words(entry.act, say=say),
        " · ".join(_what(entry, names=names, say=say)),
        result_words(entry.result, say=say),
    )


def heads(*, say: Speaker) -> tuple[str, ...]:
    """What the cells are called."""
    return (
        say("audit_at"),
        say("audit_who"),
        say("audit_how"),
        say("audit_act"),
        say("audit_what"),
        say("audit_result"),
    )


def as_csv(entries: Sequence[AuditEntry]) -> bytes:
    """The lines in full, in UTF-8; no spreadsheet runs what a cell holds."""
    rows = [[getattr(one, name) for name in HEADS] for one in entries]
    return b"\xef\xbb\xbf" + csv_bytes([HEADS, *rows])


def as_xlsx(entries: Sequence[AuditEntry]) -> bytes:
    """The same as a workbook."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, _OPTIONS) as book:
        sheet = book.add_worksheet("log")
        bold = book.add_format({"bold": True})
        sheet.freeze_panes(1, 0)
        sheet.write_row(0, 0, HEADS, bold)
        for at, one in enumerate(entries, start=1):
            for column, name in enumerate(HEADS):
                value = getattr(one, name)
                sheet.write(at, column, guarded(value) if isinstance(value, str) else value)
        sheet.autofilter(0, 0, max(len(entries), 1), len(HEADS) - 1)
        sheet.set_column(1, len(HEADS) - 1, 24)
    return out.getvalue()


def _what(entry: AuditEntry, *, names: Mapping[str, str], say: Speaker) -> Iterator[str]:
    for kind, value in entry.told.items():
        role = next((one for one in ROLES if one == value), None)
        yield {
            "scenario": say("what_scenario", id=value),
            "version": say("what_version", number=value),
            "restored_from": say("what_restored_from", number=value),
            "source": say("what_source", id=value),
            "story": say("what_story", id=value),
            "room": say("what_room", code=value),
            "data": say("what_data", number=value),
            "release": say("what_release", number=value),
            "files": say("what_files", hash=str(value)[:12]),
            "account": say("what_account", id=names.get(str(value), value)),
            "role": say("what_role", role=role_words(role, say=say) if role else value),
        }.get(kind, str(value))
