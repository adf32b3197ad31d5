"""What an optimum must keep to, and the same as rows of a linear programme."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from scipy.sparse import csr_array

from analysis.baseline import Baseline
from analysis.checks import Array

MILLION = 1e6
"""Programmes count in millions of dollars: numbers of one size are solved more exactly."""

_NOTHING = 1e-6


@dataclass(frozen=True, kw_only=True)
class Limits:
    """What an optimum must keep to; dollars, and shares from 0 to 1.

    `instruments`, `provinces`: (least, most) dollars by key; a corridor's money counts in its
    provinces by their share of it. `border_share`: least share of the money for provinces that
    touch another country. `women_share`: least share of women among those who gain a lasting job,
    a trade or a move.
    """

    instruments: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    provinces: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    border_share: float = 0.0
    women_share: float = 0.0

    def __post_init__(self) -> None:
        """Refuse what cannot be a limit."""
        for name in ("border_share", "women_share"):
            if not 0 <= getattr(self, name) <= 1:
                raise ValueError(
                    f"{name}: {getattr(self, name)} is no share. Write a number from 0 to 1"
                )
        for kind in ("instruments", "provinces"):
            for key, (least, most) in getattr(self, kind).items():
                if not 0 <= least <= most:
                    raise ValueError(
                        f"{kind}: {key} has {least} to {most} dollars. Write least, then most"
                    )


class Rows:
    """Named limits, each a row over the variables of a programme."""

    def __init__(self, *, width: int) -> None:
        self._width = width
        self._rows: list[tuple[str, float, Array, float]] = []

    def add(self, name: str, row: Array, *, least: float = -np.inf, most: float = np.inf) -> None:
        """`row` times the variables lies within `least` and `most`; missing variables are zero."""
        full = np.append(row, np.zeros(self._width - len(row)))
        if np.isfinite(most):
            self._rows.append((name, 1.0, full, most))
        if np.isfinite(least):
            self._rows.append((f"{name} (least)", -1.0, full, least))

    @property
    def names(self) -> list[str]:
        """What the limits are called, in the order of their rows."""
        return [name for name, *_ in self._rows]

    def upper(self) -> tuple[csr_array, Array]:
        """All rows as `rows @ variables <= ends`."""
        table = np.array([sign * row for _, sign, row, _ in self._rows])
        return csr_array(table), np.array([sign * end for _, sign, _, end in self._rows])

    def prices(self, marginals: Array) -> pd.DataFrame:
        """People that the last unit of each limit places; those that bind only."""
        prices = [
            (name, float(-price) * sign)
            for (name, sign, *_), price in zip(self._rows, marginals, strict=True)
            if abs(price) > _NOTHING
        ]
        return pd.DataFrame(prices, columns=["limit", "people"])


def money_rows(
    usd: float,
    limits: Limits,
    *,
    uses: Sequence[tuple[str, str]],
    baseline: Baseline,
    width: int,
    women: Array | None = None,
    gains: Array | None = None,
) -> Rows:
    """The limits on money as rows; variables begin with the dollars (millions) of each use.

    `uses`: instrument and place of each. `women`, `gains`: people per million dollars.
    """
    rows = Rows(width=width)
    rows.add("budget", np.ones(len(uses)), most=usd / MILLION)
    for key, (least, most) in limits.instruments.items():
        used = np.array([float(instrument == key) for instrument, _ in uses])
        if not used.any():
            raise ValueError(f"instruments: {key} can be used nowhere in this plan. Leave it out")
        _between(rows, f"instrument {key}", used, least, most)
    for code, (least, most) in limits.provinces.items():
        if code not in baseline.provinces:
            raise ValueError(f"provinces: there is no {code!r}. Use a code of the baseline")
        _between(rows, f"province {code}", _share_in({code}, uses, baseline), least, most)
    if limits.border_share:
        border = {code for code, touched in baseline.borders.items() if touched}
        inside = _share_in(border, uses, baseline)
        rows.add("border_share", inside - limits.border_share, least=0.0)
    if limits.women_share:
        if women is None or gains is None:
            raise ValueError("women_share: not available here. Leave it out")
        rows.add("women_share", women - limits.women_share * gains, least=0.0)
    return rows


def _between(rows: Rows, name: str, row: Array, least: float, most: float) -> None:
    rows.add(name, row, least=least / MILLION if least else -np.inf, most=most / MILLION)


def _share_in(codes: set[str], uses: Sequence[tuple[str, str]], baseline: Baseline) -> Array:
    """Share of each use's money that goes to some provinces; a corridor's in equal parts."""
    passes = {name: [baseline.provinces[i] for i in at] for name, at in baseline.passes.items()}
    of_place = (passes.get(place, [place]) for _, place in uses)
    return np.array([sum(code in codes for code in of) / len(of) for of in of_place])
