"""One measure of the provinces, ready to be drawn as a map, a ranking or a table."""

from dataclasses import dataclass

from dashboard import theme
from dashboard.classes import class_of, is_uncertain
from dashboard.world import World
from geodata import Text
from layers import Reading


@dataclass(frozen=True, kw_only=True, eq=False)
class Shown:
    """What is drawn: its words, its legend classes and its numbers.

    `about`: one sentence on what it tells; `colours`: of the classes between `breaks`, lowest
    first; `method`: its page; `unsure`: provinces to hatch; `by_sign`: they are hatched because
    the sign of the number is not certain, else because its range spans too many classes.
    """

    title: Text
    unit: Text
    about: Text
    breaks: tuple[float, ...]
    colours: tuple[str, ...]
    decimals: int
    method: str | None
    reading: Reading
    unsure: frozenset[str]
    by_sign: bool = False

    def class_of(self, code: str) -> int:
        """Index of the legend class of a province that has a value."""
        return class_of(self.reading.values[code].value, breaks=self.breaks)


def shown_layer(here: World, *, layer: str, measure: str) -> Shown:
    """A filled layer in one of its measures."""
    filled = here.fills[layer]
    declared, reading = filled.measure(measure), here.readings[layer][measure]
    return Shown(
        title=declared.title,
        unit=declared.unit,
        about=filled.about,
        breaks=declared.breaks,
        colours=theme.scale(declared.hue, len(declared.breaks) + 1),
        decimals=declared.decimals,
        method=filled.method,
        reading=reading,
        unsure=wide(reading, breaks=declared.breaks),
    )


def wide(reading: Reading, *, breaks: tuple[float, ...]) -> frozenset[str]:
    """Provinces whose range spans so many legend classes that their colour says little."""
    return frozenset(
        code for code, figure in reading.values.items() if is_uncertain(figure, breaks=breaks)
    )
