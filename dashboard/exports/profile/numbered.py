"""Sources by number, as print names them: short beside a figure, in full at the end."""

from collections.abc import Iterable
from itertools import pairwise

from dashboard.numbers import DASH
from dashboard.words import Speaker
from dashboard.world import world
from geodata import joined


class Numbered:
    """Numbers for sources, given in the order they are first named."""

    def __init__(self, *, say: Speaker) -> None:
        self._say = say
        self._ids: tuple[str, ...] = ()

    def mention(self, ids: Iterable[str]) -> str:
        """The numbers of these sources, runs of three or more as a range: `1–4, 9`."""
        wanted = tuple(ids)
        self._ids = joined(self._ids, wanted)
        return self._say.fill(runs(self._ids.index(one) + 1 for one in wanted))

    def names(self) -> list[dict[str, str]]:
        """Number, name and publication of every source that was named."""
        sources = world().geodata.sources
        return [
            {
                "number": self._say.fill(str(at)),
                "name": self._say.fill(sources[one].name(self._say.lang)),
            }
            for at, one in enumerate(self._ids, start=1)
        ]


def runs(numbers: Iterable[int]) -> str:
    """Numbers in order, each once, runs of three or more as a range.

    >>> runs([3, 1, 2, 7, 8])
    '1–3, 7, 8'
    """
    ordered = sorted(set(numbers))
    groups = [[ordered[0]]] if ordered else []
    for before, after in pairwise(ordered):
        if after == before + 1:
            groups[-1].append(after)
        else:
            groups.append([after])
    return ", ".join(_group(group) for group in groups)


def _group(group: list[int]) -> str:
    if len(group) > 2:
        return f"{group[0]}{DASH}{group[-1]}"
    return ", ".join(map(str, group))
