"""What every file says of itself, whatever its format."""

from collections.abc import Mapping

from dashboard.credit import licence_of_boundaries
from dashboard.evidence import status_text
from dashboard.exports.declaration import Options
from dashboard.exports.sheet import Sheet
from dashboard.words import Speaker

MAKER = "Corridor Atlas"
ODBL = "https://opendatacommons.org/licenses/odbl/1-0/"


def facts(
    sheet: Sheet, options: Options, say: Speaker, *, boundaries: bool = False
) -> Mapping[str, str]:
    """Facts by a key that is the same in every language; empty ones are left out.

    `boundaries`: whether the file holds the outlines of provinces, which have a licence of their
    own.
    """
    found = {
        "sheet": sheet.key,
        "title": sheet.title,
        "about": sheet.about,
        "unit": sheet.unit,
        "shown": "; ".join(f"{label}: {value}" for label, value in sheet.filters),
        "link": link(sheet, options),
        "as_of": sheet.as_of,
        "status": status_text(sheet.statuses, say=say) if sheet.statuses else "",
        "sources": " ".join(source.id for source in sheet.sources),
        "licence": licence(say),
        "boundaries": licence_of_boundaries(say, odbl=ODBL) if boundaries else "",
        "maker": MAKER,
        "language": sheet.lang,
        "content_hash": sheet.content_hash,
    }
    return {key: value for key, value in found.items() if value}


def fact_names(say: Speaker) -> Mapping[str, str]:
    """What each fact is called."""
    return {
        "sheet": say("fact_sheet"),
        "title": say("col_title"),
        "about": say("fact_about"),
        "unit": say("col_unit"),
        "shown": say("fact_shown"),
        "link": say("fact_link"),
        "as_of": say("table_date"),
        "status": say("table_status"),
        "sources": say("table_sources"),
        "licence": say("source_licence"),
        "boundaries": say("fact_boundaries"),
        "maker": say("fact_maker"),
        "language": say("language"),
        "content_hash": say("fact_hash"),
    }


def link(sheet: Sheet, options: Options) -> str:
    """The address of the view; without a known site its path and query."""
    return f"{options.site.rstrip('/')}{sheet.link}"


def licence(say: Speaker) -> str:
    """What holds for the numbers."""
    return say("export_licence")
