"""
Write ``vocabulary.json`` from the TypeScript package schema-dts: the types we emit, their properties.

    npm pack schema-dts@2.1.0 && tar xzf schema-dts-2.1.0.tgz
    python tests/jsonld/make_vocabulary.py package/dist/schema.d.ts > tests/jsonld/vocabulary.json
"""

import json
import re
import sys
from pathlib import Path

TYPES = """
AboutPage AdministrativeArea Article BedAndBreakfast Brand BreadcrumbList Certification
CollectionPage ContactPage ContactPoint Country DefinedRegion Event Festival GeoCoordinates
GovernmentOrganization ImageObject ItemList ItemPage LandmarksOrHistoricalBuildings ListItem
LocalBusiness LocationFeatureSpecification MerchantReturnPolicy MonetaryAmount Offer
OfferShippingDetails OpeningHoursSpecification Organization Person Place PlaceOfWorship
PostalAddress Product ProductGroup PropertyValue QuantitativeValue Rating Restaurant Schedule
SearchResultsPage Service ServicePeriod ShippingConditions ShippingDeliveryTime ShippingService TouristAttraction
TouristDestination TouristTrip UnitPriceSpecification Waterfall WebPage WebSite
"""

TERMS = """
AdministrativeArea InStock OutOfStock PreOrder Discontinued NewCondition StrikethroughPrice size
color material pattern MerchantReturnFiniteReturnWindow MerchantReturnNotPermitted FreeReturn
ReturnFeesCustomerResponsibility EventScheduled EventCancelled EventPostponed
OfflineEventAttendanceMode Monday Tuesday Wednesday Thursday Friday Saturday Sunday
"""


def main(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    parents: dict[str, list[str]] = {}
    own: dict[str, list[str]] = {}
    interface = re.compile(r"^(?:export )?interface (\w+) extends ([^{]+) \{\n(.*?)^\}", re.DOTALL | re.MULTILINE)
    for name, extends, body in interface.findall(source):
        parents[name] = [part.strip() for part in extends.split(",")]
        own[name] = []
        for note, word in re.findall(r'(/\*\*(?:(?!\*/).)*\*/\s*)?"(\w+)"\?:', body, re.DOTALL):
            if "@deprecated" not in note:
                own[name].append(word)

    def inherited(name: str) -> set[str]:
        found = set(own.get(name, ()))
        for parent in parents.get(name, ()):
            found |= inherited(parent)
        return found

    types = {name: sorted(inherited(f"{name}Leaf")) for name in TYPES.split()}
    empty = [name for name, words in types.items() if not words]
    missing = [t for t in TERMS.split() if f"schema.org/{t}" not in source and f'"{t}"' not in source]
    assert not empty and not missing, (empty, missing)
    shared = sorted(set.intersection(*map(set, types.values())))
    data = {
        "source": "npm package schema-dts 2.1.0 (MIT), generated from schema.org; made by make_vocabulary.py",
        "every_type": " ".join(shared),
        "types": {name: " ".join(sorted(set(words) - set(shared))) for name, words in types.items()},
        "terms": " ".join(sorted(TERMS.split())),
    }
    print(json.dumps(data, indent=1))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
