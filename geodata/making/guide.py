"""What each table of areas of one's own is for, and what appears once it is filled in."""

from collections.abc import Mapping

NATIONAL_KEYS: Mapping[str, str] = {
    "aged_15_59": "share of people aged 15 to 59, in percent: rates per 1,000 people",
    "returnees": "people who came back, in all",
    "returnees_working_age": "of them of working age, lowest; on the same date as returnees",
    "returnees_working_age_upper": "of them of working age, highest",
    "returnees_over_45": "of them older than 45",
    "returnees_children": "of them children, on the same date as returnees_over_45",
    "placed": "of them placed in a job",
    "earning_210": "share of the placed who earn USD 210 a month or more, in percent",
    "vacancies": "open jobs, in all",
    "formal_workers": "workers in registered enterprises, in all",
    "approved_projects": "newly approved projects, in all",
    "income_before": "monthly income before the return, in USD",
    "income_after": "monthly income after it, in USD",
    "indebted_households": "share of households in debt, in percent",
    "repayment_difficulty": "share of them with difficulty to repay, in percent",
}
"""Rows of national.csv that pages ask for."""

FILL_IN: Mapping[str, str] = {
    "population": "Residents by area (sex: all; male and female where known). Appears as: the"
    " layer Population, densities, and the rates of all other layers.",
    "counted_returnees": "People who came back, counted by area. Appears as: the layer Returnees;"
    " with every area counted, People in need of work as well.",
    "counted_placed": "Of them placed in a job, counted by area. Without it, the placed of"
    " national.csv are shared in proportion to those who came back.",
    "counted_vacancies": "Open jobs by area; one row with the sector all, or one for each sector"
    " of sectors.csv. Appears as: the layer Job vacancies; with every area counted, and People in"
    " need of work, the pages Mismatch, Scenarios and the profile of each area.",
    "formal_jobs": "Workers in registered enterprises by area. Appears as: the layer Formal jobs.",
}
"""Tables that come with a row for each area; a row counts once its value is written in."""

OTHERS: Mapping[str, str] = {
    "areas": "Square kilometres of each area, measured from the boundaries. Densities and the"
    " distances within an area hang on it. Replace it by official areas where there are some.",
    "provinces": "The areas: code, names, and the point from which distances are measured, which"
    " is a point in the middle until you write the main town there. borders: TH, VN, LA or KH"
    " where an area touches that country.",
    "measured_distances": "Kilometres by road between two areas. Replace the straight lines.",
    "adults_abroad": "Adults working abroad before the return, men and women, by area. With"
    " population and the returnees of national.csv, returnees are estimated where nobody has"
    " counted them.",
    "approved_projects": "Newly approved projects by area: with formal_jobs, the pattern by which"
    " vacancies are estimated where nobody has counted them.",
    "national": "Figures of the country as a whole. The mismatch asks for most of them.",
    "survey": "What a survey found, by area or for the country (00). Appears on: Monitor.",
    "index_weights": "Weights of the reintegration index. Appears on: Monitor.",
    "monitor_thresholds": "Limits beyond which the page of reintegration gives notice.",
    "crops": "Hectares by crop and area. Appears as: the layer Crop base.",
    "poverty_cards": "Poor households and households, by area. Appears as: Poverty cards.",
    "sezs": "Special economic zones. Appears as: points on the map; investment in zones.",
    "sez_figures": "Hectares, firms and workers of the zones.",
    "agro_sites": "Parks, plants, mills and modern agricultural communities: points on the map.",
    "crossings": "Border crossings: points on the map.",
    "corridors": "Routes through areas. line: c: and a code, x: and a crossing, z: and a zone.",
    "conflicts": "Sources that disagree. Appears on: Data.",
    "sectors": "The sectors of work, with their sections of ISIC. Keep them.",
    "sector_shares": "Trades of those who came back and of vacancies, in percent of each side. The"
    " mismatch asks for them.",
    "sector_transfer": "How well one trade prepares for another, 0 to 1: a judgement.",
    "assumptions": "What is assumed, with its range. Keep the keys; change the numbers.",
    "instruments": "What each instrument costs and gives. The scenarios ask for it.",
    "futures": "What nobody here decides. The scenarios ask for it.",
    "library": "Ready-made scenarios. The scenarios ask for one of the kind fixed.",
    "library_money": "The money of ready-made scenarios, by area or corridor.",
    "projects": "Named projects that scenarios may build.",
}
"""The other tables."""


def guide(*, filled: Mapping[str, int], notes: tuple[str, ...]) -> str:
    """The text that stands in the folder. `filled`: rows that each table has now."""
    told = {**FILL_IN, **OTHERS}
    lines = [
        "AREAS OF ONE'S OWN",
        "",
        "Set ATLAS_AREAS to this folder and start the atlas: it then runs on these areas alone.",
        "Fill in the tables below with a spreadsheet, as text (codes keep their leading zeros),",
        "and save them as CSV in UTF-8. Then look:",
        "",
        "    python -m dashboard areas check THIS_FOLDER",
        "",
        "It says which pages and layers are there, and what the others lack. A wrong cell is told",
        "with its file, row and column. Name your sources in sources.csv, and write their ids",
        "into the column source_id. names.csv says what one area and several are called.",
        "",
        "NOTES ON THESE AREAS",
        "",
        *(f"- {note}" for note in notes),
        "",
        "TABLES TO FILL IN FIRST (a row counts once its value is written in; status: reported,",
        "computed or assumed; as_of: a date such as 2026 or 2026-03)",
        "",
        *(_line(name, told[name], filled) for name in FILL_IN),
        "",
        "ROWS OF tables/national.csv THAT PAGES ASK FOR",
        "",
        *(f"- {key}: {what}" for key, what in NATIONAL_KEYS.items()),
        "",
        "ALL OTHER TABLES",
        "",
        *(_line(name, told[name], filled) for name in OTHERS),
        "",
    ]
    return "\n".join(lines)


def _line(name: str, about: str, filled: Mapping[str, int]) -> str:
    count = filled.get(name, 0)
    state = f"{count:,} rows now" if count else "empty now"
    return f"- tables/{name}.csv ({state}). {about}"
