"""The crop base for agro-processing: hectares by crop, and a potential that combines them.

Potential: sum over crops of the province's share of the national area times its location
quotient (Isserman 1977, Journal of the American Institute of Planners 43), highest = 100;
see docs/methods/crop-base.en.md.
"""

from collections.abc import Mapping

import pandas as pd

from geodata import Figure, Geodata, Text
from geodata.own import OWN
from layers._declaration import FillLayer, Measure, Reading
from layers._lacking import need, told

CROPS: Mapping[str, tuple[Text, tuple[float, ...]]] = {
    "cassava": (Text(en="Cassava", km="ដំឡូងមី"), (1_000, 5_000, 20_000, 40_000)),
    "cashew": (Text(en="Cashew", km="ស្វាយចន្ទី"), (100, 1_000, 5_000, 20_000)),
    "maize": (Text(en="Maize", km="ពោត"), (500, 2_000, 5_000, 20_000)),
    "mango": (Text(en="Mango", km="ស្វាយ"), (100, 500, 1_000, 2_000)),
    "rice": (Text(en="Rice", km="ស្រូវ"), (30_000, 100_000, 200_000, 300_000)),
}


def potential(hectares: pd.DataFrame) -> pd.Series:
    """Agro-processing potential of each province, 0 to 100 (the highest).

    `hectares`: province x crop. Zero where nothing is grown.

    >>> potential(pd.DataFrame({"a": [1.0, 1.0], "b": [2.0, 0.0]}, index=["x", "y"])).tolist()
    [100.0, 100.0]
    """
    area_share = hectares / hectares.sum()
    mix = hectares.div(hectares.sum(axis=1), axis=0).fillna(0.0)
    national_mix = hectares.sum() / hectares.to_numpy().sum()
    index: pd.Series = (area_share * (mix / national_mix)).sum(axis=1)
    scaled: pd.Series = 100 * index / index.max()
    return scaled


def read(geodata: Geodata) -> Mapping[str, Reading]:
    """The potential, and hectares by crop."""
    need(geodata, "crops")
    table = geodata.table("crops")
    hectares = table.pivot(index="province_code", columns="crop", values="value")
    as_of, sources = str(table["as_of"].max()), geodata.sources_of("crops")

    def figure(value: float) -> Figure:
        return Figure(value=value, status="computed", source_ids=sources, as_of=as_of)

    def figures(series: pd.Series) -> Mapping[str, Figure]:
        return {str(code): figure(float(value)) for code, value in series.items()}

    readings = {"potential": Reading(values=figures(potential(hectares)), national=None)}
    for crop in hectares.columns if OWN else CROPS:
        readings[crop] = Reading(
            values=figures(hectares[crop]), national=figure(float(hectares[crop].sum()))
        )
    return readings


def _hectares(crop: str) -> Measure:
    name, breaks = CROPS[crop]
    return Measure(
        key=crop,
        title=Text(en=f"{name.en}, hectares", km=f"{name.km} គិតជាហិកតា"),
        short=name,
        unit=Text(en="ha", km="ហ.ត"),
        breaks=breaks,
        hue="land",
        headline=told(
            Text(
                en=f"{name.en}: {{top3}} of {{total}} hectares in 2011 were in {{first}},"
                " {second} and {third}.",
                km=f"ក្នុងចំណោមផ្ទៃដីដាំ{name.km} {{total}} ហិកតា ក្នុងឆ្នាំ2011 មាន {{top3}} ហិកតា"
                " នៅ{first} {second} និង{third}។",
            ),
            own=Text(
                en=f"{name.en}: {{top3}} of {{total}} hectares are in {{first}}, {{second}} and"
                " {third}.",
                km=f"ក្នុងចំណោមផ្ទៃដីដាំ{name.km} {{total}} ហិកតា មាន {{top3}} ហិកតា"
                " នៅ{first} {second} និង{third}។",
            ),
        ),
    )


LAYER = FillLayer(
    title=Text(en="Crop base", km="មូលដ្ឋានដំណាំ"),
    about=told(
        Text(
            en="What is grown that could be processed: five crops in 2011, and their combination.",
            km="ដំណាំដែលអាចយកទៅកែច្នៃ៖ ដំណាំប្រាំមុខក្នុងឆ្នាំ2011 និងការរួមផ្សំដំណាំទាំងនោះ។",
        ),
        own=Text(
            en="What is grown that could be processed: hectares by crop, and their combination.",
            km="ដំណាំដែលអាចយកទៅកែច្នៃ៖ ហិកតាតាមដំណាំ និងការរួមផ្សំដំណាំទាំងនោះ។",
        ),
    ),
    order=60,
    method="crop-base",
    read=read,
    measures=(
        Measure(
            key="potential",
            title=Text(en="Agro-processing potential", km="សក្តានុពលកែច្នៃកសិផល"),
            short=Text(en="Potential", km="សក្តានុពល"),
            unit=Text(en="highest = 100", km="ខ្ពស់បំផុត = 100"),
            breaks=(5, 15, 30, 60),
            in_panel=True,
            hue="land",
            additive=False,
            headline=Text(
                en="By area and specialisation together, {first} has the strongest crop base, then"
                " {second} and {third}.",
                km="បើគិតទាំងផ្ទៃដី ទាំងឯកទេសកម្ម {first}មានមូលដ្ឋានដំណាំរឹងមាំជាងគេ បន្ទាប់មកគឺ"
                "{second} និង{third}។",
            ),
        ),
        *map(_hectares, CROPS),
    ),
)
