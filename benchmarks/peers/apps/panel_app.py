"""Panel: a group of radio buttons bound to a plotly pane."""

import panel as pn

from benchmarks.peers.apps.choropleth import HEIGHT, LAYERS, figure, local

FILES = "/files/"
pn.extension("plotly")
layer = pn.widgets.RadioBoxGroup(options=LAYERS, value="returnees", inline=True)
drawn = pn.bind(figure, layer, files=FILES)
pn.Column(
    "# Returnees and vacancies by province",
    layer,
    pn.pane.Plotly(drawn, config=local(FILES), height=HEIGHT, sizing_mode="stretch_width"),
).servable(title="Peers")
