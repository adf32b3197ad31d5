"""What a link calls one version of a saved scenario among those side by side: its id and version.

assets/scenarios.js reads the same.
"""

import re

from dashboard.store.ids import is_id

_VERSION = re.compile(r"[1-9][0-9]{0,8}")


def write_key(id: str, version: int) -> str:
    """The key of a version.

    >>> write_key("k7m2p4q8r3s5t6u9", 2)
    'k7m2p4q8r3s5t6u9.2'
    """
    return f"{id}.{version}"


def read_key(text: str) -> tuple[str, int] | None:
    """Id and version; None where the text names no version.

    >>> read_key("k7m2p4q8r3s5t6u9.2"), read_key("skills-firms"), read_key("k7m2p4q8r3s5t6u9.0")
    (('k7m2p4q8r3s5t6u9', 2), None, None)
    """
    id, _, version = text.partition(".")
    return (id, int(version)) if is_id(id) and _VERSION.fullmatch(version) else None
