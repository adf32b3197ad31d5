"""Households with a poverty card, rounds of 2010 and 2011: rural villages of 20 provinces."""

from collections.abc import Mapping

from geodata import Figure, Geodata, Text
from geodata.own import OWN
from layers._declaration import FillLayer, Measure, Reading
from layers._lacking import LackingError, need, told


def read(geodata: Geodata) -> Mapping[str, Reading]:
    """Share of rural households classed as poor, and their number."""
    need(geodata, "poverty_cards")
    sources = geodata.sources_of("poverty_cards")
    table = geodata.table("poverty_cards")
    if OWN:
        table = table[table.duplicated(["province_code"], keep=False)]  # both indicators, or none
    if table.empty:
        raise LackingError("poverty_cards")
    table = table.set_index(["province_code", "indicator"])
    poor, households = (
        table.xs(indicator, level="indicator") for indicator in ("poor_households", "households")
    )
    share = {
        str(code): _computed(
            100 * row.value / float(households.loc[code, "value"]), row.as_of, row.source_id
        )
        for code, row in zip(poor.index, poor.itertuples(), strict=True)
    }
    count = {
        str(code): _computed(row.value, row.as_of, row.source_id)
        for code, row in zip(poor.index, poor.itertuples(), strict=True)
    }
    total = float(poor["value"].sum())
    latest = str(poor["as_of"].max())
    return {
        "share": Reading(
            values=share,
            national=_computed(100 * total / float(households["value"].sum()), latest, sources),
        ),
        "count": Reading(values=count, national=_computed(total, latest, sources)),
    }


def _computed(value: float, as_of: str, sources: tuple[str, ...]) -> Figure:
    return Figure(value=value, status="computed", source_ids=sources, as_of=as_of)


LAYER = FillLayer(
    title=told(
        Text(en="Poverty cards, 2010-11", km="បណ្ណក្រីក្រ 2010-2011"),
        own=Text(en="Poverty cards", km="បណ្ណក្រីក្រ"),
    ),
    about=told(
        Text(
            en="Rural households that held a poverty card in 2010 or 2011. An old picture:"
            " five provinces are missing.",
            km="គ្រួសារជនបទដែលមានបណ្ណក្រីក្រ ក្នុងឆ្នាំ2010 ឬឆ្នាំ2011។ ទិន្នន័យនេះចាស់ ហើយខ្វះខេត្តចំនួនប្រាំ។",
        ),
        own=Text(en="Households that hold a poverty card.", km="គ្រួសារដែលមានបណ្ណក្រីក្រ។"),
    ),
    order=50,
    read=read,
    missing=() if OWN else ("03", "06", "12", "19", "25"),
    measures=(
        Measure(
            key="share",
            title=told(
                Text(
                    en="Rural households with a poverty card, 2010-11",
                    km="គ្រួសារជនបទមានបណ្ណក្រីក្រ 2010-2011",
                ),
                own=Text(en="Households with a poverty card", km="គ្រួសារមានបណ្ណក្រីក្រ"),
            ),
            short=Text(en="Share of households", km="ភាគរយគ្រួសារ"),
            unit=Text(en="%", km="%"),
            breaks=(20, 25, 30, 35),
            in_panel=True,
            hue="context",
            additive=False,
            headline=told(
                Text(
                    en="In 2010-11, {total} % of rural households in 20 provinces held a poverty"
                    " card; in {first}, {first_value} %.",
                    km="ក្នុងឆ្នាំ2010-2011 គ្រួសារជនបទ {total} % ក្នុងខេត្តចំនួន 20"
                    " មានបណ្ណក្រីក្រ រីឯនៅ{first}មាន {first_value} %។",
                ),
                own=Text(
                    en="{total} % of households hold a poverty card; in {first}, {first_value} %.",
                    km="គ្រួសារ {total} % មានបណ្ណក្រីក្រ រីឯនៅ{first}មាន {first_value} %។",
                ),
            ),
        ),
        Measure(
            key="count",
            title=told(
                Text(
                    en="Number of rural households with a poverty card, 2010-11",
                    km="ចំនួនគ្រួសារជនបទមានបណ្ណក្រីក្រ 2010-2011",
                ),
                own=Text(en="Number of households with a poverty card", km="ចំនួនគ្រួសារមានបណ្ណក្រីក្រ"),
            ),
            short=Text(en="Number of households", km="ចំនួនគ្រួសារ"),
            unit=Text(en="households", km="គ្រួសារ"),
            breaks=(5_000, 15_000, 30_000, 50_000),
            hue="context",
            headline=told(
                Text(
                    en="Of {total} rural households with a poverty card in 2010-11, {top3} were in"
                    " {first}, {second} and {third}.",
                    km="ក្នុងចំណោម {total} គ្រួសារជនបទដែលមានបណ្ណក្រីក្រក្នុងឆ្នាំ2010-2011"
                    " មាន {top3} គ្រួសារ នៅ{first} {second} និង{third}។",
                ),
                own=Text(
                    en="Of {total} households with a poverty card, {top3} are in {first}, {second}"
                    " and {third}.",
                    km="ក្នុងចំណោម {total} គ្រួសារដែលមានបណ្ណក្រីក្រ មាន {top3} គ្រួសារ"
                    " នៅ{first} {second} និង{third}។",
                ),
            ),
        ),
    ),
)
