"""Returnees counted by province."""

from dashboard.desk.columns import DATE, PROVINCE, counted_filled, counted_row, people
from dashboard.desk.fits import returnees_fit
from dashboard.desk.kind import Kind
from geodata import Text

KIND = Kind(
    order=10,
    title=Text(en="Returnees by province", km="ពលករវិលត្រឡប់តាមខេត្ត"),
    about=Text(
        en="People who came back from Thailand, counted by home province. Provinces that are"
        " missing stay estimated, from what the counts leave of the country's total.",
        km="អ្នកដែលវិលត្រឡប់ពីប្រទេសថៃ រាប់តាមខេត្តកំណើត។ ខេត្តដែលមិនមានក្នុងឯកសារនៅតែជាការប៉ាន់ស្មាន"
        " ពីចំនួនដែលនៅសល់ក្នុងចំនួនសរុបរបស់ប្រទេស។",
    ),
    columns=(
        PROVINCE,
        people(
            Text(en="Returnees", km="ពលករវិលត្រឡប់"),
            Text(en="People who came back, of every age", km="ចំនួនអ្នកវិលត្រឡប់ គ្រប់អាយុ"),
            *("people", "count", "number", "number of returnees", "total", "migrants"),
            *("ចំនួន", "ចំនួនពលករ", "ចំនួនពលករវិលត្រឡប់", "នាក់"),
        ),
        DATE,
    ),
    identity=("province",),
    rows=counted_row("counted_returnees"),
    filled=counted_filled("counted_returnees"),
    fits=returnees_fit,
    layer="returnees",
    measure="count",
)
