"""One filled map as plain data: classes, values and the evidence of each province."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.classes import class_labels
from dashboard.evidence import amount, evidence_text, short_sources, span, status_text
from dashboard.numbers import date_text
from dashboard.shown import Shown
from dashboard.words import Speaker
from geodata import Figure, Geodata

Data = dict[str, Any]


def fill(shown: Shown, *, geodata: Geodata, say: Speaker) -> Data:
    """What the map component draws for one measure."""
    figures = shown.reading.values
    notes: dict[str, int] = {}
    values: Data = {}
    for code, figure in figures.items():
        note = evidence_text(figure, geodata=geodata, say=say)
        values[code] = {
            "value": round(figure.value, 4) if math.isfinite(figure.value) else "Infinity",
            "class": shown.class_of(code),
            "text": amount(figure, say=say, decimals=shown.decimals),
            "range": span(figure, say=say, decimals=shown.decimals),
            "uncertain": code in shown.unsure,
            "note": notes.setdefault(note, len(notes)),
        }
    unsure = say("legend_unsure_sign") if shown.by_sign else say("legend_uncertain")
    missing = len(geodata.provinces) - len(values)
    return {
        "title": say.fill(shown.title.in_(say.lang)),
        "unit": say.fill(shown.unit.in_(say.lang)),
        "evidence": evidence_of(figures, geodata=geodata, say=say),
        "classes": classes(
            class_labels(shown.breaks, say=say), shown.colours, values=values, say=say
        ),
        "uncertain": {"count": say.fill(str(len(shown.unsure))), "text": unsure}
        if shown.unsure
        else None,
        "missing": {"count": say.fill(str(missing))} if missing else None,
        "values": values,
        "notes": list(notes),
    }


def classes(
    labels: Sequence[str], colours: Sequence[str], *, values: Data, say: Speaker
) -> list[Data]:
    """The legend: classes with their colour and how many provinces are in each."""
    counts = Counter(one["class"] for one in values.values())
    return [
        {"label": label, "color": colour, "count": say.fill(str(counts[i]))}
        for i, (label, colour) in enumerate(zip(labels, colours, strict=True))
    ]


def evidence_of(figures: Mapping[str, Figure], *, geodata: Geodata, say: Speaker) -> str:
    """Status, latest date and sources of many figures, in one line."""
    dates = sorted({figure.as_of for figure in figures.values()})
    ids = [source for figure in figures.values() for source in figure.source_ids]
    return say(
        "evidence",
        status=status_text((figure.status for figure in figures.values()), say=say),
        date=say.fill(date_text(dates[-1], lang=say.lang)),
        sources=short_sources(ids, geodata=geodata, say=say),
    )
