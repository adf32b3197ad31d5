"""Everybody in the registry who has a sex and a province: what all other counts are parts of."""

from geodata import Text
from records.aggregates._declaration import Aggregate, Outcome

AGGREGATE = Aggregate(
    title=Text(en="People in the registry", km="ចំនួនមនុស្សក្នុងបញ្ជី"),
    says=Text(en="How many returnees the registry holds.", km="ចំនួនអ្នកវិលត្រឡប់ដែលមានក្នុងបញ្ជី។"),
    outcomes={
        "all": Outcome(title=Text(en="Registered", km="បានចុះបញ្ជី"), holds=lambda t: t.sex.notnull())
    },
    whole=(),
    order=0,
)
