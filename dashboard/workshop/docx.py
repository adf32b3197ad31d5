"""A document of Word, written as what it is: a few files of XML in an archive.

Khmer needs its own font and language named beside the Latin ones, which is all that a library for
such documents would leave to do.
"""

import io
import struct
import zipfile
from collections.abc import Iterable
from xml.sax.saxutils import escape

from dashboard.workshop.minutes_words import Part

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_WHEN = (2000, 1, 1, 0, 0, 0)
_WIDTH = 17 * 360_000
"""Width of a picture in units of Word, 360,000 to the centimetre."""
_STYLES = {
    "title": ("Title", 40, True, "16202B"),
    "head": ("Heading1", 30, True, "16202B"),
    "small_head": ("Heading2", 24, True, "16202B"),
    "text": ("Normal", 22, False, "16202B"),
    "faint": ("Faint", 19, False, "4A5663"),
    "link": ("Link", 19, False, "0B5C8A"),
}
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def document(parts: Iterable[Part], *, lang: str, title: str) -> bytes:
    """The whole file; the same parts give the same bytes."""
    pictures: list[bytes] = []
    body = "".join(_part(one, pictures, lang=lang) for one in parts)
    files = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations(
            [("rId1", f"{_OFFICE}/officeDocument", "word/document.xml"),
             ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml")]
        ),
        "docProps/core.xml": _core(title, lang=lang),
        "word/document.xml": _document(body),
        "word/styles.xml": _styles(lang=lang),
        "word/_rels/document.xml.rels": _relations(
            [("rId1", f"{_OFFICE}/styles", "styles.xml"),
             *((f"pic{at}", f"{_OFFICE}/image", f"media/picture{at}.png")
               for at in range(1, len(pictures) + 1))]
        ),
    }  # fmt: skip
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name, _WHEN), text, zipfile.ZIP_DEFLATED)
        for at, picture in enumerate(pictures, start=1):
            archive.writestr(zipfile.ZipInfo(f"word/media/picture{at}.png", _WHEN), picture)
    return out.getvalue()


def _part(part: Part, pictures: list[bytes], *, lang: str) -> str:
    if part.kind == "table":
        return _table(part.rows, lang=lang)
    if part.kind == "picture":
        pictures.append(part.picture)
        return _picture(part, at=len(pictures))
    return _paragraph(part.text, style=_STYLES[part.kind][0], lang=lang)


def _paragraph(text: str, *, style: str, lang: str, bold: bool = False) -> str:
    weight = "<w:b/><w:bCs/>" if bold else ""
    script = "<w:cs/>" if lang == "km" else ""
    run = (
        f'<w:r><w:rPr>{weight}{script}</w:rPr><w:t xml:space="preserve">{_clean(text)}</w:t></w:r>'
    )
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run}</w:p>'


def _table(rows: tuple[tuple[str, ...], ...], *, lang: str) -> str:
    lines = "".join(
        "<w:tr>"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>'
            f"{_paragraph(cell, style='Normal', lang=lang, bold=at == 0)}</w:tc>"
            for cell in row
        )
        + "</w:tr>"
        for at, row in enumerate(rows)
    )
    border = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="D5DADE"/>'
        for side in ("top", "bottom", "insideH")
    )
    grid = "<w:gridCol/>" * len(rows[0])
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>{border}</w:tblBorders>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>"
        '<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr></w:p>'
    )


def _picture(part: Part, *, at: int) -> str:
    width, height = struct.unpack(">II", part.picture[16:24])
    high = round(_WIDTH * height / width)
    size = f'cx="{_WIDTH}" cy="{high}"'
    told = _clean(part.text).replace('"', "&quot;")
    return (
        '<w:p><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {size}/><wp:docPr id="{at}" name="Picture {at}" descr="{told}"/>'
        f'<a:graphic><a:graphicData uri="{_DRAWING}/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{at}" name="Picture {at}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="pic{at}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def _document(body: str) -> str:
    page = (
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134"'
        ' w:header="0" w:footer="0" w:gutter="0"/></w:sectPr>'
    )
    return (
        f'{_HEAD}<w:document xmlns:w="{_MAIN}" xmlns:r="{_OFFICE}"'
        f' xmlns:wp="{_DRAWING}/wordprocessingDrawing" xmlns:a="{_DRAWING}/main"'
        f' xmlns:pic="{_DRAWING}/picture"><w:body>{body}{page}</w:body></w:document>'
    )


def _styles(*, lang: str) -> str:
    fonts = (
        '<w:rFonts w:ascii="Source Sans 3" w:hAnsi="Source Sans 3" w:cs="Noto Sans Khmer"'
        ' w:eastAsia="Source Sans 3"/>'
    )
    named = '<w:lang w:val="en-GB" w:bidi="km-KH"/>'
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{id}"{_first(id)}>'
        f'<w:name w:val="{_style_name(id)}"/>'
        f'<w:pPr><w:spacing w:before="{240 if bold else 0}" w:after="80"/></w:pPr>'
        f"<w:rPr>{'<w:b/><w:bCs/>' if bold else ''}"
        f'<w:color w:val="{colour}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
        "</w:style>"
        for id, size, bold, colour in _STYLES.values()
    )
    return (
        f'{_HEAD}<w:styles xmlns:w="{_MAIN}"><w:docDefaults><w:rPrDefault><w:rPr>{fonts}{named}'
        f"</w:rPr></w:rPrDefault></w:docDefaults>{styles}</w:styles>"
    )


def _first(id: str) -> str:
    return ' w:default="1"' if id == "Normal" else ""


def _style_name(id: str) -> str:
    """The names that Word knows, so that it can make a table of contents."""
    return {"Heading1": "heading 1", "Heading2": "heading 2"}.get(id, id)


def _types() -> str:
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
        '<Override PartName="/docProps/core.xml" ContentType='
        '"application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )


def _relations(some: list[tuple[str, str, str]]) -> str:
    listed = "".join(
        f'<Relationship Id="{id}" Type="{type}" Target="{target}"/>' for id, type, target in some
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def _core(title: str, *, lang: str) -> str:
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{_clean(title)}</dc:title><dc:creator>Corridor Atlas</dc:creator>"
        f"<dc:language>{lang}</dc:language></cp:coreProperties>"
    )


def _clean(text: str) -> str:
    """Text that XML can hold."""
    kept = "".join(one for one in text if one in "\t\n" or ord(one) >= 32)
    return escape(kept.encode("utf-8", "replace").decode("utf-8"))
