"""Weights of acting.tsv: whether somebody whom no statement and no event names is an actor.

python3 fit.py GOLD RECORDS.jsonl EXAMPLES.tsv > acting.tsv

GOLD is a folder of annotated articles, RECORDS what `detente read --format jsonl` makes of them, EXAMPLES what the test
class ActingExamples writes for their analyses. Needs numpy and score.py on the path.
"""
import glob
import json
import math
import sys
from collections import Counter, defaultdict

import numpy as np
from score import same_actor

LEAST = 5  # a feature is seen so often
DECAY = 2.0  # how strongly weights are held near zero
STEPS = 400


def candidates(gold, records, examples):
    """The candidates that no statement and no event names: features and whether the article has them as actors."""
    for article, found in examples.items():
        truth, record = gold[article], records[article]
        used = set()
        for statement in record["statements"]:
            used |= {statement["speaker"], statement["addressee"], *statement["via"]}
        for event in record["events"]:
            used |= {*event["actors"], *event["recipients"]}
        open_, taken = [], set()
        for actor in truth["actors"]:
            for one in found:
                if one["id"] in used and one["id"] not in taken and same_actor(actor["name"], actor, one, truth["text"]):
                    taken.add(one["id"])
                    break
            else:
                open_.append(actor)
        for one in found:
            if one["id"] in used:
                continue
            hit = next((a for a in open_ if same_actor(a["name"], a, one, truth["text"])), None)
            if hit:
                open_.remove(hit)
            yield one["features"], hit is not None


def fit(rows):
    """Log-linear weights by full-batch Adam: deterministic."""
    counts = Counter(feature for features, _ in rows for feature in features)
    index = {f: k for k, f in enumerate(sorted(f for f, n in counts.items() if n >= LEAST))}
    lists = [[index[f] for f in features if f in index] for features, _ in rows]
    flat = np.array([k for one in lists for k in one])
    row = np.repeat(np.arange(len(lists)), [len(one) for one in lists])
    truth = np.array([float(right) for _, right in rows])
    weights, bias = np.zeros(len(index)), 0.0
    m, v, mb, vb = np.zeros(len(index)), np.zeros(len(index)), 0.0, 0.0
    for step in range(1, STEPS + 1):
        error = 1 / (1 + np.exp(-np.bincount(row, weights[flat], len(rows)) - bias)) - truth
        slope, slope_b = np.bincount(flat, error[row], len(index)) + DECAY * weights, error.sum()
        m, v = 0.9 * m + 0.1 * slope, 0.999 * v + 0.001 * slope**2
        mb, vb = 0.9 * mb + 0.1 * slope_b, 0.999 * vb + 0.001 * slope_b**2
        rate = 0.05 * (1 - step / (STEPS + 20))
        first, second = 1 - 0.9**step, 1 - 0.999**step
        weights -= rate * (m / first) / (np.sqrt(v / second) + 1e-8)
        bias -= rate * (mb / first) / (math.sqrt(vb / second) + 1e-8)
    return index, weights, bias


def main():
    gold = {}
    for path in sorted(glob.glob(sys.argv[1] + "/*.json")):
        with open(path, encoding="utf-8") as file:
            article = json.load(file)
        gold[article["id"]] = article
    with open(sys.argv[2], encoding="utf-8") as file:
        records = {r["article"]["id"]: r for r in map(json.loads, file)}
    examples = defaultdict(list)
    with open(sys.argv[3], encoding="utf-8") as file:
        for line in file:
            article, id_, kind, name, country, mentions, _, features = line.rstrip("\n").split("\t")
            examples[article].append({
                "id": id_, "kind": kind, "name": name, "country": country, "features": features.split("|"),
                "mentions": [tuple(map(int, m.split(","))) for m in mentions.split()]})
    index, weights, bias = fit(list(candidates(gold, records, examples)))
    print("# Weights of who is an actor though no statement and no event names it; learned by training/actors/fit.py.")
    print(f"anybody\t{bias:.2f}")
    for feature, k in sorted(index.items()):
        if abs(weights[k]) >= 0.05:
            print(f"{feature}\t{weights[k]:.2f}")


if __name__ == "__main__":
    main()
