"""Vizro: a graph and a parameter, served by gunicorn, compressed."""

import os
from typing import Any

import pandas as pd
import vizro.models as vm
from plotly.graph_objects import Figure
from vizro import Vizro
from vizro.models.types import capture

from benchmarks.peers.apps.choropleth import LAYERS, TABLE, figure, local

FILES = "/assets/"


@capture("graph")
def province_map(data_frame: pd.DataFrame, layer: str) -> Figure:
    """The map of one layer."""
    return figure(layer, files=FILES)


options: Any = [{"label": label, "value": value} for label, value in LAYERS.items()]
page = vm.Page(
    title="Returnees and vacancies by province",
    components=[
        vm.Graph(
            id="map",
            figure=province_map(data_frame=TABLE, layer="returnees"),
            extra={"config": local(FILES)},
        )
    ],
    controls=[
        vm.Parameter(
            targets=["map.layer"], selector=vm.RadioItems(options=options, value="returnees")
        )
    ],
)
app = Vizro(assets_folder=os.environ["PEERS_DATA"], compress=True).build(vm.Dashboard(pages=[page]))
server = app.dash.server
