"""How the text of a file is encoded: UTF-8, UTF-16, Western European, or an old Khmer font."""

import codecs
import re
from pathlib import Path

_BLOCK = 1 << 20
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LEGACY = re.compile(
    "extþ|ePT|eQµaH|eQ µaH|PñMeBj|GayuM?|Gayu|raCFanI|\\)at;|kMBg;|esomrab|esómrab|bnÞay|Rbus"
    "|RsI|karg|bMNul|fa¶|ñ[A-Z]|[a-z]þ"
)
_WIDE = 0.3


def encoding_of(path: Path) -> str:
    """The name of the encoding: `utf-8`, `utf-8-sig`, `utf-16`, `utf-16-le`, `utf-16-be`, `cp1252`.

    What is not UTF-8 from beginning to end and has no mark is taken for Western European.
    """
    with path.open("rb") as file:
        head = file.read(4096)
        for mark, name in _BOMS:
            if head.startswith(mark):
                return name
        if b"\0" in head:
            odd, even = head[1::2].count(0), head[0::2].count(0)
            if max(odd, even) > _WIDE * len(head) / 2:
                return "utf-16-le" if odd > even else "utf-16-be"
        file.seek(0)
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            while block := file.read(_BLOCK):
                decoder.decode(block)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError as wrong:
            cut = "unexpected end of data" in wrong.reason
            return "utf-8" if cut else "cp1252"
    return "utf-8"


def is_legacy_khmer(text: str) -> bool:
    """Whether text looks like Khmer typed with a font from before Unicode (Limon and its kin).

    Such files hold Latin letters and signs that only the font makes look Khmer.
    """
    if re.search("[\u1780-\u17ff]", text):
        return False
    return len(set(_LEGACY.findall(text))) >= 2
