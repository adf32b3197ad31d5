"""A link as a QR code, for those who have the picture on paper."""

import segno

from dashboard.exports.drawing import Drawing

LONGEST = 900
"""Letters; a longer link makes a code too fine for a camera."""
_PIXEL_PT = 0.75
_LEAST_PIXELS = 2
_USUAL_PT, _LARGEST_PT = 64.0, 112.0
_QUIET = 2


def qr_drawing(link: str) -> Drawing | None:
    """The code of `link`, its size in points; nothing where the link is too long.

    Its squares are whole pixels of a screen, as far as it does not become too large for that.
    """
    if len(link) > LONGEST:
        return None
    rows = list(segno.make(link, error="l", micro=False, boost_error=False).matrix)
    side = len(rows) + 2 * _QUIET
    path = "".join(
        f"M{x + _QUIET} {y + _QUIET}h1v1h-1z"
        for y, row in enumerate(rows)
        for x, dark in enumerate(row)
        if dark
    )
    pixels = max(int(_USUAL_PT / side / _PIXEL_PT), _LEAST_PIXELS)
    size = min(side * pixels * _PIXEL_PT, _LARGEST_PT)
    shapes = f'<path transform="scale({size / side:.5f})" d="{path}" fill="#000000"/>'
    return Drawing(width=size, height=size, shapes=shapes)
