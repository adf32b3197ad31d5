"""Numbers as people read them: rounded to what is known, in their language and digits."""

import math

from geodata import Figure

_KHMER_DIGITS = str.maketrans("0123456789", "០១២៣៤៥៦៧៨៩")
_MONTHS = {
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    "km": [
        "មករា",
        "កុម្ភៈ",
        "មីនា",
        "មេសា",
        "ឧសភា",
        "មិថុនា",
        "កក្កដា",
        "សីហា",
        "កញ្ញា",
        "តុលា",
        "វិច្ឆិកា",
        "ធ្នូ",
    ],
}
MINUS = "\u2212"
DASH = "\u2013"
INFINITE = "\u221e"


def in_digits(text: str, digits: str) -> str:
    """The same text with its digits as `latin` or `khmer`."""
    return text.translate(_KHMER_DIGITS) if digits == "khmer" else text


def known_step(figure: Figure, *, decimals: int = 0) -> float:
    """The step to round to: two digits of the range, or the decimals of a figure without one.

    >>> from geodata import Figure
    >>> known_step(Figure(value=211765, low=190000, high=230000, status="estimated",
    ...     source_ids=("A",), as_of="2025"))
    1000.0
    """
    finest = 10.0**-decimals
    if (
        figure.low is None
        or figure.high is None
        or not finest <= figure.high - figure.low < math.inf
    ):
        return finest
    return max(finest, 10.0 ** (math.floor(math.log10(figure.high - figure.low)) - 1))


def number(value: float, *, step: float = 1.0) -> str:
    """`value` rounded to `step`, with thousands separated and a real minus sign.

    >>> number(211765, step=1000), number(9.5034, step=0.1), number(-3.2)
    ('212,000', '9.5', '−3')
    """
    if math.isinf(value):
        return f"{MINUS if value < 0 else ''}{INFINITE}"
    decimals = max(0, -math.floor(math.log10(step) + 1e-9))
    rounded = round(value / step) * step
    text = f"{abs(rounded):,.{decimals}f}"
    return f"{MINUS}{text}" if rounded < 0 else text


def value_text(figure: Figure, *, decimals: int = 0) -> str:
    """The value of `figure`, rounded to what is known."""
    return number(figure.value, step=known_step(figure, decimals=decimals))


def range_text(figure: Figure, *, decimals: int = 0) -> str | None:
    """`low–high`, rounded like the value; None where the figure has no range, or none to speak of.

    >>> range_text(Figure(value=-40, low=-72, high=-21, status="estimated", source_ids=("A",),
    ...     as_of="2025"))
    '−72 – −21'
    """
    if figure.low is None or figure.high is None:
        return None
    step = known_step(figure, decimals=decimals)
    ends = number(figure.low, step=step), number(figure.high, step=step)
    if ends[0] == ends[1]:
        return None
    return (f" {DASH} " if MINUS in ends[0] else DASH).join(ends)


def date_text(as_of: str, *, lang: str) -> str:
    """An ISO date of any precision in words.

    >>> date_text("2025-08-13", lang="en"), date_text("2025-08", lang="km")
    ('13 August 2025', 'សីហា 2025')
    """
    year, *rest = as_of.split("-")
    if not rest:
        return year
    month = _MONTHS[lang][int(rest[0]) - 1]
    return f"{int(rest[1])} {month} {year}" if len(rest) > 1 else f"{month} {year}"
