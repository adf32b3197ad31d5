"""The page on crops: its tables and examples, worked out again."""

from typing import Any

import pytest

from layers import crop_base
from tests.docs.methods_said import data, says, whole


def hectares() -> Any:
    return data().table("crops").pivot(index="province_code", columns="crop", values="value")


def test_crops_table() -> None:
    sums = hectares().sum()
    says(
        "crop-base",
        *(f"| {crop.title()} | {whole(value)} |" for crop, value in sums.items()),
        f"| All five | {whole(sums.sum())} |",
    )


def test_crop_base_worked_example() -> None:
    table = hectares()
    area = table / table.sum()
    mix = table.div(table.sum(axis=1), axis=0)
    product = area * mix / (table.sum() / table.to_numpy().sum())
    index = crop_base.potential(table)
    own = product.loc["02"]
    assert index["02"] == pytest.approx(100 * own.sum() / product.sum(axis=1).max())
    says(
        "crop-base",
        f"an area share of {100 * area.loc['02', 'maize']:.2f} %",
        f"{whole(table.loc['02'].sum())} hectares: {100 * mix.loc['02', 'maize']:.2f} %",
        f"× {own['maize'] / area.loc['02', 'maize']:.2f} = {own['maize']:.3f}",
        f"cassava gives {own['cassava']:.3f}, rice {own['rice']:.3f}, mango {own['mango']:.3f}"
        f" and cashew {own['cashew']:.3f}",
        f"The sum is {own.sum():.3f}. The highest sum of all provinces is"
        f" {product.sum(axis=1).max():.3f}, so the index is {index['02']:.1f}",
    )
    speu, pailin = product.loc["05"], product.loc["24"]
    without = crop_base.potential(table.drop(columns="mango"))
    assert list(index.nlargest(2).index) == ["05", "24"]
    says(
        "crop-base",
        f"{whole(table.loc['05', 'mango'])} of the country's {whole(table['mango'].sum())}",
        f"Mango alone gives {speu['mango']:.3f} of its {speu.sum():.3f}",
        f"would have an index of {without['05']:.1f}",
        f"second, {index['24']:.1f}, because of maize: {pailin['maize']:.3f} of {pailin.sum():.3f}",
    )


def test_svay_rieng_cassava() -> None:
    conflict: Any = data().table("conflicts").set_index("conflict_id").loc["svay-rieng-cassava"]
    table = hectares()
    index = crop_base.potential(table)
    other = table.copy()
    other.loc["20", "cassava"] = conflict["value_b"]
    then = crop_base.potential(other)
    ranks = [int(series.rank(ascending=False)["20"]) for series in (index, then)]
    assert list(index.nlargest(4).index) == list(then.nlargest(4).index)
    national = table["cassava"].sum()
    says(
        "crop-base",
        f"has {whole(conflict['value_a'])} hectares",
        f"is {whole(conflict['value_b'])} hectares",
        f"from {index['20']:.1f} to {then['20']:.1f}, and its rank from {ranks[0]} to {ranks[1]}",
        f"{whole(national)} hectares here, 391,714 by the ministry,"
        f" {100 * (national / 391_714 - 1):.1f} % apart",
    )
