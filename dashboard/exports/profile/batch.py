"""Profiles of all provinces into a folder; what is there already is kept."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

from dashboard.exports.asked import file_name, wanted
from dashboard.exports.problem import ExportError
from dashboard.exports.profile.pages import page_data
from dashboard.exports.profile.setters import Done, Task, set_all
from dashboard.exports.profile.stamp import bears
from dashboard.exports.profile.table import sheet_of
from dashboard.profile.profile import profile
from dashboard.world import world
from geodata.provinces import Province

_KEY = "profile"
_PART = ".corridor-atlas-profile-*.part"


@dataclass
class Outcome:
    """How many files were made and kept, and what went wrong with which."""

    made: int = 0
    kept: int = 0
    failed: list[Done] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class Batch:
    """What is to be made: a view in some languages, into a folder.

    `force`: make also what is there already; `site`: address of the atlas, or empty.
    """

    query: str
    languages: tuple[str, ...]
    folder: Path
    jobs: int
    site: str = ""
    force: bool = False

    @property
    def files(self) -> int:
        """How many files there will be."""
        return len(self.languages) * len(world().geodata.provinces)


def make(batch: Batch, *, tell: Callable[[Path, str], None]) -> Outcome:
    """Make what is missing; `tell` hears of every file that is over, with its error or none.

    Raises:
        ExportError: the query names what does not exist.
        OSError: there is no such folder, and none can be made.
    """
    _check(batch.query)
    batch.folder.mkdir(parents=True, exist_ok=True)
    for left in batch.folder.glob(_PART):
        left.unlink(missing_ok=True)
    outcome = Outcome()

    def over(done: Done) -> None:
        if done.error:
            outcome.failed.append(done)
        else:
            outcome.made += 1
        tell(done.path, done.error)

    def missing() -> Iterator[Task]:
        for task in tasks(batch):
            if not batch.force and bears(task.path, task.data["stamp"]):
                outcome.kept += 1
                tell(task.path, "")
            else:
                yield task

    set_all(missing(), jobs=batch.jobs, tell=over)
    return outcome


def name_of(province: Province, lang: str) -> str:
    """The name of the file of a province in a language."""
    return file_name((_KEY, province.code, province.name_en, lang), "pdf")


def tasks(batch: Batch) -> Iterator[Task]:
    """Every file of a batch, each worked out when it is asked for."""
    for lang in batch.languages:
        for province in world().geodata.provinces.values():
            query = _query(batch.query, lang=lang, province=province.code)
            asked = wanted(_KEY, "pdf", query, site=batch.site)
            found = profile(asked.view)
            sheet = sheet_of([found], key=_KEY, view=asked.view, say=asked.say)
            yield Task(
                path=batch.folder / name_of(province, lang),
                data=page_data(found, sheet, site=batch.site, say=asked.say),
            )


def _query(query: str, **own: str) -> str:
    pairs = parse_qsl(query.removeprefix("?"), keep_blank_values=True)
    kept = [pair for pair in pairs if pair[0] not in own]
    return urlencode([*kept, *own.items()], errors="replace")


def _check(query: str) -> None:
    if "province" in dict(parse_qsl(query.removeprefix("?"), keep_blank_values=True)):
        raise ExportError("All provinces are made: leave the parameter 'province' away.")
    wanted(_KEY, "pdf", query)
