#!/usr/bin/env python3
"""Fits the weights that say whether a name in an article is a location (detente-core's place-weights.tsv).

  fit_places.py fit   CANDIDATES GOLD... > place-weights.tsv
  fit_places.py check CANDIDATES GOLD...        five-fold cross-validation, nothing written

CANDIDATES: JSON Lines, one article a line: {"id", "mentions": [{"text", "f": [feature, ...], "name", "country", "lat", "lon"}]},
as PlaceCandidates (detente-core's tests) writes them. GOLD: folders of annotated articles. A text is a place when one of its
mentions is a location, so of a positive text only the mention that the model likes best counts, in each round anew.
Needs only Python 3.8+; deterministic.
"""
import glob, json, math, os, sys
from collections import Counter, defaultdict

MINIMUM = 4      # a feature must occur in so many mentions
L2 = 0.3
ROUNDS, EPOCHS = 3, 14

def load(candidates, folders):
    gold = {}
    for folder in folders:
        for name in sorted(glob.glob(os.path.join(folder, "*.json"))):
            d = json.load(open(name, encoding="utf-8"))
            gold[d["id"]] = {p["text"].casefold(): p for p in d["places"]}
    articles = []
    for line in open(candidates, encoding="utf-8"):
        d = json.loads(line)
        if d["id"] in gold:
            articles.append((d["id"], d["mentions"], gold[d["id"]]))
    return articles

def score(w, features):
    return sum(w.get(f, 0.0) for f in features)

def fit(articles):
    counts = Counter(f for _, mentions, _ in articles for m in mentions for f in m["f"])
    keep = {f for f, n in counts.items() if n >= MINIMUM}
    w, grad = defaultdict(float), defaultdict(lambda: 1e-6)
    for r in range(ROUNDS):
        data = []
        for _, mentions, gold in articles:
            by = defaultdict(list)
            for m in mentions:
                by[m["text"].casefold()].append([f for f in m["f"] if f in keep])
            for text, instances in by.items():
                if text in gold:
                    if r == 0:
                        data += [(f, 1.0, 1.0 / len(instances)) for f in instances]
                    else:
                        data.append((max(instances, key=lambda f: score(w, f)), 1.0, 1.0))
                else:
                    data += [(f, 0.0, 1.0) for f in instances]
        w, grad = defaultdict(float), defaultdict(lambda: 1e-6)
        for e in range(EPOCHS):
            # A fixed stride instead of a shuffle: the same order on every machine.
            n = len(data); step = 7919 + 2 * e
            while math.gcd(step, n) != 1: step += 1
            for k in range(n):
                f, y, weight = data[(k * step) % n]
                z = max(-30.0, min(30.0, score(w, f)))
                d = weight * (1 / (1 + math.exp(-z)) - y)
                for x in f:
                    g = d + L2 * w[x] / 8
                    grad[x] += g * g
                    w[x] -= 0.25 * g / math.sqrt(grad[x])
    return {f: v for f, v in w.items() if abs(v) >= 0.005}

def evaluate(w, articles, threshold=0.0, show=None):
    tp = fp = fn = 0; country = [0, 0]; near = [0, 0]; wrong = Counter(); missed = Counter(); badc = Counter()
    for i, mentions, gold in articles:
        found = {}
        for m in mentions:
            if score(w, m["f"]) > threshold:
                found.setdefault(m["text"].casefold(), m)
        for t, m in found.items():
            if t in gold:
                tp += 1; country[1] += 1; country[0] += m.get("country") == gold[t]["country"]
                if m.get("country") != gold[t]["country"]: badc[(i, m["text"], m.get("country"), gold[t]["country"])] += 1
                if gold[t]["lat"] is not None:
                    near[1] += 1
                    ok = m.get("lat") is not None and km(gold[t]["lat"], gold[t]["lon"], m["lat"], m["lon"]) <= 161
                    near[0] += ok
                    if not ok: badc[("far", i, m["text"], m.get("lat"), m.get("lon"), gold[t]["lat"], gold[t]["lon"])] += 1
            else:
                fp += 1; wrong[(i, m["text"])] += 1
        for t in gold:
            if t not in found:
                fn += 1; missed[(i, gold[t]["text"], "seen" if any(m["text"].casefold() == t for m in mentions) else "unseen")] += 1
    if show is not None: show.append((wrong, missed, badc))
    return tp, fp, fn, country, near

def km(a, b, c, d):
    r = math.radians; x = math.sin(r(c - a) / 2) ** 2 + math.cos(r(a)) * math.cos(r(c)) * math.sin(r(d - b) / 2) ** 2
    return 12742 * math.asin(min(1, math.sqrt(x)))

def report(name, tp, fp, fn, country, near):
    p, r = tp / max(1, tp + fp), tp / max(1, tp + fn)
    print(f"{name}: P {100*p:.1f} R {100*r:.1f} F1 {200*p*r/max(1e-9,p+r):.1f}  country {100*country[0]/max(1,country[1]):.1f}  within 161 km {100*near[0]/max(1,near[1]):.1f}  of {tp+fn}")

def main():
    what, candidates, folders = sys.argv[1], sys.argv[2], sys.argv[3:]
    articles = load(candidates, folders)
    if what == "fit":
        w = fit(articles)
        print("# Weights of the features of place mentions (PlaceFeatures), fitted by training/world/fit_places.py; do not edit.")
        for f in sorted(w): print(f"{f}\t{w[f]:.3f}")
        return
    total = [0, 0, 0, [0, 0], [0, 0]]; show = []
    for k in range(5):
        w = fit([a for j, a in enumerate(articles) if j % 5 != k])
        r = evaluate(w, [a for j, a in enumerate(articles) if j % 5 == k], show=show)
        for j in range(3): total[j] += r[j]
        for j in (3, 4):
            total[j][0] += r[j][0]; total[j][1] += r[j][1]
    report("cross-validated", *total)
    if os.environ.get("SHOW"):
        for name, at in (("wrong", 0), ("missed", 1), ("place", 2)):
            print(name, [x for s in show for x in s[at]][:int(os.environ["SHOW"])])

main()
