"""The lines of Python that give the same numbers."""

from dashboard.scenarios.asked import Asked
from dashboard.scenarios.plan_text import write_plan
from dashboard.scenarios.saved import OUTCOME


def python_lines(asked: Asked) -> str:
    """The lines of Python that give the same numbers, run in the folder of the atlas."""
    case = asked.case
    return f"""from dashboard.mismatch.market import Case
from dashboard.scenarios.asked import places
from dashboard.scenarios.evidence import ranged_outcome
from dashboard.scenarios.plan_text import read_plan
from dashboard.scenarios.played import Played

plan, wrong = read_plan({write_plan(asked.plan)!r}, places=places())
case = Case(
    basis={case.basis!r},
    ages={case.ages!r},
    assumed={case.assumed!r},
    settings={case.settings!r},
)
played = Played(case=case, future={asked.future!r}, plan=plan)
people = ranged_outcome(played, outcome={OUTCOME!r}, year={asked.year!r})
print(people.value, people.low, people.high)
"""
