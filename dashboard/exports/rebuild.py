"""A file is read back, its view is worked out anew, and the two are compared.

Of the link in a file only path and query are read. Nothing is fetched from anywhere.
"""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from dashboard.exports.asked import MOST_BYTES, wanted
from dashboard.exports.carried import CARRIERS
from dashboard.exports.declaration import Kind, formats, formats_of, kinds, sheets
from dashboard.exports.differences import by_key, capped, differences, shown
from dashboard.exports.links import PROVINCE
from dashboard.exports.problem import ExportError
from dashboard.exports.sheet import Column, Sheet, hash_of
from dashboard.exports.taken import Taken, UnreadableError, typed
from dashboard.world import world

SAME, CHANGED, UNKNOWN = 0, 1, 2
_EDITED = "The file was edited since it was made: its numbers are not those it was made with."
_OTHER = "The numbers are other ones today."


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """`code`: SAME, CHANGED or UNKNOWN, as the command ends; `lines`: what is said."""

    code: int
    lines: tuple[str, ...]


def read_taken(content: bytes, ending: str) -> Taken:
    """What a file says and holds; `ending`: of its name, which says what it is.

    Raises:
        UnreadableError: no file of the atlas, or a damaged one.
    """
    if len(content) > MOST_BYTES:
        raise UnreadableError(f"The file is larger than {MOST_BYTES // 1024**2} MB.")
    readers = _readers(ending.lower())
    if not readers:
        known = ", ".join(sorted({*_endings(), *CARRIERS}))
        raise UnreadableError(f"Files are read that end in: {known}.")
    for reader in readers[:-1]:
        try:
            return reader(content)
        except UnreadableError:
            continue
    return readers[-1](content)


def rebuild(taken: Taken) -> Verdict:
    """The same sheet with today's data, beside what was read.

    Raises:
        UnreadableError: the file does not say which view it is of, or its hash.
        ExportError: there is no such view any more.
    """
    link, stated = taken.facts.get("link", ""), taken.facts.get("content_hash", "")
    if not link or not stated:
        raise UnreadableError("The file does not say where it is from.")
    try:
        address = urlsplit(link)
    except ValueError:
        raise UnreadableError("The link in the file is no address.") from None
    kind = _kind(taken, address.path)
    province = address.path.rpartition(f"{kind.path}/")[2] if kind.path == PROVINCE else ""
    named = f"province={province}" if province in world().geodata.provinces else ""
    sheet = _today(kind, "&".join(filter(None, (address.query, named))))
    if not taken.columns:
        return _by_hash(sheet, stated)
    return _by_rows(sheet, taken, stated)


def _today(kind: Kind, query: str) -> Sheet:
    """The sheet of the view that a query names, or the one that a picture of it rests on."""
    asked = wanted(kind.key, formats_of(kind)[0], query)
    made = asked.kind.make(asked.view, asked.say)
    return made if isinstance(made, Sheet) else made.sheet


def _by_hash(sheet: Sheet, stated: str) -> Verdict:
    if sheet.content_hash == stated:
        return _same(sheet)
    why = "The file holds no table, so that it cannot be told which:"
    return Verdict(
        code=CHANGED,
        lines=(
            f"{sheet.key}: {_OTHER}",
            f"{why} hash {shown(stated)} then, {sheet.content_hash} now.",
        ),
    )


def _by_rows(sheet: Sheet, taken: Taken, stated: str) -> Verdict:
    own = {column.name: column for column in sheet.columns}
    columns = tuple(own.get(name) or _unknown(name) for name in taken.columns)
    rows = [
        tuple(typed(cell, column.kind) for cell, column in zip(row, columns, strict=True))
        for row in taken.rows
    ]
    shared = own.keys() & set(taken.columns)
    before = by_key(columns, rows, shared=shared)
    today = by_key(sheet.columns, sheet.rows, shared=shared)
    known = {column.name for column in columns} == set(own)
    order = [taken.columns.index(column.name) for column in today.columns] if known else []
    places = [before.columns.index(columns[at]) for at in order]
    ordered = [tuple(row[at] for at in places) for row in before.ordered(today)]
    edited = known and hash_of(sheet.key, today.columns, ordered) != stated
    lines = differences(before, today)
    if not lines and not edited:
        return _same(sheet)
    said = [_EDITED] if edited else []
    if sheet.content_hash != stated:
        said.append(_OTHER)
    return Verdict(code=CHANGED, lines=(f"{sheet.key}: {' '.join(said)}", *capped(lines)))


def _same(sheet: Sheet) -> Verdict:
    return Verdict(code=SAME, lines=(f"{sheet.key}: the same numbers, {sheet.content_hash}.",))


def _unknown(name: str) -> Column:
    """A column that the sheet has no more; of a kind that is compared and names no row."""
    return Column(name=name, title=name, kind="status", about="")


def _kind(taken: Taken, path: str) -> Kind:
    """The sheet or picture that a file names; where it names none, the one of its page."""
    named = taken.facts.get("sheet")
    if named is not None:
        found = kinds().get(named)
        if found is None:
            message = f"There is nothing named {shown(named)!r} any more."
            raise ExportError(message, allowed=tuple(kinds()))
        if not path.endswith(found.path) and f"{found.path}/" not in path:
            raise UnreadableError("The link in the file leads to another page than its table.")
        return found
    on_page = [one for one in sheets().values() if one.path == path]
    if len(on_page) == 1:
        return on_page[0]
    raise UnreadableError("The file does not say which table it is.")


def _endings() -> dict[str, list[Callable[[bytes], Taken]]]:
    found: dict[str, list[Callable[[bytes], Taken]]] = {}
    for one in formats().values():
        if one.read is not None:
            found.setdefault(one.extension, []).append(one.read)
    return found


def _readers(ending: str) -> list[Callable[[bytes], Taken]]:
    """Those of the formats with this ending; a picture's where no format reads it."""
    carried = CARRIERS.get(ending)
    return _endings().get(ending) or ([carried] if carried else [])
