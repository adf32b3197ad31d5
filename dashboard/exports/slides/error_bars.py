"""Ranges of a native chart: error bars with ends of their own, which python-pptx cannot add."""

from collections.abc import Sequence
from typing import Any

_WIDTH = 9_525
_SPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
_BEFORE = ("c:trendline", "c:dLbls", "c:dPt", "c:marker", "c:invertIfNegative", "c:spPr", "c:tx")
"""What stands before the error bars in a series, the last first."""


def add_error_bars(
    series: Any,
    *,
    values: Sequence[float | None],
    lows: Sequence[float | None],
    highs: Sequence[float | None],
    colour: str,
) -> None:
    """Give each value its range; one without has none."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import qn

    above = _numbers([_apart(end, value) for value, end in zip(values, highs, strict=True)])
    below = _numbers([_apart(value, end) for value, end in zip(values, lows, strict=True)])
    bars = parse_xml(
        f'<c:errBars {_SPACES}><c:errBarType val="both"/><c:errValType val="cust"/>'
        f'<c:noEndCap val="0"/><c:plus>{above}</c:plus><c:minus>{below}</c:minus>'
        f'<c:spPr><a:ln w="{_WIDTH}"><a:solidFill><a:srgbClr val="{colour.lstrip("#").upper()}"/>'
        "</a:solidFill></a:ln></c:spPr></c:errBars>"
    )
    element = series._element
    for tag in _BEFORE:
        found = element.findall(qn(tag))
        if found:
            found[-1].addnext(bars)
            return


def _apart(high: float | None, low: float | None) -> float:
    return 0.0 if high is None or low is None else max(high - low, 0.0)


def _numbers(found: Sequence[float]) -> str:
    points = "".join(f'<c:pt idx="{at}"><c:v>{one!r}</c:v></c:pt>' for at, one in enumerate(found))
    return (
        f"<c:numLit><c:formatCode>General</c:formatCode>"
        f'<c:ptCount val="{len(found)}"/>{points}</c:numLit>'
    )
