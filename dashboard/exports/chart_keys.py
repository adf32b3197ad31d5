"""What a Plotly figure may hold to be drawn here; anything else is refused, not left out."""

from collections.abc import Mapping
from typing import Any

from dashboard.exports.chart_words import ChartError

_UNSEEN = {"hovertemplate", "hoverinfo", "customdata", "name"}
_MARK = {"color": None, "size": None, "symbol": None, "opacity": None, "line": None}
_STROKE = {"color": None, "width": None}
_WORDS = {"text": None, "standoff": None, "font": {"size": None, "color": None}}

_BAR: Mapping[str, Any] = {
    "type": None,
    "orientation": None,
    "x": None,
    "y": None,
    "base": None,
    "marker": {"color": None, "line": _STROKE},
    "error_x": dict.fromkeys(
        ("type", "symmetric", "array", "arrayminus", "color", "thickness", "width")
    ),
}
_SCATTER: Mapping[str, Any] = {
    "type": None,
    "mode": None,
    "x": None,
    "y": None,
    "line": {**_STROKE, "dash": None, "shape": None},
    "marker": {**_MARK, "line": _STROKE},
    "fill": None,
    "fillcolor": None,
}
_AXIS: Mapping[str, Any] = {
    "title": _WORDS,
    **dict.fromkeys(
        (
            *("side", "tickvals", "ticktext", "ticksuffix", "ticks", "tickcolor", "range"),
            *("rangemode", "gridcolor", "zerolinecolor", "showgrid", "automargin", "visible"),
        )
    ),
    "fixedrange": None,
}
_LAYOUT: Mapping[str, Any] = {
    **dict.fromkeys(("height", "barmode", "bargap", "paper_bgcolor", "plot_bgcolor")),
    "margin": dict.fromkeys("lrtb"),
    "font": dict.fromkeys(("family", "size", "color")),
    **dict.fromkeys(("hoverlabel", "hovermode", "showlegend")),
    "xaxis": _AXIS,
    "yaxis": _AXIS,
}
_NOTE: Mapping[str, Any] = {
    **dict.fromkeys(("text", "x", "y", "xref", "yref", "xanchor", "yanchor", "xshift", "yshift")),
    **dict.fromkeys(("showarrow", "align", "bgcolor", "borderpad")),
    "font": {"size": None, "color": None},
}
_SHAPE: Mapping[str, Any] = {
    **dict.fromkeys(("type", "x0", "x1", "y0", "y1", "yref")),
    "line": _STROKE,
}
_ONLY: Mapping[str, tuple[Any, ...]] = {
    "orientation": ("h", "v"),
    "mode": ("lines", "markers", "lines+markers"),
    "dash": ("solid", "dash", "dot", "dashdot"),
    "shape": ("linear", "hv"),
    "symbol": ("circle", "diamond", "square"),
    "fill": ("toself",),
    "side": ("top", "bottom"),
    "ticks": ("outside", ""),
    "rangemode": ("tozero", "normal"),
    "barmode": ("overlay", "group"),
    "showlegend": (False,),
    "showarrow": (False,),
    "xref": ("x", "paper"),
    "yref": ("y", "paper"),
    "symmetric": (False,),
    "xanchor": ("left", "center", "right"),
    "yanchor": ("top", "middle", "bottom"),
}


def check(figure: Mapping[str, Any]) -> None:
    """Refuse a figure that holds a trace, a key or a choice that is not drawn here.

    Raises:
        ChartError: it does; it says which.
    """
    layout = dict(figure["layout"])
    for note in layout.pop("annotations", ()):
        _known(note, _NOTE, where="an annotation")
    for shape in layout.pop("shapes", ()):
        _known(shape, _SHAPE, where="a shape")
        if shape["type"] != "line":
            raise ChartError(f"A chart holds a shape of type {shape['type']}, which is not drawn.")
    _known(layout, _LAYOUT, where="the layout")
    for trace in figure["data"]:
        kinds = {"bar": _BAR, "scatter": _SCATTER}
        if trace["type"] not in kinds:
            raise ChartError(f"A chart holds a {trace['type']}, which is not drawn.")
        seen = {key: value for key, value in trace.items() if key not in _UNSEEN}
        _known(seen, kinds[trace["type"]], where=f"a {trace['type']}")


def _known(given: Mapping[str, Any], known: Mapping[str, Any], *, where: str) -> None:
    for key, value in given.items():
        if key not in known:
            raise ChartError(f"In a chart, {where} has {key}, which is not drawn.")
        if isinstance(value, str | bool) and key in _ONLY and value not in _ONLY[key]:
            raise ChartError(f"In a chart, {where} has {key} {value}, which is not drawn.")
        if isinstance(value, Mapping) and known[key] is not None:
            _known(value, known[key], where=f"{key} of {where}")
