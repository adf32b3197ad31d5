"""What is pressed in the section of saved scenarios, and the files it takes and hands out.

Buttons stand in finished HTML with `data-act="saved:<action>[:<id>[:<version>]]"`; assets/saved.js
hands what is pressed to the one component here.
"""

from functools import lru_cache

from dash import html
from dash.development.base_component import Component

from dashboard.components.attributes import attributes
from dashboard.settings import read_settings

_MOST_FILE_KB = 128
_GROWS = 8


class SavedActs(Component):
    """The file to open, drawn by assets/saved.js, which also hands over what is pressed.

    `act`: the last button, as `text` and `at`; `file`: the last file, as `name`, `text`, or `size`
    where it is too large; `download`: a file to hand out, as `name` and `text`; `largest_kb`;
    `words`.
    """

    _namespace = "corridor_atlas"
    _type = "SavedActs"

    def __init__(self, *, id: str, largest_kb: int, words: dict[str, str]) -> None:
        """All by keyword."""
        self._prop_names = ["id", "act", "file", "download", "largest_kb", "words"]
        self._valid_wildcard_attributes: list[str] = []
        self.available_properties = self._prop_names
        self.available_wildcard_properties: list[str] = []
        super().__init__(id=id, largest_kb=largest_kb, words=words)


@lru_cache(maxsize=1)
def largest_kb() -> int:
    """The largest file that is taken: as JSON in JSON it may grow, and has to pass the door."""
    return min(_MOST_FILE_KB, read_settings().body_limit_kb // _GROWS)


def acts_row(buttons: list[html.Button]) -> html.Div:
    """Buttons side by side."""
    return html.Div(buttons, className="plan-acts")


def saved_button(act: str, text: str, *, label: str = "", plain: bool = False) -> html.Button:
    """A button that does `act`; `label`: what a screen reader says, which begins with the text."""
    named = attributes(aria_label=label) if label else {}
    return html.Button(
        text,
        type="button",
        className="plain" if plain else "reset",
        **attributes(data_act=f"saved:{act}"),
        **named,
    )
