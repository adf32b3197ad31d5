"""Time to work: the share still without it, month by month, with its interval."""

from dashboard.components.monitor.time import curves, figure
from dashboard.exports.declaration import PictureKind
from dashboard.exports.links import MONITOR
from dashboard.exports.of_chart import chart_picture, sign
from dashboard.exports.picture import Key, Legend, Picture
from dashboard.exports.problem import ExportError
from dashboard.exports.sheets.monitor import make as sheet_of
from dashboard.figures.survival import COLOURS
from dashboard.monitor.asked import read_asked
from dashboard.monitor.released import registry
from dashboard.state import View
from dashboard.words import Speaker


def make(view: View, say: Speaker) -> Picture:
    """The curve of those who are asked for, and of women and men beside it.

    Raises:
        ExportError: there is no registry, or the curve is hidden.
    """
    asked = read_asked(view)
    found = registry(asked)
    shown = curves(found, asked=asked, say=say)
    if found.head is None or not shown:
        told = say("survival_hidden") if found.release else say("monitor_no_counts")
        raise ExportError(told)
    about = [say("survival_about")]
    if found.head.synthetic:
        about.insert(0, say("monitor_synthetic"))
    return chart_picture(
        figure(shown, say=say),
        sheet=sheet_of(view, say),
        title=say("survival_title"),
        unit=say("survival_y"),
        about=" ".join(about),
        legend=Legend(
            keys=tuple(Key(sign=sign("circle", COLOURS[one.key]), text=one.name) for one in shown)
        ),
    )


PICTURE = PictureKind(
    path=MONITOR, order=60, title=lambda say: say("picture_monitor_survival"), make=make
)
