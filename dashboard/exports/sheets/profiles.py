"""Everything that the profile of a province says: of one province, or of all."""

from dataclasses import replace

from dashboard.exports.declaration import SheetKind
from dashboard.exports.links import PROVINCE
from dashboard.exports.profile.table import sheet_of
from dashboard.exports.sheet import Sheet
from dashboard.profile.profile import profile
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import world


def make(view: View, say: Speaker) -> Sheet:
    """The province that the view names; without one all of them."""
    codes = (view.province,) if view.province else tuple(world().geodata.provinces)
    found = [profile(replace(view, province=code)) for code in codes]
    return sheet_of(found, key="profiles", view=view, say=say)


SHEET = SheetKind(
    path=PROVINCE,
    order=38,
    title=lambda say: say("sheet_profiles"),
    make=make,
)
