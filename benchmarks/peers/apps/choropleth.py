"""The map that all peers show: 25 provinces by one of two layers, with plotly.

The shapes are fetched from the peer's own server, once, so that a switch sends values only.
`LOCAL` keeps plotly from asking its makers' server for a map of the world, which no peer shows.
"""

import os
from pathlib import Path
from typing import Any

import pandas as pd
import plotly.express as px
from plotly.graph_objects import Figure

FOLDER = Path(os.environ["PEERS_DATA"])
TABLE = pd.read_csv(FOLDER / "values.csv", dtype={"province_code": str})
LAYERS = {"Returnees": "returnees", "Vacancies": "vacancies"}
HEIGHT = 640


def local(files: str) -> Any:
    """The configuration of a chart; without the world map of its own where the harness says so."""
    found = {"topojsonURL": files} if os.environ["PEERS_LOCAL"] == "yes" else {}
    return {"displayModeBar": False, **found}


def figure(layer: str, *, files: str) -> Figure:
    """The map of one layer; `files`: where the peer serves its own files."""
    drawn = px.choropleth(
        TABLE,
        geojson=f"{files}provinces.geojson",
        featureidkey="properties.province_code",
        locations="province_code",
        color=layer,
        hover_name="name",
        color_continuous_scale="Blues",
        projection="mercator",
    )
    drawn.update_geos(fitbounds="locations", visible=False)
    drawn.update_layout(height=HEIGHT, margin={"l": 0, "r": 0, "t": 0, "b": 0})
    return drawn
