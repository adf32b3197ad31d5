"""Plain Dash with plotly, served by gunicorn, compressed; a switch sends the values alone."""

import os

from dash import Dash, Input, Output, Patch, dcc, html

from benchmarks.peers.apps.choropleth import LAYERS, TABLE, figure, local

FILES = "/assets/"
app = Dash(__name__, assets_folder=os.environ["PEERS_DATA"], compress=True)
server = app.server
app.layout = html.Main(
    [
        html.H1("Returnees and vacancies by province"),
        dcc.RadioItems(
            {key: name for name, key in LAYERS.items()}, "returnees", id="layer", inline=True
        ),
        dcc.Graph(id="map", figure=figure("returnees", files=FILES), config=local(FILES)),
    ]
)


@app.callback(Output("map", "figure"), Input("layer", "value"), prevent_initial_call=True)
def recolour(layer: str) -> Patch:
    """New values and their title; the shapes stay."""
    patch = Patch()
    patch["data"][0]["z"] = TABLE[layer].tolist()
    patch["layout"]["coloraxis"]["colorbar"]["title"]["text"] = layer
    return patch
