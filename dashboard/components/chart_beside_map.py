"""A chart beside a map: a click on a bar picks its province, the pointer on it marks it."""

from dash import ClientsideFunction, Dash, Input, Output


def chart_beside_map(app: Dash, *, chart: str, drawn: str) -> None:
    """Let the map `drawn` follow `chart`; both are ids."""
    for function, heard, told in (
        ("chartPicked", "clickData", "event"),
        ("chartPointed", "hoverData", "highlight"),
    ):
        app.clientside_callback(
            ClientsideFunction(namespace="atlas", function_name=function),
            Output(drawn, told),
            Input(chart, heard),
            prevent_initial_call=True,
        )
