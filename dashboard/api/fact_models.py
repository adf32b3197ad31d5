"""Provinces, layers and sources, as answers give them."""

from typing import Literal

from pydantic import Field

from dashboard.api.values import Figure, Told, Words
from geodata.provinces import CODES

Code = Field(description=f"Code of the province, {CODES[0]} to {CODES[-1]}", examples=[CODES[0]])


class Province(Told):
    """One province, or the capital."""

    code: str = Code
    name: Words
    capital: Words = Field(description="Its provincial capital")
    capital_lon: float = Field(description="Longitude of the capital, degrees (WGS 84)")
    capital_lat: float = Field(description="Latitude of the capital, degrees (WGS 84)")
    borders: tuple[Literal["TH", "VN", "LA"], ...] = Field(
        description="Countries that it touches: Thailand, Viet Nam, Laos"
    )


class LayerValue(Figure):
    """The figure of one measure of a layer in one province."""

    layer: str = Field(description="Key of the layer")
    measure: str = Field(description="Key of the measure within the layer")
    unit: Words
    province: str = Code


class ProvinceValues(Province):
    """A province and every figure that the layers have of it."""

    values: tuple[LayerValue, ...]


class LayerMeasure(Told):
    """One way to read a filled layer."""

    key: str
    title: Words
    unit: Words
    adds_up: bool = Field(description="Whether the sum over provinces means something")


class Layer(Told):
    """What a layer is about."""

    key: str
    kind: Literal["fill", "points", "lines"] = Field(
        description="Provinces filled by value, places, or lines"
    )
    title: Words
    about: Words
    measures: tuple[LayerMeasure, ...] = Field(description="Of a filled layer; else none")
    missing: tuple[str, ...] = Field(description="Provinces without a figure, as `about` tells")


class MeasureValues(LayerMeasure):
    """A measure of a filled layer with its values."""

    national: Figure = Field(description="The figure of the whole country")
    values: tuple[LayerValue, ...]


class PlaceValue(Figure):
    """One figure about a place."""

    label: Words
    unit: Words


class PlaceOut(Told):
    """A place of a point layer."""

    id: str
    name: Words
    province: str = Code
    lon: float | None = Field(description="Longitude (WGS 84); null where only the province is")
    lat: float | None = Field(description="Latitude (WGS 84); null where only the province is")
    precision: Literal["exact", "approximate", "province"] = Field(
        description="How exactly the position is known; province: only that it lies in there"
    )
    category: str
    category_title: Words
    status: str
    as_of: str
    sources: tuple[str, ...]
    figures: tuple[PlaceValue, ...]


class RouteOut(Told):
    """A line of a line layer."""

    id: str
    name: Words
    provinces: tuple[str, ...] = Field(description="Codes, in the order of the line")
    coordinates: tuple[tuple[float, float], ...] = Field(
        description="Longitude and latitude (WGS 84); lines join towns and do not follow the road"
    )
    category: str
    category_title: Words
    roads: str
    status: str
    as_of: str
    sources: tuple[str, ...]


class LayerWhole(Layer):
    """A layer with everything in it: values of a filled one, places or lines of the others."""

    values_by_measure: tuple[MeasureValues, ...]
    places: tuple[PlaceOut, ...]
    routes: tuple[RouteOut, ...]


class Source(Told):
    """One publication."""

    id: str
    short: Words = Field(description="How it is named beside a number")
    title: str
    publisher: str
    year: int
    url: str = Field(description="Empty where there is none")
    licence: str
    how_read: str = Field(description="How the figures were taken from it")
