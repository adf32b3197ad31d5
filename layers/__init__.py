"""What is there: one module a layer. The folder is the registry, the file name is the key."""

from layers._counted import trades_counted, vacancies_counted
from layers._declaration import (
    Category,
    FillLayer,
    Hue,
    Layer,
    LineLayer,
    Measure,
    Place,
    PlaceFigure,
    PointLayer,
    Reading,
    Route,
    Shape,
)
from layers._lacking import LackingError
from layers._registry import discover
from layers._trades import divide as divide_by_trade

__all__ = [
    "Category",
    "FillLayer",
    "Hue",
    "LackingError",
    "Layer",
    "LineLayer",
    "Measure",
    "Place",
    "PlaceFigure",
    "PointLayer",
    "Reading",
    "Route",
    "Shape",
    "discover",
    "divide_by_trade",
    "trades_counted",
    "vacancies_counted",
]
