"""The one door of the analysis: what is asked of every argument, and how a refusal is worded.

A count is a finite number of zero or more for every province. What is wrong is told as a
ValueError that names the argument and the province. Nothing that is passed in is changed.
"""

import math
from collections.abc import Hashable, Sequence
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Array = NDArray[np.floating[Any]]


def counts(argument: str, values: "pd.Series[float]") -> "pd.Series[float]":
    """`values` as floats, one finite count of zero or more per province."""
    if not isinstance(values, pd.Series):
        raise TypeError(f"{argument}: a Series by province code, not {type(values).__name__}")
    _check_labels(argument, values.index, kind="province")
    checked = _numbers(argument, values)
    for i in np.flatnonzero(~np.isfinite(checked) | (checked < 0))[:1]:
        raise ValueError(_count_words(argument, f"province {values.index[i]}", checked[i]))
    return pd.Series(checked, index=values.index)


def pair(
    seekers: "pd.Series[float]", vacancies: "pd.Series[float]"
) -> tuple["pd.Series[float]", "pd.Series[float]"]:
    """Both as checked counts, vacancies in the order of seekers."""
    people, jobs = counts("seekers", seekers), counts("vacancies", vacancies)
    same_labels("vacancies", jobs.index, people.index, of="seekers", kind="province")
    return people, jobs.reindex(people.index)


def count_table(argument: str, values: pd.DataFrame) -> pd.DataFrame:
    """`values` as floats, one finite count of zero or more per province and sector."""
    if not isinstance(values, pd.DataFrame):
        raise TypeError(f"{argument}: a DataFrame province x sector, not {type(values).__name__}")
    _check_labels(argument, values.index, kind="province")
    _check_labels(argument, values.columns, kind="sector")
    checked = _numbers(argument, values)
    for i, j in np.argwhere(~np.isfinite(checked) | (checked < 0))[:1]:
        where = f"province {values.index[i]}, sector {values.columns[j]}"
        raise ValueError(_count_words(argument, where, checked[i, j]))
    return pd.DataFrame(checked, index=values.index, columns=values.columns)


def table_pair(seekers: pd.DataFrame, vacancies: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Both as checked tables province x sector, vacancies in the order of seekers."""
    people, jobs = count_table("seekers", seekers), count_table("vacancies", vacancies)
    same_labels("vacancies", jobs.index, people.index, of="seekers", kind="province")
    same_labels("vacancies", jobs.columns, people.columns, of="seekers", kind="sector")
    return people, jobs.reindex(index=people.index, columns=people.columns)


def square(
    argument: str, values: pd.DataFrame, index: pd.Index, *, infinite: bool, kind: str = "province"
) -> Array:
    """A matrix of zero or more with the labels of `index` on both sides, in its order.

    Rows are where one starts (home, own trade), columns where one goes. `infinite`: whether a
    pair may be out of reach altogether.
    """
    if not isinstance(values, pd.DataFrame):
        raise TypeError(f"{argument}: a DataFrame, not {type(values).__name__}")
    for labels in (values.index, values.columns):
        _check_labels(argument, labels, kind=kind)
        same_labels(argument, labels, index, of="seekers", kind=kind)
    checked = _numbers(argument, values.reindex(index=index, columns=index))
    wrong = np.isnan(checked) | (checked < 0) | (np.isinf(checked) & (not infinite))
    for i, j in np.argwhere(wrong)[:1]:
        raise ValueError(
            f"{argument}: from {kind} {index[i]} to {index[j]} stands {checked[i, j]};"
            " it must be a number of zero or more"
        )
    return checked


def distance_array(values: Array, size: int) -> Array:
    """`distance_km` as an array: `size` x `size` numbers of zero or more, inf if out of reach."""
    if values.shape != (size, size) or not (values >= 0).all():
        raise ValueError(f"distance_km: {size} x {size} numbers of zero or more")
    return values


def number(argument: str, value: float, *, least: float, most: float = math.inf) -> float:
    """`value` if it lies within `least`..`most`; NaN never does."""
    if not least <= value <= most:
        raise ValueError(f"{argument}: {value} does not lie within {least} to {most}")
    return float(value)


def draws(argument: str, values: Array, *, dimensions: int = 2) -> Array:
    """An array of counts whose first axis is the draw and whose second is the province."""
    checked = np.asarray(values, dtype=float)
    if checked.ndim != dimensions or 0 in checked.shape:
        raise ValueError(
            f"{argument}: {dimensions} axes, draw x province{' x sector' * (dimensions > 2)},"
            f" none of them empty, not the shape {checked.shape}"
        )
    if not np.isfinite(checked).all() or checked.min() < 0:
        at = np.argwhere(~np.isfinite(checked) | (checked < 0))[0]
        where = f"draw {at[0]}, province at {at[1]}"
        raise ValueError(_count_words(argument, where, checked[tuple(at)]))
    return checked


def draws_pair(seekers: Array, vacancies: Array, *, dimensions: int = 2) -> tuple[Array, Array]:
    """Both as checked draws of one shape."""
    people = draws("seekers", seekers, dimensions=dimensions)
    jobs = draws("vacancies", vacancies, dimensions=dimensions)
    if people.shape != jobs.shape:
        raise ValueError(f"vacancies: shape {jobs.shape}, but seekers have {people.shape}")
    return people, jobs


def same_labels(argument: str, labels: pd.Index, wanted: pd.Index, *, of: str, kind: str) -> None:
    """Refuse `labels` that are not those of `wanted`, in whatever order."""
    for label in wanted.difference(labels, sort=False)[:1]:
        raise ValueError(f"{argument}: {kind} {label} is missing; it is in {of}")
    for label in labels.difference(wanted, sort=False)[:1]:
        raise ValueError(f"{argument}: {kind} {label} is not in {of}")


def canonical(labels: Sequence[Hashable] | pd.Index) -> NDArray[np.intp]:
    """The order in which solvers see the units, so that ties do not depend on that of rows."""
    return np.argsort(np.array([str(label) for label in labels]), kind="stable")


def _check_labels(argument: str, labels: pd.Index, *, kind: str) -> None:
    if len(labels) == 0:
        raise ValueError(f"{argument}: no {kind} at all")
    for label in labels[labels.duplicated()][:1]:
        raise ValueError(f"{argument}: {kind} {label} stands there twice")


def _numbers(argument: str, values: "pd.Series[float] | pd.DataFrame") -> Array:
    try:
        return np.array(values.to_numpy(dtype=float, na_value=np.nan), dtype=float)
    except (TypeError, ValueError) as error:
        raise ValueError(f"{argument}: holds something that is no number ({error})") from error


def _count_words(argument: str, where: str, value: float) -> str:
    return f"{argument}: {where} has {value}; a count is a finite number of zero or more"
