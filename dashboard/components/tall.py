"""Tables and charts of many areas scroll within their place instead of making an endless page."""

from typing import Any

from geodata.own import OWN

_MANY = 60


def tall(rows: int) -> dict[str, Any]:
    """Attributes of what has so many rows: none for the provinces that ship."""
    if OWN is None or rows <= _MANY:
        return {}
    return {"style": {"maxHeight": "70vh", "overflowY": "auto"}}
