"""Time to work: the share still without it, month by month, and the same as a table."""

from typing import Any

from dash import html

from dashboard.components.monitor.cells import UNSEEN
from dashboard.components.table import scroll_table
from dashboard.figures.survival import COLOURS, TOP, Curve, survival
from dashboard.monitor.asked import SEXES, Asked
from dashboard.monitor.released import Registry
from dashboard.monitor_words import sex_name
from dashboard.numbers import DASH, number
from dashboard.words import Speaker

_HALF = 0.5
_Y_STEP = 20


def curves(found: Registry, *, asked: Asked, say: Speaker) -> list[Curve]:
    """The curve of those who are asked for, then of women and men where it is of both."""
    if found.release is None:
        return []
    from records.survival import curve

    out = []
    for sex in SEXES if asked.sex == SEXES[0] else (asked.sex,):
        points = curve(found.release, place=asked.place, sex=sex)
        if points:
            name = sex_name(sex, say=say)
            told = tuple(
                (
                    one.month,
                    100 * one.share,
                    100 * one.low,
                    100 * one.high,
                    say(
                        "survival_told",
                        who=name,
                        month=one.month,
                        share=say.fill(number(100 * one.share)),
                        range=say.fill(_reach(100 * one.low, 100 * one.high)),
                    ),
                )
                for one in points
            )
            start = say("survival_start", who=name)
            out.append(Curve(key=sex, name=name, points=((0, 100.0, 100.0, 100.0, start), *told)))
    return out


def figure(shown: list[Curve], *, say: Speaker) -> dict[str, Any]:
    """The Plotly figure of these curves."""
    months = sorted({month for one in shown for month, *_ in one.points})
    return survival(
        shown,
        x_title=say("survival_x"),
        y_title=say("survival_y"),
        ticks=[(month, say.fill(str(month))) for month in months],
        y_ticks=[(share, say.fill(str(share))) for share in range(0, TOP + 1, _Y_STEP)],
    )


def half_told(found: Registry, *, asked: Asked, say: Speaker) -> str:
    """When half of those who are asked for were in work, or how many are not by the last month."""
    if found.release is None:
        return ""
    from records.survival import curve

    points = curve(found.release, place=asked.place, sex=asked.sex)
    if not points:
        return ""
    half = next((one for one in points if one.share <= _HALF), None)
    if half is not None:
        return say("survival_half", month=half.month)
    last = points[-1]
    share = say.fill(number(100 * last.share))
    reach = say.fill(_reach(100 * last.low, 100 * last.high))
    return say("survival_not_half", month=last.month, share=share, range=reach)


def legend(shown: list[Curve]) -> html.Ul:
    """Which colour is whose."""
    return html.Ul(
        [
            html.Li([html.Span(className="key", style={"background": COLOURS[one.key]}), one.name])
            for one in shown
        ],
        className="small-legend",
    )


def table(shown: list[Curve], *, say: Speaker) -> html.Div:
    """The same points with their intervals; what is hidden for one of them is said."""
    months = sorted({month for one in shown for month, *_ in one.points if month})
    rows = []
    for month in months:
        cells = []
        for one in shown:
            point = next((point for point in one.points if point[0] == month), None)
            if point is None:
                cells.append(html.Td(say("monitor_hidden"), className=f"number {UNSEEN}"))
                continue
            cells.append(
                html.Td(
                    [
                        html.Span(
                            say("monitor_percent", value=say.fill(number(point[1]))),
                            className="value",
                        ),
                        html.Span(say.fill(_reach(point[2], point[3])), className="range"),
                    ],
                    className="number",
                )
            )
        rows.append(html.Tr([html.Th(say.fill(str(month)), scope="row"), *cells]))
    heads = [say("survival_x"), *(one.name for one in shown)]
    drawn = scroll_table(heads, rows, label=say("survival_title"), numbers=range(1, len(shown) + 1))
    return html.Div(drawn, className="monitor-times")


def _reach(low: float, high: float) -> str:
    return f"{number(low)}{DASH}{number(high)}"
