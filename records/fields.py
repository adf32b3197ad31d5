"""The fields of a record: what each holds, and how its heading is written in both languages.

Whatever is not declared here is never read from a file.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from geodata import Text
from records import spellings

Kind = Literal["person", "province", "choice", "yes_no", "date", "usd"]


@dataclass(frozen=True, kw_only=True)
class Field:
    """One field. `headings`: spellings, separated by commas; `choices`: value to its spellings.

    `most`: the largest amount that is believed, in USD. `required`: no file is read without it.
    """

    kind: Kind
    title: Text
    headings: str
    choices: Mapping[str, str] | None = None
    most: float = 0.0
    required: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """The spellings of the heading."""
        return tuple(name.strip() for name in self.headings.split(","))


FIELDS: Mapping[str, Field] = {
    "person": Field(
        kind="person",
        title=Text(en="Registry number", km="លេខបញ្ជី"),
        headings="registry number, registration number, record number, record id, registry id"
        ", case number, case id, beneficiary id, returnee id, person, person id, serial, uid, uuid"
        ", reg no, លេខបញ្ជី, លេខចុះបញ្ជី, លេខកូដ, លេខកូដអ្នកវិលត្រឡប់, លេខករណី",
    ),
    "province": Field(
        kind="province",
        title=Text(en="Province", km="ខេត្ត"),
        headings="province, province name, province code, province of return, current province"
        ", home province, khet, ខេត្ត, រាជធានី-ខេត្ត, រាជធានី ខេត្ត, ខេត្តរាជធានី, កូដខេត្ត, ឈ្មោះខេត្ត"
        ", ខេត្តបច្ចុប្បន្ន",
        required=True,
    ),
    "sex": Field(
        kind="choice",
        title=Text(en="Sex", km="ភេទ"),
        headings="sex, gender, ភេទ, យេនឌ័រ",
        choices=spellings.SEX,
    ),
    "age_group": Field(
        kind="choice",
        title=Text(en="Age group", km="ក្រុមអាយុ"),
        headings="age, age group, age range, age years, age in years, អាយុ, ក្រុមអាយុ",
        choices=spellings.AGE_GROUP,
    ),
    "sector": Field(
        kind="choice",
        title=Text(en="Sector of work abroad", km="វិស័យការងារនៅក្រៅប្រទេស"),
        headings="sector, sector abroad, sector of work abroad, sector in thailand, industry"
        ", occupation abroad, work abroad, job abroad, job in thailand, occupation, previous sector"
        ", វិស័យ, វិស័យការងារ, វិស័យនៅថៃ, ការងារនៅថៃ, វិស័យការងារនៅក្រៅប្រទេស, មុខរបរ, ការងារមុន",
        choices=spellings.SECTOR,
    ),
    "returned": Field(
        kind="date",
        title=Text(en="Date of return", km="ថ្ងៃវិលត្រឡប់"),
        headings="date of return, return date, returned, returned on, date returned, arrival date"
        ", ថ្ងៃវិលត្រឡប់, កាលបរិច្ឆេទវិលត្រឡប់, ថ្ងៃខែត្រឡប់, ថ្ងៃត្រឡប់មកវិញ, ថ្ងៃមកដល់",
    ),
    "status": Field(
        kind="choice",
        title=Text(en="Status", km="ស្ថានភាព"),
        headings="status, current status, event, reintegration status, stage, ស្ថានភាព"
        ", ស្ថានភាពបច្ចុប្បន្ន, ព្រឹត្តិការណ៍",
        choices=spellings.STATUS,
        required=True,
    ),
    "status_date": Field(
        kind="date",
        title=Text(en="Date of the status", km="ថ្ងៃនៃស្ថានភាព"),
        headings="status date, date of status, date of the status, event date, date of event"
        ", updated, last update, ថ្ងៃនៃស្ថានភាព, កាលបរិច្ឆេទស្ថានភាព, ថ្ងៃធ្វើបច្ចុប្បន្នភាព",
    ),
    "income_before": Field(
        kind="usd",
        title=Text(en="Monthly income before, USD", km="ចំណូលប្រចាំខែមុនវិលត្រឡប់ ដុល្លារ"),
        headings="income before, income before usd, monthly income before, income abroad"
        ", income in thailand, previous income, wage abroad, salary abroad, wage before"
        ", ចំណូលមុន, ចំណូលនៅថៃ, ប្រាក់ខែមុន, ចំណូលប្រចាំខែមុន, ចំណូលនៅក្រៅប្រទេស",
        most=20_000,
    ),
    "income_now": Field(
        kind="usd",
        title=Text(en="Monthly income now, USD", km="ចំណូលប្រចាំខែបច្ចុប្បន្ន ដុល្លារ"),
        headings="income now, income now usd, income after, current income, monthly income"
        ", monthly income now, wage, current wage, salary, wage now, monthly wage, ចំណូលបច្ចុប្បន្ន"
        ", ចំណូលឥឡូវ, ប្រាក់ខែ, ប្រាក់ខែបច្ចុប្បន្ន, ចំណូលប្រចាំខែ, ប្រាក់ឈ្នួល",
        most=20_000,
    ),
    "debt": Field(
        kind="usd",
        title=Text(en="Debt, USD", km="បំណុល ដុល្លារ"),
        headings="debt, debt usd, loan, loan balance, outstanding debt, total debt, បំណុល, បំណុលសរុប"
        ", ប្រាក់កម្ចី, កម្ចី, ជំពាក់",
        most=1_000_000,
    ),
    "arrears": Field(
        kind="yes_no",
        title=Text(en="Behind with repayments", km="យឺតយ៉ាវក្នុងការសង"),
        headings="arrears, in arrears, behind with repayments, overdue, late payment, default"
        ", យឺតយ៉ាវ, យឺតយ៉ាវក្នុងការសង, ហួសកាលកំណត់សង, ខកខានសង",
    ),
    "certificate": Field(
        kind="yes_no",
        title=Text(en="Skills certificate", km="វិញ្ញាបនបត្រជំនាញ"),
        headings="certificate, skills certificate, certified, skill certificate, has certificate"
        ", វិញ្ញាបនបត្រ, វិញ្ញាបនបត្រជំនាញ, មានវិញ្ញាបនបត្រ, សញ្ញាបត្រជំនាញ",
    ),
    "job_sector": Field(
        kind="choice",
        title=Text(en="Sector of the job now", km="វិស័យការងារបច្ចុប្បន្ន"),
        headings="job sector, sector of job, sector of the job now, current sector, sector now"
        ", placement sector, current job, employer sector, វិស័យការងារបច្ចុប្បន្ន, វិស័យបច្ចុប្បន្ន"
        ", ការងារបច្ចុប្បន្ន",
        choices=spellings.SECTOR,
    ),
}
"""Every field by key. Amounts are dollars a month, or dollars."""
