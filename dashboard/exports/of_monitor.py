"""What is told of reintegration as rows: from the registry, and from the survey."""

from collections.abc import Iterator

from dashboard.components.monitor.by_sex import indicator_name, indicator_unit
from dashboard.components.monitor.funnel import step_name, steps
from dashboard.components.monitor.time import curves
from dashboard.exports.columns import evidence_cells, evidence_columns, text_column
from dashboard.exports.sheet import Column, Row, number_cell
from dashboard.exports.view_words import Filters
from dashboard.monitor.asked import PLACES, SEXES, Asked
from dashboard.monitor.index import PARTS
from dashboard.monitor.measures import MEASURES, measured
from dashboard.monitor.released import Registry
from dashboard.monitor.surveyed import TOPICS, finding
from dashboard.monitor_words import part_name, place_name, sex_name
from dashboard.store import ReleaseHead
from dashboard.words import Speaker
from geodata.provinces import NATIONAL
from geodata.sources import Source


def monitor_columns(say: Speaker) -> tuple[Column, ...]:
    """What, of whom, the number with its range, and why one is not shown."""
    return (
        text_column("measure", say("monitor_what"), say("col_monitor_what"), kind="code"),
        text_column("title", say("monitor_what"), say("col_monitor_title")),
        text_column("sex", say("monitor_sex"), say("col_monitor_sex"), kind="code"),
        text_column("place", say("monitor_controls"), say("col_monitor_place"), kind="code"),
        _number("months", say("survival_x"), say("survival_x")),
        _number("value", say("col_monitor_value"), say("col_monitor_value")),
        _number("low", say("col_low", title=say("col_monitor_value")), say("col_low_about")),
        _number("high", say("col_high", title=say("col_monitor_value")), say("col_high_about")),
        text_column("unit", say("col_monitor_unit"), say("col_monitor_unit"), kind="code"),
        text_column("shown", say("col_monitor_shown"), say("col_monitor_shown"), kind="code"),
        _number("release", say("release_number"), say("release_number")),
        *evidence_columns(say),
    )


def registry_rows(found: Registry, *, asked: Asked, say: Speaker) -> Iterator[Row]:
    """Steps of the path, shares and means, and the time to work, for each sex."""
    if found.release is None or found.head is None:
        return
    place = "/".join(asked.place)
    evidence = registry_evidence(found.head)
    for sex in SEXES:
        for step in steps(found, place=asked.place, sex=sex):
            one = step.count
            version = one.version or None
            cells: Row = (number_cell(one.value), None, None, "persons", one.why, version)
            yield (step.key, step_name(step.key, say=say), sex, place, None, *cells, *evidence)
    for measure in MEASURES:
        for sex in SEXES:
            value = measured(found.release, measure, place=asked.place, sex=sex)
            unit = "usd_month" if measure.unit == "usd" else "percent"
            version = value.version or None
            cells = (number_cell(value.value), None, None, unit, value.why, version)
            yield (measure.key, measure.title(say), sex, place, None, *cells, *evidence)
    for curve in curves(found, asked=asked, say=say):
        for month, share, low, high, _ in curve.points:
            cells = (share, low, high, "percent", "shown", found.release.version)
            title = say("survival_y")
            yield ("without_work_after", title, curve.key, place, month, *cells, *evidence)


def survey_rows(asked: Asked, *, say: Speaker) -> Iterator[Row]:
    """What the survey found, for the province where it did, or the country."""
    province = asked.place[1] if asked.place[0] == "province" else None
    named = {key: (indicator_name(key, say=say), indicator_unit(key)) for key in TOPICS}
    named["reintegration_index"] = (say("index_title"), "index")
    named |= {f"index_{part}": (part_name(part, say=say), "index") for part in PARTS}
    for key, (title, unit) in named.items():
        for sex in SEXES:
            one = finding(key, province=province, sex=sex)
            if one is None:
                continue
            place = "total/all" if one.place == NATIONAL else f"province/{one.place}"
            cells: Row = (one.figure.value, None, None, unit, "survey", None)
            yield (key, title, sex, place, None, *cells, *evidence_cells([one.figure]))


def registry_evidence(head: ReleaseHead) -> Row:
    """Status, date and source of numbers of a release."""
    return "computed", head.as_of, registry_source(head).id


def registry_source(head: ReleaseHead) -> Source:
    """A release as the source of its numbers; synthetic ones say so in their name."""
    kind = "SYNTHETIC" if head.synthetic else "REGISTRY"
    name = "Synthetic records" if head.synthetic else "Registry of returnees"
    return Source(
        id=f"{kind}_{head.number}",
        short=f"{name}, release {head.number}",
        short_km="",
        title=f"{name}, release {head.number}: {head.file_name}",
        publisher=head.author,
        year=int(head.made_at[:4]),
        url="",
        licence="not stated",
        how_read=f"loaded on {head.made_at[:10]}, SHA-256 {head.file_hash}",
    )


def monitor_filters(found: Registry, asked: Asked, *, say: Speaker) -> Filters:
    """Whom the rows are about, and that nobody in them is real where that is so."""
    filters: Filters = (
        (say("monitor_controls"), place_name(asked.place, say=say)),
        (say("monitor_sex"), sex_name(asked.sex, say=say)),
    )
    if found.synthetic:
        filters = (*filters, (say("release_kind"), say("monitor_synthetic")))
    return filters


def file_names(found: Registry, key: str, asked: Asked) -> tuple[str, ...]:
    """Parts of the name of a file."""
    synthetic = ("synthetic",) if found.synthetic else ()
    place = (asked.place[1],) if asked.place[0] in PLACES else ()
    return (key, *synthetic, *place)


def _number(name: str, title: str, about: str) -> Column:
    return Column(
        name=name, title=title, kind="number", about=about, decimals=1, hxl=f"#indicator+{name}"
    )
