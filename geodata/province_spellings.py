"""How the provinces are written: official names, other spellings, and their towns."""

from collections.abc import Mapping

SPELLINGS: Mapping[str, str] = {
    "01": (
        "Banteay Meanchey, Banteay Mean Chey, Bantey Meanchey, Bonteay Meanchey, BMC, "
        "Banteay Meanchhey, បន្ទាយមានជ័យ"
    ),
    "02": "Battambang, Bat Dambang, Baat Dambang, Batdambang, Battambong, BTB, បាត់ដំបង",
    "03": "Kampong Cham, Kompong Cham, Kampong Chaam, KPC, KCM, កំពង់ចាម",
    "04": "Kampong Chhnang, Kompong Chhnang, Kampong Chnang, KCH, កំពង់ឆ្នាំង",
    "05": "Kampong Speu, Kompong Speu, Kampong Spueu, Kampong Spoe, KPS, កំពង់ស្ពឺ",
    "06": "Kampong Thom, Kompong Thom, Kampong Thum, KPT, KTM, កំពង់ធំ",
    "07": "Kampot, Kompot, Kâmpôt, កំពត",
    "08": "Kandal, Kandaal, Kândal, កណ្ដាល, កណ្តាល",
    "09": "Koh Kong, Kaoh Kong, Kaôh Kŏng, កោះកុង",
    "10": "Kratie, Kracheh, Kratié, Krachez, Kroches, ក្រចេះ",
    "11": ("Mondulkiri, Mondul Kiri, Mondol Kiri, Mondolkiri, Mundulkiri, មណ្ឌលគិរី, មណ្ឌលគីរី"),
    "12": "Phnom Penh, Phnum Penh, Pnom Penh, Phnompenh, PP, PNH, ភ្នំពេញ",
    "13": "Preah Vihear, Prah Vihear, Preah Vihea, PVH, ព្រះវិហារ",
    "14": "Prey Veng, Prey Veaeng, Prey Vieng, Prey Vêng, PVG, ព្រៃវែង",
    "15": "Pursat, Pousat, Pousaat, Posat, Pouthisat, ពោធិ៍សាត់, ពោធិសាត់",
    "16": (
        "Ratanakiri, Ratanak Kiri, Rotanak Kiri, Rattanakiri, Ratanakkiri, Rotanokiri, "
        "Ratana Kiri, RTK, រតនគិរី, រតនៈគិរី, រតនគីរី"
    ),
    "17": "Siem Reap, Siemreap, Siem Reab, Siemreab, Seam Reap, Siam Reap, SRP, សៀមរាប",
    "18": (
        "Preah Sihanouk, Sihanouk, Sihanoukville, Sihanouk Ville, Kampong Som, Kompong "
        "Saom, Kampong Saom, Preah Seihanu, Preah Sihanu, SHV, PSH, ព្រះសីហនុ, សីហនុ, "
        "កំពង់សោម, ក្រុងព្រះសីហនុ"
    ),
    "19": "Stung Treng, Stueng Traeng, Steung Treng, Stoeng Treng, Stueng Treng, ស្ទឹងត្រែង",
    "20": "Svay Rieng, Svaay Rieng, Svay Reang, Svay Riang, SVR, ស្វាយរៀង",
    "21": "Takeo, Takaev, Taakaev, Ta Keo, Takéo, Takev, TKO, តាកែវ",
    "22": (
        "Oddar Meanchey, Otdar Meanchey, Otdar Mean Chey, Oudor Meanchey, OMC, Udor "
        "Meanchey, Uddor Meanchey, Oddor Meanchey, Ordor Meanchey, Oudar Meanchey, Udar "
        "Meanchey, ឧត្ដរមានជ័យ, ឧត្តរមានជ័យ"
    ),
    "23": "Kep, Kaeb, Kêb, កែប",
    "24": "Pailin, Païlin, Paylin, ប៉ៃលិន",
    "25": (
        "Tboung Khmum, Tbong Khmum, Tbaung Khmum, Thbong Khmum, Tboung Khmom, Tbuong "
        "Khmum, TBK, TKM, ត្បូងឃ្មុំ"
    ),
}
"""By code, separated by commas, the official English one first: who writes so means it."""

TOWNS: Mapping[str, str] = {
    "01": ("Serei Saophoan, Sisophon, Svay Sisophon, Poipet, Paoy Paet, សិរីសោភ័ណ, ស្វាយស៊ីសុផុន, ប៉ោយប៉ែត"),
    "05": "Chbar Mon, ច្បារមន",
    "06": "Stueng Saen, Stung Sen, ស្ទឹងសែន",
    "08": "Ta Khmau, Takhmao, តាខ្មៅ",
    "09": "Khemarak Phoumin, Khemara Phoumin, ខេមរភូមិន្ទ",
    "11": "Saen Monourom, Sen Monorom, សែនមនោរម្យ",
    "13": "Tbeng Meanchey, ត្បែងមានជ័យ",
    "16": "Banlung, Ban Lung, បានលុង",
    "20": "Bavet, បាវិត",
    "21": "Doun Kaev, ដូនកែវ",
    "22": "Samraong, O Smach, Anlong Veng, សំរោង, អូរស្មាច់, អន្លង់វែង",
    "25": "Suong, សួង",
}
"""Towns that stand where a province is asked for: a proposal, since places share names."""
