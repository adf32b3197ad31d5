"""Plants that turn crops into goods, where the crops are.

For a planner: public money (a share of the investment, the rest is private) brings a plant, the
plant brings jobs, and each of them brings paid work on farms around it.

One real direct job costs `usd_per_job * public_share / realisation` public dollars: only a part of
the jobs promised at approval comes true. Capacity: `jobs_per_1000_ha` for the hectares of the five
crops. Unit: direct jobs; farm jobs come on top. Errors: no crop base, no capacity: all unspent.

>>> one = {"usd_per_job": 44_000, "public_share": 0.2, "realisation": 0.25}.__getitem__
>>> INSTRUMENT.usd_per_unit(one)
35200.0
"""

from analysis.instruments._declaration import Change, Instrument, Work
from geodata.text import Text


def _effect(work: Work) -> Change:
    return Change(
        lasting_jobs={
            "agro_processing": work.done,
            "agriculture_fishing": work.done * work.get("farm_jobs_per_job"),
        }
    )


INSTRUMENT = Instrument(
    title=Text(en="Agro-processing", km="ការកែច្នៃកសិផល"),
    says=Text(
        en="Helps plants that process crops near the farms, with private investors",
        km="ជួយរោងចក្រកែច្នៃដំណាំនៅជិតកសិដ្ឋាន ជាមួយអ្នកវិនិយោគឯកជន",
    ),
    limit=Text(en="The province grows no more to process", km="ខេត្តមិនមានដំណាំបន្ថែមសម្រាប់កែច្នៃទេ"),
    unit="jobs",
    parameters=(
        "usd_per_job",
        "public_share",
        "realisation",
        "farm_jobs_per_job",
        "jobs_per_1000_ha",
    ),
    usd_per_unit=lambda get: get("usd_per_job") * get("public_share") / get("realisation"),
    capacity=lambda get, places: get("jobs_per_1000_ha") * places["crop_ha"][:, None] / 1000,
    effect=_effect,
    lasting=True,
    sectors=("agro_processing", "agriculture_fishing"),
)
