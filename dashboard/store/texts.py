"""Names, notes and what people search for: trimmed, checked, made alike for searching."""

import unicodedata

from dashboard.store.problems import Invalid

NAME_MOST = 120
AUTHOR_MOST = 120
NOTE_MOST = 4000
QUERY_MOST = 200

# They turn the direction of writing, so that a name reads as another one.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_REFUSED = ("Cc", "Cs", "Zl", "Zp")
_UNSEEN = ("Cf", "Zs")


def name(given: str) -> str:
    """The name of a scenario: one line, something to see."""
    text = _checked(given, field="name", most=NAME_MOST)
    if all(unicodedata.category(letter) in _UNSEEN for letter in text):
        raise Invalid("text_empty", field="name")
    return text


def note(given: str) -> str:
    """A note: may be empty, may have several lines."""
    text = given.replace("\r\n", "\n") if isinstance(given, str) else given
    return _checked(text, field="note", most=NOTE_MOST, also="\n\t")


def author(given: str) -> str:
    """Who saved it, as they call themselves: may be empty."""
    return _checked(given, field="author", most=AUTHOR_MOST)


def words(query: str) -> list[str]:
    """The words of a search, folded; a scenario is found where all of them are in it."""
    return folded(_checked(query, field="query", most=QUERY_MOST, also="\n\t")).split()


def folded(text: str) -> str:
    """A text in the form in which it is searched: width, case and composition make no difference.

    >>> folded("ＡＧＲＯ Straße")
    'agro strasse'
    """
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())


def _checked(given: str, *, field: str, most: int, also: str = "") -> str:
    if not isinstance(given, str):
        raise Invalid("text_kind", field=field)
    text = given.strip()
    if len(text) > most:
        raise Invalid("text_long", field=field, length=len(text), most=most)
    for letter in text:
        refused = letter in _TURNING or unicodedata.category(letter) in _REFUSED
        if refused and letter not in also:
            raise Invalid("text_characters", field=field, character=f"U+{ord(letter):04X}")
    return text
