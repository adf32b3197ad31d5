"""Residents by province, census of 2019, final results."""

from collections.abc import Mapping

from geodata import NATIONAL, Figure, Geodata, Text, figure_of, joined, weakest
from geodata.own import OWN
from layers._declaration import FillLayer, Measure, Reading
from layers._lacking import LackingError, counted_reading, need, told


def read(geodata: Geodata) -> Mapping[str, Reading]:
    """Residents, residents per square kilometre of official area, and the share of women."""
    need(geodata, "population")
    rows = {(row.province_code, row.sex): figure_of(row) for row in geodata.rows("population")}
    areas = {row.province_code: row for row in geodata.rows("areas")}
    people = {code: figure for (code, sex), figure in rows.items() if sex == "all"}
    country = people.pop(NATIONAL, None) or counted_reading(people).national
    if country is None:
        raise LackingError("population")
    density = {
        code: Figure(
            value=figure.value / areas[code].value,
            status=weakest([figure.status, areas[code].status]),
            source_ids=figure.source_ids + areas[code].source_id,
            as_of=figure.as_of,
        )
        for code, figure in people.items()
    }
    readings = {
        "count": Reading(values=people, national=country),
        "density": Reading(
            values=density,
            national=Figure(
                value=country.value / sum(area.value for area in areas.values()),
                status=weakest(area.status for area in areas.values()),
                source_ids=joined(country.source_ids, geodata.sources_of("areas")),
                as_of=country.as_of,
            ),
        ),
    }
    if OWN and any((code, "female") not in rows for code in people):
        return readings
    women = {
        code: Figure(
            value=100 * rows[code, "female"].value / figure.value,
            status="computed",
            source_ids=figure.source_ids,
            as_of=figure.as_of,
        )
        for code, figure in people.items()
    }
    all_women = sum(rows[code, "female"].value for code in people)
    return {
        **readings,
        "women": Reading(
            values=women,
            national=Figure(
                value=100 * all_women / country.value,
                status="computed",
                source_ids=country.source_ids,
                as_of=country.as_of,
            ),
        ),
    }


LAYER = FillLayer(
    title=Text(en="Population", km="ប្រជាជន"),
    about=told(
        Text(
            en="Residents in March 2019, final results of the census.",
            km="ប្រជាជនក្នុងខែមីនា ឆ្នាំ2019 តាមលទ្ធផលចុងក្រោយនៃជំរឿន។",
        ),
        own=Text(
            en="Residents, as loaded for these areas.",
            km="ប្រជាជន តាមទិន្នន័យដែលបានបញ្ចូលសម្រាប់តំបន់ទាំងនេះ។",
        ),
    ),
    order=40,
    read=read,
    measures=(
        Measure(
            key="count",
            title=Text(en="Population", km="ប្រជាជន"),
            short=Text(en="Number", km="ចំនួន"),
            unit=Text(en="people", km="នាក់"),
            breaks=(100_000, 300_000, 600_000, 900_000),
            in_panel=True,
            hue="context",
            headline=told(
                Text(
                    en="Of Cambodia's {total} residents, {top3} live in {first}, {second} and"
                    " {third}.",
                    km="ក្នុងចំណោមប្រជាជនកម្ពុជា {total} នាក់ មាន {top3} នាក់"
                    " រស់នៅ{first} {second} និង{third}។",
                ),
                own=Text(
                    en="Of {total} residents, {top3} live in {first}, {second} and {third}.",
                    km="ក្នុងចំណោមប្រជាជន {total} នាក់ មាន {top3} នាក់ រស់នៅ{first} {second} និង{third}។",
                ),
            ),
        ),
        Measure(
            key="density",
            title=Text(en="People per square kilometre", km="ប្រជាជនក្នុងមួយគីឡូម៉ែត្រការ៉េ"),
            short=Text(en="Per km²", km="ក្នុង 1 គ.ម²"),
            unit=Text(en="per km²", km="នាក់/គ.ម²"),
            breaks=(25, 75, 150, 300),
            hue="context",
            additive=False,
            headline=Text(
                en="{first} has {first_value} people on a square kilometre; the country, {total}.",
                km="{first}មានប្រជាជន {first_value} នាក់ ក្នុងមួយគីឡូម៉ែត្រការ៉េ រីឯទូទាំងប្រទេសមាន {total} នាក់។",
            ),
        ),
        Measure(
            key="women",
            title=Text(en="Women in the population", km="ស្ត្រីក្នុងចំណោមប្រជាជន"),
            short=Text(en="Share of women", km="ភាគរយស្ត្រី"),
            unit=Text(en="%", km="%"),
            breaks=(49, 50, 51, 52),
            hue="context",
            additive=False,
            decimals=1,
            headline=Text(
                en="Women are {total} % of residents; the share is highest in {first},"
                " {first_value} %.",
                km="ស្ត្រីមាន {total} % នៃប្រជាជន។ ចំណែកនេះខ្ពស់ជាងគេនៅ{first} គឺ {first_value} %។",
            ),
        ),
    ),
)
