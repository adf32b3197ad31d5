"""How the values of a record are written, in English and Khmer: value to spellings, by commas."""

from collections.abc import Mapping

SEX: Mapping[str, str] = {
    "female": "female, f, woman, women, w, girl, ស្រី, ស, នារី, ស្ត្រី, ភេទស្រី",
    "male": "male, m, man, men, boy, ប្រុស, ប, បុរស, ភេទប្រុស",
}
AGE_GROUP: Mapping[str, str] = {
    "under_18": "under 18, <18, below 18, 0-17, child, children, minor, ក្រោម 18, កុមារ, អនីតិជន",
    "18_24": "18-24, 18 to 24, youth, យុវជន",
    "25_34": "25-34, 25 to 34",
    "35_44": "35-44, 35 to 44",
    "45_over": "45 and over, 45+, over 45, >45, >=45, 45-54, 55-64, 65+, 45 ឡើង, លើស 45",
}
STATUS: Mapping[str, str] = {
    "registered": "registered, registration, returned, new, waiting, unemployed, seeking"
    ", job seeker, looking for work, not placed, pending, ចុះបញ្ជី, បានចុះបញ្ជី, វិលត្រឡប់, រង់ចាំ, គ្មានការងារ"
    ", គ្មានការងារធ្វើ, កំពុងរកការងារ, ស្វែងរកការងារ, មិនទាន់មានការងារ",
    "training": "training, trained, in training, enrolled, skills training, tvet, course, បណ្តុះបណ្តាល"
    ", បណ្ដុះបណ្ដាល, កំពុងបណ្តុះបណ្តាល, កំពុងរៀន, រៀនជំនាញ, បានបណ្តុះបណ្តាល, វគ្គបណ្តុះបណ្តាល",
    "placed": "placed, employed, job, in work, working, placement, hired, in a job, wage job"
    ", មានការងារ, មានការងារធ្វើ, បានការងារ, ទទួលបានការងារ, បានបញ្ចូលការងារ, កំពុងធ្វើការ",
    "enterprise": "enterprise, own business, self-employed, self employed, business, start-up"
    ", startup, entrepreneur, អាជីវកម្ម, អាជីវកម្មផ្ទាល់ខ្លួន, សហគ្រាស, មុខរបរផ្ទាល់ខ្លួន, រកស៊ីផ្ទាល់ខ្លួន",
    "protection": "protection, social protection, social assistance, cash transfer, idpoor support"
    ", assistance, gets social protection, កិច្ចគាំពារសង្គម, គាំពារសង្គម, ជំនួយសង្គម"
    ", ឧបត្ថម្ភសាច់ប្រាក់",
}
SECTOR: Mapping[str, str] = {
    "agriculture_fishing": "agriculture and fishing, agriculture, farming, farm, fishing, fishery"
    ", fisheries, livestock, plantation, forestry, rubber, a, កសិកម្ម, នេសាទ, កសិកម្ម និងនេសាទ"
    ", ចម្ការ, ចិញ្ចឹមសត្វ, ធ្វើស្រែ, ធ្វើចម្ការ, កសិករ, ដាំដុះ",
    "agro_processing": "agro-processing, agro processing, agroprocessing, food processing, seafood"
    ", seafood processing, fish processing, food industry, ការកែច្នៃកសិផល, កែច្នៃកសិផល"
    ", កែច្នៃម្ហូបអាហារ, កែច្នៃអាហារ, កែច្នៃគ្រឿងសមុទ្រ",
    "manufacturing": "manufacturing, factory, garment, garments, textile, footwear, electronics"
    ", industry, c, កម្មន្តសាល, រោងចក្រ, កាត់ដេរ, ឧស្សាហកម្ម, វាយនភណ្ឌ, កម្មកររោងចក្រ",
    "construction": "construction, building, builder, mason, f, សំណង់, ការដ្ឋានសំណង់, កម្មករសំណង់, ជាងសំណង់",
    "transport_logistics": "transport and logistics, transport, logistics, transportation, driver"
    ", warehouse, delivery, h, ដឹកជញ្ជូន, ដឹកជញ្ជូន និងភស្តុភារកម្ម, ភស្តុភារកម្ម, អ្នកបើកបរ, ឃ្លាំង",
    "services": "services, service, domestic work, domestic worker, housekeeping, restaurant, hotel"
    ", hospitality, trade, retail, sales, tourism, cleaning, care, security, សេវាកម្ម, មេផ្ទះ"
    ", ការងារផ្ទះ, ភោជនីយដ្ឋាន, សណ្ឋាគារ, លក់ដូរ, ទេសចរណ៍, អ្នកបម្រើ",
}
YES: str = "yes, y, true, t, 1, x, ✓, ✔, has, with, overdue, late, បាទ, ចាស, មាន, ត្រូវ, យឺត, យឺតយ៉ាវ"
NO: str = "no, n, false, f, 0, -, without, none, ទេ, គ្មាន, អត់, មិនមាន, មិន, អត់មាន"
TOTALS: str = (
    "total, totals, grand total, subtotal, sub-total, sub total, sum, overall, all provinces"
    ", national total, cambodia, សរុប, សរុបរួម, សរុបទូទាំងប្រទេស, ចំនួនសរុប, រួម, ទូទាំងប្រទេស, ផលបូក"
)
"""What the first words of a row of totals are."""


def split(spellings: str) -> tuple[str, ...]:
    """The spellings one by one."""
    return tuple(one.strip() for one in spellings.split(","))
