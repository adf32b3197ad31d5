"""What an aggregate's module declares. Frozen; unknown fields are errors; bad ones fail by name."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from ibis import ir

from geodata import Text

Part = tuple[str, str]
"""An outcome of an aggregate: the aggregate's key, and the outcome's."""


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """One of the groups that an aggregate divides people into.

    `holds`: who is in it, given the people; None for all others of the whole, at most once.
    `sums`: whole dollars added up over those in it, by name.
    """

    title: Text
    holds: Callable[[ir.Table], ir.BooleanValue] | None = None
    sums: Mapping[str, Callable[[ir.Table], ir.IntegerValue]] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Aggregate:
    """A question about people, answered by counts.

    `outcomes`: they exclude one another, and add up to the whole. `whole`: the outcomes of other
    aggregates whose people are divided; empty for the one that counts everybody. `needs`: fields
    without which the question is left out. `at_most`: for who can count, those of some outcomes
    here are never more than those of other aggregates together, because of what the words mean.
    `order`: its place. `key`: the file's name, set when it is found.
    """

    title: Text
    says: Text
    outcomes: Mapping[str, Outcome]
    whole: tuple[Part, ...] = (("people", "all"),)
    needs: tuple[str, ...] = ()
    at_most: tuple[tuple[tuple[str, ...], tuple[Part, ...]], ...] = ()
    order: int = 50
    key: str = ""

    def __post_init__(self) -> None:
        """Refuse an aggregate whose outcomes could not add up."""
        rest = [key for key, outcome in self.outcomes.items() if outcome.holds is None]
        if not self.outcomes or len(rest) > 1:
            raise ValueError(f"{self.key or self.title.en}: one outcome at most is all others")
        if any(self.outcomes[key].sums for key in rest):
            raise ValueError(f"{self.key or self.title.en}: all others have no sums")

    @property
    def rest(self) -> str | None:
        """The outcome that holds all others."""
        return next((key for key, one in self.outcomes.items() if one.holds is None), None)
