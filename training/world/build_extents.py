#!/usr/bin/env python3
"""Makes detente-core's extents.tsv (how far a country's towns reach) from its cities.tsv.

  build_extents.py CITIES_TSV > extents.tsv
"""
import collections, sys

towns = collections.defaultdict(list)
for line in open(sys.argv[1], encoding="utf-8"):
    if not line.startswith("#"):
        cells = line.split("\t")
        if cells[2]:
            towns[cells[2]].append((float(cells[3]), float(cells[4])))
print("# South, north, west and east of the towns of cities.tsv, by country, the outermost hundredth left out; made by")
print("# training/world/build_extents.py, do not edit.")
print("#country\tsouth\tnorth\twest\teast")
for country in sorted(towns):
    points = towns[country]
    cut = len(points) // 100
    lats, lons = sorted(p[0] for p in points), sorted(p[1] for p in points)
    print(country, lats[cut], lats[-1 - cut], lons[cut], lons[-1 - cut], sep="\t")
