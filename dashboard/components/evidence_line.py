"""What a number or a place rests on, in one line: status, date, and links to its sources."""

from typing import Any

from dashboard.components.links import source_links
from dashboard.evidence import status_text
from dashboard.numbers import date_text
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import World
from geodata import Figure
from layers import Place, Route


def evidence_line(
    one: Figure | Place | Route,
    *,
    here: World,
    view: View,
    say: Speaker,
    most: int | None = None,
    method: str | None = None,
) -> list[Any]:
    """The parts of the line; `most` and `method`: as in `source_links`."""
    return [
        say(
            "fact_evidence",
            status=status_text([one.status], say=say),
            date=date_text(one.as_of, lang=say.lang),
        ),
        " ",
        *source_links(
            one.source_ids, geodata=here.geodata, view=view, say=say, most=most, method=method
        ),
    ]
