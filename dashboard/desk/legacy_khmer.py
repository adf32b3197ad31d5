"""Khmer as it was typed before Unicode: Latin letters that only look Khmer in their font.

Limon, ABC and their kind put Khmer shapes on the keys of a Latin keyboard. Such a file holds
"extþ" where a person saw ខេត្ត; nobody can read it without the font.
"""

import re
from collections.abc import Sequence

from dashboard.desk.file_problem import FileProblem, Row

_WORDS = (
    *("extþ", "cMnYn", "srub", "PñMeBj", "bnÞaymanC½y", ")at;dMbg", "kMBg;", "esomrab"),
    *("eBaFi", "taEkv", "éRBEvg", "sVayerog", "kNþal", "kMBt", "ekaHkug", "RkecH", "RBHvihar"),
    *("RBHsIhnu", "mNÐlKirI", "rtnKirI", "sÞwgERtg", "]tþrmanC½y", "éb:lin", "Bakr", "Blkr"),
)
_SIGNS = re.compile(r"[A-Za-z;:)\]][þÞñ½¤ÐçøæµÑÔÕ][A-Za-z;:]|[A-Za-z][þÞñ½¤Ð]$")
_GARBLED = re.compile("áž[\u0080-\u00ff\u2000-\u20ff\u0152-\u0192]|áŸ|á\u009e|á\u009f")
_ENOUGH = 2
_LOOKED_AT = 200


def check_letters(rows: Sequence[Row]) -> None:
    """Raise `FileProblem` where Khmer is kept in an old font, or was opened in a wrong encoding."""
    cells = [cell for _, row in rows[:_LOOKED_AT] for cell in row if cell and not cell.isdigit()]
    if sum(len(_GARBLED.findall(cell)) for cell in cells) >= _ENOUGH:
        raise FileProblem(lambda say: say("opened_garbled"))
    if sum(_is_legacy(cell) for cell in cells) >= _ENOUGH:
        raise FileProblem(lambda say: say("opened_legacy_khmer"))


def _is_legacy(cell: str) -> bool:
    return any(word in cell for word in _WORDS) or _SIGNS.search(cell) is not None
