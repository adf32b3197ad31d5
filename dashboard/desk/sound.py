"""Whether all pages can be drawn from a version of the data: every estimate is a number."""

import math

import numpy as np

from dashboard.data_here import Data, holding
from dashboard.desk.file_problem import Told
from dashboard.mismatch.market import Case
from dashboard.mismatch.parts import parts
from dashboard.mismatch.readings import national, readings
from dashboard.scenarios.played import Played, central
from dashboard.state import AGES, BASES
from dashboard.world import World, world
from geodata import DataError, Text

_LAST_YEAR = 2035


class UnsoundError(Exception):
    """Numbers that each can be, but that no estimate can be made of. `told`: in words."""

    def __init__(self, told: Told) -> None:
        super().__init__("the estimates cannot be made")
        self.told = told


def check_sound(data: Data) -> None:
    """Work out what pages show first, with every wrong step of arithmetic an error.

    Raises:
        UnsoundError: a layer, the mismatch or the scenarios cannot be worked out.
        DataError: a table says which row does not fit.
    """
    with holding(data), np.errstate(divide="raise", invalid="raise", over="raise"):
        try:
            _check_layers(world())
            for basis in BASES:
                case = Case(basis=basis, ages=AGES[0])
                parts(case)
                national(case)
                central(Played(case=case, future="none", plan=())).people(_LAST_YEAR)
            readings(Case(basis=BASES[0], ages=AGES[0]))
        except DataError:
            raise
        except (ArithmeticError, ValueError, LookupError):
            raise UnsoundError(lambda say: say("desk_unsound")) from None


def _check_layers(here: World) -> None:
    """Every measure counts something: no number below zero or without an end, and not all zero."""
    for key, layer in here.fills.items():
        for measure in layer.measures:
            figures = here.readings[key][measure.key].values.values()
            values = [figure.value for figure in figures]
            if not all(math.isfinite(value) and value >= 0 for value in values):
                raise UnsoundError(_below_zero(measure.title))
            if sum(values) <= 0:
                raise UnsoundError(_all_zero(measure.title))


def _below_zero(title: Text) -> Told:
    return lambda say: say("desk_unsound_layer", layer=title.in_(say.lang))


def _all_zero(title: Text) -> Told:
    return lambda say: say("desk_all_zero", layer=title.in_(say.lang))
