"""Makes the shapes of countries that the map of the reading room is drawn with.

    npm pack world-atlas@2.0.2        # Natural Earth 4.1.0, public domain, as TopoJSON
    tar xzf world-atlas-2.0.2.tgz
    pip install pycountry             # from the numbers of ISO 3166-1 to its letters
    python3 training/world/build_shapes.py package/countries-50m.json > detente-web/src/main/resources/dev/detente/web/page/shapes.tsv

Each boundary is thinned out once, so that neighbours keep the same line, and written in fortieths of a
degree, y growing southwards: as an SVG path that needs no more than a viewBox to be a map.
"""
import json
import sys

import pycountry

FORTIETHS = 40
THIN = 0.025  # degrees that a boundary may stray
LEAST = 0.012  # square degrees of an island that is drawn beside the largest


def thinned(points, tolerance):
    """Douglas and Peucker's line of fewer points."""
    keep = [False] * len(points)
    keep[0] = keep[-1] = True
    stack = [(0, len(points) - 1)]
    while stack:
        first, last = stack.pop()
        (x0, y0), (x1, y1) = points[first], points[last]
        dx, dy = x1 - x0, y1 - y0
        length = (dx * dx + dy * dy) ** 0.5
        worst, at = 0.0, -1
        for i in range(first + 1, last):
            x, y = points[i]
            off = abs(dx * (y - y0) - dy * (x - x0)) / length if length else ((x - x0) ** 2 + (y - y0) ** 2) ** 0.5
            if off > worst:
                worst, at = off, i
        if worst > tolerance:
            keep[at] = True
            stack += [(first, at), (at, last)]
    return [p for p, kept in zip(points, keep) if kept]


def unrolled(ring):
    """The same ring without leaps from one edge of the world to the other."""
    points = [ring[0]]
    for lon, lat in ring[1:]:
        while lon - points[-1][0] > 180:
            lon -= 360
        while lon - points[-1][0] < -180:
            lon += 360
        points.append((lon, lat))
    if max(lon for lon, _ in points) <= 0 and min(lon for lon, _ in points) < -180:
        points = [(lon + 360, lat) for lon, lat in points]
    return points


def area(ring):
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1]))) / 2


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        topology = json.load(file)
    (kx, ky), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * kx + tx, y * ky + ty))
        arcs.append(thinned(points, THIN))
    print("# Shapes of countries, from Natural Earth 4.1.0 (public domain) as packaged in world-atlas 2.0.2; made by")
    print("# training/world/build_shapes.py, do not edit. Fortieths of a degree, y southwards.")
    print("#country\twest\tnorth\teast\tsouth\tpath")
    rows = []
    for geometry in topology["objects"]["countries"]["geometries"]:
        number = geometry.get("id")
        country = pycountry.countries.get(numeric=number) if number else None
        code = country.alpha_3 if country else {"Kosovo": "XKX"}.get(geometry["properties"]["name"], "")
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        rings = []
        for polygon in polygons:
            for index, line in enumerate(polygon):
                ring = []
                for arc in line:
                    points = arcs[arc] if arc >= 0 else arcs[~arc][::-1]
                    ring += points if not ring else points[1:]
                ring = unrolled(ring)
                if abs(ring[0][0] - ring[-1][0]) > 180:
                    continue  # around a pole
                rings.append((area(ring), ring, index))
                if max(lon for lon, _ in ring) > 180:
                    rings.append((area(ring), [(lon - 360, lat) for lon, lat in ring], index))
        if not rings:
            continue
        rings.sort(key=lambda r: -r[0])
        path, xs, ys = [], [], []
        for size, ring, _ in rings:
            if path and size < LEAST:
                continue
            spots = []
            for lon, lat in ring:
                spot = (round(lon * FORTIETHS), round(-lat * FORTIETHS))
                if not spots or spots[-1] != spot:
                    spots.append(spot)
            if spots[0] == spots[-1]:
                spots.pop()
            if len(spots) < 3:
                if path:
                    continue
                x, y = round(ring[0][0] * FORTIETHS), round(-ring[0][1] * FORTIETHS)
                spots = [(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1)]
            xs += [x for x, _ in spots]
            ys += [y for _, y in spots]
            moves = "".join(f"{'' if i == 0 else ' '}{b[0] - a[0]} {b[1] - a[1]}" for i, (a, b) in enumerate(zip(spots, spots[1:])))
            path.append(f"M{spots[0][0]} {spots[0][1]}l{moves.replace(' -', '-')}z")
        rows.append((code, min(xs), min(ys), max(xs), max(ys), "".join(path)))
    for row in sorted(rows):
        print(*row, sep="\t")


main()
