"""A QR code as SVG, dark on white with its quiet zone, to be drawn at any size."""

import io

import segno


def qr_svg(text: str) -> bytes:
    """The code; with a quarter of it covered by a hand or a crease it can still be read."""
    made = io.BytesIO()
    segno.make(text, error="q", micro=False).save(
        made, kind="svg", border=4, dark="#16202b", light="#ffffff", omitsize=True, xmldecl=False
    )
    return made.getvalue()
