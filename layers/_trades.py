"""Trades: how returnees and vacancies divide over the sectors, which nobody has counted.

The same shares in every province, with log-normal noise around them (see `_estimation`); a
share of zero stays zero.
"""

import numpy as np

from layers._estimation import DRAWS, Array, Estimate, generator, noisy_shares


def divide(weights: Array, *, side: str, spread: float) -> Estimate:
    """Shares by sector from `weights` in any unit, which need not sum to one: central and draws.

    Raises `ValueError` where all weights are zero, or one is below.
    """
    total = float(weights.sum())
    if total <= 0 or (weights < 0).any():
        raise ValueError(f"{side}: at least one weight of a trade lies above zero, and none below")
    central = weights / total
    rows = np.broadcast_to(central, (DRAWS, len(central)))
    return Estimate(
        central=central,
        draws=noisy_shares(rows, spread=spread, rng=generator(f"trades of {side}")),
    )
