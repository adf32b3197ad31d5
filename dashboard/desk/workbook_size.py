"""How large the sheets of a workbook would be, found part by part without holding any.

A sheet of two cells may stretch over a billion, and one long text may stand in a million cells: a
reader of workbooks would ask for the memory of all of them at once.
"""

import re
import zipfile
from typing import IO
from xml.parsers import expat

from dashboard.desk.file_problem import MOST_COLUMNS, MOST_ROWS, FileProblem

_PLACE = re.compile(r"([A-Za-z]{1,4})(\d{1,9})")
_NOT_XML = re.compile(r"(xl/(media|printersettings|embeddings)/|docprops/thumbnail)")
_PIECE = 65_536
_MOST_TEXT = 40_000_000
_MOST_CELLS = 500_000


def check_parts(archive: zipfile.ZipFile) -> int:
    """The number of cells with a formula.

    Raises:
        FileProblem: a sheet is larger than a table may be.
        ValueError: a part is no plain XML, or not what the archive says of it.
    """
    shared = _SharedTexts()
    for part in archive.infolist():
        if part.filename.lower().endswith("sharedstrings.xml"):
            with archive.open(part) as opened:
                shared.read(opened)
    formulas = 0
    for part in archive.infolist():
        name = part.filename.lower()
        with archive.open(part) as opened:
            if _NOT_XML.match(name) or name.endswith("/"):
                while opened.read(_PIECE):
                    pass
            elif not name.endswith("sharedstrings.xml"):
                sheet = _Sheet(shared.lengths)
                sheet.read(opened)
                if name.endswith("workbook.xml.rels") and sheet.outside:
                    raise ValueError("a sheet is kept where no sheet belongs")
                formulas += sheet.formulas
    return formulas


class _Plain:
    """A reader of XML that has no declarations of its own."""

    def read(self, part: IO[bytes]) -> None:
        parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.text
        parser.StartDoctypeDeclHandler = self.declared
        try:
            while piece := part.read(_PIECE):
                if b"\x00" in piece:
                    raise ValueError("a part is in another encoding")
                parser.Parse(piece, False)
            parser.Parse(b"", True)
        except expat.ExpatError as problem:
            raise ValueError(str(problem)) from None

    def declared(self, *_: object) -> None:
        raise ValueError("a part declares entities")

    def start(self, name: str, attributes: dict[str, str]) -> None: ...

    def end(self, name: str) -> None: ...

    def text(self, text: str) -> None: ...


class _SharedTexts(_Plain):
    """Texts that cells share: how long each is."""

    def __init__(self) -> None:
        self.lengths: list[int] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name.rpartition("}")[2] == "si":
            self.lengths.append(0)

    def text(self, text: str) -> None:
        if self.lengths:
            self.lengths[-1] += len(text)


class _Sheet(_Plain):
    """A sheet, or any other part: how far its filled cells reach, and how much they hold."""

    def __init__(self, shared: list[int]) -> None:
        self.shared = shared
        self.kind, self.within, self.said = "", "", ""
        self.row = self.column = self.cells = self.held = self.formulas = 0
        self.outside = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.within = name.rpartition("}")[2]
        if self.within == "c":
            self.kind, self.said = attributes.get("t", ""), ""
            self.column += 1
            if found := _PLACE.fullmatch(attributes.get("r", "")):
                self.row, self.column = int(found[2]), _column(found[1])
        elif self.within == "row":
            given = attributes.get("r", "")
            self.row, self.column = int(given) if given.isdecimal() else self.row + 1, 0
        elif self.within in ("v", "is", "f"):
            self.cells += 1
            self.formulas += self.within == "f"
            self._check_place()
        elif self.within == "Relationship":
            kind, target = attributes.get("Type", ""), attributes.get("Target", "")
            if kind.endswith("/worksheet") and not target.lower().endswith(".xml"):
                self.outside = True

    def text(self, text: str) -> None:
        self.held += len(text)
        if self.within == "v" and self.kind == "s":
            self.said += text
        self._check_held()

    def end(self, name: str) -> None:
        if name.rpartition("}")[2] == "c" and self.said.strip().isdigit():
            at = int(self.said)
            self.held += self.shared[at] if at < len(self.shared) else 0
            self.said = ""
            self._check_held()

    def _check_place(self) -> None:
        if self.cells > _MOST_CELLS:
            raise FileProblem(lambda say: say("opened_cells", most=f"{_MOST_CELLS:,}"))
        if self.row > MOST_ROWS:
            raise FileProblem(lambda say: say("opened_rows", most=f"{MOST_ROWS:,}"))
        if self.column > MOST_COLUMNS:
            row = self.row
            raise FileProblem(lambda say: say("opened_columns", row=row, most=MOST_COLUMNS))

    def _check_held(self) -> None:
        if self.held > _MOST_TEXT:
            raise FileProblem(lambda say: say("opened_bomb"))


def _column(letters: str) -> int:
    """The number of a column.

    >>> _column("A"), _column("AB")
    (1, 28)
    """
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - 64
    return column
