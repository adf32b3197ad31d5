"""The profile of one province on two pages."""

from dashboard.exports.declaration import DocumentKind
from dashboard.exports.document import Document
from dashboard.exports.links import PROVINCE
from dashboard.exports.problem import ExportError
from dashboard.exports.profile.pages import pages
from dashboard.exports.profile.table import sheet_of
from dashboard.profile.profile import profile
from dashboard.state import View
from dashboard.words import Speaker
from dashboard.world import world


def make(view: View, say: Speaker) -> Document:
    """The document of the province that the view names.

    Raises:
        ExportError: it names none.
    """
    if view.province is None:
        raise ExportError(
            "A profile needs the parameter 'province'.", allowed=world().geodata.provinces
        )
    found = profile(view)
    sheet = sheet_of([found], key="profile", view=view, say=say)
    return Document(sheet=sheet, write=lambda site: pages(found, sheet, site=site, say=say))


DOCUMENT = DocumentKind(
    path=PROVINCE,
    order=10,
    title=lambda say: say("profile_kind"),
    make=make,
)
