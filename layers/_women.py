"""Women among returnees: the pattern of one year, brought to the share of the country."""

import numpy as np

from layers._estimation import Array


def women_share(*, female: Array, male: Array, returnees: Array, national: float) -> Array:
    """Share of women by province: the pattern of 2011, raised or lowered to `national`.

    The odds are scaled by one factor, found by bisection, so that shares stay within 0..1 and
    women among all `returnees` are the `national` share.
    """
    odds = female / male
    low, high = 1e-3, 1e3
    for _ in range(80):
        factor = np.sqrt(low * high)
        share = factor * odds / (1 + factor * odds)
        too_many = np.average(share, weights=returnees) > national
        low, high = (low, factor) if too_many else (factor, high)
    result: Array = factor * odds / (1 + factor * odds)
    return result
