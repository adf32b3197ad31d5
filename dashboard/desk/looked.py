"""A file looked at: opened, checked, and the world as it would be with it."""

from dataclasses import dataclass, field

from dashboard.data_here import Data
from dashboard.desk.asked import Asked
from dashboard.desk.checked import Checked, check
from dashboard.desk.file_problem import FileProblem, Told
from dashboard.desk.headings import find_headings
from dashboard.desk.made import new_load, source_of, tables_of, with_load, world_of
from dashboard.desk.opened import opened
from dashboard.desk.sound import UnsoundError, check_sound
from dashboard.store import NewLoad
from geodata import DataError


@dataclass(frozen=True, kw_only=True)
class Looked:
    """What a file gives.

    `refused`: why it is not opened at all; `notes`: what was done without asking; `load`, `then`:
    what would be kept, and the data with it, where it can be accepted; `misfit`: what the tables
    say where it cannot, though each row can; `unsound`: why no estimate can be made of it.
    """

    asked: Asked
    now: Data
    refused: Told | None = None
    checked: Checked | None = None
    notes: tuple[Told, ...] = ()
    load: NewLoad | None = field(default=None, repr=False)
    then: Data | None = None
    misfit: DataError | None = None
    unsound: Told | None = None

    @property
    def usable(self) -> bool:
        """Whether it can be accepted as it is."""
        return self.then is not None


def look(asked: Asked, *, now: Data) -> Looked:
    """Open, check and preview a file on top of the data that holds `now`. Raises nothing."""
    try:
        found = opened(
            asked.content,
            wanted=lambda rows: find_headings(asked.kind, rows) is not None,
            size=asked.size,
        )
    except FileProblem as problem:
        return Looked(asked=asked, now=now, refused=problem.told)
    geodata = world_of(now).geodata
    checked = check(asked.kind, found.rows, meant=asked.meant, geodata=geodata)
    notes = (*found.notes, *checked.notes)
    if not checked.usable or asked.wrong:
        return Looked(asked=asked, now=now, checked=checked, notes=notes)
    source = source_of(
        file_hash=asked.file_hash,
        title=asked.title,
        publisher=asked.publisher,
        date=asked.date,
        url=asked.url,
    )
    try:
        tables = tables_of(checked, geodata, source=source, date=asked.date)
        load = new_load(
            asked.kind, tables, source=source, file_name=asked.name, file_hash=asked.file_hash
        )
        then = with_load(now, load, source=source)
        check_sound(then)
    except DataError as misfit:
        return Looked(asked=asked, now=now, checked=checked, notes=notes, misfit=misfit)
    except UnsoundError as unsound:
        return Looked(asked=asked, now=now, checked=checked, notes=notes, unsound=unsound.told)
    return Looked(asked=asked, now=now, checked=checked, notes=notes, load=load, then=then)
