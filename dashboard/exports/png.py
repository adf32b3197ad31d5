"""What a PNG file says of itself: how large it is on paper, and where it is from."""

import struct
import zlib
from collections.abc import Mapping

_INCH_M = 0.0254
_HEAD = 8 + 25


def with_facts(png: bytes, *, dpi: int, facts: Mapping[str, str]) -> bytes:
    """The same picture with its dots an inch and texts, right after its header."""
    dots = round(dpi / _INCH_M)
    chunks = [_chunk(b"pHYs", struct.pack(">IIB", dots, dots, 1))]
    chunks += [
        _chunk(b"iTXt", name.encode() + b"\0\0\0\0\0" + text.encode("utf-8", "replace"))
        for name, text in facts.items()
    ]
    return png[:_HEAD] + b"".join(chunks) + png[_HEAD:]


def _chunk(kind: bytes, content: bytes) -> bytes:
    check = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)
