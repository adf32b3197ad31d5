"""People placed in a job, counted by province."""

from dashboard.desk.columns import DATE, PROVINCE, counted_filled, counted_row, people
from dashboard.desk.fits import placed_fit
from dashboard.desk.kind import Kind
from geodata import Text

KIND = Kind(
    order=20,
    title=Text(en="People placed in a job, by province", km="អ្នកបានទទួលការងារ តាមខេត្ត"),
    about=Text(
        en="Returnees who found work since they came back, by the province they live in.",
        km="ពលករវិលត្រឡប់ដែលបានទទួលការងារក្រោយពេលវិលមកវិញ តាមខេត្តដែលពួកគេរស់នៅ។",
    ),
    columns=(
        PROVINCE,
        people(
            Text(en="Placed", km="បានទទួលការងារ"),
            Text(en="People who found work", km="ចំនួនអ្នកបានទទួលការងារ"),
            *("people", "count", "number", "people placed", "employed", "in work"),
            *("ចំនួន", "ចំនួនអ្នកបានទទួលការងារ", "មានការងារធ្វើ", "នាក់"),
        ),
        DATE,
    ),
    identity=("province",),
    rows=counted_row("counted_placed"),
    filled=counted_filled("counted_placed"),
    fits=placed_fit,
    layer="seekers",
    measure="unplaced",
)
