"""What the estimates assume where nothing is known."""

from collections.abc import Iterator, Mapping

from dashboard.desk.cells import number, one_of
from dashboard.desk.file_problem import Told
from dashboard.desk.kind import DeskColumn, Kind, Misfit, TableRow, Values
from geodata import Geodata, Text, load

LIMITS: Mapping[str, tuple[float, float]] = {
    "population_weight": (0, 1),
    "share_spread": (0.01, 2),
    "project_weight": (0, 1),
    "trade_spread": (0.01, 2),
    "reach_km": (5, 1_000),
    "min_transfer": (0, 1),
    "decay_per_km": (0.0001, 0.1),
    "alpha": (0.05, 0.95),
    "road_factor": (1, 3),
    "returnees_per_household": (1, 20),
}
"""What each assumption may be at all, so that the estimates can be made."""

_KEPT = ("step", "unit", "distribution", "used_by", "text_en", "text_km")


def rows(values: Values, geodata: Geodata) -> Iterator[TableRow]:
    """One assumption with its new values; what it means stays."""
    row = next(one for one in geodata.rows("assumptions") if one.key == values["what"])
    kept = {column: _written(getattr(row, column)) for column in _KEPT}
    ends = {end: values.get(end, _written(getattr(row, end))) for end in ("low", "high")}
    yield "assumptions", {"key": row.key, "central": values["central"], **ends, **kept}


def filled(geodata: Geodata) -> Iterator[Values]:
    """All assumptions, as they are."""
    for row in geodata.rows("assumptions"):
        ends = {"low": row.low, "central": row.central, "high": row.high}
        yield {"what": row.key} | {
            key: f"{value:g}" for key, value in ends.items() if value == value
        }


def fits(found: Mapping[int, Values], geodata: Geodata) -> Iterator[Misfit]:
    """Low, central and high stand in order."""
    known = {row.key: row for row in geodata.rows("assumptions")}
    for at, values in found.items():
        row, central = known[values["what"]], float(values["central"])
        low, high = (float(values.get(end, getattr(row, end))) for end in ("low", "high"))
        within = LIMITS[row.key]
        odd = [value for value in (low, central, high) if value < within[0] or value > within[1]]
        if odd:
            yield at, "central", _outside(odd[0], *within)
        elif low > central or high < central:
            yield at, "central", lambda say: say("desk_out_of_order")


def _outside(value: float, low: float, high: float) -> Told:
    return lambda say: say("desk_between", value=f"{value:g}", low=f"{low:g}", high=f"{high:g}")


def _written(value: object) -> str:
    if isinstance(value, tuple):
        return " ".join(value)
    return "" if value != value else f"{value:g}" if isinstance(value, float) else str(value)


# Which assumptions there are is a table that no load changes.
_WHAT = {row.key: Text(en=row.text_en, km=row.text_km) for row in load().rows("assumptions")}


def _end(key: str, title: Text, *also: str, required: bool = False) -> DeskColumn:
    return DeskColumn(
        key=key,
        title=title,
        about=Text(en="A number, in order: low, central, high", km="ជាលេខ តាមលំដាប់៖ ទាប កណ្ដាល ខ្ពស់"),
        read=number(-1e9, 1e9),
        required=required,
        also=also,
    )


KIND = Kind(
    order=70,
    title=Text(en="Assumptions", km="ការសន្មត"),
    about=Text(
        en="What the estimates assume, for everybody who opens this installation. A reader may"
        " still set some of them otherwise in a link.",
        km="អ្វីដែលការប៉ាន់ស្មានសន្មត សម្រាប់អ្នកទាំងអស់ដែលបើកប្រព័ន្ធនេះ។ អ្នកអាននៅតែអាចកំណត់ខ្លះផ្សេងពីនេះក្នុងតំណ។",
    ),
    columns=(
        DeskColumn(
            key="what",
            title=Text(en="Assumption", km="ការសន្មត"),
            about=Text(en="Its key, or what it says", km="កូនសោ ឬអត្ថន័យរបស់វា"),
            read=one_of(_WHAT),
            also=("key", "parameter", "កូនសោ"),
            choices=_WHAT,
        ),
        _end("low", Text(en="Low", km="ទាប"), "minimum", "min"),
        _end("central", Text(en="Central", km="កណ្ដាល"), "value", "middle", "តម្លៃ", required=True),
        _end("high", Text(en="High", km="ខ្ពស់"), "maximum", "max"),
    ),
    identity=("what",),
    rows=rows,
    filled=filled,
    fits=fits,
    layer="returnees",
    measure="count",
)
