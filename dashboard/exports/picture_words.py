"""What a reader has set otherwise, in words that stand on a picture."""

from dashboard.exports.sheet import Assumed, Sheet
from dashboard.words import Speaker


def changed_lines(sheet: Sheet, *, most: int | None, say: Speaker) -> list[str]:
    """A line for each number that was changed; `most`: after so many, only how many are left."""
    changed = [one for one in sheet.assumed if one.changed]
    shown = changed if most is None else changed[:most]
    lines = [_line(one, say=say) for one in shown]
    more = len(changed) - len(shown)
    return [*lines, say("picture_more", count=more)] if more else lines


def _line(one: Assumed, *, say: Speaker) -> str:
    return say(
        "picture_assumed",
        text=one.text,
        value=_number(one.value),
        usual=_number(one.usual),
        unit=one.unit,
    )


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}"
