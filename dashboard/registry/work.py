"""What is done with a file of records: looked at, counted and accepted, without the server.

Records are imported where they are read, and not before: most atlases have none.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dashboard.accounts.who import author
from dashboard.components.registry_mapping import mapping_form
from dashboard.components.registry_preview import preview
from dashboard.components.registry_report import report_part
from dashboard.desk_words import data_problem
from dashboard.registry.counting import engine_over, kept_beside, set_aside
from dashboard.registry.upload import Upload
from dashboard.static_html import to_html
from dashboard.store import NewRelease, StoreError, releases
from dashboard.store_here import store_here

if TYPE_CHECKING:
    from records.problems import Report
    from records.release import Release

Answer = dict[str, Any]
Progress = Callable[[str, float], None]
Awaited = Callable[[], bool]


@dataclass(frozen=True, kw_only=True)
class Counted:
    """What a file amounts to: the release that would follow, and the one before it."""

    release: "Release"
    before: "Release | None"
    report: "Report"
    rows: int
    people: int


def looked(upload: Upload, *, progress: Progress, awaited: Awaited) -> Answer:
    """The headings with samples, and the mapping that they suggest."""
    from records.looking import look
    from records.problems import Refused, Report

    asked, report = upload.asked, Report()
    say = asked.say
    progress("look", 0.0)
    try:
        seen = look(upload.path, name=asked.name, report=report)
    except Refused as refused:
        return {"html": to_html(report_part(refused.report, say=say))}
    try:
        saved = releases.mappings(store_here())
    except StoreError:
        saved = ()
    return {"html": mapping_form(seen, report, saved=saved, say=say), "mapping": True}


def checked(upload: Upload, *, progress: Progress, awaited: Awaited) -> Answer:
    """The report, and the counts as they would be shown."""
    from records.problems import Refused

    say = upload.asked.say
    try:
        found = count(upload, progress=progress, awaited=awaited)
    except Refused as refused:
        return {"html": to_html(report_part(refused.report, say=say))}
    except StoreError as problem:
        return {"problem": data_problem(problem, say=say)}
    except ReleaseProblem as problem:
        return {"problem": _release_problem(problem, upload)}
    html = to_html(report_part(found.report, say=say, rows=found.rows))
    html += preview(found.release, found.before, people=found.people, say=say)
    return {
        "html": html,
        "expected": found.before.version if found.before else 0,
        "synthetic": found.release.synthetic,
        "hash": upload.file_hash,
    }


def accepted(upload: Upload, *, progress: Progress, awaited: Awaited) -> Answer:
    """A new release, if the file is the one that was checked and nobody was quicker."""
    from records.problems import Refused
    from records.release import to_json

    asked, say = upload.asked, upload.asked.say
    who = author(asked.who)
    if not who:
        return {"problem": say("desk_who_empty")}
    if asked.file_hash != upload.file_hash:
        return {"problem": say("registry_changed")}
    try:
        found = count(upload, progress=progress, awaited=awaited)
        expected = found.before.version if found.before else 0
        if found.release is found.before:
            return {"problem": say("registry_same")}
        if asked.expected != expected:
            return {"problem": say("registry_overtaken")}
        release = found.release
        if asked.save and asked.columns:
            releases.keep_mapping(
                store_here(),
                name=asked.save,
                author=who,
                document={"schema": 1, "columns": dict(asked.columns)},
            )
        with kept_beside(release.version, synthetic=release.synthetic, folder=upload.path.parent):
            kept = releases.keep(
                store_here(),
                NewRelease(
                    number=release.version,
                    synthetic=release.synthetic,
                    author=who,
                    note=asked.note,
                    file_name=asked.name,
                    file_hash=upload.file_hash,
                    as_of=release.as_of.isoformat(),
                    document=to_json(release),
                ),
            )
    except Refused as refused:
        return {"html": to_html(report_part(refused.report, say=say))}
    except StoreError as problem:
        return {"problem": data_problem(problem, say=say)}
    except ReleaseProblem as problem:
        return {"problem": _release_problem(problem, upload)}
    return {"accepted": kept.number}


class ReleaseProblem(ValueError):
    """These records cannot follow what was released; its text is a key of ours."""


def count(upload: Upload, *, progress: Progress, awaited: Awaited) -> Counted:
    """Read, count and protect what is in a file.

    Raises:
        Refused: the file cannot be counted.
        ReleaseProblem: synthetic records where there are real ones.
        StoreError: what was released before cannot be read.
    """
    from records.engine import aggregate
    from records.mapping import MappingError, from_json
    from records.reading import read
    from records.release import publish

    mapping = None
    if upload.asked.columns is not None:
        try:
            mapping = from_json({"schema": 1, "columns": dict(upload.asked.columns)})
        except MappingError as wrong:
            raise ReleaseProblem("mapping") from wrong
    folder = upload.path.parent
    reading = read(
        upload.path,
        mapping=mapping,
        name=upload.asked.name,
        folder=folder,
        progress=progress,
        awaited=awaited,
    )
    with reading:
        before = _before(synthetic=reading.synthetic)
        with engine_over(reading, folder=folder) as engine:
            tables = aggregate(
                engine,
                fields=reading.fields,
                as_of=reading.as_of,
                events=reading.events,
                synthetic=reading.synthetic,
                progress=progress,
                awaited=awaited,
            )
        set_aside(reading, folder=folder)
        report, rows = reading.report, reading.rows
    release = publish(tables, before=before, progress=progress, awaited=awaited)
    return Counted(release=release, before=before, report=report, rows=rows, people=tables.people)


def _before(*, synthetic: bool) -> "Release | None":
    from records.release import from_json

    heads = releases.heads(store_here())
    if synthetic and any(not one.synthetic for one in heads):
        raise ReleaseProblem("synthetic")
    same = [one for one in heads if one.synthetic == synthetic]
    if not same:
        return None
    found = releases.document(store_here(), synthetic=synthetic, number=same[0].number)
    return from_json(found)


def _release_problem(problem: ReleaseProblem, upload: Upload) -> str:
    say = upload.asked.say
    return {"synthetic": say("release_real"), "mapping": say("registry_mapping_wrong")}[
        str(problem)
    ]
