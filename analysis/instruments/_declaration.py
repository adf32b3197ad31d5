"""What an instrument's module declares. Frozen; unknown fields are errors."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from analysis.checks import Array
from analysis.parameters import Getter
from geodata.text import Text

Unit = Literal["jobs", "job_years", "people", "households", "household_years", "km"]
On = Literal["province", "corridor"]

Places = Mapping[str, Array]
"""Quantities by place that limit an instrument, such as `seekers` or `zone_ha`."""

COMMON = ("lag", "ramp", "women_share", "falling_return", "second_step", "third_step")
"""Parameters that every instrument has, its own or of `all`."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Work:
    """What the money does in each place, after diminishing returns, lag and ramp.

    `done`: units there are by each year; `begun`: units that come in each year; `spent`:
    dollars spent in each year. All are draw x place x year. `trades`: the share of each sector
    among the seekers of a place, place x sector, in the order of `sectors`.
    """

    get: Getter
    places: Places
    sectors: tuple[str, ...]
    trades: Array
    done: Array
    begun: Array
    spent: Array


@dataclass(frozen=True, kw_only=True, eq=False)
class Change:
    """What differs by place and year because of the money; all arrays are draw x place x year.

    `lasting_jobs`: jobs that stay, by sector. `job_years`: temporary work in that year, never
    added to lasting jobs. `gain_trade`: people who may work in a further trade. `move`: people
    who may take a job anywhere. `connected`: share of a corridor's people for whom it is short.
    `relieved`: households freed of debt so far. `protected`: households protected in that year.
    """

    lasting_jobs: Mapping[str, Array] = field(default_factory=dict)
    job_years: Array | None = None
    gain_trade: Array | None = None
    move: Array | None = None
    connected: Array | None = None
    relieved: Array | None = None
    protected: Array | None = None


@dataclass(frozen=True, kw_only=True)
class Instrument:
    """One way to spend public money.

    `unit`: what `usd_per_unit` buys, already real, not promised. `capacity`: units in each place
    (draw x place x 1) that money buys at full return; beyond it returns fall in steps, and
    beyond the last step the money stays unspent, for the reason in `limit`. `effect`: from units
    to what changes. `on`: whether the money goes to provinces or to whole corridors.
    `lasting`: whether what it gives stays. `falls`: whether there are further steps beyond the
    capacity, at falling returns, or nothing at all. `opens`: sectors that become open to those who
    gain a trade. `sectors`: where its lasting jobs are; empty where they follow the seekers'
    trades. `key`: the file's name, set when it is found.
    """

    title: Text
    says: Text
    limit: Text
    unit: Unit
    parameters: tuple[str, ...]
    usd_per_unit: Callable[[Getter], Array]
    capacity: Callable[[Getter, Places], Array]
    effect: Callable[[Work], Change]
    lasting: bool
    falls: bool = True
    on: On = "province"
    sectors: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    key: str = ""

    def __post_init__(self) -> None:
        """Refuse an instrument that nobody could play."""
        name = self.key or self.title.en
        if self.unit not in get_args(Unit) or self.on not in get_args(On):
            raise ValueError(f"{name}: unit {self.unit!r} or place {self.on!r} is unknown")
        if not self.parameters or len(set(self.parameters)) != len(self.parameters):
            raise ValueError(f"{name}: name each of its parameters once, and at least one")

    @property
    def needs(self) -> tuple[str, ...]:
        """Every parameter it asks for, its own ones first."""
        return (*self.parameters, *COMMON)
