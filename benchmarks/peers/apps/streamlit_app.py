"""Streamlit: a radio and a chart that keeps its place."""

import streamlit as st

from benchmarks.peers.apps.choropleth import LAYERS, figure, local

FILES = "/app/static/"
st.set_page_config(page_title="Peers", layout="wide")
st.title("Returnees and vacancies by province")


@st.cache_data
def drawn(layer: str):
    """The map of one layer, made once."""
    return figure(layer, files=FILES)


chosen = st.radio("Layer", list(LAYERS), horizontal=True, label_visibility="collapsed")
st.plotly_chart(drawn(LAYERS[chosen]), key="map", config=local(FILES))
