"""How much each part of the Reintegration Index counts."""

from collections.abc import Iterator, Mapping

from dashboard.desk.cells import number, one_of, words
from dashboard.desk.columns import DATE
from dashboard.desk.kind import DeskColumn, Kind, Misfit, TableRow, Values
from geodata import Geodata, Text

_PARTS = {
    "economic": Text(en="Economic", km="សេដ្ឋកិច្ច"),
    "social": Text(en="Social", km="សង្គម"),
    "psychosocial": Text(en="Psychosocial", km="ចិត្តសង្គម"),
    "institutions": Text(
        en="Access to training, protection and services",
        km="ការទទួលបានការបណ្តុះបណ្តាល កិច្ចគាំពារ និងសេវា",
    ),
}


def rows(values: Values, geodata: Geodata) -> Iterator[TableRow]:
    """One weight."""
    yield (
        "index_weights",
        {
            "part": values["part"],
            "value": values["value"],
            "unit": "percent",
            "note": values.get("note", ""),
        },
    )


def filled(geodata: Geodata) -> Iterator[Values]:
    """The weights as they hold now."""
    for row in geodata.rows("index_weights"):
        yield {"part": row.part, "value": f"{row.value:g}", "date": row.as_of, "note": row.note}


def fits(found: Mapping[int, Values], geodata: Geodata) -> Iterator[Misfit]:
    """All weights together are more than nought."""
    known = {row.part: float(row.value) for row in geodata.rows("index_weights")}
    known |= {values["part"]: float(values["value"]) for values in found.values()}
    if found and sum(known.values()) <= 0:
        yield 0, "value", lambda say: say("desk_weights_nought")


KIND = Kind(
    order=90,
    title=Text(en="Weights of the Reintegration Index", km="ទម្ងន់នៃសន្ទស្សន៍សមាហរណកម្មឡើងវិញ"),
    about=Text(
        en="How much each part of the index counts, in per cent of the whole.",
        km="ផ្នែកនីមួយៗនៃសន្ទស្សន៍រាប់ប៉ុន្មាន ជាភាគរយនៃទាំងមូល។",
    ),
    columns=(
        DeskColumn(
            key="part",
            title=Text(en="Part", km="ផ្នែក"),
            about=Text(en="One of the list", km="មួយក្នុងបញ្ជី"),
            read=one_of(_PARTS),
            also=("dimension", "component"),
            choices=_PARTS,
        ),
        DeskColumn(
            key="value",
            title=Text(en="Weight", km="ទម្ងន់"),
            about=Text(en="Per cent as 25, not 0.25", km="ភាគរយសរសេរ 25 មិនមែន 0.25 ទេ"),
            read=number(0, 100),
            also=("value", "share"),
        ),
        DATE,
        DeskColumn(
            key="note",
            title=Text(en="Note", km="កំណត់សម្គាល់"),
            about=Text(en="Where the weight is from", km="ទម្ងន់មកពីណា"),
            read=words,
            required=False,
            also=("remark", "remarks", "comment"),
        ),
    ),
    identity=("part",),
    rows=rows,
    filled=filled,
    fits=fits,
    sums=False,
)
