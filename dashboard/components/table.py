"""A table that scrolls sideways where the screen is narrow, by touch and by keyboard."""

from collections.abc import Sequence

from dash import html

from dashboard.components.attributes import attributes
from dashboard.components.tall import tall


def scroll_table(
    heads: Sequence[str], rows: Sequence[html.Tr], *, label: str, numbers: Sequence[int] = ()
) -> html.Div:
    """The table of `rows` under `heads`; `numbers`: places of the columns that hold numbers."""
    head = html.Tr(
        [
            html.Th(text, scope="col", className="number" if i in numbers else None)
            for i, text in enumerate(heads)
        ]
    )
    return html.Div(
        html.Table([html.Thead(head), html.Tbody(list(rows))]),
        className="table-scroll",
        tabIndex=0,
        role="region",
        **tall(len(rows)),
        **attributes(aria_label=label),
    )
