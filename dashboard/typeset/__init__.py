"""Pages for print: a Typst template of this folder, filled with plain data.

Typst sets Khmer as it must be set and gives PDF, SVG and PNG alike, without a browser. Text that
stands in an SVG would lose its order of vowels, so a template gets shapes and labels apart.
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

from dashboard.fonts import KHMER, LATIN, source_path

Output = Literal["pdf", "png", "svg"]

_FOLDER = Path(__file__).resolve().parent
_MADE_AT = 0
_REMEMBERS = 11


def typeset(
    template: str, data: Mapping[str, Any], *, output: Output, ppi: float = 96
) -> tuple[bytes, ...]:
    """The pages of `template`, a name in this folder, filled with `data`.

    `output`: one file for a PDF, one a page otherwise; `ppi`: pixels an inch, of a PNG. The
    template reads its data as `json(bytes(sys.inputs.data))`. The same data gives the same bytes.

    Raises:
        FontError: a font's package is missing.
    """
    import typst  # Heavy, and needed only here.

    pages: Any = typst.compile(
        str(_FOLDER / f"{template}.typ"),
        root=str(_FOLDER),
        font_paths=_fonts(),
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        format=output,
        ppi=ppi,
        timestamp=_MADE_AT,
    )
    _forget()
    return tuple(pages) if isinstance(pages, list) else (pages,)


def told(template: str, data: Mapping[str, Any], *, label: str) -> tuple[Any, ...]:
    """What `template` says of itself: every value that it marks with `label`.

    Raises:
        FontError: a font's package is missing.
    """
    import typst

    found = typst.query(
        str(_FOLDER / f"{template}.typ"),
        f"<{label}>",
        field="value",
        root=str(_FOLDER),
        font_paths=_fonts(),
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
    )
    return tuple(json.loads(found))


def _forget() -> None:
    """Let go of what Typst remembers of a document: dozens of megabytes, for ten compilations."""
    import typst

    for _ in range(_REMEMBERS):
        typst.compile(b"", font_paths=_fonts(), format="svg")


@cache
def _fonts() -> Any:
    """The two families, whole; nothing from the machine."""
    import typst

    folders = {str(source_path(cut).parent) for cut in (KHMER, LATIN)}
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=sorted(folders)
    )
