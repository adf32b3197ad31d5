"""The page on reading the map: its examples, worked out again."""

from dashboard.classes import is_uncertain
from dashboard.numbers import range_text, value_text
from layers import FillLayer, discover
from layers._estimation import DRAWS
from tests.docs.methods_said import reading, says, whole


def test_rounding_example() -> None:
    figure = reading("vacancies").values["01"]
    assert figure.low is not None and figure.high is not None
    low, high = (range_text(figure) or "").split("\u2013")
    says(
        "reading-the-map",
        f"{DRAWS:,} draws",
        f"computed as {whole(figure.value)}, with a range from {whole(figure.low)}"
        f" to {whole(figure.high)}",
        f"{round(figure.high - figure.low, -1):,.0f} wide",
        f"shows {value_text(figure)}, with the range {low} to {high}",
    )


def test_hatched_provinces() -> None:
    for layer, measure, label in (
        ("returnees", "count", "Returnees"),
        ("vacancies", "count", "Vacancies"),
        ("formal_jobs", "count", "Formal jobs"),
        ("returnees", "per_1000", "Returnees per 1,000 people aged 15 to 59"),
    ):
        found = discover()[layer]
        assert isinstance(found, FillLayer)
        breaks = found.measure(measure).breaks
        figures = reading(layer, measure).values.values()
        hatched = sum(is_uncertain(figure, breaks=breaks) for figure in figures)
        says("reading-the-map", f"| {label} | {hatched} |")
