"""The style that every document begins with: families, colours and sizes.

It stands in the document itself: no request waits for it, and what the pages without Dash share
with the others is written once. Sizes on an 8-pixel grid, four of them for type.
"""

from typing import Literal

from dashboard import theme

_COLOURS = (
    f"--ink:{theme.INK};--ink-soft:{theme.INK_SOFT};--line:{theme.LINE};"
    f"--paper:{theme.PAPER};--paper-soft:{theme.PAPER_SOFT};--accent:{theme.ACCENT};"
    f"--sea:{theme.SEA};--land:{theme.LAND};--water:{theme.WATER};"
    f"--no-data:{theme.NO_DATA};--hatch:{theme.HATCH};"
)
_SIZES = "--small:.8125rem;--text:1rem;--large:1.25rem;--huge:1.625rem;--gap:1rem;--edge:1.5rem;"
_LATIN = "U+0000-024F,U+2000-200A,U+2010-206F,U+20AC,U+2190-21FF,U+2200-22FF"
_KHMER = "U+1780-17FF,U+19E0-19FF,U+200B-200D,U+25CC"
_KHMER_NAME = "U+1781,U+1798,U+179A,U+17C2,U+17D2"


def look(*, latin: Literal["optional", "swap"]) -> str:
    """The style as an element of a document's head.

    `latin`: Latin letters are there without their font. `optional`: on a slow line nothing moves
    once it has come, and the next page has it; `swap`: for a page that is open for long. Khmer
    letters may not be there, and wait for theirs. The name of the language has a family of its
    own, so that a page in English does not load a whole one for it, and is told here: a browser may
    measure before the other styles have come.
    """
    return (
        "<style>"
        + _face("Atlas Latin", "source-sans-3", display=latin, letters=_LATIN)
        + _face("Atlas Khmer", "noto-sans-khmer", display="swap", letters=_KHMER)
        + _face("Atlas Khmer Name", "noto-sans-khmer-name", display="swap", letters=_KHMER_NAME)
        + f":root{{{_COLOURS}{_SIZES}font-family:{theme.FONTS};"
        + "font-variant-numeric:tabular-nums lining-nums;"
        + "color:var(--ink);background:var(--paper)}"
        + f".languages{{font-family:{theme.NAME_FONTS}}}</style>"
    )


def _face(family: str, file: str, *, display: str, letters: str) -> str:
    return (
        f'@font-face{{font-family:"{family}";font-weight:400 700;font-display:{display};'
        f'src:url("/assets/fonts/{file}.woff2") format("woff2");unicode-range:{letters}}}'
    )
