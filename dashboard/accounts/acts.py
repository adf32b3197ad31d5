"""Everything that somebody can be allowed or not: the one list, with the role that it takes."""

from collections.abc import Mapping

from dashboard.store import ROLES, Role

ACTS: Mapping[str, Role] = {
    "scenario_create": "editor",
    "scenario_save": "editor",
    "scenario_restore": "editor",
    "scenario_duplicate": "editor",
    "scenario_delete": "editor",
    "scenario_recover": "editor",
    "story_save": "editor",
    "room_open": "editor",
    "data_load": "steward",
    "data_restore": "steward",
    "registry_load": "steward",
    "mapping_save": "steward",
    "account_add": "steward",
    "account_role": "steward",
    "account_password": "steward",
    "account_remove": "steward",
    "audit_read": "steward",
}
"""The least role for each act. A part of the atlas that writes adds its acts here."""

OWN = ("sign_in", "sign_out", "sign_out_everywhere", "password_change")
"""What everybody may do with an account of their own; these stand in the log, too."""


COMMANDS = ("restore",)
"""What is done at the command line of the machine alone, where nobody is asked for a role."""


def covers(role: Role, needed: Role) -> bool:
    """Whether a role may do what another may.

    >>> covers("steward", "editor"), covers("viewer", "editor")
    (True, False)
    """
    return ROLES.index(role) >= ROLES.index(needed)
