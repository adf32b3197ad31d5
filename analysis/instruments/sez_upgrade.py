"""Roads, power and water up to the gates of special economic zones that have land left.

For a planner: public money makes room for private factories. Most of the jobs promised at approval
never come; `realisation` says how many do.

One real job costs `usd_per_job * public_share / realisation` public dollars. Capacity:
`jobs_per_ha` on the share `free_land` of the zones' hectares. Unit: jobs, in manufacturing and, by
`services_share`, in services. Errors: a province without a zone has no capacity: all unspent.

>>> one = {"usd_per_job": 15_000, "public_share": 0.1, "realisation": 0.25}.__getitem__
>>> INSTRUMENT.usd_per_unit(one)
6000.0
"""

from analysis.instruments._declaration import Change, Instrument, Work
from geodata.text import Text


def _effect(work: Work) -> Change:
    services = work.get("services_share")
    return Change(
        lasting_jobs={"manufacturing": work.done * (1 - services), "services": work.done * services}
    )


INSTRUMENT = Instrument(
    title=Text(en="Zone upgrade", km="ការកែលម្អតំបន់សេដ្ឋកិច្ចពិសេស"),
    says=Text(
        en="Brings road, power and water to special economic zones that have free land",
        km="នាំផ្លូវ អគ្គិសនី និងទឹក ទៅតំបន់សេដ្ឋកិច្ចពិសេសដែលនៅមានដីទំនេរ",
    ),
    limit=Text(en="No land left in the province's zones", km="តំបន់សេដ្ឋកិច្ចពិសេសក្នុងខេត្តគ្មានដីទំនេរទៀតទេ"),
    unit="jobs",
    parameters=(
        "usd_per_job",
        "public_share",
        "realisation",
        "jobs_per_ha",
        "free_land",
        "services_share",
    ),
    usd_per_unit=lambda get: get("usd_per_job") * get("public_share") / get("realisation"),
    capacity=lambda get, places: get("jobs_per_ha") * get("free_land") * places["zone_ha"][:, None],
    effect=_effect,
    lasting=True,
    sectors=("manufacturing", "services"),
)
