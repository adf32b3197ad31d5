"""Names that readers gave, as charts take them: Plotly reads `<b>` and such as markup."""

import unicodedata
from html import escape

_MOST, _TAIL = 38, 16
_COENG = "\u17d2"


def in_chart(name: str) -> str:
    """The name to be shown as it is; a long one without its middle, since no chart wraps it.

    >>> in_chart("Roads <b> & more, version 2")
    'Roads &lt;b&gt; &amp; more, version 2'
    >>> in_chart("Small firms along all of the corridors to Thailand, version 2")
    'Small firms along all…iland, version 2'
    """
    if len(name) > _MOST:
        head, tail = _MOST - _TAIL - 1, len(name) - _TAIL
        while head > 0 and _within(name, head):
            head -= 1
        while tail < len(name) and _within(name, tail):
            tail += 1
        name = f"{name[:head].rstrip()}…{name[tail:].lstrip()}"
    return escape(name, quote=False)


def _within(text: str, at: int) -> bool:
    """Whether a cut here would part a letter from its marks, or from the one below it."""
    return unicodedata.category(text[at]).startswith("M") or text[at - 1] == _COENG
