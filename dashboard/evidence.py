"""Say where a number comes from: its status, date and sources, in words."""

from collections.abc import Iterable, Sequence

from dashboard.numbers import date_text, range_text, value_text
from dashboard.words import Speaker
from geodata import STATUSES, Figure, Geodata, Status
from geodata.sources import Source

SOURCES_SHOWN = 3


def status_text(statuses: Iterable[Status], *, say: Speaker) -> str:
    """The status, or all that occur where several do, strongest first."""
    found = sorted(set(statuses), key=STATUSES.index)
    words = [
        {
            "reported": say("status_reported"),
            "computed": say("status_computed"),
            "estimated": say("status_estimated"),
            "assumed": say("status_assumed"),
        }[status]
        for status in found
    ]
    return say("list_separator").join(words)


def short_sources(ids: Iterable[str], *, geodata: Geodata, say: Speaker) -> str:
    """Short names of sources, the first few, and how many more there are."""
    return named_sources([geodata.sources[one] for one in dict.fromkeys(ids)], say=say)


def named_sources(unique: Sequence[Source], *, say: Speaker) -> str:
    """The same of sources themselves, such as a registry's, which no table names."""
    shown = [source.name(say.lang) for source in unique[:SOURCES_SHOWN]]
    more = len(unique) - len(shown)
    text = say("list_separator").join(shown)
    return say("sources_and_more", sources=text, count=more) if more else text


def evidence_text(figure: Figure, *, geodata: Geodata, say: Speaker) -> str:
    """Status, date and sources of one figure, in one line."""
    return say(
        "evidence",
        status=status_text([figure.status], say=say),
        date=say.fill(date_text(figure.as_of, lang=say.lang)),
        sources=short_sources(figure.source_ids, geodata=geodata, say=say),
    )


def amount(figure: Figure, *, say: Speaker, decimals: int = 0) -> str:
    """The value in the reader's digits."""
    return say.fill(value_text(figure, decimals=decimals))


def told(figure: Figure, *, say: Speaker, decimals: int = 0) -> str:
    """The value and, in parentheses, its range where it has one."""
    value, reach = (
        amount(figure, say=say, decimals=decimals),
        span(figure, say=say, decimals=decimals),
    )
    return say("value_range", value=value, range=reach) if reach else value


def span(figure: Figure, *, say: Speaker, decimals: int = 0) -> str | None:
    """The range in the reader's digits, or None."""
    text = range_text(figure, decimals=decimals)
    return None if text is None else say.fill(text)
