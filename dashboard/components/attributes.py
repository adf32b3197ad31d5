"""HTML attributes with a hyphen, which Python cannot spell as keywords."""

from typing import Any


def attributes(**named: str) -> dict[str, Any]:
    """`aria_label="x"` becomes `{"aria-label": "x"}`.

    >>> attributes(aria_label="Menu", data_ready="false")
    {'aria-label': 'Menu', 'data-ready': 'false'}
    """
    return {name.replace("_", "-"): value for name, value in named.items()}
