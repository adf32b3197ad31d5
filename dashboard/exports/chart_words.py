"""Words of a Plotly figure as labels: markup taken apart, a label for each piece."""

from dataclasses import dataclass
from html.parser import HTMLParser

from dashboard.exports.drawing import Anchor, Label
from dashboard.exports.text_width import text_width

LINE = 1.3
"""Height of a line, in sizes of its letters."""

_BAR = "\u2501"


class ChartError(ValueError):
    """A figure holds what is not drawn here; leaving it out would tell something else."""


@dataclass(frozen=True, kw_only=True)
class Piece:
    """Words in one weight and colour; `colour` None: as around it."""

    text: str
    bold: bool
    colour: str | None

    def width(self, size: float) -> float:
        """Width of the piece, spaces at its ends included."""
        return text_width(self.text.replace(_BAR, "\u2014"), size=size, bold=self.bold)


@dataclass(frozen=True, kw_only=True)
class Set:
    """Words set at a place: labels, and pieces of lines among them as SVG."""

    labels: tuple[Label, ...]
    shapes: str = ""


class _Reader(HTMLParser):
    """Cuts text at `<b>`, `<br>` and `<span style="color:...">`; refuses other markup."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[list[Piece]] = [[]]
        self._bold = 0
        self._colours: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the weight, the colour or the end of the line."""
        style = dict(attrs).get("style") or ""
        if tag == "b" and not attrs:
            self._bold += 1
        elif tag == "br":
            self.lines.append([])
        elif tag == "span" and style.startswith("color:") and len(attrs) == 1:
            self._colours.append(style.removeprefix("color:").strip(" ;"))
        else:
            raise ChartError(f"Words of a chart hold <{tag}>, which is not drawn.")

    def handle_endtag(self, tag: str) -> None:
        """Back to what was before."""
        if tag == "b":
            self._bold -= 1
        elif tag == "span":
            self._colours.pop()

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        colour = self._colours[-1] if self._colours else None
        self.lines[-1].append(Piece(text=data, bold=self._bold > 0, colour=colour))


def pieces(text: str) -> list[list[Piece]]:
    """Lines of `text`, each in pieces.

    Raises:
        ChartError: it holds other markup.

    >>> [[(one.text, one.bold) for one in line] for line in pieces("a <b>b &amp; c</b><br>d")]
    [[('a ', False), ('b & c', True)], [('d', False)]]
    """
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.lines


def width_of(text: str, *, size: float) -> float:
    """Width of the widest line of `text`."""
    return max(sum(piece.width(size) for piece in line) for line in pieces(text))


def set_words(
    text: str,
    *,
    x: float,
    y: float,
    size: float,
    colour: str,
    anchor: Anchor = "start",
    most: float = float("inf"),
    turned: bool = False,
) -> Set:
    """Labels of `text`: `anchor` at `x`, the middle of all lines at `y`.

    `most`: as much room as there is; words that need more are set smaller.
    """
    size *= min(1.0, most / max(width_of(text, size=size), 1e-9))
    lines = pieces(text)
    labels: list[Label] = []
    shapes = ""
    for row, line in enumerate(lines):
        middle = (row - (len(lines) - 1) / 2) * LINE * size
        width = sum(piece.width(size) for piece in line)
        at = -{"start": 0.0, "middle": 0.5, "end": 1.0}[anchor] * width
        for piece in line:
            if _BAR in piece.text:
                shapes += _bars(piece, x=x + at, y=y + middle, size=size, colour=colour)
            elif piece.text.strip():
                before = piece.text[: len(piece.text) - len(piece.text.lstrip())]
                lead = at + text_width(before, size=size, bold=piece.bold)
                alone = len(line) == 1
                labels.append(
                    Label(
                        text=piece.text.strip(),
                        x=x + (middle if turned else 0 if alone else lead),
                        y=y + (0 if alone else -lead) if turned else y + middle,
                        size=size,
                        anchor=anchor if alone else "start",
                        bold=piece.bold,
                        colour=piece.colour or colour,
                        turned=turned,
                    )
                )
            at += piece.width(size)
    return Set(labels=tuple(labels), shapes=shapes)


def _bars(piece: Piece, *, x: float, y: float, size: float, colour: str) -> str:
    """Heavy strokes, which the families lack, and the dots between them."""
    shapes = ""
    for sign in piece.text:
        width = text_width(sign.replace(_BAR, "\u2014"), size=size, bold=piece.bold)
        fill = piece.colour or colour
        if sign == _BAR:
            shapes += (
                f'<rect x="{x:.2f}" y="{y - 0.1 * size:.2f}" width="{width:.2f}"'
                f' height="{0.2 * size:.2f}" fill="{fill}"/>'
            )
        elif not sign.isspace():
            shapes += (
                f'<circle cx="{x + width / 2:.2f}" cy="{y:.2f}" r="{0.1 * size:.2f}"'
                f' fill="{fill}"/>'
            )
        x += width
    return shapes
