"""The message and the remedy of every problem of the store, by its key."""

from collections.abc import Mapping

WORDS: Mapping[str, tuple[str, str]] = {
    "store_unreachable": (
        "The database of saved scenarios cannot be reached.",
        "Check that it runs and that ATLAS_DATABASE_URL names it, with its user and password.",
    ),
    "store_gone": (
        "The database file of saved scenarios is gone: {file}.",
        "Put it back, or start the atlas again to begin with an empty one.",
    ),
    "store_forbidden": (
        "The database of saved scenarios cannot be made: its folder cannot be written to.",
        "Give the atlas the right to write there, or name another one in ATLAS_DATABASE_URL.",
    ),
    "store_locked": (
        "The database of saved scenarios is busy with something else.",
        "Try again in a moment.",
    ),
    "store_newer": (
        "The database of saved scenarios was made by a newer version of the atlas: {revision}.",
        "Start the atlas with that version, or name another database.",
    ),
    "store_damaged": (
        "The database of saved scenarios is damaged.",
        "Bring it back from a backup: python -m dashboard restore FILE --replace."
        " The damaged one is kept beside it.",
    ),
    "store_encoding": (
        "The database of saved scenarios is kept in {encoding}, which has no Khmer.",
        "Create it anew with the encoding UTF8.",
    ),
    "store_failed": (
        "The database of saved scenarios answered with an error.",
        "Look for it in the log of the atlas.",
    ),
    "store_read_only": (
        "Saved scenarios can be read here but not changed.",
        "Give the atlas the right to write to its database.",
    ),
    "store_full": (
        "The disk of the database is full: nothing was saved.",
        "Make room on it, then save again.",
    ),
    "scenario_unknown": ("There is no saved scenario {id}.", "Look for it in the list."),
    "version_unknown": (
        "The scenario {id} has no version {version}.",
        "Choose one from its history.",
    ),
    "scenario_deleted": ("The scenario “{name}” was deleted.", "Recover it first."),
    "scenario_changed": (
        "“{name}” was changed meanwhile: version {current} is saved, yours began with {expected}.",
        "Compare the two; then save on top of the newest version or under another name.",
    ),
    "version_damaged": (
        "Version {version} of “{name}” ({id}) is not what was saved.",
        "Restore another version of it, or bring the database back from a backup.",
    ),
    "data_version_unknown": (
        "There is no version {version} of the data.",
        "Choose one from the list of versions.",
    ),
    "data_load_damaged": (
        "The load {id} is not what was loaded.",
        "Restore a version without it, or bring the database back from a backup.",
    ),
    "data_overtaken": (
        "Version {current} of the data was accepted meanwhile; yours began with {expected}.",
        "Nothing was changed. Look at what your file would change now, then accept it.",
    ),
    "account_taken": (
        "There is an account with the name {name} already.",
        "Choose another name.",
    ),
    "account_unknown": ("There is no such account.", "Look for it in the list of accounts."),
    "account_last": (
        "{name} is the last steward.",
        "Make somebody else a steward first.",
    ),
    "account_ministry": (
        "{name} signs in through the ministry.",
        "Change the role or the password there.",
    ),
    "release_unknown": ("There is no release {number}.", "Choose one from the list."),
    "release_damaged": (
        "Release {number} of the registry is not what was accepted.",
        "Bring the database back from a backup.",
    ),
    "release_overtaken": (
        "Release {current} was accepted meanwhile; yours would follow {expected}.",
        "Nothing was changed. Check the file again, then accept it.",
    ),
    "release_real": (
        "There are releases of real people; synthetic records are never shown in their place.",
        "Load synthetic records into an atlas of their own.",
    ),
    "text_empty": ("The {field} is empty.", "Write at least one letter."),
    "text_long": (
        "The {field} has {length} characters.",
        "Write no more than {most}.",
    ),
    "text_characters": (
        "The {field} holds a character that cannot be shown: {character}.",
        "Take it out.",
    ),
    "text_kind": ("The {field} is not a text.", "Write it in letters."),
    "document_kind": (
        "The scenario is not a JSON object as JSON writes it.",
        "Use texts as keys, and no value that JSON does not have.",
    ),
    "document_deep": ("The scenario is nested too deep.", "Use no more than {most} levels."),
    "document_large": (
        "The scenario takes {kilobytes} kB.",
        "Make it smaller than {most} kB.",
    ),
}
