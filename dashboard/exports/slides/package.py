"""A file of Office without the time at which it was made, also in the workbooks within."""

import io
import re
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_ALWAYS = (2000, 1, 1, 0, 0, 0)
_WHEN = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:)")
_CORE = "docProps/core.xml"


def steady(content: bytes, *, inner: bool = False) -> bytes:
    """The same parts with fixed dates in the archive; `inner`: a workbook within a file."""
    out = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as given, ZipFile(out, "w", ZIP_DEFLATED) as made:
        for name in given.namelist():
            part = given.read(name)
            if name.endswith(".xlsx"):
                part = steady(part, inner=True)
            elif inner and name == _CORE:
                part = _WHEN.sub(rb"\g<1>2000-01-01T00:00:00Z\g<3>", part)
            info = ZipInfo(name, date_time=_ALWAYS)
            info.compress_type = ZIP_DEFLATED
            made.writestr(info, part)
    return out.getvalue()
